//! The dashboard, in three statements.

use chrono::{DateTime, Utc};
use domain::listings::Status;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};

use super::{Dashboard, HomeCard, earnings::earnings, visits::visits};
use crate::{
    Context, Error, Result,
    accounts::Actor,
    bookings::{
        homes::{HomeColumns, with_columns},
        records,
    },
    entities::listings,
};

/// How many homes are shown.
const HOMES: usize = 100;

#[derive(FromQueryResult)]
struct Row {
    status: String,
    timezone: String,
    imported_at: Option<DateTime<Utc>>,
    confirmed_at: Option<DateTime<Utc>>,
    #[sea_orm(nested)]
    home: HomeColumns,
}

/// The actor's homes, who waits for an answer, who comes, is there and leaves, and what was earned; all empty for somebody without a home.
///
/// Three statements: the homes, the requests and the stays of these days, the sums of the ledger.
pub async fn show(ctx: &Context, actor: &Actor) -> Result<Dashboard> {
    let now = ctx.clock.now();
    let mut homes = homes(ctx, actor).await?;
    let more_homes = homes.len() > HOMES;
    homes.truncate(HOMES);
    let visits = visits(&ctx.db, actor, now).await?;
    Ok(Dashboard {
        homes,
        more_homes,
        requests: visits.requests,
        arrivals: visits.arrivals,
        here: visits.here,
        departures: visits.departures,
        more: visits.more,
        earnings: earnings(&ctx.db, actor, now).await?,
    })
}

/// One more than are shown; archived ones last.
async fn homes(ctx: &Context, actor: &Actor) -> Result<Vec<HomeCard>> {
    use listings::Column as C;
    let rows = with_columns(listings::Entity::find().select_only().columns([
        C::Status,
        C::Timezone,
        C::ImportedAt,
        C::ConfirmedAt,
    ]))
    .filter(C::OwnerId.eq(actor.user_id))
    .order_by_asc(C::ArchivedAt)
    .order_by_asc(C::Title)
    .order_by_asc(C::Id)
    .limit(HOMES as u64 + 1)
    .into_model::<Row>()
    .all(&ctx.db)
    .await?;
    let mut homes = rows.into_iter().map(card).collect::<Result<Vec<_>>>()?;
    homes.sort_by_key(|home| order(home.status));
    Ok(homes)
}

fn card(row: Row) -> Result<HomeCard> {
    let unknown = || Error::Internal(format!("no such status: {}", row.status));
    Ok(HomeCard {
        status: Status::parse(&row.status).ok_or_else(unknown)?,
        timezone: records::timezone(&row.timezone)?,
        to_confirm: row.imported_at.is_some() && row.confirmed_at.is_none(),
        home: row.home.home(),
    })
}

/// Where guests can come first, what is over last.
fn order(status: Status) -> u8 {
    match status {
        Status::Published => 0,
        Status::Draft => 1,
        Status::Paused => 2,
        Status::Archived => 3,
    }
}
