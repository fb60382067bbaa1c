//! What we read of Stripe's answers, and what it means to us.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use miniserde::Deserialize;
use uuid::Uuid;

use crate::payments::{
    DisputeStatus, Intent, IntentStatus, ProviderDispute, ProviderRefund, RefundStatus,
};

/// Keys of the metadata by which Stripe's objects name ours.
pub(super) const BOOKING: &str = "booking";
pub(super) const REFUND: &str = "refund";

/// A page of a list, the newest first.
#[derive(Deserialize)]
pub(super) struct Page<T> {
    pub data: Vec<T>,
    pub has_more: bool,
}

/// A payment, asked for with its latest charge.
#[derive(Deserialize)]
pub(super) struct Payment {
    pub id: String,
    amount: i64,
    amount_received: Option<i64>,
    currency: String,
    status: String,
    client_secret: Option<String>,
    metadata: Option<HashMap<String, String>>,
    last_payment_error: Option<Mistake>,
    latest_charge: Option<Authorisation>,
}

/// Why the last card was declined.
#[derive(Deserialize)]
struct Mistake {
    message: Option<String>,
}

/// A charge, as far as it tells until when it can be captured.
#[derive(Deserialize)]
struct Authorisation {
    payment_method_details: Option<Method>,
}

#[derive(Deserialize)]
struct Method {
    card: Option<Card>,
}

#[derive(Deserialize)]
struct Card {
    capture_before: Option<i64>,
}

/// A charge, as far as it counts as a try.
#[derive(Deserialize)]
pub(super) struct Try {
    status: String,
}

/// Anything that names its payment.
#[derive(Deserialize)]
pub(super) struct About {
    pub id: String,
    pub payment_intent: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Refund {
    pub id: String,
    amount: i64,
    status: Option<String>,
    metadata: Option<HashMap<String, String>>,
    failure_reason: Option<String>,
    created: i64,
}

#[derive(Deserialize)]
pub(super) struct Dispute {
    pub id: String,
    amount: i64,
    status: String,
    reason: Option<String>,
    is_charge_refundable: Option<bool>,
    created: i64,
}

impl Payment {
    /// Whether a card was declined since the guest last gave one.
    pub(super) fn was_declined(&self) -> bool {
        self.last_payment_error.is_some()
    }

    pub(super) fn known(self, declined_cards: u32) -> Intent {
        let status = status(&self.status);
        let card = self.latest_charge.and_then(|it| it.payment_method_details);
        let capture_before = card.and_then(|it| it.card).and_then(|it| it.capture_before);
        let captured = match (self.amount_received, status) {
            (Some(amount), _) => amount,
            (None, IntentStatus::Succeeded) => self.amount,
            (None, _) => 0,
        };
        let said = |mistake: Mistake| {
            let declined = || "The card was declined.".to_owned();
            mistake.message.unwrap_or_else(declined)
        };
        Intent {
            booking_id: named(self.metadata.as_ref(), BOOKING).unwrap_or_default(),
            amount: self.amount,
            currency: self.currency.to_ascii_uppercase(),
            status,
            captured,
            declined_cards,
            last_error: self.last_payment_error.map(said),
            page: None,
            client_secret: self.client_secret,
            capture_before: capture_before
                .filter(|_| status == IntentStatus::RequiresCapture)
                .and_then(|seconds| DateTime::from_timestamp(seconds, 0)),
            id: self.id,
        }
    }
}

/// A payment with a card that nobody confirmed yet still waits for one; a word that we do not know may still become anything.
fn status(text: &str) -> IntentStatus {
    IntentStatus::parse(text).unwrap_or(match text {
        "requires_confirmation" => IntentStatus::RequiresPaymentMethod,
        _ => IntentStatus::Processing,
    })
}

impl Try {
    pub(super) fn failed(&self) -> bool {
        self.status == "failed"
    }
}

impl Refund {
    pub(super) fn known(self) -> ProviderRefund {
        let status = match self.status.as_deref() {
            Some("succeeded") => RefundStatus::Succeeded,
            Some("failed" | "canceled") => RefundStatus::Failed,
            _ => RefundStatus::Pending,
        };
        ProviderRefund {
            refund: named(self.metadata.as_ref(), REFUND),
            amount: self.amount,
            failure: match status {
                RefundStatus::Failed => self.failure_reason.or(self.status),
                _ => None,
            },
            status,
            created_at: at(self.created),
            id: self.id,
        }
    }
}

impl Dispute {
    pub(super) fn known(self) -> ProviderDispute {
        let status = match self.status.as_str() {
            "won" | "warning_closed" | "prevented" => DisputeStatus::Won,
            "lost" => DisputeStatus::Lost,
            _ => DisputeStatus::Open,
        };
        ProviderDispute {
            amount: self.amount,
            status,
            reason: self.reason.unwrap_or_else(|| "general".to_owned()),
            refundable: self.is_charge_refundable.unwrap_or(false),
            opened_at: at(self.created),
            id: self.id,
        }
    }
}

fn named(metadata: Option<&HashMap<String, String>>, key: &str) -> Option<Uuid> {
    metadata?.get(key)?.parse().ok()
}

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}

#[cfg(test)]
mod tests;
