//! One file for each page: it calls one operation and renders what comes back.

pub mod account;
pub mod admin;
pub mod checkout;
pub mod confirm_email;
pub mod dev_mail;
pub mod forgot_password;
pub mod help;
pub mod home;
pub mod homes;
pub mod host;
pub mod how_booking_works;
pub mod listing;
pub mod login;
pub mod not_found;
pub mod privacy;
pub mod receipt;
pub mod reset_password;
pub mod sandbox;
pub mod search;
pub mod signup;
pub mod styleguide;
pub mod terms;
pub mod tokens;
pub mod trip;
pub mod trips;
