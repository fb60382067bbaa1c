//! Users: signing up, logging in, profiles and passwords.

mod actor;
mod change_password;
mod log_in;
mod passwords;
mod profile;
mod sign_up;

pub use actor::Actor;
pub use change_password::{ChangePassword, change_password};
pub use log_in::{LogIn, log_in, log_in_to};
pub use passwords::hash as hash_password;
pub use profile::{Profile, UpdateProfile, profile, update_profile};
pub use sign_up::{SignUp, sign_up};
