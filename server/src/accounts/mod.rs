//! Users: signing up, logging in, profiles and passwords.
