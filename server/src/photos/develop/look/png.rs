//! The chunks of a PNG file.

use super::{Look, Unfit, sized};
use crate::photos::develop::{exif::Orientation, kind::Kind};

const SIGNATURE: usize = 8;

/// Walks over all chunks: the last must be there, and none may be spoilt.
pub fn look(file: &[u8]) -> Result<Look, Unfit> {
    let cut = || Unfit::cut(Kind::Png);
    let mut rest = file.get(SIGNATURE..).ok_or_else(cut)?;
    let mut look = None;
    loop {
        let Chunk { name, data, after } = chunk(rest)?;
        match name {
            b"IHDR" => look = Some(header(data)?),
            b"eXIf" => {
                if let Some(look) = &mut look {
                    look.orientation = Orientation::of_tiff(data);
                }
            }
            b"IEND" => return look.ok_or_else(|| Unfit::damaged(Kind::Png)),
            _ if look.is_none() => return Err(Unfit::damaged(Kind::Png)),
            _ => {}
        }
        rest = after;
    }
}

struct Chunk<'a> {
    name: &'a [u8],
    data: &'a [u8],
    after: &'a [u8],
}

fn chunk(rest: &[u8]) -> Result<Chunk<'_>, Unfit> {
    let cut = || Unfit::cut(Kind::Png);
    let (length, rest) = rest.split_first_chunk::<4>().ok_or_else(cut)?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| cut())?;
    let named = rest.get(..length.saturating_add(4)).ok_or_else(cut)?;
    let after = rest.get(named.len()..).unwrap_or_default();
    let (check, after) = after.split_first_chunk::<4>().ok_or_else(cut)?;
    let mut sum = flate2::Crc::new();
    sum.update(named);
    if sum.sum() != u32::from_be_bytes(*check) {
        return Err(Unfit::damaged(Kind::Png));
    }
    let (name, data) = named.split_at(4);
    Ok(Chunk { name, data, after })
}

fn header(data: &[u8]) -> Result<Look, Unfit> {
    let number = |at: usize| {
        let four = data.get(at..at + 4).and_then(|four| four.try_into().ok());
        four.map(u32::from_be_bytes)
    };
    let (width, height) = number(0)
        .zip(number(4))
        .ok_or_else(|| Unfit::damaged(Kind::Png))?;
    sized(Kind::Png, width, height)
}
