//! How often somebody may do something. Counts are kept in the database, for an account and for a client's address, so that they are exact
//! whichever server is asked; reads of the API alone are counted in memory and settled every two seconds, so that a read costs no
//! statement.
//!
//! An operation that is limited begins with [`spend`]. From where it was asked comes from [`within`], which the router puts around every
//! request.

mod client;
mod counts;
mod reads;
mod spend;

pub use client::{client, within};
pub use counts::forget;
pub use domain::limits::{Kind, Limit, Standing};
pub use reads::{Reads, settle};
pub use spend::{Account, spend};

/// What the operator allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    pub log_in: Limit,
    pub sign_up: Limit,
    pub payment: Limit,
    pub write: Limit,
    pub read: Limit,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            log_in: Limit::a_minute(5),
            sign_up: Limit::an_hour(10),
            payment: Limit::a_minute(10),
            write: Limit::a_minute(120),
            read: Limit::a_minute(600),
        }
    }
}

impl Limits {
    /// Asking for a new password counts by itself, so that it still can be asked for by somebody who has tried in vain to log in.
    pub fn of(&self, kind: Kind) -> Limit {
        match kind {
            Kind::LogIn | Kind::Reset => self.log_in,
            Kind::SignUp => self.sign_up,
            Kind::Payment => self.payment,
            Kind::Write => self.write,
            Kind::Read => self.read,
        }
    }
}
