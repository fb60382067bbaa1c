//! What came back to guests who cancelled: in our books and in the Sandbox's.

use chrono::{DateTime, Utc};
use domain::{Money, cancellation::Back};
use uuid::Uuid;

use super::Draft;
use crate::{
    Result,
    entities::{refunds, sandbox_refunds},
    payments::to_provider,
};

impl Draft<'_> {
    pub fn refund_id(&self) -> Uuid {
        Uuid::new_v5(&self.id, b"refund")
    }

    fn provider_refund_id(&self) -> String {
        format!("re_{}", Uuid::new_v5(&self.id, b"re").simple())
    }

    pub fn refund(&self, back: &Back, at: DateTime<Utc>) -> refunds::Model {
        refunds::Model {
            id: self.refund_id(),
            booking_id: self.id,
            intent_id: self.intent_id(),
            amount: back.total,
            currency: self.house.town.currency.into(),
            host_part: back.host,
            platform_part: back.platform,
            tax_part: back.tax,
            origin: "cancellation".into(),
            reason: "The guest cancelled.".into(),
            asked_by: "guest".into(),
            asked_by_id: Some(self.planned.guest),
            state: "succeeded".into(),
            provider_id: Some(self.provider_refund_id()),
            failure: None,
            version: 3,
            created_at: at,
            settled_at: Some(at),
        }
    }

    pub fn sandbox_refund(&self, back: &Back, at: DateTime<Utc>) -> Result<sandbox_refunds::Model> {
        Ok(sandbox_refunds::Model {
            id: self.provider_refund_id(),
            idempotency_key: Uuid::new_v5(&self.id, b"refund effect").to_string(),
            intent_id: self.intent_id(),
            refund_id: Some(self.refund_id()),
            amount: to_provider(Money::new(back.total, self.quote.currency))?,
            status: "succeeded".into(),
            failure: None,
            created_at: at,
            updated_at: at,
        })
    }
}
