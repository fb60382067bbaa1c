//! What one host is owed and was paid, by currency.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::money::{Currency, Money};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationTrait,
    sea_query::{CaseStatement, Expr, ExprTrait},
};
use uuid::Uuid;

use super::{HostPayouts, due_at, sum_where};
use crate::{
    Context, Result,
    accounts::Actor,
    bookings::records,
    entities::{bookings, ledger_entries},
    payments::ledger::Kind,
};

/// The sums of a stay that may not be due yet, or of all that were due long ago.
#[derive(FromQueryResult)]
struct Row {
    /// None for those that were due long ago.
    recent: Option<Uuid>,
    currency: String,
    disputed: bool,
    check_in: NaiveDate,
    timezone: String,
    check_in_minutes: u32,
    balance: i64,
    paid: i64,
}

/// One for each currency that money ever came in, the code's order. One statement, with a row for each stay of these days and of
/// those to come.
pub async fn of_host(ctx: &Context, actor: &Actor) -> Result<Vec<HostPayouts>> {
    let now = ctx.clock.now();
    let mut sums: BTreeMap<Currency, HostPayouts> = BTreeMap::new();
    for row in rows(ctx, actor, now).await? {
        let currency = Currency::parse(&row.currency)?;
        let sum = sums.entry(currency).or_insert_with(|| none(currency));
        sum.paid.minor -= row.paid;
        let timezone = records::timezone(&row.timezone)?;
        let is_due = || due_at(timezone, row.check_in, row.check_in_minutes) <= now;
        let owed = match () {
            () if row.disputed => &mut sum.held_back,
            () if row.recent.is_none() || is_due() => &mut sum.due,
            () => &mut sum.later,
        };
        owed.minor += row.balance;
    }
    Ok(sums.into_values().collect())
}

fn none(currency: Currency) -> HostPayouts {
    let nothing = Money::new(0, currency);
    HostPayouts {
        due: nothing,
        later: nothing,
        held_back: nothing,
        paid: nothing,
    }
}

async fn rows(ctx: &Context, actor: &Actor, now: DateTime<Utc>) -> Result<Vec<Row>> {
    use bookings::Column as C;
    use ledger_entries::Column as Entry;
    let paid_out = [Kind::Payout, Kind::PayoutKept].map(Kind::as_str);
    // No zone is more than a day away from UTC's date.
    let long_ago = now.date_naive() - Days::new(3);
    let recent: Expr = CaseStatement::new()
        .case(C::CheckIn.gt(long_ago), C::Id.into_expr())
        .into();
    let query = bookings::Entity::find()
        .select_only()
        .column_as(recent, "recent")
        .column_as(C::Currency, "currency")
        .column_as(C::DisputedAt.is_not_null(), "disputed")
        .column_as(C::CheckIn.max(), "check_in")
        .column_as(C::Timezone.max(), "timezone")
        .column_as(C::CheckInMinutes.max(), "check_in_minutes")
        .column_as(sum_where(Expr::val(1).eq(1)), "balance")
        .column_as(sum_where(Entry::Kind.is_in(paid_out)), "paid")
        .join(
            JoinType::InnerJoin,
            ledger_entries::Relation::Booking.def().rev(),
        )
        .filter(C::HostId.eq(actor.user_id))
        .filter(C::Imported.eq(false))
        .filter(Entry::Account.is_in(["host", "tax"]))
        // By their names: the same words with parameters of their own are other expressions to TiDB.
        .group_by(Expr::col("recent"))
        .group_by(Expr::col((bookings::Entity, C::Currency)))
        .group_by(Expr::col("disputed"));
    Ok(query.into_model::<Row>().all(&ctx.db).await?)
}
