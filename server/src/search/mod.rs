//! Finding places and listings.
