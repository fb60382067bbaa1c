//! PNG pictures of every kind, row by row: palettes, greys and sixteen bits become eight bits a colour. Of an animated one
//! the first picture is taken.

use std::io::Cursor;

use ::png::{Decoder, Limits, Reader, Transformations};

use super::{
    Unfit,
    kind::Kind,
    look::Look,
    pixels::{Gather, Pixels, on_white},
};

/// What the decoder may take for its rows and for chunks that we do not read.
const MEMORY: usize = 16 << 20;

/// First column and row of each pass of an interlaced picture, and the steps from pixel to pixel.
const PASSES: [(u32, u32, u32, u32); 7] = [
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
];

/// The picture, on white where it is transparent; at half its size when it is large.
pub fn decode(file: &[u8], look: &Look) -> Result<Pixels, Unfit> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), Limits { bytes: MEMORY });
    decoder.set_transformations(Transformations::normalize_to_color8());
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let mut reader = decoder.read_info().map_err(damaged)?;
    if reader.info().size() != (look.width, look.height) {
        return Err(Unfit::damaged(Kind::Png));
    }
    let mut gather = Gather::new(look.width, look.height);
    if reader.info().interlaced {
        for (left, top, right, down) in PASSES {
            let columns = look.width.saturating_sub(left).div_ceil(right);
            let rows = look.height.saturating_sub(top).div_ceil(down);
            // A pass without columns has no rows in the file either.
            for row in 0..if columns == 0 { 0 } else { rows } {
                take(&mut reader, &mut gather, (left, right), top + row * down)?;
            }
        }
    } else {
        for row in 0..look.height {
            take(&mut reader, &mut gather, (0, 1), row)?;
        }
    }
    Ok(gather.finish())
}

/// The next row of the file, whose pixels begin in a column and lie so many apart.
fn take(
    reader: &mut Reader<Cursor<&[u8]>>,
    gather: &mut Gather,
    (left, step): (u32, u32),
    y: u32,
) -> Result<(), Unfit> {
    let channels = reader.output_color_type().0.samples();
    let row = reader.next_row().map_err(damaged)?;
    let row = row.ok_or_else(|| Unfit::damaged(Kind::Png))?;
    for (pixel, index) in row.data().chunks_exact(channels).zip(0..) {
        let rgb = match *pixel {
            [grey] => [grey; 3],
            [grey, alpha] => on_white([grey; 3], alpha),
            [r, g, b] => [r, g, b],
            [r, g, b, alpha] => on_white([r, g, b], alpha),
            _ => [255; 3],
        };
        gather.put(left + index * step, y, rgb);
    }
    Ok(())
}

fn damaged(_: ::png::DecodingError) -> Unfit {
    Unfit::damaged(Kind::Png)
}
