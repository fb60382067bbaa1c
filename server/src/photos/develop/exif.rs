//! The one thing of a picture's metadata that is used: how the camera was held.

use super::pixels::Pixels;

/// How the stored rows and columns lie in the picture, as EXIF counts from 1 to 8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Orientation(u16);

impl Default for Orientation {
    fn default() -> Self {
        Self(1)
    }
}

impl Orientation {
    /// From EXIF data that begin with a TIFF header. As it lies, when they say nothing that can be understood.
    pub fn of_tiff(exif: &[u8]) -> Self {
        find(exif)
            .filter(|said| (1..=8).contains(said))
            .map_or_else(Self::default, Self)
    }

    /// Width and height as people see them.
    pub fn shown(self, width: u32, height: u32) -> (u32, u32) {
        if self.0 >= 5 {
            (height, width)
        } else {
            (width, height)
        }
    }

    /// The picture as people see it.
    pub fn upright(self, stored: Pixels) -> Pixels {
        if self.0 == 1 {
            return stored;
        }
        let (width, height) = self.shown(stored.width, stored.height);
        let (right, bottom) = (stored.width - 1, stored.height - 1);
        let mut rgb = Vec::with_capacity(stored.rgb.len());
        for y in 0..height {
            for x in 0..width {
                let (x, y) = match self.0 {
                    2 => (right - x, y),
                    3 => (right - x, bottom - y),
                    4 => (x, bottom - y),
                    5 => (y, x),
                    6 => (y, bottom - x),
                    7 => (right - y, bottom - x),
                    _ => (right - y, x),
                };
                rgb.extend_from_slice(stored.at(x, y));
            }
        }
        Pixels { width, height, rgb }
    }
}

const ORIENTATION: u16 = 0x0112;

/// The first directory is looked through, as far as the bytes go.
fn find(exif: &[u8]) -> Option<u16> {
    let little = match exif.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| -> Option<u16> {
        let two: [u8; 2] = exif.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little {
            u16::from_le_bytes(two)
        } else {
            u16::from_be_bytes(two)
        })
    };
    let four: [u8; 4] = exif.get(4..8)?.try_into().ok()?;
    let first = if little {
        u32::from_le_bytes(four)
    } else {
        u32::from_be_bytes(four)
    };
    let first = usize::try_from(first).ok()?;
    let entries = usize::from(short(first)?);
    let start = first.checked_add(2)?;
    (0..entries)
        .map_while(|entry| start.checked_add(entry * 12))
        .find(|at| short(*at) == Some(ORIENTATION))
        .and_then(|at| short(at.checked_add(8)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exif(orientation: u8) -> Vec<u8> {
        let mut tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
        tiff.extend([orientation, 0, 0, 0, 0, 0, 0]);
        tiff
    }

    #[test]
    fn the_orientation_is_read_and_nonsense_is_none() {
        assert_eq!(Orientation::of_tiff(&exif(6)), Orientation(6));
        assert_eq!(Orientation::of_tiff(&exif(9)), Orientation(1));
        for end in 0..exif(6).len() {
            Orientation::of_tiff(&exif(6)[..end]);
        }
        assert_eq!(
            Orientation::of_tiff(b"MM\0*\xff\xff\xff\xff"),
            Orientation(1)
        );
    }

    /// The letter F in three by two, as each orientation stores it.
    #[test]
    fn every_orientation_becomes_the_same_picture() {
        let rows: [(u16, &[&str]); 8] = [
            (1, &["ab", "cd", "ef"]),
            (2, &["ba", "dc", "fe"]),
            (3, &["fe", "dc", "ba"]),
            (4, &["ef", "cd", "ab"]),
            (5, &["ace", "bdf"]),
            (6, &["bdf", "ace"]),
            (7, &["fdb", "eca"]),
            (8, &["eca", "fdb"]),
        ];
        for (orientation, stored) in rows {
            let pixels = Pixels {
                width: stored[0].len() as u32,
                height: stored.len() as u32,
                rgb: stored.concat().bytes().flat_map(|b| [b; 3]).collect(),
            };
            let upright = Orientation(orientation).upright(pixels);
            let letters: Vec<u8> = upright.rgb.iter().step_by(3).copied().collect();
            assert_eq!(
                (letters.as_slice(), upright.width),
                (&b"abcdef"[..], 2),
                "{orientation}"
            );
        }
    }
}
