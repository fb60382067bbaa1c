//! From shapes to pixels: resvg paints, libwebp packs.

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

use super::{Spec, svg};
use crate::{Error, Result};

/// Gouache has few colours and soft edges; this keeps both.
const QUALITY: f32 = 82.0;

/// The picture as WebP, `width` pixels wide and two thirds as high. Takes some milliseconds of a core: not for async threads.
/// Fails when there is no memory for it.
pub fn webp(spec: &Spec, width: u32) -> Result<Vec<u8>> {
    let pixels = paint(&svg(spec), width)?;
    let rgb: Vec<u8> = pixels
        .pixels()
        .iter()
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
        .collect();
    let encoder = webp::Encoder::from_rgb(&rgb, pixels.width(), pixels.height());
    let packed = encoder
        .encode_simple(false, QUALITY)
        .map_err(|error| Error::Internal(format!("packing {spec}: {error:?}")))?;
    Ok(packed.to_vec())
}

fn paint(svg: &str, width: u32) -> Result<Pixmap> {
    let tree = Tree::from_str(svg, &Options::default())
        .map_err(|error| Error::Internal(format!("reading our own drawing: {error}")))?;
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round() as u32;
    let mut pixels = Pixmap::new(width, height)
        .ok_or_else(|| Error::Internal(format!("no drawing is {width} pixels wide")))?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    Ok(pixels)
}
