//! Adding an uploaded picture to a home.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use domain::text;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    MOST_BYTES, MOST_PHOTOS, PhotoStore, PhotoView,
    album::Album,
    develop::{self, Developed, Unfit},
    key,
    list::list,
    remove::{files_are_going, remove_unless_shown},
};
use crate::{
    Context, Error, Result,
    accounts::Actor,
    database::{self, Transaction},
    entities::photos,
};

/// A picture that has been added.
#[derive(Debug, Clone, PartialEq)]
pub struct Added {
    pub photo: PhotoView,
    /// The home's, for the next change of order.
    pub version: u32,
}

/// Adds the picture behind the others. The same file sent again to the same home is the picture that is there already.
///
/// # Errors
/// At the field `file`, in a sentence that names the file, when it is no picture that we take; `NotFound` for another's
/// home; `Refused` when the home has enough pictures or is archived.
pub async fn add(
    ctx: &Context,
    actor: &Actor,
    home: Uuid,
    file_name: &str,
    file: Bytes,
) -> Result<Added> {
    let id = id(ctx, home, &file).await?;
    let album = list(ctx, actor, home).await?;
    if let Some(known) = album.photos.iter().find(|photo| photo.id == id) {
        let (photo, version) = (known.clone(), album.version);
        return Ok(Added { photo, version });
    }
    if album.room == 0 {
        return Err(full().into());
    }
    let developed = developed(&ctx.photos, file_name, file).await?;
    for (named, file) in &developed.files {
        ctx.photos
            .put(&key(id, *named), file.clone().into())
            .await?;
    }
    let now = ctx.clock.now();
    let row = row(id, home, &developed, now);
    let written = async |txn: Transaction| append(&txn, actor, row.clone(), now).await;
    let added = database::repeatable(&ctx.db, written).await;
    if added.is_err() {
        // What nobody shows is of no use; that it is left behind does no harm.
        if let Err(error) = remove_unless_shown(ctx, id).await {
            tracing::warn!(photo = %id, %error, "files of a photo that was not added are left behind");
        }
    }
    added
}

/// Says that a file weighs more than we take.
pub fn too_large(file_name: &str) -> domain::Error {
    unfit(file_name, &Unfit::too_heavy(MOST_BYTES))
}

fn unfit(file_name: &str, why: &Unfit) -> domain::Error {
    let name = text::excerpt(file_name, 60);
    let name = if name.is_empty() { "The file" } else { &name };
    domain::Error::field("file", format!("{name} {why}"))
}

fn full() -> domain::Error {
    domain::Error::Refused(format!(
        "A home has at most {MOST_PHOTOS} pictures. Remove one to add another."
    ))
}

/// The same for the same file on the same home, so that a repeated request finds what it did. Nobody can guess it who has
/// not got the file. An id whose files are going to be removed is never used again.
async fn id(ctx: &Context, home: Uuid, file: &Bytes) -> Result<Uuid> {
    let id = Uuid::new_v5(&home, &Sha256::digest(file));
    match files_are_going(&ctx.db, id).await? {
        true => Ok(Uuid::new_v4()),
        false => Ok(id),
    }
}

async fn developed(store: &PhotoStore, file_name: &str, file: Bytes) -> Result<Developed> {
    let refused = |why: &Unfit| Error::User(unfit(file_name, why));
    if file.len() > MOST_BYTES {
        return Err(too_large(file_name).into());
    }
    let look = develop::look(&file).map_err(|why| refused(&why))?;
    let developed = store.decode(move || develop::develop(&file, &look)).await?;
    match developed {
        Some(developed) => developed.map_err(|why| refused(&why)),
        None => Err(refused(&Unfit::unreadable())),
    }
}

fn row(id: Uuid, home: Uuid, developed: &Developed, now: DateTime<Utc>) -> photos::Model {
    let widths: Vec<String> = developed.widths.iter().map(u32::to_string).collect();
    photos::Model {
        id,
        listing_id: home,
        position: 0,
        alt: String::new(),
        widths: widths.join(","),
        placeholder: developed.placeholder.clone(),
        created_at: now,
        drawing: None,
        bytes: i64::try_from(developed.bytes()).ok(),
    }
}

async fn append(
    txn: &sea_orm::DatabaseTransaction,
    actor: &Actor,
    row: photos::Model,
    now: DateTime<Utc>,
) -> Result<Added> {
    let mut album = Album::open(txn, actor, row.listing_id, None).await?;
    let at = match album.find(row.id) {
        Some(known) => known,
        None if album.photos.len() >= MOST_PHOTOS as usize => {
            return Err(full().into());
        }
        None => {
            album.photos.push(row);
            album.photos.len() - 1
        }
    };
    let photo = PhotoView::of(&album.photos[at], at == 0);
    let version = album.keep(txn, now).await?;
    Ok(Added { photo, version })
}
