//! The refunds of a booking, as its guest sees them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    money::{Currency, Money},
    refunds::RefundState,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{Error, Result, entities::refunds, payments::refunds::still_owed};

/// Money that goes back to the guest's card, or went, or could not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundView {
    pub amount: Money,
    pub state: RefundState,
    /// What of one that failed is still owed.
    pub owed: Money,
    /// The site's owner gives it back by hand, or has.
    pub by_hand: bool,
    /// When it was owed.
    pub at: DateTime<Utc>,
    /// When the provider said how it ended.
    pub settled_at: Option<DateTime<Utc>>,
}

impl RefundView {
    /// Whether it failed and its money went back another way, so that there is nothing to tell of it any more.
    pub fn is_past(&self) -> bool {
        self.state == RefundState::Failed && self.owed.minor == 0
    }
}

/// Oldest first.
pub(super) async fn of(conn: &impl ConnectionTrait, booking: Uuid) -> Result<Vec<RefundView>> {
    let rows = refunds::Entity::find()
        .filter(refunds::Column::BookingId.eq(booking))
        .order_by_asc(refunds::Column::CreatedAt)
        .order_by_asc(refunds::Column::Id)
        .all(conn)
        .await?;
    let failed = rows
        .iter()
        .any(|row| row.state == RefundState::Failed.as_str());
    let owed = match failed {
        true => still_owed(conn, &[booking]).await?,
        false => BTreeMap::new(),
    };
    let view = |row: refunds::Model| {
        let owed = owed.get(&row.id).copied();
        view(row, owed.unwrap_or(0))
    };
    rows.into_iter().map(view).collect()
}

fn view(row: refunds::Model, owed: i64) -> Result<RefundView> {
    let unknown = || Error::Internal(format!("no such state of a refund: {}", row.state));
    let currency = Currency::parse(&row.currency)?;
    Ok(RefundView {
        amount: Money::new(row.amount, currency),
        state: RefundState::parse(&row.state).ok_or_else(unknown)?,
        owed: Money::new(owed, currency),
        by_hand: row.intent_id.is_empty(),
        at: row.created_at,
        settled_at: row.settled_at,
    })
}
