//! Bookings in plain facts, as programs read them: one by its id, a guest's own, and those of one home for its host.

mod rows;

use chrono::{DateTime, Utc};
use domain::{
    bookings::{State, Status},
    money::Money,
    stays::Stay,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::{
    Context, Result,
    accounts::Actor,
    entities::{bookings, listings},
};

/// One booking for its guest or the host of its home.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    pub id: Uuid,
    pub listing_id: Uuid,
    pub guest_id: Uuid,
    pub stay: Stay,
    pub guests: u32,
    pub total: Money,
    pub state: State,
    /// Whether who looks can end it now: let it go, withdraw, decline or cancel it.
    pub can_end: bool,
    /// Up to then everything comes back, were it confirmed now when it is not yet; none when there never was such a
    /// time, and once it has ended.
    pub everything_until: Option<DateTime<Utc>>,
    /// Until when its nights wait for a payment; only while it is held.
    pub hold_expires_at: Option<DateTime<Utc>>,
    /// Until when the host answers; only while this is a request that waits.
    pub respond_by: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// Which bookings of a list: the latest made first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wanted {
    pub status: Option<Status>,
    pub when: Option<WhenLeft>,
    /// After the booking that was made then.
    pub after: Option<(DateTime<Utc>, Uuid)>,
    /// How many at most.
    pub limit: u64,
}

/// On which side of its day of departure a booking is, by the home's calendar: each is on one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhenLeft {
    /// The guests have not left yet.
    Upcoming,
    Past,
}

/// A part of a list, and whether more follow.
#[derive(Debug, Clone, PartialEq)]
pub struct FactsPage {
    pub bookings: Vec<Facts>,
    pub more: bool,
}

/// The booking for its guest or its host; another's is not found. One statement.
pub async fn facts(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Facts> {
    let theirs = Condition::any()
        .add(bookings::Column::GuestId.eq(actor.user_id))
        .add(bookings::Column::HostId.eq(actor.user_id));
    let found = rows::select().filter(bookings::Column::Id.eq(id));
    let found = found.filter(theirs).into_model::<rows::Row>();
    let row = found.one(&ctx.db).await?;
    let row = row.ok_or(domain::Error::NotFound("Booking"))?;
    row.facts(actor, ctx.clock.now())
}

/// The actor's own bookings as a guest; holds that ended unpaid are left out. One statement.
pub async fn booked_by(ctx: &Context, actor: &Actor, wanted: &Wanted) -> Result<FactsPage> {
    let own = Condition::all().add(bookings::Column::GuestId.eq(actor.user_id));
    rows::page(ctx, actor, own, wanted).await
}

/// The bookings of one of the actor's homes, in the same way; another's home is not found. Two statements.
pub async fn booked_at(
    ctx: &Context,
    actor: &Actor,
    home: Uuid,
    wanted: &Wanted,
) -> Result<FactsPage> {
    if !hosts(&ctx.db, actor, home).await? {
        return Err(domain::Error::NotFound("Home").into());
    }
    let of_home = Condition::all()
        .add(bookings::Column::ListingId.eq(home))
        .add(bookings::Column::HostId.eq(actor.user_id));
    rows::page(ctx, actor, of_home, wanted).await
}

/// Whether there is such a booking at all, whoever has it.
pub async fn exists(ctx: &Context, id: Uuid) -> Result<bool> {
    let found = bookings::Entity::find_by_id(id)
        .select_only()
        .column(bookings::Column::Id)
        .into_tuple::<Uuid>();
    Ok(found.one(&ctx.db).await?.is_some())
}

async fn hosts(conn: &impl ConnectionTrait, actor: &Actor, home: Uuid) -> Result<bool> {
    let found = listings::Entity::find_by_id(home)
        .select_only()
        .column(listings::Column::Id)
        .filter(listings::Column::OwnerId.eq(actor.user_id))
        .into_tuple::<Uuid>();
    Ok(found.one(conn).await?.is_some())
}
