//! The site's money at a glance, for its owner: what went wrong and waits for a person, and what the last comparison with the
//! provider found.

mod failed;
mod open_disputes;
mod overlapping;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{bookings::State, money::Money};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    payouts::only_admin,
    refunds::{self, ByHand},
};
use crate::{
    Context, Result,
    accounts::Actor,
    entities::{bookings, reports},
};

pub use overlapping::Overlap;

/// What waits for the site's owner.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// Refunds that failed and that the guest is still owed, the oldest first; at most a hundred.
    pub failed: Vec<FailedRefund>,
    /// Refunds of stays that were paid for before HBnB moved, the oldest first; at most a hundred.
    pub by_hand: Vec<ByHand>,
    /// Stays that came without their nights when HBnB moved, the first arrival first; at most a hundred.
    pub overlapping: Vec<Overlap>,
    /// Disputes that are not settled, the oldest first; at most a hundred.
    pub disputes: Vec<OpenDispute>,
    /// Guests who wait for a host's answer.
    pub requests: u64,
    /// What the last comparison with the provider found; none before the first.
    pub report: Option<Report>,
}

/// A refund that did not arrive.
#[derive(Debug, Clone, PartialEq)]
pub struct FailedRefund {
    pub id: Uuid,
    pub booking: Uuid,
    /// First name and last.
    pub guest: String,
    pub guest_email: String,
    pub home: String,
    pub amount: Money,
    /// What of it is still owed.
    pub owed: Money,
    /// Why it failed, in the provider's words.
    pub failure: Option<String>,
    pub asked_at: DateTime<Utc>,
}

/// A payment that a guest's bank disputes.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenDispute {
    /// The provider's.
    pub id: String,
    pub booking: Uuid,
    pub guest: String,
    pub home: String,
    pub amount: Money,
    pub reason: String,
    pub opened_at: DateTime<Utc>,
}

/// A day's comparison of the ledger with the provider.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub day: NaiveDate,
    pub at: DateTime<Utc>,
    pub checked: u32,
    pub differences: u32,
    /// For people to read.
    pub body: String,
}

/// How many of a kind are looked at.
const MOST: u64 = 100;

/// At most nine statements. `NotFound` for everybody but the site's owner.
pub async fn overview(ctx: &Context, actor: &Actor) -> Result<Overview> {
    only_admin(actor)?;
    let waits = bookings::Entity::find()
        .filter(bookings::Column::State.eq(State::Authorized.as_str()))
        .filter(bookings::Column::RespondBy.gt(ctx.clock.now()));
    Ok(Overview {
        failed: failed::failed(ctx).await?,
        by_hand: refunds::waiting(ctx, actor).await?,
        overlapping: overlapping::overlapping(ctx).await?,
        disputes: open_disputes::open_disputes(ctx).await?,
        requests: waits.count(&ctx.db).await?,
        report: report(ctx).await?,
    })
}

async fn report(ctx: &Context) -> Result<Option<Report>> {
    // One without words is being made.
    let last = reports::Entity::find()
        .filter(reports::Column::Body.ne(""))
        .order_by_desc(reports::Column::At)
        .one(&ctx.db)
        .await?;
    Ok(last.map(|report| Report {
        day: report.day,
        at: report.at,
        checked: report.checked,
        differences: report.differences,
        body: report.body,
    }))
}
