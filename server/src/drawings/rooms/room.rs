//! The shell: three walls, a floor, a ceiling, and boxes to build furniture from.

use domain::listings::Property;

use crate::drawings::{
    camera::{Camera, Face},
    canvas::{Canvas, Point},
    chance::Chance,
    home::Scene,
    ink::{Ink, hue},
    region::{Paint, Region},
};

use super::walls;

/// Left, right; foot, top; near, far: metres.
pub type Block = (f32, f32, f32, f32, f32, f32);

pub struct Room {
    pub camera: Camera,
    pub chance: Chance,
    /// From the middle to a side wall, to the back wall, and up to the ceiling.
    pub half: f32,
    pub deep: f32,
    pub high: f32,
    pub wall: Ink,
    pub floor: Ink,
    pub wood: Ink,
    /// Where the window is in the back wall: left, foot, width, height.
    pub window: (f32, f32, f32, f32),
}

const WALLS: &[Paint] = &[
    (0.93, 0.02, 88.0),
    (0.86, 0.04, 160.0),
    (0.84, 0.045, 235.0),
    (0.88, 0.055, 55.0),
    (0.70, 0.07, 165.0),
    (0.62, 0.07, 245.0),
    (0.80, 0.08, 30.0),
    (0.86, 0.09, 88.0),
    (0.90, 0.015, 250.0),
    (0.58, 0.08, 20.0),
];
const WOODS: &[Paint] = &[(0.66, 0.08, 65.0), (0.48, 0.06, 50.0), (0.78, 0.06, 80.0), (0.38, 0.04, 45.0)];

fn paint((l, c, h): Paint) -> Ink {
    hue(l, c, h)
}

impl Room {
    /// Walls and wood are the home's; where we stand differs from room to room.
    pub fn new(scene: &Scene, chance: &Chance) -> Self {
        let home = scene.home.chance(31);
        let wall = match (scene.home.property, scene.home.region) {
            (Property::Cabin, _) => hue(0.66, 0.08, 62.0),
            (_, Region::Riad) => *home.pick(&[hue(0.88, 0.04, 70.0), hue(0.76, 0.08, 45.0), hue(0.93, 0.02, 85.0)]),
            (_, Region::Islands) => hue(0.96, 0.01, 95.0),
            (_, Region::Machiya) => *home.pick(&[hue(0.90, 0.03, 85.0), hue(0.80, 0.06, 85.0), hue(0.72, 0.05, 130.0)]),
            _ => paint(*home.pick(WALLS)),
        };
        let wood = paint(*home.pick(WOODS));
        let camera = Camera {
            eye: chance.between(1.35, 1.75),
            yaw: chance.between(-15.0, 15.0),
            focal: chance.between(470.0, 560.0),
            centre: 300.0,
            horizon: chance.between(140.0, 172.0),
        };
        let wide = chance.between(1.5, 2.2);
        Self {
            window: (chance.between(-1.9, 0.6), chance.between(0.75, 1.0), wide, chance.between(1.25, 1.55)),
            camera,
            chance: Chance::new(scene.home.seed ^ chance.below(1 << 20) as u64),
            half: chance.between(2.6, 3.3),
            deep: chance.between(5.4, 6.2),
            high: if scene.home.property == Property::Loft { 3.6 } else { chance.between(2.6, 3.0) },
            wall,
            floor: wood.lit(0.06),
            wood,
        }
    }

    /// Paint in this room at this hour: by the window's light, or by lamps.
    pub fn on(&self, scene: &Scene, ink: Ink) -> Ink {
        if scene.is_dark() {
            ink.mix(hue(0.72, 0.13, 65.0), 0.22).lit(-0.13)
        } else {
            scene.on(ink).mix(scene.light.warm, scene.light.warmth * 0.35)
        }
    }

    pub fn back(&self) -> Face {
        self.camera.wall((-self.half, self.deep), (self.half, self.deep), 0.0, self.high)
    }

    pub fn left(&self) -> Face {
        self.camera.wall((-self.half, 1.2), (-self.half, self.deep), 0.0, self.high)
    }

    pub fn right(&self) -> Face {
        self.camera.wall((self.half, self.deep), (self.half, 1.2), 0.0, self.high)
    }

    /// Walls, floor, window and the light that falls in.
    pub fn shell(&self, canvas: &mut Canvas, scene: &Scene) {
        self.walls(canvas, scene);
        walls::window(canvas, scene, self, &self.back(), self.window);
        self.sunshine(canvas, scene);
    }

    /// The same without a window.
    pub fn walls(&self, canvas: &mut Canvas, scene: &Scene) {
        let wall = self.on(scene, self.wall);
        canvas.rect(0.0, 0.0, 600.0, 400.0, wall.lit(0.05));
        walls::floor(canvas, scene, self);
        walls::covering(canvas, scene, self, &self.left(), wall.lit(-0.05));
        walls::covering(canvas, scene, self, &self.right(), wall.lit(-0.075));
        walls::covering(canvas, scene, self, &self.back(), wall);
        walls::ceiling(canvas, scene, self, wall.lit(0.04));
    }

    fn sunshine(&self, canvas: &mut Canvas, scene: &Scene) {
        if scene.is_dark() {
            return;
        }
        let (u, _, w, _) = self.window;
        let (left, far) = (u, self.deep - 0.5);
        let drift = if scene.sun_left { 1.1 } else { -1.1 };
        for (from, to) in [(0.0, 0.46), (0.54, 1.0)] {
            let (a, b) = (left + w * from, left + w * to);
            let spots = [(a + drift * 0.4, far), (b + drift * 0.4, far), (b + drift * 1.6, far - 1.5), (a + drift * 1.6, far - 1.5)];
            self.camera.flat(canvas, &spots, 0.01, scene.light.sun.thin(0.55));
        }
    }

    /// A solid block in three tones.
    pub fn block(&self, canvas: &mut Canvas, scene: &Scene, (left, right, foot, top, near, far): Block, ink: Ink) {
        let ink = self.on(scene, ink);
        let eye = self.camera.at((0.0, self.deep), self.camera.eye).1;
        if self.camera.at((left, near), top).1 > eye {
            self.camera.flat(canvas, &[(left, near), (right, near), (right, far), (left, far)], top, ink.lit(0.055));
        }
        let side = |x: f32| [(x, foot, near), (x, top, near), (x, top, far), (x, foot, far)];
        if self.camera.at((left, near), foot).0 > self.camera.at((left, far), foot).0 {
            self.camera.solid(canvas, &side(left), ink.lit(-0.085));
        }
        if self.camera.at((right, near), foot).0 < self.camera.at((right, far), foot).0 {
            self.camera.solid(canvas, &side(right), ink.lit(-0.11));
        }
        let face = self.camera.wall((left, near), (right, near), foot, top - foot);
        face.rect(canvas, 0.0, 0.0, face.wide, face.high, ink.lit(-0.015));
    }

    /// A soft shadow on the floor under something.
    pub fn shadow(&self, canvas: &mut Canvas, (left, right, near, far): (f32, f32, f32, f32)) {
        let ink = hue(0.20, 0.04, 290.0);
        for (grow, alpha) in [(0.16, 0.12), (0.05, 0.16)] {
            let spots = [(left - grow, near - grow), (right + grow, near - grow), (right + grow, far), (left - grow, far)];
            self.camera.flat(canvas, &spots, 0.0, ink.thin(alpha));
        }
    }

    /// A point on the sheet, and the units of a metre there.
    pub fn spot(&self, x: f32, y: f32, z: f32) -> (Point, f32) {
        (self.camera.at((x, z), y), self.camera.scale((x, z)))
    }

    /// Dark corners, as evenings have.
    pub fn dim(&self, canvas: &mut Canvas, scene: &Scene) {
        let all = [(0.0, 0.0), (600.0, 0.0), (600.0, 400.0), (0.0, 400.0)];
        let shade = if scene.is_dark() { hue(0.18, 0.05, 285.0).thin(0.5) } else { scene.light.shade.thin(0.20) };
        let light = if scene.is_dark() { scene.glow.thin(0.06) } else { scene.light.sun.thin(0.14) };
        let (from, to) = if scene.sun_left { ((80.0, 0.0), (600.0, 360.0)) } else { ((520.0, 0.0), (0.0, 360.0)) };
        canvas.sweep(&all, from, light, to, shade);
    }
}
