//! From pixels to WebP.

use base64::{Engine, engine::general_purpose::STANDARD};
use webp::{Encoder, WebPConfig};

use super::{Unfit, pixels::Pixels};

/// Photographs look the same at 76 as at 90, and weigh a third.
const QUALITY: f32 = 76.0;
/// The longer side of a placeholder, in pixels.
const TINY: u32 = 16;
/// The longest data URI that the column and a page can bear, in characters.
const LONGEST: usize = 400;

/// The file that is served.
pub fn file(pixels: &Pixels) -> Result<Vec<u8>, Unfit> {
    packed(pixels, QUALITY)
}

/// A data URI of at most 400 characters, to be shown blurred.
pub fn placeholder(pixels: &Pixels) -> Result<String, Unfit> {
    let (width, height) = (pixels.width.max(1), pixels.height.max(1));
    let width = if width >= height {
        TINY
    } else {
        (TINY * width / height).max(1)
    };
    let tiny = pixels.clone().narrowed(width)?;
    for quality in [50.0, 30.0, 10.0, 0.0] {
        let uri = format!(
            "data:image/webp;base64,{}",
            STANDARD.encode(packed(&tiny, quality)?)
        );
        if uri.len() <= LONGEST {
            return Ok(uri);
        }
    }
    Ok(String::new())
}

fn packed(pixels: &Pixels, quality: f32) -> Result<Vec<u8>, Unfit> {
    let failed = || Unfit::new("cannot be packed as WebP. Please send another picture.");
    let mut config = WebPConfig::new().map_err(|()| failed())?;
    config.quality = quality;
    // Red roofs and lips keep their edges.
    config.use_sharp_yuv = 1;
    let encoder = Encoder::from_rgb(&pixels.rgb, pixels.width, pixels.height);
    let packed = encoder.encode_advanced(&config).map_err(|_| failed())?;
    Ok(packed.to_vec())
}
