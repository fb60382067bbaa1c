//! A provider that cannot be reached.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use server::{
    Context, Error, Result,
    payments::{
        Guarded, Intent, NewIntent, NewRefund, PaymentGateway, ProviderDispute, ProviderRefund,
        RefundAnswer, Touched,
    },
};
use uuid::Uuid;

use crate::support::TestState;

struct Down;

fn unreached<T>() -> Result<T> {
    Err(Error::Gateway("nobody answers".to_owned()))
}

#[async_trait::async_trait]
impl PaymentGateway for Down {
    fn name(&self) -> &'static str {
        "sandbox"
    }

    async fn create_intent(&self, _: Uuid, _: NewIntent) -> Result<Intent> {
        unreached()
    }

    async fn retrieve(&self, _: &str) -> Result<Option<Intent>> {
        unreached()
    }

    async fn capture(&self, _: Uuid, _: &str) -> Result<Intent> {
        unreached()
    }

    async fn cancel(&self, _: Uuid, _: &str) -> Result<Intent> {
        unreached()
    }

    async fn refund(&self, _: Uuid, _: NewRefund) -> Result<RefundAnswer> {
        unreached()
    }

    async fn refunds(&self, _: &str) -> Result<Vec<ProviderRefund>> {
        unreached()
    }

    async fn disputes(&self, _: &str) -> Result<Vec<ProviderDispute>> {
        unreached()
    }

    async fn touched_since(&self, _: DateTime<Utc>, _: Option<&str>) -> Result<Touched> {
        unreached()
    }
}

/// A server of the story whose provider is down.
pub fn down(state: &TestState) -> Context {
    Context {
        gateway: Arc::new(Guarded::new(Arc::new(Down), state.ctx.clock.clone())),
        ..state.ctx.clone()
    }
}
