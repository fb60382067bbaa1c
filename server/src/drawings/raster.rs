//! From shapes to pixels: resvg paints, a hand that is not quite steady and a rough paper are added, libwebp packs.

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

use super::{Spec, paper, svg};
use crate::{Error, Result};

/// Gouache has few colours and soft edges; this keeps both.
const QUALITY: f32 = 78.0;

/// The picture as WebP, `width` pixels wide and two thirds as high. Takes some milliseconds of a core: not for async threads.
/// Fails when there is no memory for it.
pub fn webp(spec: &Spec, width: u32) -> Result<Vec<u8>> {
    packed(&svg(spec), width)
}

/// Any drawing of ours as WebP, `width` pixels wide.
pub(super) fn packed(svg: &str, width: u32) -> Result<Vec<u8>> {
    let (rgb, width, height) = paint(svg, width)?;
    let encoder = webp::Encoder::from_rgb(&rgb, width, height);
    let packed = encoder
        .encode_simple(false, QUALITY)
        .map_err(|error| Error::Internal(format!("packing a drawing: {error:?}")))?;
    Ok(packed.to_vec())
}

/// Red, green and blue of each pixel, and how wide and high the picture became.
pub(super) fn paint(svg: &str, width: u32) -> Result<(Vec<u8>, u32, u32)> {
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
    Ok((paper::brush(&pixels, scale), width, height))
}
