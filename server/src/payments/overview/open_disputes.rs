//! Disputes that are not settled.

use chrono::{DateTime, Utc};
use domain::money::{Currency, Money};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, RelationDef,
};
use uuid::Uuid;

use super::{MOST, OpenDispute};
use crate::{
    Context, Result,
    entities::{bookings, disputes},
    payments::around::around,
};

#[derive(FromQueryResult)]
struct DisputeRow {
    id: String,
    booking_id: Uuid,
    first_name: String,
    last_name: String,
    title: String,
    amount: i64,
    currency: String,
    reason: String,
    opened_at: DateTime<Utc>,
}

/// The oldest first.
pub(super) async fn open_disputes(ctx: &Context) -> Result<Vec<OpenDispute>> {
    use disputes::Column as C;
    let booking: RelationDef = disputes::Entity::belongs_to(bookings::Entity)
        .from(C::BookingId)
        .to(bookings::Column::Id)
        .into();
    let query = disputes::Entity::find().select_only().columns([
        C::Id,
        C::BookingId,
        C::Amount,
        C::Currency,
        C::Reason,
        C::OpenedAt,
    ]);
    let rows = around(query, booking)
        .filter(C::Status.eq("open"))
        .order_by_asc(C::OpenedAt)
        .order_by_asc(C::Id)
        .limit(MOST)
        .into_model::<DisputeRow>()
        .all(&ctx.db)
        .await?;
    let read = |row: DisputeRow| -> Result<OpenDispute> {
        Ok(OpenDispute {
            id: row.id,
            booking: row.booking_id,
            guest: format!("{} {}", row.first_name, row.last_name),
            home: row.title,
            amount: Money::new(row.amount, Currency::parse(&row.currency)?),
            reason: row.reason,
            opened_at: row.opened_at,
        })
    };
    rows.into_iter().map(read).collect()
}
