//! The stays of which something is owed to hosts, or by them, as the ledger has them.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::money::{Currency, Money};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QuerySelect, RelationDef, RelationTrait, Select,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::{Due, due_at, sum_where};
use crate::{
    Result,
    bookings::records,
    entities::{bookings, ledger_entries, listings, payouts, users},
};

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    host_id: Uuid,
    first_name: String,
    last_name: String,
    email: String,
    title: String,
    check_in: NaiveDate,
    timezone: String,
    check_in_minutes: u32,
    currency: String,
    disputed_at: Option<DateTime<Utc>>,
    paid_at: Option<DateTime<Utc>>,
    amount: i64,
    tax: i64,
}

/// Those that can be paid now; whoever asks for few gets those of the earliest arrivals.
pub(super) fn payable(all: Select<bookings::Entity>) -> Select<bookings::Entity> {
    all.filter(bookings::Column::DisputedAt.is_null())
        .filter(payouts::Column::PaidAt.is_null())
        .having(amount().gt(0))
}

/// All the others: disputed, or left over.
pub(super) fn waiting(all: Select<bookings::Entity>) -> Select<bookings::Entity> {
    let others = Condition::any()
        .add(bookings::Column::DisputedAt.is_not_null())
        .add(payouts::Column::PaidAt.is_not_null())
        .add(amount().lt(0));
    all.having(others)
}

/// Those of one host in one currency.
pub(super) fn of_host(
    all: Select<bookings::Entity>,
    host: Uuid,
    currency: &str,
) -> Select<bookings::Entity> {
    all.filter(bookings::Column::HostId.eq(host))
        .filter(bookings::Column::Currency.eq(currency))
}

/// All of them, the earliest arrival first. No zone is more than a day away from UTC's date.
pub(super) fn all(now: DateTime<Utc>) -> Select<bookings::Entity> {
    use bookings::Column as C;
    let columns = [
        C::Id,
        C::HostId,
        C::CheckIn,
        C::Timezone,
        C::CheckInMinutes,
        C::Currency,
        C::DisputedAt,
    ];
    let people = [
        users::Column::FirstName,
        users::Column::LastName,
        users::Column::Email,
    ];
    let tax = sum_where(ledger_entries::Column::Account.eq("tax"));
    let mut query = bookings::Entity::find()
        .select_only()
        .columns(columns)
        .columns(people)
        .column(listings::Column::Title)
        .column(payouts::Column::PaidAt)
        .column_as(amount(), "amount")
        .column_as(tax, "tax")
        .join(
            JoinType::InnerJoin,
            ledger_entries::Relation::Booking.def().rev(),
        )
        .join(JoinType::InnerJoin, host())
        .join(JoinType::InnerJoin, bookings::Relation::Listing.def())
        .join(JoinType::LeftJoin, payout())
        .filter(is_theirs())
        // What the replaced system was paid for it has paid out, or owes.
        .filter(C::Imported.eq(false))
        .filter(C::CheckIn.lte(now.date_naive() + Days::new(1)))
        .having(amount().ne(0))
        .order_by_asc(C::CheckIn)
        .order_by_asc(C::Id);
    for column in columns {
        query = query.group_by(column);
    }
    for column in people {
        query = query.group_by(column);
    }
    query
        .group_by(listings::Column::Title)
        .group_by(payouts::Column::PaidAt)
}

/// The two accounts that are paid out.
fn is_theirs() -> Expr {
    ledger_entries::Column::Account.is_in(["host", "tax"])
}

fn amount() -> Expr {
    sum_where(is_theirs())
}

/// Whoever lets the home.
fn host() -> RelationDef {
    bookings::Entity::belongs_to(users::Entity)
        .from(bookings::Column::HostId)
        .to(users::Column::Id)
        .into()
}

/// What was paid for the stay before.
fn payout() -> RelationDef {
    bookings::Entity::belongs_to(payouts::Entity)
        .from(bookings::Column::Id)
        .to(payouts::Column::BookingId)
        .into()
}

/// The rows of the query, some of which may be due only tomorrow. One statement.
pub(super) async fn found(
    conn: &impl ConnectionTrait,
    query: Select<bookings::Entity>,
) -> Result<Vec<Due>> {
    let rows = query.into_model::<Row>().all(conn).await?;
    rows.into_iter().map(read).collect()
}

fn read(row: Row) -> Result<Due> {
    let timezone = records::timezone(&row.timezone)?;
    let currency = Currency::parse(&row.currency)?;
    Ok(Due {
        booking: row.id,
        host_id: row.host_id,
        host: format!("{} {}", row.first_name, row.last_name),
        host_email: row.email,
        home: row.title,
        check_in: row.check_in,
        due_at: due_at(timezone, row.check_in, row.check_in_minutes),
        timezone,
        amount: Money::new(row.amount, currency),
        tax: Money::new(row.tax, currency),
        kept: Money::new(0, currency),
        disputed: row.disputed_at.is_some(),
        paid_before: row.paid_at.is_some(),
    })
}
