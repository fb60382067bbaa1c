//! The list of a guest's bookings.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    bookings::State,
    money::{Currency, Money},
    stays::{Stay, today_in},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Func, Query},
};
use uuid::Uuid;

use super::{
    TripCard, Trips,
    homes::{HomeColumns, with_home},
    records,
};
use crate::{
    Context, Error, Result,
    accounts::Actor,
    entities::{bookings, listings, payments},
};

/// As many as a page shows, the latest check-in first.
const MOST: u64 = 100;

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    check_in: NaiveDate,
    check_out: NaiveDate,
    guests: u32,
    total: i64,
    currency: String,
    state: String,
    timezone: String,
    instant_book: bool,
    respond_by: Option<DateTime<Utc>>,
    imported: bool,
    #[sea_orm(nested)]
    home: HomeColumns,
}

/// The guest's last hundred bookings, in one statement: stays, what was paid for and came to nothing, and holds that
/// are open. Holds that ended unpaid are left out.
pub async fn trips(ctx: &Context, actor: &Actor) -> Result<Trips> {
    let mut rows = rows(ctx, actor).await?;
    let most = usize::try_from(MOST).unwrap_or(usize::MAX);
    let mut trips = Trips {
        more: rows.len() > most,
        ..Trips::default()
    };
    rows.truncate(most);
    let now = ctx.clock.now();
    for row in rows {
        let left = has_left(&row, now)?;
        let card = card(row)?;
        match card.state {
            State::Held | State::Authorized | State::Capturing | State::Expiring => {
                trips.upcoming.push(card)
            }
            State::Confirmed if !left => trips.upcoming.push(card),
            State::Confirmed | State::Completed => trips.past.push(card),
            _ => trips.cancelled.push(card),
        }
    }
    trips.upcoming.reverse();
    Ok(trips)
}

/// One more than are shown, the latest check-in first.
async fn rows(ctx: &Context, actor: &Actor) -> Result<Vec<Row>> {
    use bookings::Column as C;
    let columns = [
        C::Id,
        C::CheckIn,
        C::CheckOut,
        C::Guests,
        C::Total,
        C::Currency,
        C::State,
        C::Timezone,
        C::RespondBy,
        C::Imported,
    ];
    let rows = with_home(bookings::Entity::find().select_only().columns(columns))
        .expr_as(instant_book(), "instant_book")
        .filter(C::GuestId.eq(actor.user_id))
        .filter(is_open_or_was_paid_for())
        .order_by_desc(C::CheckIn)
        .order_by_desc(C::Id)
        .limit(MOST + 1)
        .into_model::<Row>()
        .all(&ctx.db)
        .await?;
    Ok(rows)
}

/// As agreed at the hold; the home's word for bookings that are older than the column.
fn instant_book() -> Expr {
    Func::coalesce([
        Expr::col((bookings::Entity, bookings::Column::InstantBook)),
        Expr::col((listings::Entity, listings::Column::InstantBook)),
    ])
    .into()
}

/// A hold that ended counts only when a card was authorised for it.
pub(crate) fn is_open_or_was_paid_for() -> Condition {
    let ended = [State::Expired, State::Withdrawn].map(State::as_str);
    let booking = Expr::col((bookings::Entity, bookings::Column::Id));
    let authorised = Query::select()
        .expr(Expr::value(1))
        .from(payments::Entity)
        .and_where(booking.equals((payments::Entity, payments::Column::BookingId)))
        .and_where(payments::Column::AuthorizedAt.is_not_null())
        .to_owned();
    Condition::any()
        .add(bookings::Column::State.is_not_in(ended))
        .add(Expr::exists(authorised))
}

/// Whether the day of departure is over, by the home's calendar.
fn has_left(row: &Row, now: DateTime<Utc>) -> Result<bool> {
    Ok(today_in(records::timezone(&row.timezone)?, now) > row.check_out)
}

fn card(row: Row) -> Result<TripCard> {
    let unknown = || Error::Internal(format!("no such booking state: {}", row.state));
    let state = State::parse(&row.state).ok_or_else(unknown)?;
    Ok(TripCard {
        id: row.id,
        state,
        instant_book: row.instant_book,
        respond_by: row.respond_by.filter(|_| state == State::Authorized),
        imported: row.imported,
        stay: Stay {
            check_in: row.check_in,
            check_out: row.check_out,
        },
        guests: row.guests,
        total: Money::new(row.total, Currency::parse(&row.currency)?),
        home: row.home.home(),
    })
}
