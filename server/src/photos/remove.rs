//! Removing a picture: from the home at once, its files when no page that somebody kept can show them any more.

use chrono::Duration;
use domain::photos::RemoveForm;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use super::{WIDTHS, album::Album, key};
use crate::{
    Context, Error, Result,
    accounts::Actor,
    database,
    entities::{outbox, photos},
    jobs::outbox::{NewEffect, enqueue_at},
};

/// The kind of the effect.
pub(crate) const REMOVE_FILES: &str = "remove_photo_files";

/// Pages are kept for a minute by caches, and open in browsers for longer.
const KEPT: Duration = Duration::minutes(15);

/// Removes the picture; one that is gone already stays gone. Returns the home's version.
///
/// # Errors
/// `NotFound` for another's home; `Refused` for the last picture of a published home.
pub async fn remove(ctx: &Context, actor: &Actor, home: Uuid, form: RemoveForm) -> Result<u32> {
    let photo = Uuid::parse_str(form.photo.trim()).unwrap_or_default();
    let now = ctx.clock.now();
    database::repeatable(&ctx.db, async |txn| {
        let mut album = Album::open(&txn, actor, home, None).await?;
        let Some(at) = album.find(photo) else {
            return Ok(album.version());
        };
        if album.is_published() && album.photos.len() == 1 {
            let sentence = "A published home shows at least one picture. Add another one first, or pause the home.";
            return Err(domain::Error::Refused(sentence.to_owned()).into());
        }
        let removed = album.photos.remove(at);
        if removed.drawing.is_none() {
            enqueue_at(&*txn, effect(photo), now, now + KEPT).await?;
        }
        album.keep(&txn, now).await
    })
    .await
}

fn effect(photo: Uuid) -> NewEffect {
    NewEffect {
        kind: REMOVE_FILES,
        booking_id: None,
        dedupe_key: dedupe_key(photo),
        payload: photo.to_string(),
    }
}

fn dedupe_key(photo: Uuid) -> String {
    format!("{REMOVE_FILES}:{photo}")
}

/// Whether the files of this id are going to be removed, or were.
pub(super) async fn files_are_going(db: &impl ConnectionTrait, photo: Uuid) -> Result<bool> {
    let asked = outbox::Entity::find().filter(outbox::Column::DedupeKey.eq(dedupe_key(photo)));
    Ok(asked.count(db).await? > 0)
}

/// Does the effect.
pub(crate) async fn remove_files(ctx: &Context, effect: &outbox::Model) -> Result<()> {
    let unreadable = |_| Error::Internal(format!("no photo's id: {}", effect.payload));
    remove_unless_shown(ctx, Uuid::parse_str(&effect.payload).map_err(unreadable)?).await
}

/// Removes the files of a picture that no home has.
pub(super) async fn remove_unless_shown(ctx: &Context, photo: Uuid) -> Result<()> {
    if photos::Entity::find_by_id(photo).count(&ctx.db).await? > 0 {
        return Ok(());
    }
    for width in WIDTHS {
        ctx.photos.delete(&key(photo, width)).await?;
    }
    Ok(())
}
