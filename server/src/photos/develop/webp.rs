//! WebP pictures. libwebp gives all pixels at once, so those whose way there takes much memory have a limit of their own.

use webp::{Decoder, PixelLayout};

use super::{
    Unfit,
    kind::Kind,
    pixels::{MOST_KEPT, Pixels, on_white},
};

/// The picture, on white where it is transparent; at half its size when it is large.
pub fn decode(file: &[u8]) -> Result<Pixels, Unfit> {
    let image = Decoder::new(file).decode();
    let image = image.ok_or_else(|| Unfit::damaged(Kind::WebP))?;
    let channels = match image.layout() {
        PixelLayout::Rgb => 3,
        PixelLayout::Rgba => 4,
    };
    let (width, height) = (image.width() as usize, image.height() as usize);
    let step = if (width * height) as u64 > MOST_KEPT {
        2
    } else {
        1
    };
    let mut rgb = Vec::with_capacity(width.div_ceil(step) * height.div_ceil(step) * 3);
    for rows in image.chunks(width * channels * step) {
        for x in (0..width).step_by(step) {
            let right = (x + step).min(width);
            let square = rows.chunks_exact(width * channels);
            let square =
                square.flat_map(|row| row[x * channels..right * channels].chunks_exact(channels));
            rgb.extend(average(square.map(opaque)));
        }
    }
    Ok(Pixels {
        width: image.width().div_ceil(step as u32),
        height: image.height().div_ceil(step as u32),
        rgb,
    })
}

fn opaque(pixel: &[u8]) -> [u8; 3] {
    match *pixel {
        [r, g, b, alpha] => on_white([r, g, b], alpha),
        [r, g, b] => [r, g, b],
        _ => [255; 3],
    }
}

/// Of at most four pixels.
fn average(pixels: impl Iterator<Item = [u8; 3]>) -> [u8; 3] {
    let (mut sums, mut count) = ([0_u16; 3], 0);
    for pixel in pixels {
        count += 1;
        for (sum, value) in sums.iter_mut().zip(pixel) {
            *sum += u16::from(value);
        }
    }
    sums.map(|sum| ((sum + count / 2) / count.max(1)) as u8)
}
