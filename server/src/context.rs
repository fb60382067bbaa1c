//! What every operation is given: the database, the clock, the payment provider, the mailer, the pictures and the settings.

use std::{path::PathBuf, sync::Arc};

use axum::http::HeaderName;
use domain::pricing::Fees;
use sea_orm::DatabaseConnection;
use tokio::sync::Notify;

use crate::{
    clock::Clock,
    limits::{Limits, Reads},
    mail::Mailer,
    payments::{PaymentGateway, stripe::StripeSettings},
    photos::PhotoStore,
    tokens::{Callers, Keys},
};

/// Shared by all requests and workers of one process; cheap to clone.
#[derive(Clone)]
pub struct Context {
    pub db: DatabaseConnection,
    pub clock: Arc<dyn Clock>,
    pub gateway: Arc<dyn PaymentGateway>,
    pub mailer: Arc<dyn Mailer>,
    pub photos: PhotoStore,
    pub settings: Arc<Settings>,
    /// Wakes the worker when an outbox row was written.
    pub wake: Arc<Notify>,
    /// Reads of the API, counted until they are settled with those of the other servers.
    pub reads: Arc<Reads>,
    /// Who bore a token a moment ago.
    pub callers: Callers,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Environment {
    Development,
    Production,
}

/// What the operator chose; see the configuration table in the README.
#[derive(Clone)]
pub struct Settings {
    /// Without a trailing slash, for links, the return from payment and the Origin check.
    pub public_url: String,
    pub environment: Environment,
    /// Says on every page that no money moves.
    pub public_demo: bool,
    pub operator_name: String,
    pub support_email: String,
    /// Folder for the database, photos and mail.
    pub data: PathBuf,
    /// What the platform takes of a stay.
    pub fees: Fees,
    /// The account with Stripe; without one the Sandbox takes the payments.
    pub stripe: Option<StripeSettings>,
    /// Signs what leaves the server and comes back.
    pub secret: String,
    /// Sign access tokens.
    pub token_keys: Keys,
    /// Whose pages may call the API from a browser: origins, as browsers say them.
    pub api_origins: Vec<String>,
    /// How often somebody may do something; none when nothing is limited.
    pub limits: Option<Limits>,
    /// The header in which the proxy in front of us names the client.
    pub client_header: Option<HeaderName>,
}

impl Settings {
    /// Whether others than the person at this machine are served, as a rule through a proxy.
    pub fn is_public(&self) -> bool {
        self.public_demo || self.environment == Environment::Production
    }
}
