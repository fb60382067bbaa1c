//! The segments of a JPEG file.

use super::{Look, Unfit, sized};
use crate::photos::develop::{exif::Orientation, kind::Kind};

/// A progressive picture is kept whole, two bytes for each of its samples, until its last scan.
const MOST_COEFFICIENTS: u64 = 150 << 20;
/// Real pictures have about ten scans. Each goes over the whole picture, so thousands would keep a core for minutes.
const MOST_SCANS: usize = 100;

const START_OF_SCAN: u8 = 0xda;
const APP1: u8 = 0xe1;
const END: [u8; 2] = [0xff, 0xd9];

/// Walks over the segments up to the first scan.
pub fn look(file: &[u8]) -> Result<Look, Unfit> {
    let cut = || Unfit::cut(Kind::Jpeg);
    let mut rest = file.get(2..).ok_or_else(cut)?;
    let (mut look, mut orientation) = (None, Orientation::default());
    loop {
        let Segment {
            marker,
            data,
            after,
        } = segment(rest)?;
        match marker {
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                look = Some(frame(marker, data)?)
            }
            APP1 => {
                if let Some(exif) = data.strip_prefix(b"Exif\0\0") {
                    orientation = Orientation::of_tiff(exif);
                }
            }
            START_OF_SCAN => {
                check_scans(after)?;
                let look = look.ok_or_else(|| Unfit::damaged(Kind::Jpeg))?;
                return Ok(Look {
                    orientation,
                    ..look
                });
            }
            _ => {}
        }
        rest = after;
    }
}

struct Segment<'a> {
    marker: u8,
    data: &'a [u8],
    after: &'a [u8],
}

fn segment(rest: &[u8]) -> Result<Segment<'_>, Unfit> {
    let cut = || Unfit::cut(Kind::Jpeg);
    // Some cameras leave bytes between segments; any number of 0xff may stand before a marker.
    let start = rest.iter().position(|byte| *byte == 0xff).ok_or_else(cut)?;
    let rest = rest.get(start..).unwrap_or_default();
    let marker = rest.iter().position(|byte| *byte != 0xff).ok_or_else(cut)?;
    let (marker, rest) = rest
        .get(marker..)
        .and_then(<[u8]>::split_first)
        .ok_or_else(cut)?;
    if matches!(marker, 0x00 | 0x01 | 0xd0..=0xd8) {
        return Ok(Segment {
            marker: *marker,
            data: &[],
            after: rest,
        });
    }
    let length = rest.first_chunk::<2>().ok_or_else(cut)?;
    let length = usize::from(u16::from_be_bytes(*length));
    let data = rest.get(2..length).ok_or_else(|| match length {
        0 | 1 => Unfit::damaged(Kind::Jpeg),
        _ => cut(),
    })?;
    Ok(Segment {
        marker: *marker,
        data,
        after: rest.get(length..).unwrap_or_default(),
    })
}

fn frame(marker: u8, data: &[u8]) -> Result<Look, Unfit> {
    let &[bits, h1, h2, w1, w2, count, ref components @ ..] = data else {
        return Err(Unfit::damaged(Kind::Jpeg));
    };
    let usual = matches!(marker, 0xc0..=0xc2) && bits == 8 && matches!(count, 1 | 3 | 4);
    if !usual {
        return Err(Unfit::new(
            "is a rare kind of JPEG that browsers do not show. Please save it as an ordinary JPEG.",
        ));
    }
    let (width, height) = (u16::from_be_bytes([w1, w2]), u16::from_be_bytes([h1, h2]));
    let look = sized(Kind::Jpeg, width.into(), height.into())?;
    if marker == 0xc2 {
        check_coefficients(&look, components)?;
    }
    Ok(look)
}

fn check_coefficients(look: &Look, components: &[u8]) -> Result<(), Unfit> {
    let factors = components.chunks_exact(3).map(|component| {
        let factor = component.get(1).copied().unwrap_or(0);
        (u64::from(factor >> 4), u64::from(factor & 15))
    });
    let across = factors.clone().map(|(across, _)| across).max().unwrap_or(0);
    let down = factors.clone().map(|(_, down)| down).max().unwrap_or(0);
    if across == 0 || down == 0 {
        return Err(Unfit::damaged(Kind::Jpeg));
    }
    let units =
        u64::from(look.width).div_ceil(8 * across) * u64::from(look.height).div_ceil(8 * down);
    let blocks: u64 = factors.map(|(across, down)| across * down * units).sum();
    if blocks * 128 > MOST_COEFFICIENTS {
        return Err(Unfit::new(
            "is a large progressive JPEG with all its colour, which takes more memory than we have for one picture. Please save it as an ordinary (baseline) JPEG, or make it smaller.",
        ));
    }
    Ok(())
}

fn check_scans(scans: &[u8]) -> Result<(), Unfit> {
    // Among the data of a scan 0xff is never followed by what begins a scan or ends the picture.
    let pairs = scans.windows(2);
    if !pairs.clone().rev().any(|pair| pair == END) {
        return Err(Unfit::cut(Kind::Jpeg));
    }
    if pairs.filter(|pair| *pair == [0xff, START_OF_SCAN]).count() > MOST_SCANS {
        return Err(Unfit::damaged(Kind::Jpeg));
    }
    Ok(())
}
