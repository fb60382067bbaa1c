//! Saying what a picture shows.

use domain::photos::{DescribeForm, description};
use uuid::Uuid;

use super::album::Album;
use crate::{Context, Result, accounts::Actor, database};

/// Keeps the description. Two who describe one picture at once do not overwrite each other: the second is told. Returns
/// the home's version.
///
/// # Errors
/// At the field `alt`; `NotFound` for another's home or a picture that is gone; `Refused` when somebody else described it
/// since the page was opened.
pub async fn describe(ctx: &Context, actor: &Actor, home: Uuid, form: DescribeForm) -> Result<u32> {
    let alt = description(&form.alt)?;
    let was = description(&form.was).unwrap_or_default();
    let photo = Uuid::parse_str(form.photo.trim()).unwrap_or_default();
    let now = ctx.clock.now();
    database::repeatable(&ctx.db, async |txn| {
        let mut album = Album::open(&txn, actor, home, None).await?;
        let at = album
            .find(photo)
            .ok_or(domain::Error::NotFound("Picture"))?;
        // The same words again are no change: a repeated request.
        if album.photos[at].alt != alt && album.photos[at].alt != was {
            return Err(album.elsewhere().into());
        }
        album.photos[at].alt.clone_from(&alt);
        album.keep(&txn, now).await
    })
    .await
}
