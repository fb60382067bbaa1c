//! Everything that is due to hosts, for the site's owner.

use chrono::{DateTime, Utc};
use domain::money::{Currency, Money};
use sea_orm::{EntityTrait, FromQueryResult, JoinType, QueryOrder, QuerySelect, RelationDef};
use uuid::Uuid;

use super::{Due, MOST, Paid, Payouts, kept, only_admin, rows};
use crate::{
    Context, Result,
    accounts::Actor,
    entities::{payouts, users},
};

/// How many of those that were paid are told.
const PAID: u64 = 25;

#[derive(FromQueryResult)]
struct PaidRow {
    booking_id: Uuid,
    first_name: String,
    last_name: String,
    amount: i64,
    currency: String,
    paid_at: DateTime<Utc>,
    note: String,
}

/// What is due to hosts, and what was paid last. Three statements. `NotFound` for everybody but the site's owner.
pub async fn due(ctx: &Context, actor: &Actor) -> Result<Payouts> {
    only_admin(actor)?;
    let now = ctx.clock.now();
    // One more than are looked at.
    let payable = rows::payable(rows::all(now)).limit(MOST as u64 + 1);
    let mut due = rows::found(&ctx.db, payable).await?;
    let more = due.len() > MOST;
    due.truncate(MOST);
    // Not cut off: what a host owes counts wherever it stands.
    due.extend(rows::found(&ctx.db, rows::waiting(rows::all(now))).await?);
    Ok(Payouts {
        due: listed(due, now),
        more,
        paid: paid(ctx).await?,
    })
}

/// All that is due, the one that fell due first at the top. One statement.
pub(super) async fn all_due(ctx: &Context) -> Result<Vec<Due>> {
    let now = ctx.clock.now();
    let due = rows::found(&ctx.db, rows::all(now)).await?;
    Ok(listed(due, now))
}

fn listed(mut due: Vec<Due>, now: DateTime<Utc>) -> Vec<Due> {
    due.retain(|due| due.due_at <= now);
    kept::allocate(&mut due);
    due.sort_by_key(|due| (due.due_at, due.booking));
    due
}

async fn paid(ctx: &Context) -> Result<Vec<Paid>> {
    use payouts::Column as C;
    let host: RelationDef = payouts::Entity::belongs_to(users::Entity)
        .from(C::HostId)
        .to(users::Column::Id)
        .into();
    let rows = payouts::Entity::find()
        .select_only()
        .columns([C::BookingId, C::Amount, C::Currency, C::PaidAt, C::Note])
        .columns([users::Column::FirstName, users::Column::LastName])
        .join(JoinType::InnerJoin, host)
        .order_by_desc(C::PaidAt)
        .order_by_desc(C::BookingId)
        .limit(PAID)
        .into_model::<PaidRow>()
        .all(&ctx.db)
        .await?;
    let read = |row: PaidRow| -> Result<Paid> {
        Ok(Paid {
            booking: row.booking_id,
            host: format!("{} {}", row.first_name, row.last_name),
            amount: Money::new(row.amount, Currency::parse(&row.currency)?),
            paid_at: row.paid_at,
            note: row.note,
        })
    };
    rows.into_iter().map(read).collect()
}
