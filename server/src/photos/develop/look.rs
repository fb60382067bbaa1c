//! What is known of a file before anything is decoded: what it is, how large its picture is, whether all of it is there.
//! Nearly everything that is refused is refused here, where it costs nothing.

mod jpeg;
mod png;
mod webp;

use domain::{money::grouped, photos::MOST_PIXELS};

use super::{
    Unfit,
    exif::Orientation,
    kind::{Kind, kind},
};

/// One side may be so many times the other.
const LONGEST_SHAPE: u32 = 10;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    pub kind: Kind,
    /// As it is stored, in pixels.
    pub width: u32,
    /// As it is stored, in pixels.
    pub height: u32,
    pub orientation: Orientation,
}

/// # Errors
/// What is wrong with the file.
pub fn look(file: &[u8]) -> Result<Look, Unfit> {
    match kind(file)? {
        Kind::Jpeg => jpeg::look(file),
        Kind::Png => png::look(file),
        Kind::WebP => webp::look(file),
    }
}

/// # Errors
/// When a picture of this size is no picture, or more than we take.
fn sized(kind: Kind, width: u32, height: u32) -> Result<Look, Unfit> {
    if width == 0 || height == 0 {
        return Err(Unfit::damaged(kind));
    }
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS {
        return Err(Unfit::new(format!(
            "has {}: we take up to {} megapixels. Please make it smaller.",
            size(width, height),
            MOST_PIXELS / 1_000_000
        )));
    }
    if width.max(height) > width.min(height).saturating_mul(LONGEST_SHAPE) {
        return Err(Unfit::new(format!(
            "has {}: that is too long and narrow to be shown. Please cut out a part.",
            size(width, height)
        )));
    }
    Ok(Look {
        kind,
        width,
        height,
        orientation: Orientation::default(),
    })
}

/// "8,000 × 6,000 pixels (48 megapixels)"
fn size(width: u32, height: u32) -> String {
    let tenths = (u64::from(width) * u64::from(height)).div_ceil(100_000);
    format!(
        "{} × {} pixels ({}.{} megapixels)",
        grouped(u64::from(width)),
        grouped(u64::from(height)),
        grouped(tenths / 10),
        tenths % 10
    )
}

/// For kinds of pictures that take more memory than others: the same limit, lower.
fn at_most(megapixels: u64, look: &Look, what: &str) -> Result<(), Unfit> {
    if u64::from(look.width) * u64::from(look.height) > megapixels * 1_000_000 {
        return Err(Unfit::new(format!(
            "has {}: of {what} we take up to {megapixels} megapixels. Please make it smaller, or save it as an ordinary JPEG.",
            size(look.width, look.height)
        )));
    }
    Ok(())
}
