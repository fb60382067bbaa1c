//! Refunds that failed and that their guests are still owed.

use chrono::{DateTime, Utc};
use domain::{
    money::{Currency, Money},
    refunds::RefundState,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
    sea_query::{Expr, ExprTrait, SelectStatement},
};
use uuid::Uuid;

use super::{FailedRefund, MOST};
use crate::{
    Context, Result,
    entities::{bookings, ledger_entries, refunds, users},
    payments::{
        around::{around, of_refund},
        refunds::still_owed,
    },
};

#[derive(FromQueryResult)]
struct RefundRow {
    id: Uuid,
    booking_id: Uuid,
    first_name: String,
    last_name: String,
    email: String,
    title: String,
    amount: i64,
    currency: String,
    failure: Option<String>,
    created_at: DateTime<Utc>,
}

/// The oldest first.
pub(super) async fn failed(ctx: &Context) -> Result<Vec<FailedRefund>> {
    use refunds::Column as C;
    let query = refunds::Entity::find()
        .select_only()
        .columns([
            C::Id,
            C::BookingId,
            C::Amount,
            C::Currency,
            C::Failure,
            C::CreatedAt,
        ])
        .column(users::Column::Email);
    // What a dispute has taken may be owed behind it.
    let may_be_owed = Condition::any()
        .add(Expr::from(owed_to_guest()).gt(0))
        .add(bookings::Column::DisputedAt.is_not_null());
    let rows = around(query, of_refund())
        .filter(C::State.eq(RefundState::Failed.as_str()))
        .filter(may_be_owed)
        .order_by_asc(C::CreatedAt)
        .order_by_asc(C::Id)
        .limit(MOST)
        .into_model::<RefundRow>()
        .all(&ctx.db)
        .await?;
    let of: Vec<Uuid> = rows.iter().map(|row| row.booking_id).collect();
    let owed = still_owed(&ctx.db, &of).await?;
    let rows = rows.into_iter();
    let still = rows.filter_map(|row| owed.get(&row.id).map(|owed| told(row, *owed)));
    still.collect()
}

/// The guest's balance in the ledger, for the refund in the row around it. What is exactly owed is known by [`still_owed`].
fn owed_to_guest() -> SelectStatement {
    use ledger_entries::Column as C;
    let of_refund = |column: refunds::Column| Expr::col((refunds::Entity, column));
    ledger_entries::Entity::find()
        .select_only()
        .expr(C::Amount.sum())
        .filter(C::Account.eq("guest"))
        .filter(
            of_refund(refunds::Column::BookingId).equals((ledger_entries::Entity, C::BookingId)),
        )
        .filter(of_refund(refunds::Column::Currency).equals((ledger_entries::Entity, C::Currency)))
        .into_query()
}

fn told(row: RefundRow, owed: i64) -> Result<FailedRefund> {
    let currency = Currency::parse(&row.currency)?;
    Ok(FailedRefund {
        id: row.id,
        booking: row.booking_id,
        guest: format!("{} {}", row.first_name, row.last_name),
        guest_email: row.email,
        home: row.title,
        amount: Money::new(row.amount, currency),
        owed: Money::new(owed, currency),
        failure: row.failure,
        asked_at: row.created_at,
    })
}
