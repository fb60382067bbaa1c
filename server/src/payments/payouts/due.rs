//! Everything that is due to hosts, for the site's owner.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::money::{Currency, Money};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef, RelationTrait, sea_query::ExprTrait,
};
use uuid::Uuid;

use super::{Due, MOST, Paid, Payouts, due_at, only_admin, sum_where};
use crate::{
    Context, Result,
    accounts::Actor,
    bookings::records,
    entities::{bookings, ledger_entries, listings, payouts, users},
};

/// How many of those that were paid are told.
const PAID: u64 = 25;

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
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

/// What is due to hosts, and what was paid last. Two statements. `NotFound` for everybody but the site's owner.
pub async fn due(ctx: &Context, actor: &Actor) -> Result<Payouts> {
    only_admin(actor)?;
    // One more than are looked at.
    let mut rows = rows(ctx, Some(MOST as u64 + 1)).await?;
    let more = rows.len() > MOST;
    rows.truncate(MOST);
    Ok(Payouts {
        due: read_all(ctx, rows)?,
        more,
        paid: paid(ctx).await?,
    })
}

/// All that is due, the one that fell due first at the top. One statement.
pub(super) async fn all_due(ctx: &Context) -> Result<Vec<Due>> {
    read_all(ctx, rows(ctx, None).await?)
}

fn read_all(ctx: &Context, rows: Vec<Row>) -> Result<Vec<Due>> {
    let now = ctx.clock.now();
    let mut due = rows.into_iter().map(read).collect::<Result<Vec<Due>>>()?;
    due.retain(|due| due.due_at <= now);
    due.sort_by_key(|due| (due.due_at, due.booking));
    Ok(due)
}

/// At most so many, the earliest arrival first. No zone is more than a day away from UTC's date.
async fn rows(ctx: &Context, most: Option<u64>) -> Result<Vec<Row>> {
    use bookings::Column as C;
    use ledger_entries::Column as Entry;
    let whose = Entry::Account.is_in(["host", "tax"]);
    let tax = sum_where(Entry::Account.eq("tax"));
    let amount = sum_where(whose.clone());
    let columns = [
        C::Id,
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
    let entry = ledger_entries::Relation::Booking.def().rev();
    let mut query = bookings::Entity::find()
        .select_only()
        .columns(columns)
        .columns(people)
        .column(listings::Column::Title)
        .column(payouts::Column::PaidAt)
        .column_as(amount.clone(), "amount")
        .column_as(tax, "tax")
        .join(JoinType::InnerJoin, entry)
        .join(JoinType::InnerJoin, host())
        .join(JoinType::InnerJoin, bookings::Relation::Listing.def())
        .join(JoinType::LeftJoin, payout())
        .filter(whose)
        // What the replaced system was paid for it has paid out, or owes.
        .filter(C::Imported.eq(false))
        .filter(C::CheckIn.lte(ctx.clock.now().date_naive() + Days::new(1)))
        .having(amount.ne(0))
        .order_by_asc(C::CheckIn)
        .order_by_asc(C::Id)
        .limit(most);
    for column in columns {
        query = query.group_by(column);
    }
    for column in people {
        query = query.group_by(column);
    }
    let query = query
        .group_by(listings::Column::Title)
        .group_by(payouts::Column::PaidAt);
    Ok(query.into_model::<Row>().all(&ctx.db).await?)
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

fn read(row: Row) -> Result<Due> {
    let timezone = records::timezone(&row.timezone)?;
    let currency = Currency::parse(&row.currency)?;
    Ok(Due {
        booking: row.id,
        host: format!("{} {}", row.first_name, row.last_name),
        host_email: row.email,
        home: row.title,
        check_in: row.check_in,
        due_at: due_at(timezone, row.check_in, row.check_in_minutes),
        timezone,
        amount: Money::new(row.amount, currency),
        tax: Money::new(row.tax, currency),
        disputed: row.disputed_at.is_some(),
        paid_before: row.paid_at.is_some(),
    })
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
