//! The hand and the paper: edges waver a little, paint lies unevenly, the paper's grain shows through. Done on pixels,
//! because filters of SVG take ten times as long.

use resvg::tiny_skia::Pixmap;

use super::chance::Chance;

/// The noise repeats after so many points; a power of two.
const SIDE: usize = 128;

fn noise() -> Vec<f32> {
    let chance = Chance::new(77);
    (0..SIDE * SIDE)
        .map(|_| chance.between(-1.0, 1.0))
        .collect()
}

fn smooth(share: f32) -> f32 {
    share * share * (3.0 - 2.0 * share)
}

/// Smooth noise over the picture, one row of it at a time: its points are `wide` and `high` pixels apart.
struct Layer {
    columns: Vec<(usize, f32)>,
    row: Vec<f32>,
    high: f32,
    first: usize,
}

impl Layer {
    fn new(pixels: usize, wide: f32, high: f32, first: usize) -> Self {
        let columns = (0..pixels).map(|column| {
            let at = column as f32 / wide;
            (at as usize, smooth(at.fract()))
        });
        Self {
            columns: columns.collect(),
            row: vec![0.0; (pixels as f32 / wide) as usize + 2],
            high,
            first,
        }
    }

    fn turn_to(&mut self, noise: &[f32], row: usize) {
        let at = row as f32 / self.high;
        let (upper, share) = (at as usize + self.first, smooth(at.fract()));
        let (upper, lower) = (upper % SIDE * SIDE, (upper + 1) % SIDE * SIDE);
        for (column, value) in self.row.iter_mut().enumerate() {
            let column = column % SIDE;
            let (from, to) = (noise[upper + column], noise[lower + column]);
            *value = from + (to - from) * share;
        }
    }

    fn at(&self, column: usize) -> f32 {
        let (left, share) = self.columns[column];
        let (from, to) = (self.row[left], self.row[left + 1]);
        from + (to - from) * share
    }
}

/// Red, green and blue of each pixel as painted by hand; `scale` is pixels for each unit of the sheet.
pub fn brush(pixels: &Pixmap, scale: f32) -> Vec<u8> {
    let noise = noise();
    let (wide, high) = (pixels.width() as usize, pixels.height() as usize);
    let layer = |across: f32, down: f32, first| {
        Layer::new(
            wide,
            (across * scale).max(1.0),
            (down * scale).max(1.0),
            first,
        )
    };
    // Two sizes of wavering, sideways and upright; how thick the paint lies; the strokes of a broad brush.
    let mut layers = [
        layer(19.0, 19.0, 0),
        layer(4.6, 4.6, 11),
        layer(19.0, 19.0, 29),
        layer(4.6, 4.6, 47),
        layer(70.0, 52.0, 71),
        layer(26.0, 3.4, 90),
    ];
    let mut rgb = Vec::with_capacity(wide * high * 3);
    for row in 0..high {
        for layer in &mut layers {
            layer.turn_to(&noise, row);
        }
        let grain = &noise[row % SIDE * SIDE..];
        for column in 0..wide {
            let [broad_x, fine_x, broad_y, fine_y, cloud, stroke] =
                layers.each_ref().map(|layer| layer.at(column));
            let x = column as f32 + (broad_x * 0.75 + fine_x * 0.34) * scale;
            let y = row as f32 + (broad_y * 0.75 + fine_y * 0.34) * scale;
            let tone =
                1.0 + 0.014 * stroke + 0.024 * cloud + 0.014 * grain[(column * 7 + row * 3) % SIDE];
            rgb.extend(sample(pixels.data(), wide, high, (x, y)).map(|part| (part * tone) as u8));
        }
    }
    rgb
}

/// Between four pixels; outside the sheet its edge.
fn sample(data: &[u8], wide: usize, high: usize, (x, y): (f32, f32)) -> [f32; 3] {
    let x = x.clamp(0.0, (wide - 1) as f32);
    let y = y.clamp(0.0, (high - 1) as f32);
    let (left, top) = (x as usize, y as usize);
    let (fx, fy) = (x - left as f32, y - top as f32);
    let (right, low) = ((left + 1).min(wide - 1), (top + 1).min(high - 1));
    let pixel = |x: usize, y: usize| {
        let at = (y * wide + x) * 4;
        [data[at], data[at + 1], data[at + 2]].map(f32::from)
    };
    let (a, b) = (pixel(left, top), pixel(right, top));
    let (c, d) = (pixel(left, low), pixel(right, low));
    [0, 1, 2].map(|part| {
        let upper = a[part] + (b[part] - a[part]) * fx;
        let lower = c[part] + (d[part] - c[part]) * fx;
        upper + (lower - upper) * fy + 0.5
    })
}
