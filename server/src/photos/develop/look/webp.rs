//! The container of a WebP file.

use webp::{BitstreamFeatures, BitstreamFormat};

use super::{Look, Unfit, at_most, sized};
use crate::photos::develop::{exif::Orientation, kind::Kind};

/// A lossless picture is in memory twice while it is decoded: four bytes a pixel, and what comes out.
const LOSSLESS: u64 = 24;
/// One with transparency takes a third more.
const SEE_THROUGH: u64 = 24;

pub fn look(file: &[u8]) -> Result<Look, Unfit> {
    let said = file.get(4..8).and_then(|four| four.try_into().ok());
    let said = said
        .map(u32::from_le_bytes)
        .and_then(|said| usize::try_from(said).ok());
    if said.is_none_or(|said| said.saturating_add(8) > file.len()) {
        return Err(Unfit::cut(Kind::WebP));
    }
    let features = BitstreamFeatures::new(file).ok_or_else(|| Unfit::damaged(Kind::WebP))?;
    if features.has_animation() {
        return Err(Unfit::new(
            "is animated. We show pictures that stand still: please send one of them as JPEG, PNG or WebP.",
        ));
    }
    let mut look = sized(Kind::WebP, features.width(), features.height())?;
    if features.has_alpha() {
        at_most(SEE_THROUGH, &look, "transparent WebP pictures")?;
    }
    if !matches!(features.format(), Some(BitstreamFormat::Lossy)) {
        at_most(LOSSLESS, &look, "lossless WebP pictures")?;
    }
    if let Some(exif) = chunk(file, b"EXIF") {
        look.orientation = Orientation::of_tiff(exif.strip_prefix(b"Exif\0\0").unwrap_or(exif));
    }
    Ok(look)
}

/// The data of the first chunk of this name.
fn chunk<'a>(file: &'a [u8], name: &[u8; 4]) -> Option<&'a [u8]> {
    let mut rest = file.get(12..)?;
    loop {
        let (head, after) = rest.split_first_chunk::<8>()?;
        let (found, length) = head.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(length.try_into().ok()?)).ok()?;
        if found == name {
            return after.get(..length);
        }
        // Chunks of odd length are followed by a byte that says nothing.
        rest = after.get(length.checked_add(length % 2)?..)?;
    }
}
