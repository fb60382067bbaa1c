//! A sheet to paint shapes on; whole numbers only, so that a picture stays small.

use std::fmt::Write;

use super::ink::Ink;

/// Shapes are painted in order, later ones over earlier ones.
pub struct Canvas {
    body: String,
    defs: String,
    gradients: usize,
    width: u32,
    height: u32,
    /// What of the sheet is shown: left, top, and how wide.
    frame: (u32, u32, u32),
    mirrored: bool,
}

/// Writing to a String cannot fail; this keeps the result out of every line below.
macro_rules! paint {
    ($to:expr, $($text:tt)*) => {{
        let _ = write!($to, $($text)*);
    }};
}

impl Canvas {
    pub fn new(width: u32, height: u32) -> Self {
        Self {
            body: String::with_capacity(6000),
            defs: String::new(),
            gradients: 0,
            width,
            height,
            frame: (0, 0, width),
            mirrored: false,
        }
    }

    /// Shows a part of the sheet, and may turn it over: the same kind of house is then another picture.
    pub fn frame(&mut self, left: u32, top: u32, wide: u32, mirrored: bool) {
        self.frame = (left, top, wide);
        self.mirrored = mirrored;
    }

    pub fn finish(self) -> String {
        let Self {
            width,
            height,
            frame: (left, top, wide),
            ..
        } = self;
        let high = wide * height / width;
        let turn = if self.mirrored {
            format!(" transform=\"matrix(-1 0 0 1 {width} 0)\"")
        } else {
            String::new()
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{left} {top} {wide} {high}\" width=\"{width}\" height=\"{height}\"><defs>{}</defs><g{turn}>{}</g></svg>",
            self.defs, self.body
        )
    }

    pub fn rect(&mut self, x: f32, y: f32, w: f32, h: f32, ink: Ink) {
        paint!(
            self.body,
            "<path fill=\"{}\" d=\"M{x:.0} {y:.0}h{w:.0}v{h:.0}h-{w:.0}z\"/>",
            ink.hex()
        );
    }

    pub fn round(&mut self, x: f32, y: f32, w: f32, h: f32, radius: f32, ink: Ink) {
        paint!(
            self.body,
            "<rect x=\"{x:.0}\" y=\"{y:.0}\" width=\"{w:.0}\" height=\"{h:.0}\" rx=\"{radius:.0}\" fill=\"{}\"/>",
            ink.hex()
        );
    }

    pub fn shape(&mut self, points: &[(f32, f32)], ink: Ink) {
        paint!(self.body, "<path fill=\"{}\" d=\"M", ink.hex());
        for (x, y) in points {
            paint!(self.body, "{x:.0} {y:.0} ");
        }
        self.body.push_str("z\"/>");
    }

    /// A smooth edge through the points, filled down to `floor`.
    pub fn wave(&mut self, points: &[(f32, f32)], floor: f32, ink: Ink) {
        let Some(((first_x, first_y), rest)) = points.split_first() else {
            return;
        };
        paint!(
            self.body,
            "<path fill=\"{}\" d=\"M{first_x:.0} {floor:.0}V{first_y:.0}",
            ink.hex()
        );
        let mut before = (*first_x, *first_y);
        for &(x, y) in rest {
            let middle = (before.0 + x) / 2.0;
            paint!(
                self.body,
                "C{middle:.0} {:.0} {middle:.0} {y:.0} {x:.0} {y:.0}",
                before.1
            );
            before = (x, y);
        }
        paint!(self.body, "V{floor:.0}z\"/>");
    }

    pub fn disc(&mut self, x: f32, y: f32, radius: f32, ink: Ink) {
        paint!(
            self.body,
            "<circle cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"{radius:.0}\" fill=\"{}\"/>",
            ink.hex()
        );
    }

    pub fn oval(&mut self, x: f32, y: f32, across: f32, down: f32, ink: Ink, opacity: f32) {
        paint!(
            self.body,
            "<ellipse cx=\"{x:.0}\" cy=\"{y:.0}\" rx=\"{across:.0}\" ry=\"{down:.0}\" fill=\"{}\"",
            ink.hex()
        );
        if opacity < 1.0 {
            paint!(self.body, " opacity=\"{opacity:.2}\"");
        }
        self.body.push_str("/>");
    }

    /// An arch: a rectangle with a round top.
    pub fn arch(&mut self, x: f32, y: f32, w: f32, h: f32, ink: Ink) {
        let r = w / 2.0;
        let straight = (h - r).max(0.0);
        paint!(
            self.body,
            "<path fill=\"{}\" d=\"M{x:.0} {:.0}v-{straight:.0}a{r:.0} {r:.0} 0 0 1 {w:.0} 0v{straight:.0}z\"/>",
            ink.hex(),
            y + h
        );
    }

    /// A rectangle that fades from one ink to another, downwards.
    pub fn fade(&mut self, x: f32, y: f32, w: f32, h: f32, from: Ink, to: Ink) {
        let id = self.gradient("0", "1", from, 1.0, to, 1.0);
        paint!(
            self.body,
            "<path fill=\"url(#{id})\" d=\"M{x:.0} {y:.0}h{w:.0}v{h:.0}h-{w:.0}z\"/>"
        );
    }

    /// Soft light from the left over a face: it leaves towards the right.
    pub fn light(&mut self, x: f32, y: f32, w: f32, h: f32, ink: Ink, strength: f32) {
        let id = self.gradient("1", "0", ink, strength, ink, 0.0);
        paint!(
            self.body,
            "<path fill=\"url(#{id})\" d=\"M{x:.0} {y:.0}h{w:.0}v{h:.0}h-{w:.0}z\"/>"
        );
    }

    /// A glow that is strongest in its middle.
    pub fn glow(&mut self, x: f32, y: f32, radius: f32, ink: Ink, strength: f32) {
        self.gradients += 1;
        let (id, hex) = (self.gradients, ink.hex());
        paint!(
            self.defs,
            "<radialGradient id=\"g{id}\"><stop stop-color=\"{hex}\" stop-opacity=\"{strength:.2}\"/><stop offset=\"1\" stop-color=\"{hex}\" stop-opacity=\"0\"/></radialGradient>"
        );
        paint!(
            self.body,
            "<circle cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"{radius:.0}\" fill=\"url(#g{id})\"/>"
        );
    }

    fn gradient(
        &mut self,
        x2: &str,
        y2: &str,
        from: Ink,
        from_opacity: f32,
        to: Ink,
        to_opacity: f32,
    ) -> String {
        self.gradients += 1;
        let id = format!("g{}", self.gradients);
        paint!(
            self.defs,
            "<linearGradient id=\"{id}\" x2=\"{x2}\" y2=\"{y2}\">"
        );
        for (offset, ink, opacity) in [("0", from, from_opacity), ("1", to, to_opacity)] {
            paint!(
                self.defs,
                "<stop offset=\"{offset}\" stop-color=\"{}\" stop-opacity=\"{opacity:.2}\"/>",
                ink.hex()
            );
        }
        self.defs.push_str("</linearGradient>");
        id
    }
}
