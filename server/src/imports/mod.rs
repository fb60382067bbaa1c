//! Bringing in listings from elsewhere.
