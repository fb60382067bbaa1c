//! The bytes of a picture.

use bytes::Bytes;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{WIDTHS, key};
use crate::{
    Context, Error, Result,
    drawings::{self, EDITION, Spec},
};

/// Drawings are kept in so many files, each under its hash, and a newer one takes the place of an older: so that whoever
/// asks for all drawings there could be fills no disk.
const PLACES: u16 = 8192;

/// The uploaded photo as WebP in this width, or in the widest there is below it. `None` when there is no such photo, or no
/// such width.
pub async fn file(ctx: &Context, id: Uuid, width: u32) -> Result<Option<Bytes>> {
    if !WIDTHS.contains(&width) {
        return Ok(None);
    }
    for width in WIDTHS.into_iter().rev().filter(|named| *named <= width) {
        let found = ctx.photos.get(&key(id, width)).await?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// The drawing as WebP in this width, painted when it is asked for first. `None` when there is no such width.
///
/// # Errors
/// `TooMany` when many are being painted.
pub async fn drawn(ctx: &Context, spec: &Spec, width: u32) -> Result<Option<Bytes>> {
    if !WIDTHS.contains(&width) {
        return Ok(None);
    }
    let name = format!("{EDITION}/{spec}/{width}\n");
    let place = place(&name);
    if let Some(kept) = kept(ctx, &place, &name).await? {
        return Ok(Some(kept));
    }
    let _turn = ctx.photos.turn_to_paint().await?;
    // Somebody else may have asked for the same.
    if let Some(kept) = kept(ctx, &place, &name).await? {
        return Ok(Some(kept));
    }
    let spec = *spec;
    let painted = tokio::task::spawn_blocking(move || drawings::webp(&spec, width)).await;
    let painted = painted.map_err(|error| Error::Internal(error.to_string()))??;
    let file = Bytes::from([name.as_bytes(), &painted].concat());
    if let Err(error) = ctx.photos.put(&place, file.clone()).await {
        tracing::warn!(%error, "a drawing is not kept, and will be painted again");
    }
    Ok(Some(file.slice(name.len()..)))
}

/// What lies in the place, if it is of this name.
async fn kept(ctx: &Context, place: &str, name: &str) -> Result<Option<Bytes>> {
    let file = ctx.photos.get(place).await?;
    let file = file.filter(|file| file.starts_with(name.as_bytes()));
    Ok(file.map(|file| file.slice(name.len()..)))
}

fn place(name: &str) -> String {
    let hash = Sha256::digest(name);
    let place = u16::from_be_bytes([hash[0], hash[1]]) % PLACES;
    format!("drawings/{place:04x}.webp")
}
