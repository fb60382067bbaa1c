//! Users: signing up, logging in, profiles, passwords, and links that were mailed.

mod actor;
mod amend_profile;
mod change_password;
mod close;
mod confirm_email;
mod links;
mod log_in;
mod passwords;
mod people;
mod profile;
mod reset_password;
mod sign_up;

pub use actor::Actor;
pub use amend_profile::{AmendProfile, amend_profile};
pub use change_password::{ChangePassword, change_password};
pub use close::close;
pub use confirm_email::{confirm_email, send_confirmation};
pub use links::{LinkState, link};
pub use log_in::{LogIn, log_in, log_in_to};
pub(crate) use log_in::{prove, refusal as not_proved, still_proved};
pub use passwords::hash as hash_password;
pub use people::{Person, person};
pub use profile::{Profile, UpdateProfile, profile, update_profile};
pub use reset_password::{ResetPassword, forgot_password, reset_password};
pub use sign_up::{SignUp, register, sign_up};
