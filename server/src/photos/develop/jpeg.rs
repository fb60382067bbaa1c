//! JPEG pictures: large ones are decoded at a half, a quarter or an eighth of their size, which is what they are needed at.

use jpeg_decoder::{Decoder, PixelFormat};

use super::{
    Unfit,
    kind::Kind,
    look::Look,
    pixels::{MOST_KEPT, Pixels},
};
use crate::photos::picture::WIDTHS;

/// The picture, no larger than it is needed.
pub fn decode(file: &[u8], look: &Look) -> Result<Pixels, Unfit> {
    let damaged = |_| Unfit::damaged(Kind::Jpeg);
    let mut decoder = Decoder::new(file);
    let eighths = eighths(look);
    // The decoder is content when one side is as long as was asked: so only the longer one is asked for.
    let (width, height) = match look.width >= look.height {
        true => (scaled(look.width, eighths), u16::MAX),
        false => (u16::MAX, scaled(look.height, eighths)),
    };
    let (width, height) = decoder.scale(width, height).map_err(damaged)?;
    let bytes = decoder.decode().map_err(damaged)?;
    let format = decoder.info().map(|info| info.pixel_format);
    let rgb = match format {
        Some(PixelFormat::RGB24) => bytes,
        Some(PixelFormat::L8) => bytes.into_iter().flat_map(|grey| [grey; 3]).collect(),
        Some(PixelFormat::CMYK32) => bytes.chunks_exact(4).flat_map(printed).collect(),
        _ => return Err(Unfit::damaged(Kind::Jpeg)),
    };
    let (width, height) = (u32::from(width), u32::from(height));
    if rgb.len() != width as usize * height as usize * 3 {
        return Err(Unfit::damaged(Kind::Jpeg));
    }
    Ok(Pixels { width, height, rgb })
}

/// The smallest scale that is wide enough for our widest file, and that memory can bear.
fn eighths(look: &Look) -> u32 {
    let [.., widest] = WIDTHS;
    let shown = look.orientation.shown(look.width, look.height).0;
    let enough = [1, 2, 4]
        .into_iter()
        .find(|eighths| shown * eighths / 8 >= widest);
    let mut eighths = enough.unwrap_or(8);
    let pixels = u64::from(look.width) * u64::from(look.height);
    while pixels * u64::from(eighths * eighths) / 64 > MOST_KEPT {
        eighths /= 2;
    }
    eighths
}

fn scaled(length: u32, eighths: u32) -> u16 {
    u16::try_from((length * eighths).div_ceil(8)).unwrap_or(u16::MAX)
}

/// Ink on paper, as light: the decoder gives how much light each ink leaves.
fn printed(ink: &[u8]) -> [u8; 3] {
    let [cyan, magenta, yellow, black] = [ink[0], ink[1], ink[2], ink[3]].map(u16::from);
    [cyan, magenta, yellow].map(|colour| ((255 - colour) * (255 - black) / 255) as u8)
}
