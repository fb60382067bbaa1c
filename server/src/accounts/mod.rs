//! Users: signing up, logging in, profiles and passwords.

mod actor;

pub use actor::Actor;
