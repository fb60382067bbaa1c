//! Pixels in memory, and making fewer of them.

use fast_image_resize::{
    FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer,
    images::{Image, ImageRef},
};

use super::{Unfit, look::Look};

/// More pixels than these are never kept at once: 16 megapixels are 48 MB.
pub const MOST_KEPT: u64 = 16_000_000;

/// Rows from top to bottom, three bytes a pixel: red, green, blue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<u8>,
}

impl Pixels {
    /// The pixel in this column and row, which must be inside.
    pub fn at(&self, x: u32, y: u32) -> &[u8] {
        let at = (y as usize * self.width as usize + x as usize) * 3;
        &self.rgb[at..at + 3]
    }

    /// Scaled as it lies, so that it will be so wide when it is upright.
    pub fn scaled_to(self, width: u32, look: &Look) -> Result<Self, Unfit> {
        let (shown_width, shown_height) = look.orientation.shown(self.width, self.height);
        if width >= shown_width {
            return Ok(self);
        }
        let height = in_proportion(shown_width, shown_height, width);
        // Turning twice is lying still.
        let (width, height) = look.orientation.shown(width, height);
        self.resized(width, height)
    }

    /// So wide, and as high as that makes it; as it is when it is no wider.
    pub fn narrowed(self, width: u32) -> Result<Self, Unfit> {
        if width >= self.width {
            return Ok(self);
        }
        let height = in_proportion(self.width, self.height, width);
        self.resized(width, height)
    }

    fn resized(&self, width: u32, height: u32) -> Result<Self, Unfit> {
        let failed = |_| Unfit::new("cannot be made smaller. Please send another picture.");
        let from = ImageRef::new(self.width, self.height, &self.rgb, PixelType::U8x3);
        let from = from.map_err(|_| Unfit::new("has no pixels."))?;
        let mut to = Image::new(width, height, PixelType::U8x3);
        let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
        Resizer::new()
            .resize(&from, &mut to, &options)
            .map_err(failed)?;
        Ok(Self {
            width,
            height,
            rgb: to.into_vec(),
        })
    }
}

/// The height that belongs to the width; at least 1.
fn in_proportion(width: u32, height: u32, new_width: u32) -> u32 {
    let (width, height) = (u64::from(width.max(1)), u64::from(height));
    let scaled = (height * u64::from(new_width) + width / 2) / width;
    u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
}

/// Gathers pixels in whatever order they come, each four of a large picture as one: so that a decoder that gives rows
/// never needs the whole picture in memory.
pub struct Gather {
    halved: bool,
    width: u32,
    height: u32,
    whole: Vec<u8>,
    /// Of up to four pixels each.
    sums: Vec<u16>,
    source: (u32, u32),
}

impl Gather {
    /// For a picture of this size.
    pub fn new(width: u32, height: u32) -> Self {
        let halved = u64::from(width) * u64::from(height) > MOST_KEPT;
        let (kept_width, kept_height) = match halved {
            true => (width.div_ceil(2), height.div_ceil(2)),
            false => (width, height),
        };
        let bytes = kept_width as usize * kept_height as usize * 3;
        Self {
            halved,
            width: kept_width,
            height: kept_height,
            whole: vec![0; if halved { 0 } else { bytes }],
            sums: vec![0; if halved { bytes } else { 0 }],
            source: (width, height),
        }
    }

    /// Each pixel once.
    pub fn put(&mut self, x: u32, y: u32, rgb: [u8; 3]) {
        let (x, y) = if self.halved { (x / 2, y / 2) } else { (x, y) };
        let at = (y as usize * self.width as usize + x as usize) * 3;
        if self.halved {
            for (sum, value) in self.sums[at..at + 3].iter_mut().zip(rgb) {
                *sum += u16::from(value);
            }
        } else {
            self.whole[at..at + 3].copy_from_slice(&rgb);
        }
    }

    pub fn finish(self) -> Pixels {
        let (width, height) = (self.width, self.height);
        let rgb = if self.halved {
            self.averages()
        } else {
            self.whole
        };
        Pixels { width, height, rgb }
    }

    /// The last column and row may have gathered fewer than four.
    fn averages(&self) -> Vec<u8> {
        let mut rgb = Vec::with_capacity(self.sums.len());
        let row = self.width as usize * 3;
        for (y, sums) in self.sums.chunks_exact(row).enumerate() {
            let rows = if y as u32 * 2 + 1 < self.source.1 {
                2
            } else {
                1
            };
            for (at, sum) in sums.iter().enumerate() {
                let columns = if at as u32 / 3 * 2 + 1 < self.source.0 {
                    2
                } else {
                    1
                };
                let count = rows * columns;
                rgb.push(((sum + count / 2) / count) as u8);
            }
        }
        rgb
    }
}

/// The colour as it looks on white paper.
pub fn on_white(rgb: [u8; 3], alpha: u8) -> [u8; 3] {
    let alpha = u32::from(alpha);
    rgb.map(|value| ((u32::from(value) * alpha + 255 * (255 - alpha) + 127) / 255) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_picture_is_gathered_at_half_its_size() {
        let (width, height) = (4001, 4001);
        let mut gather = Gather::new(width, height);
        for y in 0..height {
            for x in 0..width {
                gather.put(x, y, [if (x + y) % 2 == 0 { 200 } else { 100 }, 7, 255]);
            }
        }
        let pixels = gather.finish();
        assert_eq!((pixels.width, pixels.height), (2001, 2001));
        assert_eq!(pixels.at(5, 5), [150, 7, 255]);
        assert_eq!(pixels.at(2000, 2000), [200, 7, 255]);
    }

    #[test]
    fn a_height_belongs_to_a_width() {
        assert_eq!(in_proportion(4000, 3000, 1600), 1200);
        assert_eq!(in_proportion(10, 1, 1), 1);
    }

    #[test]
    fn what_is_transparent_is_white() {
        assert_eq!(on_white([10, 20, 30], 0), [255; 3]);
        assert_eq!(on_white([10, 20, 30], 255), [10, 20, 30]);
        assert_eq!(on_white([0, 0, 0], 128), [127; 3]);
    }
}
