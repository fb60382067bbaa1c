//! The people of the demo who have a part: the same that tests use. All log in with [`PASSWORD`].

mod guests;
mod hosts;

use uuid::Uuid;

use super::ids;

pub use guests::*;
pub use hosts::*;

/// The demo's one password; demo accounts are refused in production.
pub const PASSWORD: &str = "lantern-on-the-shore";

/// Someone with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    pub first_name: &'static str,
    pub last_name: &'static str,
    pub email: &'static str,
    pub phone: &'static str,
    pub home_location: &'static str,
    pub about: &'static str,
}

impl Person {
    /// The same in every database.
    pub fn id(&self) -> Uuid {
        ids::of("user", self.email)
    }
}

pub const HOSTS: [&Person; 30] = [
    &AILSA, &HAMISH, &MISAKI, &KENTA, &LUCIA, &XIMENA, &MORAG, &TERESA, &RUI, &BEATRIZ, &KIRSTEN,
    &MADS, &JONAS, &NOMONDE, &FAEEZA, &PIETER, &GENEVIEVE, &OLIVIER, &HORACIO, &CAROLINA, &YOUSSEF,
    &KHADIJA, &DEFNE, &MURAT, &THAO, &MINH, &AROHA, &GREG, &RANA, &BASEL,
];
pub const GUESTS: [&Person; 12] = [
    &SIOBHAN, &JEAN_LUC, &LI, &NINA, &LAYLA, &PRIYA, &GIULIA, &TOMAS, &AMARA, &DANIEL, &INGRID,
    &JOAO,
];
