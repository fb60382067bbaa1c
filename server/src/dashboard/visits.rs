//! The requests, and the stays of these days: who waits for an answer, who comes, who is there, who leaves.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{
    bookings::State,
    money::{Currency, Money},
    stays::{Stay, local_to_utc, today_in},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QuerySelect, RelationTrait, sea_query::ExprTrait,
};
use uuid::Uuid;

use super::{Request, Visit};
use crate::{
    Result,
    accounts::Actor,
    bookings::records,
    entities::{bookings, listings, users},
};

/// How far ahead is looked, in days.
const WEEK: u64 = 7;

/// How many stays are looked at.
const MOST: usize = 100;

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    listing_id: Uuid,
    title: String,
    first_name: String,
    guests: u32,
    check_in: NaiveDate,
    check_out: NaiveDate,
    timezone: String,
    check_in_minutes: u32,
    check_out_minutes: Option<u32>,
    check_out_by: u32,
    state: String,
    respond_by: Option<DateTime<Utc>>,
    total: i64,
    currency: String,
}

#[derive(Default)]
pub(super) struct Visits {
    pub requests: Vec<Request>,
    pub arrivals: Vec<Visit>,
    pub here: Vec<Visit>,
    pub departures: Vec<Visit>,
    pub more: bool,
}

/// The requests for the actor's homes, and the confirmed stays that begin or end within a week, or are under way. One
/// statement.
pub(super) async fn visits(
    db: &impl ConnectionTrait,
    actor: &Actor,
    now: DateTime<Utc>,
) -> Result<Visits> {
    let mut rows = rows(db, actor, now).await?;
    let mut visits = Visits {
        more: rows.len() > MOST,
        ..Visits::default()
    };
    rows.truncate(MOST);
    for row in rows {
        match row.state == State::Authorized.as_str() {
            true => visits.requests.push(request(row)?),
            false => visits.sort_in(visit(row, now)?, now),
        }
    }
    visits
        .requests
        .sort_by_key(|request| (request.answer_by.is_none(), request.answer_by));
    visits.here.sort_by_key(|visit| visit.stay.check_out);
    visits.departures.sort_by_key(|visit| visit.stay.check_out);
    Ok(visits)
}

impl Visits {
    /// By the clock on the home's wall.
    fn sort_in(&mut self, visit: Visit, now: DateTime<Utc>) {
        let (begins, ends) = (visit.begins(), visit.ends());
        let soon = visit.today + Days::new(WEEK);
        if ends <= now {
            return;
        }
        if visit.stay.check_out <= soon {
            self.departures.push(visit.clone());
        }
        if begins <= now {
            self.here.push(visit);
        } else if visit.stay.check_in <= soon {
            self.arrivals.push(visit);
        }
    }
}

impl Visit {
    /// Check-in time on the day of arrival.
    pub fn begins(&self) -> DateTime<Utc> {
        local_to_utc(self.timezone, self.stay.check_in, self.check_in_from)
    }

    /// Check-out time on the day of departure.
    pub fn ends(&self) -> DateTime<Utc> {
        local_to_utc(self.timezone, self.stay.check_out, self.check_out_by)
    }
}

/// One more than are looked at: requests, then stays, the first arrival first. No zone is more than a day away from UTC's date.
async fn rows(db: &impl ConnectionTrait, actor: &Actor, now: DateTime<Utc>) -> Result<Vec<Row>> {
    use bookings::Column as C;
    let date = now.date_naive();
    let waits = Condition::all()
        .add(C::State.eq(State::Authorized.as_str()))
        .add(C::RespondBy.gt(now).or(C::Imported.eq(true)));
    let near = Condition::all()
        .add(C::State.eq(State::Confirmed.as_str()))
        .add(C::CheckIn.lte(date + Days::new(WEEK + 1)))
        .add(C::CheckOut.gte(date - Days::new(1)));
    let rows = bookings::Entity::find()
        .select_only()
        .columns([
            C::Id,
            C::ListingId,
            C::Guests,
            C::CheckIn,
            C::CheckOut,
            C::Timezone,
            C::CheckInMinutes,
            C::CheckOutMinutes,
            C::State,
            C::RespondBy,
            C::Total,
            C::Currency,
        ])
        .columns([listings::Column::Title, listings::Column::CheckOutBy])
        .column(users::Column::FirstName)
        .join(JoinType::InnerJoin, bookings::Relation::Listing.def())
        .join(JoinType::InnerJoin, bookings::Relation::Guest.def())
        .filter(C::HostId.eq(actor.user_id))
        .filter(Condition::any().add(waits).add(near))
        // Who waits stands before what is settled: "authorized" is the earlier word.
        .order_by_asc(C::State)
        .order_by_asc(C::CheckIn)
        .order_by_asc(C::Id)
        .limit(MOST as u64 + 1);
    Ok(rows.into_model::<Row>().all(db).await?)
}

fn visit(row: Row, now: DateTime<Utc>) -> Result<Visit> {
    let timezone = records::timezone(&row.timezone)?;
    Ok(Visit {
        booking: row.id,
        home_id: row.listing_id,
        home_title: row.title,
        guest: row.first_name,
        guests: row.guests,
        stay: Stay {
            check_in: row.check_in,
            check_out: row.check_out,
        },
        timezone,
        today: today_in(timezone, now),
        check_in_from: row.check_in_minutes,
        check_out_by: row.check_out_minutes.unwrap_or(row.check_out_by),
    })
}

fn request(row: Row) -> Result<Request> {
    Ok(Request {
        booking: row.id,
        home_title: row.title,
        guest: row.first_name,
        guests: row.guests,
        stay: Stay {
            check_in: row.check_in,
            check_out: row.check_out,
        },
        total: Money::new(row.total, Currency::parse(&row.currency)?),
        timezone: records::timezone(&row.timezone)?,
        answer_by: row.respond_by,
    })
}
