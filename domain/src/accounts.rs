//! E-mail addresses, names and passwords, parsed where they enter.

mod email;
mod password;
mod person_name;

pub use email::Email;
pub use password::Password;
pub use person_name::PersonName;
