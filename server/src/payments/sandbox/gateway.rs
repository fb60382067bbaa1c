//! The Sandbox as a payment gateway.

use std::sync::Arc;

use sea_orm::DatabaseConnection;
use uuid::Uuid;

use crate::{
    Error, Result,
    clock::Clock,
    payments::{Intent, NewIntent, PaymentGateway},
};

/// The built-in provider. Clones share one HTTP client.
#[derive(Clone)]
pub struct Sandbox {
    pub(super) db: DatabaseConnection,
    pub(super) clock: Arc<dyn Clock>,
    /// Where this very server can be reached from itself, without a trailing slash: webhooks are posted there.
    pub(super) webhook_base: String,
    pub(super) secret: String,
}

impl Sandbox {
    /// `secret` is the settings' secret: webhooks are signed with a key derived from it.
    pub fn new(
        db: DatabaseConnection,
        clock: Arc<dyn Clock>,
        webhook_base: String,
        secret: String,
    ) -> Self {
        Self {
            db,
            clock,
            webhook_base,
            secret,
        }
    }
}

#[async_trait::async_trait]
impl PaymentGateway for Sandbox {
    fn name(&self) -> &'static str {
        "sandbox"
    }

    async fn create_intent(&self, _effect: Uuid, _intent: NewIntent) -> Result<Intent> {
        Err(Error::Internal("create_intent".into()))
    }

    async fn retrieve(&self, _id: &str) -> Result<Option<Intent>> {
        Err(Error::Internal("retrieve".into()))
    }

    async fn capture(&self, _effect: Uuid, _id: &str) -> Result<Intent> {
        Err(Error::Internal("capture".into()))
    }

    async fn cancel(&self, _effect: Uuid, _id: &str) -> Result<Intent> {
        Err(Error::Internal("cancel".into()))
    }
}
