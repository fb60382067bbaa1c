//! A sheet to paint shapes on, kept as SVG. Only what every renderer draws the same: paths, circles, ellipses, gradients.

use std::fmt::Write;

use super::{chance::Chance, ink::Ink};

pub type Point = (f32, f32);

/// Shapes are painted in order, later ones over earlier ones.
pub struct Canvas {
    body: String,
    defs: String,
    gradients: usize,
    width: u32,
    height: u32,
    mirrored: bool,
    /// Digits after the point: none keeps a picture of a page small, one keeps a large picture exact.
    digits: usize,
}

/// Writing to a String cannot fail; this keeps the result out of every line below.
macro_rules! paint {
    ($to:expr, $($text:tt)*) => {{
        let _ = write!($to, $($text)*);
    }};
}

impl Canvas {
    pub fn new(width: u32, height: u32, digits: usize) -> Self {
        Self {
            body: String::with_capacity(40_000),
            defs: String::new(),
            gradients: 0,
            width,
            height,
            mirrored: false,
            digits,
        }
    }

    /// Turns the whole sheet over: the same kind of house is then another picture.
    pub fn mirror(&mut self) {
        self.mirrored = true;
    }

    pub fn finish(self) -> String {
        let Self { width, height, .. } = self;
        let turn = if self.mirrored {
            format!(" transform=\"matrix(-1 0 0 1 {width} 0)\"")
        } else {
            String::new()
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\"><defs>{}</defs><g{turn}>{}</g></svg>",
            self.defs, self.body
        )
    }

    pub fn rect(&mut self, x: f32, y: f32, w: f32, h: f32, ink: Ink) {
        self.poly(&[(x, y), (x + w, y), (x + w, y + h), (x, y + h)], ink);
    }

    pub fn poly(&mut self, points: &[Point], ink: Ink) {
        self.open(ink);
        self.points(points);
        self.body.push_str("z\"/>");
    }

    /// Path data, moved to `at` and scaled: pieces that are drawn by hand once.
    pub fn placed(&mut self, data: &str, at: Point, scale: Point, ink: Ink) {
        paint!(
            self.body,
            "<path transform=\"matrix({:.3} 0 0 {:.3} {:.1} {:.1})\" fill=\"{}\"{} d=\"{data}\"/>",
            scale.0,
            scale.1,
            at.0,
            at.1,
            ink.hex(),
            ink.veil()
        );
    }

    /// A rounded stroke through the points.
    pub fn line(&mut self, points: &[Point], width: f32, ink: Ink) {
        paint!(
            self.body,
            "<path fill=\"none\" stroke=\"{}\" stroke-width=\"{width:.1}\" stroke-linecap=\"round\"",
            ink.hex()
        );
        if ink.alpha < 1.0 {
            paint!(self.body, " stroke-opacity=\"{:.2}\"", ink.alpha);
        }
        self.body.push_str(" d=\"");
        self.points(points);
        self.body.push_str("\"/>");
    }

    /// A smooth edge through the points, filled down to `floor`.
    pub fn wave(&mut self, points: &[Point], floor: f32, ink: Ink) {
        let Some(((first_x, first_y), rest)) = points.split_first() else {
            return;
        };
        self.open(ink);
        let digits = self.digits;
        paint!(
            self.body,
            "M{first_x:.digits$} {floor:.digits$}V{first_y:.digits$}"
        );
        let mut before = (*first_x, *first_y);
        for &(x, y) in rest {
            let middle = (before.0 + x) / 2.0;
            paint!(
                self.body,
                "C{middle:.digits$} {:.digits$} {middle:.digits$} {y:.digits$} {x:.digits$} {y:.digits$}",
                before.1
            );
            before = (x, y);
        }
        paint!(self.body, "V{floor:.digits$}z\"/>");
    }

    pub fn disc(&mut self, x: f32, y: f32, radius: f32, ink: Ink) {
        self.oval(x, y, radius, radius, ink);
    }

    pub fn oval(&mut self, x: f32, y: f32, across: f32, down: f32, ink: Ink) {
        let digits = self.digits;
        paint!(
            self.body,
            "<ellipse cx=\"{x:.digits$}\" cy=\"{y:.digits$}\" rx=\"{across:.1}\" ry=\"{down:.1}\" fill=\"{}\"{}/>",
            ink.hex(),
            ink.veil()
        );
    }

    /// A dab of the brush: round, not quite.
    pub fn blob(&mut self, x: f32, y: f32, across: f32, down: f32, chance: &Chance, ink: Ink) {
        const POINTS: usize = 7;
        let turn = chance.between(0.0, 1.0);
        let ring: Vec<Point> = (0..POINTS)
            .map(|step| {
                let angle = (step as f32 + turn) / POINTS as f32 * std::f32::consts::TAU;
                let reach = chance.between(0.8, 1.12);
                (
                    x + across * reach * angle.cos(),
                    y + down * reach * angle.sin(),
                )
            })
            .collect();
        self.smooth(&ring, ink);
    }

    /// A closed smooth edge through the points.
    pub fn smooth(&mut self, ring: &[Point], ink: Ink) {
        let many = ring.len();
        let middle = |a: Point, b: Point| ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0);
        self.open(ink);
        let digits = self.digits;
        let start = middle(ring[many - 1], ring[0]);
        paint!(self.body, "M{:.digits$} {:.digits$}", start.0, start.1);
        for (step, &(x, y)) in ring.iter().enumerate() {
            let (to_x, to_y) = middle((x, y), ring[(step + 1) % many]);
            paint!(
                self.body,
                "Q{x:.digits$} {y:.digits$} {to_x:.digits$} {to_y:.digits$}"
            );
        }
        self.body.push_str("z\"/>");
    }

    /// A rectangle that fades from one ink to another, downwards.
    pub fn fade(&mut self, x: f32, y: f32, w: f32, h: f32, from: Ink, to: Ink) {
        let around = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)];
        self.sweep(&around, (x, y), from, (x, y + h), to);
    }

    /// A shape that fades from `from` at one point to `to` at another.
    pub fn sweep(&mut self, points: &[Point], start: Point, from: Ink, end: Point, to: Ink) {
        self.gradients += 1;
        let id = self.gradients;
        paint!(
            self.defs,
            "<linearGradient id=\"g{id}\" gradientUnits=\"userSpaceOnUse\" x1=\"{:.0}\" y1=\"{:.0}\" x2=\"{:.0}\" y2=\"{:.0}\">",
            start.0,
            start.1,
            end.0,
            end.1
        );
        self.stops(from, to);
        self.defs.push_str("</linearGradient>");
        paint!(self.body, "<path fill=\"url(#g{id})\" d=\"");
        self.points(points);
        self.body.push_str("z\"/>");
    }

    /// A glow that is strongest in its middle; `strength` up to 1.
    pub fn glow(&mut self, x: f32, y: f32, radius: f32, ink: Ink, strength: f32) {
        self.gradients += 1;
        let id = self.gradients;
        paint!(self.defs, "<radialGradient id=\"g{id}\">");
        self.stops(ink.thin(strength), ink.thin(0.0));
        self.defs.push_str("</radialGradient>");
        paint!(
            self.body,
            "<circle cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"{radius:.0}\" fill=\"url(#g{id})\"/>"
        );
    }

    fn stops(&mut self, from: Ink, to: Ink) {
        for (offset, ink) in [("0", from), ("1", to)] {
            paint!(
                self.defs,
                "<stop offset=\"{offset}\" stop-color=\"{}\"",
                ink.hex()
            );
            if ink.alpha < 1.0 {
                paint!(self.defs, " stop-opacity=\"{:.2}\"", ink.alpha);
            }
            self.defs.push_str("/>");
        }
    }

    fn open(&mut self, ink: Ink) {
        paint!(self.body, "<path fill=\"{}\"{} d=\"", ink.hex(), ink.veil());
    }

    fn points(&mut self, points: &[Point]) {
        let digits = self.digits;
        for (step, (x, y)) in points.iter().enumerate() {
            let letter = if step == 0 { 'M' } else { 'L' };
            paint!(self.body, "{letter}{x:.digits$} {y:.digits$}");
        }
    }
}
