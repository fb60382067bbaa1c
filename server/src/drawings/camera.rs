//! Where we stand: points in metres become points on the sheet, and walls become faces to paint on.

use super::{
    canvas::{Canvas, Point},
    ink::Ink,
};

/// On the ground: metres to the right, metres away.
pub type Spot = (f32, f32);

/// Looks level, so that what is upright stays upright.
#[derive(Debug, Clone, Copy)]
pub struct Camera {
    /// Metres above the ground.
    pub eye: f32,
    /// How far we turn to the right, in degrees.
    pub yaw: f32,
    /// Sheet units for a metre one metre away.
    pub focal: f32,
    /// The middle of the sheet, and the height of the horizon on it.
    pub centre: f32,
    pub horizon: f32,
}

/// Nothing nearer than this is drawn: it would fly off the sheet.
const NEAREST: f32 = 0.6;

impl Camera {
    /// Where a point stands on the sheet, and how far away it is.
    pub fn see(&self, (x, z): Spot, y: f32) -> (Point, f32) {
        let (sin, cos) = self.yaw.to_radians().sin_cos();
        let (x, z) = (x * cos - z * sin, (x * sin + z * cos).max(NEAREST));
        let point = (self.centre + self.focal * x / z, self.horizon - self.focal * (y - self.eye) / z);
        (point, z)
    }

    pub fn at(&self, spot: Spot, y: f32) -> Point {
        self.see(spot, y).0
    }

    /// Sheet units of a metre at this spot.
    pub fn scale(&self, spot: Spot) -> f32 {
        self.focal / self.see(spot, 0.0).1
    }

    /// A wall from its left foot to its right foot, as seen by us.
    pub fn wall(&self, left: Spot, right: Spot, foot: f32, high: f32) -> Face {
        let (top_left, near) = self.see(left, foot + high);
        let (top_right, far) = self.see(right, foot + high);
        let wide = ((right.0 - left.0).powi(2) + (right.1 - left.1).powi(2)).sqrt();
        Face { top_left, top_right, low_left: self.at(left, foot), low_right: self.at(right, foot), near, far, wide, high }
    }

    /// A level shape.
    pub fn flat(&self, canvas: &mut Canvas, spots: &[Spot], y: f32, ink: Ink) {
        let points: Vec<Point> = spots.iter().map(|&spot| self.at(spot, y)).collect();
        canvas.poly(&points, ink);
    }

    /// Any shape in space.
    pub fn solid(&self, canvas: &mut Canvas, points: &[(f32, f32, f32)], ink: Ink) {
        let points: Vec<Point> = points.iter().map(|&(x, y, z)| self.at((x, z), y)).collect();
        canvas.poly(&points, ink);
    }
}

/// An upright rectangle in space: `(u, v)` are metres from its left foot, along and up.
#[derive(Debug, Clone, Copy)]
pub struct Face {
    top_left: Point,
    top_right: Point,
    low_left: Point,
    low_right: Point,
    near: f32,
    far: f32,
    pub wide: f32,
    pub high: f32,
}

impl Face {
    /// A face that we look at straight, between two corners of the sheet; `metre` is in sheet units.
    pub fn upright((left, top): Point, (right, low): Point, metre: f32) -> Self {
        Self {
            top_left: (left, top),
            top_right: (right, top),
            low_left: (left, low),
            low_right: (right, low),
            near: 1.0,
            far: 1.0,
            wide: (right - left) / metre,
            high: (low - top) / metre,
        }
    }

    /// Also right of what lies above, below or beside the face.
    pub fn at(&self, u: f32, v: f32) -> Point {
        let (along, up) = (u / self.wide, v / self.high);
        let depth = self.near + (self.far - self.near) * along;
        let mix = |low_left: f32, top_left: f32, low_right: f32, top_right: f32| {
            let left = (low_left + (top_left - low_left) * up) * self.near;
            let right = (low_right + (top_right - low_right) * up) * self.far;
            (left + (right - left) * along) / depth
        };
        (
            mix(self.low_left.0, self.top_left.0, self.low_right.0, self.top_right.0),
            mix(self.low_left.1, self.top_left.1, self.low_right.1, self.top_right.1),
        )
    }

    /// Sheet units of a metre at its left edge.
    pub fn scale(&self) -> f32 {
        (self.low_left.1 - self.top_left.1).abs() / self.high
    }

    pub fn rect(&self, canvas: &mut Canvas, u: f32, v: f32, w: f32, h: f32, ink: Ink) {
        self.poly(canvas, &[(u, v), (u + w, v), (u + w, v + h), (u, v + h)], ink);
    }

    pub fn poly(&self, canvas: &mut Canvas, points: &[Point], ink: Ink) {
        let points: Vec<Point> = points.iter().map(|&(u, v)| self.at(u, v)).collect();
        canvas.poly(&points, ink);
    }

    /// A rectangle whose ink changes from its foot to its top.
    pub fn rise(&self, canvas: &mut Canvas, (u, v, w, h): (f32, f32, f32, f32), low: Ink, top: Ink) {
        let points = [(u, v), (u + w, v), (u + w, v + h), (u, v + h)].map(|(u, v)| self.at(u, v));
        canvas.sweep(&points, points[0], low, (points[0].0, points[3].1), top);
    }

    /// A rectangle with a round top, `h` with it.
    pub fn arch(&self, canvas: &mut Canvas, u: f32, v: f32, w: f32, h: f32, ink: Ink) {
        let (radius, straight) = (w / 2.0, (h - w / 2.0).max(0.0));
        let mut points = vec![(u, v), (u, v + straight)];
        for step in 1..8 {
            let angle = std::f32::consts::PI * step as f32 / 8.0;
            points.push((u + radius - radius * angle.cos(), v + straight + radius * angle.sin()));
        }
        points.extend([(u + w, v + straight), (u + w, v)]);
        self.poly(canvas, &points, ink);
    }

    pub fn line(&self, canvas: &mut Canvas, points: &[Point], metres: f32, ink: Ink) {
        let points: Vec<Point> = points.iter().map(|&(u, v)| self.at(u, v)).collect();
        canvas.line(&points, metres * self.scale(), ink);
    }
}
