//! Putting pictures into another order. The first is the cover.

use domain::photos::{MoveForm, OrderForm, To};
use uuid::Uuid;

use super::album::Album;
use crate::{Context, Result, accounts::Actor, database};

/// Moves one picture a step, or to the front. Returns the home's version.
///
/// # Errors
/// `NotFound` for another's home or a picture that is gone; `Refused` when the home was changed since the page was opened.
pub async fn move_photo(ctx: &Context, actor: &Actor, home: Uuid, form: MoveForm) -> Result<u32> {
    let photo = Uuid::parse_str(form.photo.trim()).unwrap_or_default();
    let unknown = || {
        domain::Error::field(
            "to",
            "Choose where the picture goes: first, earlier or later.",
        )
    };
    let to = To::parse(form.to.trim()).ok_or_else(unknown)?;
    let now = ctx.clock.now();
    database::transaction(&ctx.db, async |txn| {
        let mut album = Album::open(&txn, actor, home, Some(&form.version)).await?;
        let from = album
            .find(photo)
            .ok_or(domain::Error::NotFound("Picture"))?;
        let moved = album.photos.remove(from);
        let to = to.from(from, album.photos.len() + 1);
        album.photos.insert(to, moved);
        album.keep(&txn, now).await
    })
    .await
}

/// Puts all pictures into the given order. Returns the home's version.
///
/// # Errors
/// `NotFound` for another's home; `Refused` when the home was changed since the page was opened; at the field `order` when it
/// does not name each picture once.
pub async fn reorder(ctx: &Context, actor: &Actor, home: Uuid, form: OrderForm) -> Result<u32> {
    let order: Vec<Uuid> = form
        .order
        .split(',')
        .filter_map(|id| Uuid::parse_str(id.trim()).ok())
        .collect();
    let now = ctx.clock.now();
    database::transaction(&ctx.db, async |txn| {
        let mut album = Album::open(&txn, actor, home, Some(&form.version)).await?;
        let places = order.iter().filter_map(|id| album.find(*id));
        let sorted: Vec<_> = places.map(|at| album.photos[at].clone()).collect();
        let every_one = album.photos.iter().all(|photo| order.contains(&photo.id));
        if !every_one || order.len() != album.photos.len() {
            let sentence = "The order must name every picture of the home once.";
            return Err(domain::Error::field("order", sentence).into());
        }
        album.photos = sorted;
        album.keep(&txn, now).await
    })
    .await
}
