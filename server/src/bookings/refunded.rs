//! The refunds of a booking, as its guest sees them.

use chrono::{DateTime, Utc};
use domain::{
    money::{Currency, Money},
    refunds::RefundState,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{Error, Result, entities::refunds};

/// Money that goes back to the guest's card, or went, or could not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundView {
    pub amount: Money,
    pub state: RefundState,
    /// When it was owed.
    pub at: DateTime<Utc>,
    /// When the provider said how it ended.
    pub settled_at: Option<DateTime<Utc>>,
}

/// Oldest first.
pub(super) async fn of(conn: &impl ConnectionTrait, booking: Uuid) -> Result<Vec<RefundView>> {
    let rows = refunds::Entity::find()
        .filter(refunds::Column::BookingId.eq(booking))
        .order_by_asc(refunds::Column::CreatedAt)
        .order_by_asc(refunds::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter().map(view).collect()
}

fn view(row: refunds::Model) -> Result<RefundView> {
    let unknown = || Error::Internal(format!("no such state of a refund: {}", row.state));
    Ok(RefundView {
        amount: Money::new(row.amount, Currency::parse(&row.currency)?),
        state: RefundState::parse(&row.state).ok_or_else(unknown)?,
        at: row.created_at,
        settled_at: row.settled_at,
    })
}
