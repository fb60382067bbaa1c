//! The demo: a recurring cast, its homes, and stays past and coming.
