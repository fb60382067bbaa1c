//! The list of a host's reservations, in two statements.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    bookings::State,
    listings::Status,
    money::{Currency, Money},
    stays::Stay,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, Order, QueryFilter, QueryOrder,
    QuerySelect, RelationTrait,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::{Filter, HomeChoice, ReservationCard, ReservationsPage};
use crate::{
    Context, Error, Result,
    accounts::Actor,
    bookings::homes::{HomeColumns, with_home},
    entities::{bookings, listings, users},
};

/// Reservations on a page; one more row is read to know whether there is another page.
const PAGE: usize = 25;

/// How many homes are offered to filter by.
const HOMES: u64 = 100;

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    check_in: NaiveDate,
    check_out: NaiveDate,
    guests: u32,
    total: i64,
    currency: String,
    state: String,
    created_at: DateTime<Utc>,
    respond_by: Option<DateTime<Utc>>,
    imported: bool,
    guest: String,
    #[sea_orm(nested)]
    home: HomeColumns,
}

/// A page of the bookings of the actor's homes, and these homes. `NotFound` when the home that is filtered by is
/// another's. Holds that ended unpaid are left out.
pub async fn list(ctx: &Context, actor: &Actor, filter: &Filter) -> Result<ReservationsPage> {
    some(ctx, actor, filter, PAGE).await
}

/// The same with at most so many reservations.
pub async fn some(
    ctx: &Context,
    actor: &Actor,
    filter: &Filter,
    most: usize,
) -> Result<ReservationsPage> {
    let homes = homes(ctx, actor, filter).await?;
    if let Some(id) = filter.home
        && !homes.iter().any(|home| home.id == id)
    {
        return Err(domain::Error::NotFound("Home").into());
    }
    let mut rows = rows(ctx, actor, filter, most).await?;
    let more = rows.len() > most;
    rows.truncate(most);
    let reservations = rows.into_iter().map(card).collect::<Result<Vec<_>>>()?;
    let last = reservations.last().filter(|_| more);
    Ok(ReservationsPage {
        homes,
        next: last.map(|card| filter.cursor(card)),
        reservations,
    })
}

/// The actor's homes by title, drafts left out: nobody has booked them. The one that is filtered by is always among them.
async fn homes(ctx: &Context, actor: &Actor, filter: &Filter) -> Result<Vec<HomeChoice>> {
    use listings::Column as C;
    let mut query = listings::Entity::find()
        .select_only()
        .columns([C::Id, C::Title])
        .filter(C::OwnerId.eq(actor.user_id));
    let shown = Condition::any().add(C::Status.ne(Status::Draft.as_str()));
    query = match filter.home {
        Some(home) => query
            .filter(shown.add(C::Id.eq(home)))
            .order_by(Expr::col(C::Id).eq(home), Order::Desc),
        None => query.filter(shown),
    };
    let rows = query
        .order_by_asc(C::Title)
        .order_by_asc(C::Id)
        .limit(HOMES)
        .into_tuple::<(Uuid, String)>()
        .all(&ctx.db)
        .await?;
    let mut homes: Vec<HomeChoice> = rows
        .into_iter()
        .map(|(id, title)| HomeChoice { id, title })
        .collect();
    homes.sort_by(|one, other| (&one.title, one.id).cmp(&(&other.title, other.id)));
    Ok(homes)
}

async fn rows(ctx: &Context, actor: &Actor, filter: &Filter, most: usize) -> Result<Vec<Row>> {
    use bookings::Column as C;
    let columns = [
        C::Id,
        C::CheckIn,
        C::CheckOut,
        C::Guests,
        C::Total,
        C::Currency,
        C::State,
        C::CreatedAt,
        C::RespondBy,
        C::Imported,
    ];
    let order = if filter.soonest_first() {
        Order::Asc
    } else {
        Order::Desc
    };
    let mut query = with_home(bookings::Entity::find().select_only().columns(columns))
        .column_as(users::Column::FirstName, "guest")
        .join(JoinType::InnerJoin, bookings::Relation::Guest.def())
        .filter(C::HostId.eq(actor.user_id))
        .filter(filter.condition(ctx.clock.now()));
    if let Some(beyond) = filter.beyond() {
        query = query.filter(beyond);
    }
    Ok(query
        .order_by(filter.order(), order.clone())
        .order_by(C::Id, order)
        .limit(most as u64 + 1)
        .into_model::<Row>()
        .all(&ctx.db)
        .await?)
}

fn card(row: Row) -> Result<ReservationCard> {
    let unknown = || Error::Internal(format!("no such booking state: {}", row.state));
    let state = State::parse(&row.state).ok_or_else(unknown)?;
    Ok(ReservationCard {
        id: row.id,
        state,
        respond_by: row.respond_by.filter(|_| state == State::Authorized),
        imported: row.imported,
        stay: Stay {
            check_in: row.check_in,
            check_out: row.check_out,
        },
        guests: row.guests,
        guest: row.guest,
        total: Money::new(row.total, Currency::parse(&row.currency)?),
        booked_at: row.created_at,
        home: row.home.home(),
    })
}
