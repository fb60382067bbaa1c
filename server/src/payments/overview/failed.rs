//! Refunds that failed and that their guests are still owed.

use chrono::{DateTime, Utc};
use domain::{
    money::{Currency, Money},
    refunds::RefundState,
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, SelectStatement},
};
use uuid::Uuid;

use super::{FailedRefund, MOST};
use crate::{
    Context, Result,
    entities::{ledger_entries, refunds, users},
    payments::around::{around, of_refund},
};

#[derive(FromQueryResult)]
struct RefundRow {
    booking_id: Uuid,
    first_name: String,
    last_name: String,
    email: String,
    title: String,
    amount: i64,
    currency: String,
    owed: Option<i64>,
    failure: Option<String>,
    created_at: DateTime<Utc>,
}

/// The oldest first.
pub(super) async fn failed(ctx: &Context) -> Result<Vec<FailedRefund>> {
    use refunds::Column as C;
    let query = refunds::Entity::find()
        .select_only()
        .columns([
            C::BookingId,
            C::Amount,
            C::Currency,
            C::Failure,
            C::CreatedAt,
        ])
        .column(users::Column::Email)
        .expr_as(Expr::from(owed_to_guest()), "owed");
    let rows = around(query, of_refund())
        .filter(C::State.eq(RefundState::Failed.as_str()))
        .order_by_asc(C::CreatedAt)
        .order_by_asc(C::Id)
        .limit(MOST)
        .into_model::<RefundRow>()
        .all(&ctx.db)
        .await?;
    // What a guest got another way since is owed no more.
    let owed = rows.into_iter().filter(|row| row.owed.unwrap_or(0) > 0);
    owed.map(told).collect()
}

/// The guest's balance in the ledger, for the refund in the row around it.
fn owed_to_guest() -> SelectStatement {
    use ledger_entries::Column as C;
    let of_refund = Expr::col((refunds::Entity, refunds::Column::BookingId));
    ledger_entries::Entity::find()
        .select_only()
        .expr(C::Amount.sum().cast_as("signed"))
        .filter(C::Account.eq("guest"))
        .filter(of_refund.equals((ledger_entries::Entity, C::BookingId)))
        .into_query()
}

fn told(row: RefundRow) -> Result<FailedRefund> {
    let currency = Currency::parse(&row.currency)?;
    Ok(FailedRefund {
        booking: row.booking_id,
        guest: format!("{} {}", row.first_name, row.last_name),
        guest_email: row.email,
        home: row.title,
        amount: Money::new(row.amount, currency),
        owed: Money::new(row.owed.unwrap_or(0), currency),
        failure: row.failure,
        asked_at: row.created_at,
    })
}
