//! The daily comparison: what the ledger says that the provider has, and what the provider says, payment by payment.

mod daily;
mod dead;
mod one;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use uuid::Uuid;

use super::DisputeStatus;
use crate::{
    Context, Result,
    entities::{disputes, ledger_entries, payments},
};

pub use daily::{daily, report};

/// So many payments are read at a time.
const PAGE: u64 = 100;
/// So many differences are told.
const TOLD: usize = 100;

/// What was found, in words for the site's owner.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Payments looked at.
    pub checked: u32,
    /// Payments that were not as the ledger had them, and are now.
    pub mended: u32,
    /// Payments that still are not.
    pub differences: u32,
    /// What was to be done at the provider and was given up.
    pub given_up: u32,
    /// A sentence for each of the first hundred.
    pub told: Vec<String>,
}

impl Comparison {
    /// For people to read.
    pub fn body(&self) -> String {
        let payments = domain::text::count(self.checked, "payment");
        let mut lines = vec![match self.differences {
            0 => format!("{payments} compared: the ledger and the provider agree."),
            1 => format!("{payments} compared: one differs."),
            many => format!("{payments} compared: {many} differ."),
        }];
        if self.mended > 0 {
            let mended = domain::text::count(self.mended, "payment");
            lines.push(format!(
                "News of {mended} had not come: they were taken in now."
            ));
        }
        if self.given_up > 0 {
            let steps = domain::text::count(self.given_up, "step");
            lines.push(format!(
                "{steps} at the provider could not be done and will not be tried again: look at these bookings."
            ));
        }
        lines.extend(self.told.iter().cloned());
        lines.join("\n")
    }

    fn differs(&mut self, sentence: String) {
        self.differences += 1;
        self.tell(sentence);
    }

    fn tell(&mut self, sentence: String) {
        if self.told.len() < TOLD {
            self.told.push(sentence);
        }
    }
}

/// Compares every payment in which something happened since, here or at the provider, and those that are disputed; what
/// had not reached us is taken in first. What was given up since is told beside it. Any number of processes may do this at once.
///
/// # Errors
/// When the provider is not reached: then nothing is known.
pub async fn compare(ctx: &Context, since: DateTime<Utc>) -> Result<Comparison> {
    let mut found = Comparison::default();
    let mut seen = BTreeSet::new();
    let mut after: Option<String> = None;
    loop {
        let page = ctx.gateway.touched_since(since, after.as_deref()).await?;
        for intent in page.intents {
            if seen.insert(intent.clone()) {
                one::theirs(ctx, &intent, &mut found).await?;
            }
        }
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let mut last = Uuid::nil();
    loop {
        let page = ours(ctx, since, last).await?;
        let Some(end) = page.last() else { break };
        last = end.id;
        for payment in page {
            let intent = payment.intent_id.clone().unwrap_or_default();
            if seen.insert(intent) {
                one::ours(ctx, &payment, &mut found).await?;
            }
        }
    }
    dead::effects(ctx, since, &mut found).await?;
    Ok(found)
}

/// Payments of ours in which something happened, in the order of their ids.
async fn ours(ctx: &Context, since: DateTime<Utc>, after: Uuid) -> Result<Vec<payments::Model>> {
    use payments::Column as C;
    let moved = ledger_entries::Entity::find()
        .select_only()
        .column(ledger_entries::Column::BookingId)
        .filter(ledger_entries::Column::At.gte(since))
        .into_query();
    let disputed = disputes::Entity::find()
        .select_only()
        .column(disputes::Column::BookingId)
        .filter(disputes::Column::Status.eq(DisputeStatus::Open.as_str()))
        .into_query();
    let touched = Condition::any()
        .add(C::UpdatedAt.gte(since))
        .add(C::BookingId.in_subquery(moved))
        .add(C::BookingId.in_subquery(disputed));
    Ok(payments::Entity::find()
        .filter(C::Id.gt(after))
        .filter(C::IntentId.is_not_null())
        .filter(C::Provider.eq(ctx.gateway.name()))
        .filter(touched)
        .order_by_asc(C::Id)
        .limit(PAGE)
        .all(&ctx.db)
        .await?)
}
