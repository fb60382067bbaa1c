//! What a host earned: the sums of the ledger by currency and month.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    calendars::Month,
    money::{Currency, Money},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    RelationTrait,
    sea_query::{Alias, Expr, ExprTrait, Func},
};

use super::{Earnings, MonthEarned};
use crate::{
    Error, Result,
    accounts::Actor,
    entities::{bookings, ledger_entries},
};

/// Months of the chart.
const MONTHS: u32 = 12;

/// Movements of what was earned to its host.
const PAID_OUT: [&str; 2] = ["payout", "payout_kept"];

#[derive(FromQueryResult)]
struct Row {
    currency: String,
    /// `2026-06`, of UTC.
    month: String,
    /// Minor units.
    amount: i64,
}

/// The host's account of the ledger, net, for each currency; what was paid out stays earned. One statement, with a row for each month in which money
/// moved.
pub(super) async fn earnings(
    db: &impl ConnectionTrait,
    actor: &Actor,
    now: DateTime<Utc>,
) -> Result<Vec<Earnings>> {
    let mut by_currency: BTreeMap<Currency, BTreeMap<Month, i64>> = BTreeMap::new();
    for row in rows(db, actor).await? {
        let unreadable = || Error::Internal(format!("no such month: {}", row.month));
        let month = Month::parse(&row.month).ok_or_else(unreadable)?;
        let months = by_currency
            .entry(Currency::parse(&row.currency)?)
            .or_default();
        *months.entry(month).or_default() += row.amount;
    }
    let this_month = Month::of(now.date_naive());
    let sums = by_currency.into_iter();
    Ok(sums
        .map(|(currency, months)| summed(currency, &months, this_month))
        .collect())
}

fn summed(currency: Currency, months: &BTreeMap<Month, i64>, this_month: Month) -> Earnings {
    let money = |minor: i64| Money::new(minor, currency);
    let earned = |month: Month| MonthEarned {
        month,
        amount: money(months.get(&month).copied().unwrap_or(0)),
    };
    let year: Vec<MonthEarned> = (0..MONTHS)
        .rev()
        .map(|ago| earned(this_month.back(ago)))
        .collect();
    Earnings {
        total: money(months.values().sum()),
        this_month: earned(this_month).amount,
        last_year: money(year.iter().map(|month| month.amount.minor).sum()),
        months: year,
    }
}

async fn rows(db: &impl ConnectionTrait, actor: &Actor) -> Result<Vec<Row>> {
    use ledger_entries::Column as C;
    // Instants begin with the year and the month on both databases.
    let at = Expr::col((ledger_entries::Entity, C::At)).cast_as(Alias::new("char"));
    let month = Func::cust(Alias::new("substr")).args([at, Expr::val(1), Expr::val(7)]);
    // TiDB sums whole numbers as decimals.
    let amount = C::Amount.sum().cast_as(Alias::new("signed"));
    let rows = ledger_entries::Entity::find()
        .select_only()
        .column(C::Currency)
        .column_as(Expr::from(month), "month")
        .column_as(amount, "amount")
        .join(JoinType::InnerJoin, ledger_entries::Relation::Booking.def())
        .filter(bookings::Column::HostId.eq(actor.user_id))
        .filter(C::Account.eq("host"))
        .filter(C::Kind.is_not_in(PAID_OUT))
        .group_by(C::Currency)
        // By its name: the same words with parameters of their own are another expression to TiDB.
        .group_by(Expr::col(Alias::new("month")));
    Ok(rows.into_model::<Row>().all(db).await?)
}
