//! A home as clients of the API post it: five fields, on the site at once.

use domain::{
    Currency,
    error::{keep, none_refused},
    hosting::plain,
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::defaults::{CURRENCY, Defaults, Plain};
use crate::{
    Context, Result,
    accounts::Actor,
    database,
    entities::{listings, users},
    idempotency,
    imports::{amenities, gazetteer::Point, texts},
};

/// What is said of a home.
#[derive(Debug, Clone, Default)]
pub struct PostHome {
    pub title: String,
    /// May be empty.
    pub description: String,
    /// Of a night, in US dollars.
    pub price: f64,
    pub latitude: f64,
    pub longitude: f64,
}

/// Makes a published home of the actor's and returns its id; what is not said is as [`super::defaults`] has it, and the host is
/// told on their pages what else guests would like to know. Posting twice makes two homes.
///
/// Refuses mistakes (`Invalid`, each at its field).
pub async fn post(ctx: &Context, actor: &Actor, said: PostHome) -> Result<Uuid> {
    let said = read(&said)?;
    amenities::fill(&ctx.db, ctx.clock.now()).await?;
    let defaults = Defaults::load(ctx).await?;
    let now = ctx.clock.now();
    let mut live = defaults.home(&ctx.db, actor.user_id, said, now).await?;
    live.home.id = idempotency::new_id();
    database::transaction(&ctx.db, async |txn| {
        lock(&txn, actor).await?;
        if !is_posted(&txn, actor, live.home.id).await? {
            live.write(&txn).await?;
        }
        Ok(live.home.id)
    })
    .await
}

fn read(said: &PostHome) -> Result<Plain> {
    let mut refused = Vec::new();
    let title = keep(&mut refused, plain::title(&texts::line(&said.title)));
    let description = plain::description(&texts::paragraphs(&said.description));
    let description = keep(&mut refused, description);
    let nightly = plain::nightly(said.price, Currency::parse(CURRENCY)?);
    let nightly = keep(&mut refused, nightly);
    let latitude = keep(&mut refused, plain::latitude(said.latitude));
    let longitude = keep(&mut refused, plain::longitude(said.longitude));
    none_refused(refused)?;
    Ok(Plain {
        title: title.unwrap_or_default(),
        description: description.unwrap_or_default(),
        nightly: nightly.unwrap_or_default(),
        point: Point {
            latitude: latitude.unwrap_or_default(),
            longitude: longitude.unwrap_or_default(),
        },
    })
}

/// Somebody who closes their account meanwhile posts no home.
async fn lock(txn: &DatabaseTransaction, actor: &Actor) -> Result<()> {
    let host = users::Entity::find_by_id(actor.user_id)
        .filter(users::Column::ArchivedAt.is_null())
        .lock_exclusive()
        .one(txn)
        .await?;
    host.ok_or(domain::Error::SignInNeeded)?;
    Ok(())
}

/// The same request was done before, and its answer was lost.
async fn is_posted(txn: &DatabaseTransaction, actor: &Actor, id: Uuid) -> Result<bool> {
    let own = listings::Entity::find_by_id(id)
        .filter(listings::Column::OwnerId.eq(actor.user_id))
        .one(txn)
        .await?;
    Ok(own.is_some())
}
