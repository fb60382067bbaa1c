//! From what was typed to settings that are right. Every wrong or missing one is a sentence for the operator.

mod limits;
mod mail;
mod payments;
mod photos;
mod production;
mod read;
mod url;

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use server::{Environment, Settings};

pub use mail::Mail;
pub use photos::Photos;

/// What a command starts with.
#[derive(Clone)]
pub struct Config {
    pub settings: Settings,
    /// May hold a password: never shown.
    pub database_url: String,
    pub photos: Photos,
    pub mail: Mail,
    pub host: IpAddr,
    pub port: u16,
    /// A file through which a test moves the clock; never in production.
    pub clock: Option<PathBuf>,
    /// Where a test says at which points it wants to kill this process; never in production.
    pub interruptions: Option<PathBuf>,
}

impl Config {
    pub fn address(&self) -> SocketAddr {
        SocketAddr::new(self.host, self.port)
    }

    pub fn is_production(&self) -> bool {
        self.settings.environment == Environment::Production
    }
}
