//! Reading one listing as a visitor sees it.
