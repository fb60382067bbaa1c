//! Refunds and disputes at Stripe.

use std::collections::HashMap;

use stripe::Client;
use stripe_core::{
    dispute::ListDispute,
    refund::{CreateRefund, ListRefund},
};
use uuid::Uuid;

use super::{
    answers::{Dispute, REFUND, Refund},
    calls::{Answer, PAGE, Refusal, all, send},
};
use crate::{
    Error, Result,
    payments::{NewRefund, ProviderDispute, ProviderRefund, RefundAnswer},
};

pub(super) async fn refund(
    client: &Client,
    effect: Uuid,
    refund: NewRefund,
) -> Result<RefundAnswer> {
    let metadata = HashMap::from([(REFUND.to_owned(), refund.refund.to_string())]);
    let create = CreateRefund::new()
        .payment_intent(refund.intent_id)
        .amount(refund.amount)
        .metadata(metadata);
    match send::<_, Refund>(client, &create, Some(effect)).await? {
        Answer::Done(made) => Ok(RefundAnswer::Made(made.known())),
        Answer::Refused(refusal) => refused(refusal),
    }
}

fn refused(refusal: Refusal) -> Result<RefundAnswer> {
    match refusal.code.as_str() {
        "charge_disputed" => Ok(RefundAnswer::Barred),
        // The site's balance with Stripe fills again.
        "balance_insufficient" | "insufficient_funds" => Err(Error::Gateway(refusal.message)),
        _ => Ok(RefundAnswer::Refused(refusal.message)),
    }
}

/// The oldest first.
pub(super) async fn refunds(client: &Client, intent: &str) -> Result<Vec<ProviderRefund>> {
    let page = |after: Option<String>| {
        let list = ListRefund::new().payment_intent(intent).limit(PAGE);
        match after {
            Some(after) => list.starting_after(after),
            None => list,
        }
    };
    let newest_first = all(client, page, |refund: &Refund| refund.id.clone()).await?;
    Ok(newest_first.into_iter().rev().map(Refund::known).collect())
}

/// The oldest first.
pub(super) async fn disputes(client: &Client, intent: &str) -> Result<Vec<ProviderDispute>> {
    let page = |after: Option<String>| {
        let list = ListDispute::new().payment_intent(intent).limit(PAGE);
        match after {
            Some(after) => list.starting_after(after),
            None => list,
        }
    };
    let newest_first = all(client, page, |dispute: &Dispute| dispute.id.clone()).await?;
    Ok(newest_first.into_iter().rev().map(Dispute::known).collect())
}
