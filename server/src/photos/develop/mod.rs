//! From the bytes of a file to the pictures that are kept: looked at, decoded, put upright, made small, packed as WebP.
//!
//! Nothing of the file itself is kept, so neither are its metadata. Everything here takes a core for up to some seconds,
//! and memory: at most one file at a time (see [`super::PhotoStore`]), and never on an async thread.

mod exif;
mod jpeg;
mod kind;
mod look;
mod pack;
mod pixels;
mod png;
mod webp;

use std::fmt;

use kind::Kind;
use look::Look;

use super::picture::{WIDTHS, named};

/// Why a file is no picture that we take: the end of a sentence that begins with the file's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unfit(String);

impl Unfit {
    fn new(why: impl Into<String>) -> Self {
        Self(why.into())
    }

    /// The decoder gave up: the file is damaged, or it is not what its first bytes say.
    fn damaged(kind: Kind) -> Self {
        Self(format!(
            "is damaged: it begins as a {kind} picture, and then it cannot be read. Please save or export it again."
        ))
    }

    /// For a file of more bytes than are taken.
    pub fn too_heavy(most: usize) -> Self {
        let most = most >> 20;
        Self(format!(
            "weighs more than {most} MB, which is the most we take. Please make it smaller."
        ))
    }

    /// The decoder came to an end that its authors had not thought of.
    pub fn unreadable() -> Self {
        Self::new("cannot be read as a picture. Please save or export it again.")
    }

    fn cut(kind: Kind) -> Self {
        Self(format!(
            "ends before its picture does: part of this {kind} file is missing. Please send it again, or export it again."
        ))
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is kept of an uploaded file.
#[derive(Debug)]
pub(super) struct Developed {
    /// WebP under the width that it is named by.
    pub files: Vec<(u32, Vec<u8>)>,
    /// The true widths, ascending.
    pub widths: Vec<u32>,
    /// A data URI of a tiny picture.
    pub placeholder: String,
}

impl Developed {
    /// Of all files together.
    pub fn bytes(&self) -> usize {
        self.files.iter().map(|(_, file)| file.len()).sum()
    }
}

/// Looks at the file without decoding it: cheap, and refuses nearly everything that is refused.
pub(super) fn look(file: &[u8]) -> Result<Look, Unfit> {
    look::look(file)
}

/// Decodes the file that was looked at, and makes what is kept of it.
pub(super) fn develop(file: &[u8], look: &Look) -> Result<Developed, Unfit> {
    let decoded = match look.kind {
        Kind::Jpeg => jpeg::decode(file, look)?,
        Kind::Png => png::decode(file, look)?,
        Kind::WebP => webp::decode(file)?,
    };
    let widths = widths(look.orientation.shown(decoded.width, decoded.height).0);
    let widest = widths.last().copied().unwrap_or(1);
    let mut upright = look.orientation.upright(decoded.scaled_to(widest, look)?);
    let mut files = Vec::with_capacity(widths.len());
    for width in widths.iter().rev() {
        upright = upright.narrowed(*width)?;
        files.push((named(*width), pack::file(&upright)?));
    }
    Ok(Developed {
        files,
        placeholder: pack::placeholder(&upright)?,
        widths,
    })
}

/// The widths that are kept of a picture so wide. Its own is among them when it is narrower than our widest, unless that
/// is hardly more than one of ours.
fn widths(own: u32) -> Vec<u32> {
    let [.., widest] = WIDTHS;
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|width| *width <= own).collect();
    let last = widths.last().copied().unwrap_or(0);
    if own < widest && own > last + last / 8 {
        widths.push(own);
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_width_is_more_than_the_original_has() {
        assert_eq!(widths(4000), [480, 960, 1600]);
        assert_eq!(widths(1600), [480, 960, 1600]);
        assert_eq!(widths(1200), [480, 960, 1200]);
        assert_eq!(widths(1000), [480, 960]);
        assert_eq!(widths(481), [480]);
        assert_eq!(widths(300), [300]);
        assert_eq!(widths(1), [1]);
    }
}
