//! A house in space: two fronts that we see, a roof of its kind, chimneys, and the shadow it throws.

use super::{
    camera::Camera,
    canvas::Canvas,
    chance::Chance,
    facade::Front,
    home::Scene,
    ink::{Ink, hue},
    region::{Region, Roof},
};

/// Metres: left, right, near, far, and the height of its walls.
#[derive(Debug, Clone, Copy)]
pub struct House {
    pub left: f32,
    pub right: f32,
    pub near: f32,
    pub far: f32,
    pub high: f32,
    pub front: Front,
    pub roof: Roof,
    pub roof_ink: Ink,
}

impl House {
    pub fn paint(&self, canvas: &mut Canvas, scene: &Scene, chance: &Chance, camera: &Camera) {
        let House { left, right, near, far, high, front, .. } = *self;
        if matches!(self.roof, Roof::Gable) {
            self.side_slope(canvas, scene, camera);
        }
        let side = if left > 0.0 {
            Some(camera.wall((left, far), (left, near), 0.0, high))
        } else if right < 0.0 {
            Some(camera.wall((right, near), (right, far), 0.0, high))
        } else {
            None
        };
        if let Some(face) = side {
            let sunny = (left > 0.0) == scene.sun_left;
            let beside = Front { sunny, door: false, ..front };
            beside.paint(canvas, scene, chance, &face);
        }
        let face = camera.wall((left, near), (right, near), 0.0, high);
        front.paint(canvas, scene, chance, &face);
        match self.roof {
            Roof::Flat => self.parapet(canvas, scene, chance, camera),
            Roof::Gable => self.gable(canvas, scene, camera),
            Roof::Mansard => self.mansard(canvas, scene, chance, camera),
            Roof::Slope | Roof::Eaves | Roof::Curved => self.slope(canvas, scene, chance, camera),
        }
    }

    fn tones(&self, scene: &Scene) -> (Ink, Ink) {
        if scene.snow() {
            let snow = hue(0.96, 0.012, 245.0);
            (scene.light.sunlit(snow), scene.light.shaded(snow).lit(0.06))
        } else {
            (scene.light.sunlit(self.roof_ink), scene.light.shaded(self.roof_ink))
        }
    }

    /// The long side of the roof faces us.
    fn slope(&self, canvas: &mut Canvas, scene: &Scene, chance: &Chance, camera: &Camera) {
        let House { left, right, near, far, high, .. } = *self;
        let (lit, dark) = self.tones(scene);
        let (eaves, rise, hip) = match self.roof {
            Roof::Curved => (0.9, 3.0, 1.2),
            Roof::Eaves => (0.5, 2.4, 1.2),
            _ => (0.2, 3.0, 0.0),
        };
        let middle = (near + far.min(near + 9.0)) / 2.0;
        let (low, top) = (high - 0.1, high + rise);
        let soffit = dark.lit(-0.10);
        camera.flat(
            canvas,
            &[(left - eaves, near - eaves), (right + eaves, near - eaves), (right + eaves, near), (left - eaves, near)],
            low,
            soffit,
        );
        self.end(canvas, scene, camera, (eaves, hip), (low, top, middle));
        if self.roof == Roof::Slope {
            self.chimneys(canvas, scene, chance, camera, middle, top);
        }
        let corners = [
            (left - eaves, low, near - eaves),
            (right + eaves, low, near - eaves),
            (right + eaves - hip * 1.6, top, middle),
            (left - eaves + hip * 1.6, top, middle),
        ];
        camera.solid(canvas, &corners, lit.mix(dark, 0.25));
        self.courses(canvas, camera, corners, lit.mix(dark, 0.55));
        let under = camera.wall((left - eaves, near - eaves), (right + eaves, near - eaves), low - 0.16, 0.2);
        under.rect(canvas, 0.0, 0.0, under.wide, 0.2, dark.lit(-0.06));
        let shade = camera.wall((left, near), (right, near), high - 0.7 - eaves * 0.6, 0.6 + eaves * 0.6);
        shade.rect(canvas, 0.0, 0.0, shade.wide, shade.high, scene.light.shade.thin(0.28));
        if self.roof == Roof::Curved {
            let inset = eaves - hip * 1.3;
            let ridge = camera.wall((left - inset, middle), (right + inset, middle), top, 0.3);
            ridge.rect(canvas, 0.0, 0.0, ridge.wide, 0.3, dark);
        }
    }

    /// The roof's end, if we see one: hipped, or the wall under the ridge; and the eaves from below.
    fn end(&self, canvas: &mut Canvas, scene: &Scene, camera: &Camera, (eaves, hip): (f32, f32), (low, top, middle): (f32, f32, f32)) {
        let House { left, right, near, far, .. } = *self;
        let (wall, out) = match (left > 0.0, right < 0.0) {
            (true, _) => (left, -1.0),
            (_, true) => (right, 1.0),
            _ => return,
        };
        let (_, dark) = self.tones(scene);
        let edge = wall + out * eaves;
        camera.flat(canvas, &[(edge, near - eaves), (wall, near - eaves), (wall, far), (edge, far)], low, dark.lit(-0.10));
        let ink = if hip > 0.0 { dark } else { self.front.ink(scene).mix(dark, 0.3) };
        let back = middle * 2.0 - near + eaves;
        camera.solid(canvas, &[(edge, low, near - eaves), (wall - out * hip, top, middle), (edge, low, back)], ink);
    }

    /// Rows of tiles or slates.
    fn courses(&self, canvas: &mut Canvas, camera: &Camera, [a, b, c, d]: [(f32, f32, f32); 4], ink: Ink) {
        let mix = |from: (f32, f32, f32), to: (f32, f32, f32), share: f32| {
            let point = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share, from.2 + (to.2 - from.2) * share);
            camera.at((point.0, point.2), point.1)
        };
        if self.roof == Roof::Slope {
            for row in 1..6 {
                let share = row as f32 / 6.0;
                canvas.line(&[mix(a, d, share), mix(b, c, share)], 0.8, ink.thin(0.7));
            }
        } else {
            let many = ((self.right - self.left) / 0.7) as usize;
            for column in 1..many {
                let share = column as f32 / many as f32;
                canvas.line(&[mix(a, b, share), mix(d, c, share)], 1.0, ink.thin(0.7));
            }
        }
    }

    fn chimneys(&self, canvas: &mut Canvas, scene: &Scene, chance: &Chance, camera: &Camera, depth: f32, top: f32) {
        let wall = self.front.ink(scene).lit(-0.04);
        for share in [0.12, 0.86] {
            let x = self.left + (self.right - self.left) * share;
            let stack = camera.wall((x - 0.9, depth), (x + 0.9, depth), top - 1.2, 2.6);
            stack.rect(canvas, 0.0, 0.0, 1.8, 2.6, wall);
            stack.rect(canvas, 1.2, 0.0, 0.6, 2.6, wall.lit(-0.06));
            stack.rect(canvas, -0.1, 2.4, 2.0, 0.25, wall.lit(0.04));
            for pot in 0..3 {
                stack.rect(canvas, 0.15 + 0.58 * pot as f32, 2.6, 0.36, 0.6, scene.on(hue(0.60, 0.09, 48.0)));
            }
            if (scene.snow() || scene.is_dark()) && chance.happens(0.5) {
                smoke(canvas, scene, chance, stack.at(0.9, 3.2), stack.scale());
            }
        }
    }

    fn parapet(&self, canvas: &mut Canvas, scene: &Scene, chance: &Chance, camera: &Camera) {
        let House { left, right, near, far, high, .. } = *self;
        let ink = self.front.ink(scene);
        if camera.eye > high {
            camera.flat(
                canvas,
                &[(left, near), (right, near), (right, far), (left, far)],
                high,
                scene.light.sunlit(self.roof_ink).mix(ink, 0.5),
            );
        }
        let top = camera.wall((left, near), (right, near), high - 0.1, 0.6);
        match scene.home.region {
            Region::Riad => {
                let many = (top.wide / 0.9) as usize;
                for merlon in 0..many {
                    let u = top.wide * merlon as f32 / many as f32;
                    top.poly(canvas, &[(u + 0.08, 0.0), (u + 0.08, 0.5), (u + 0.32, 0.85), (u + 0.56, 0.5), (u + 0.56, 0.0)], ink);
                }
            }
            Region::Cape if chance.happens(0.55) => dutch_gable(canvas, scene, &top, ink),
            Region::Brownstone | Region::Stairs => {
                let cornice = scene.on(scene.roof).mix(ink, 0.25);
                top.rect(canvas, -0.15, 0.0, top.wide + 0.3, 0.75, cornice);
                top.rect(canvas, -0.3, 0.6, top.wide + 0.6, 0.22, cornice.lit(0.07));
                for bracket in 0..(top.wide / 0.8) as usize {
                    top.rect(canvas, 0.2 + 0.8 * bracket as f32, -0.25, 0.2, 0.5, cornice.lit(-0.06));
                }
            }
            _ => {
                top.rect(canvas, -0.08, 0.1, top.wide + 0.16, 0.45, ink.mix(scene.on(scene.trim), 0.6));
                top.rect(canvas, 0.0, -0.12, top.wide, 0.2, scene.light.shade.thin(0.25));
            }
        }
        if scene.snow() {
            top.rect(canvas, -0.2, 0.7, top.wide + 0.4, 0.22, scene.on(hue(0.97, 0.01, 245.0)));
        }
    }

    fn mansard(&self, canvas: &mut Canvas, scene: &Scene, chance: &Chance, camera: &Camera) {
        let House { left, right, near, far, high, .. } = *self;
        let (lit, dark) = self.tones(scene);
        let rise = 2.8;
        if left > 0.0 {
            camera.solid(
                canvas,
                &[(left, high, near), (left + 0.9, high + rise, near + 0.9), (left + 0.9, high + rise, far - 0.9), (left, high, far)],
                dark,
            );
        } else if right < 0.0 {
            camera.solid(
                canvas,
                &[(right, high, near), (right - 0.9, high + rise, near + 0.9), (right - 0.9, high + rise, far - 0.9), (right, high, far)],
                dark,
            );
        }
        camera.solid(
            canvas,
            &[(left, high, near), (right, high, near), (right - 0.9, high + rise, near + 0.9), (left + 0.9, high + rise, near + 0.9)],
            lit.mix(dark, 0.4),
        );
        let cornice = camera.wall((left - 0.2, near - 0.2), (right + 0.2, near - 0.2), high - 0.25, 0.4);
        cornice.rect(canvas, 0.0, 0.0, cornice.wide, 0.4, self.front.ink(scene).mix(scene.on(scene.trim), 0.7));
        cornice.rect(canvas, 0.2, -0.3, cornice.wide - 0.4, 0.3, scene.light.shade.thin(0.3));
        let many = ((right - left - 2.0) / self.front.bay).max(1.0) as usize;
        let row = camera.wall((left, near + 0.2), (right, near + 0.2), high, rise);
        for dormer in 0..many {
            let u = 1.2 + (right - left - 2.4) * (dormer as f32 + 0.5) / many as f32;
            row.arch(canvas, u - 0.75, 0.2, 1.5, 2.0, self.front.ink(scene).mix(scene.on(scene.trim), 0.6));
            let glass = if scene.is_dark() && chance.happens(0.6) { scene.glow } else { scene.on(scene.glass) };
            row.arch(canvas, u - 0.48, 0.25, 0.96, 1.65, glass);
        }
        self.chimneys(canvas, scene, chance, camera, near + 2.0, high + rise);
    }

    /// The slope beside a gable that faces us.
    fn side_slope(&self, canvas: &mut Canvas, scene: &Scene, camera: &Camera) {
        let House { left, right, near, far, high, .. } = *self;
        let (lit, dark) = self.tones(scene);
        let (middle, top) = ((left + right) / 2.0, high + self.rise());
        let eaves = 0.6;
        for (edge, ink) in
            [(left - eaves, if scene.sun_left { lit } else { dark }), (right + eaves, if scene.sun_left { dark } else { lit })]
        {
            camera.solid(
                canvas,
                &[
                    (edge, high - eaves * 0.7, near - eaves),
                    (edge, high - eaves * 0.7, far),
                    (middle, top, far),
                    (middle, top, near - eaves),
                ],
                ink,
            );
        }
    }

    fn rise(&self) -> f32 {
        (self.right - self.left) * 0.36
    }

    fn gable(&self, canvas: &mut Canvas, scene: &Scene, camera: &Camera) {
        let House { left, right, near, high, .. } = *self;
        let (lit, dark) = self.tones(scene);
        let (middle, rise, eaves) = ((left + right) / 2.0, self.rise(), 0.6);
        let ink = self.front.ink(scene);
        camera.solid(canvas, &[(left, high - 0.05, near), (middle, high + rise, near), (right, high - 0.05, near)], ink.lit(0.02));
        let peak = camera.wall((left, near), (right, near), high, rise);
        let half = peak.wide / 2.0;
        super::panes::window(canvas, scene, &Chance::new(3), &peak, (half - 0.55, rise * 0.16, 1.1, rise * 0.42), self.front.pane, ink);
        for (edge, tone) in
            [(left - eaves, if scene.sun_left { lit } else { dark }), (right + eaves, if scene.sun_left { dark } else { lit })]
        {
            let low = high - eaves * 0.72;
            camera.solid(
                canvas,
                &[
                    (edge, low, near - 0.5),
                    (middle, high + rise + 0.25, near - 0.5),
                    (middle, high + rise - 0.28, near - 0.5),
                    (edge, low - 0.5, near - 0.5),
                ],
                tone,
            );
        }
    }
}

fn dutch_gable(canvas: &mut Canvas, scene: &Scene, top: &super::camera::Face, ink: Ink) {
    let m = top.wide / 2.0;
    let outline = [
        (-2.0, 0.0),
        (-2.0, 0.9),
        (-1.5, 1.1),
        (-1.3, 1.7),
        (-0.8, 2.0),
        (-0.5, 2.7),
        (0.0, 3.0),
        (0.5, 2.7),
        (0.8, 2.0),
        (1.3, 1.7),
        (1.5, 1.1),
        (2.0, 0.9),
        (2.0, 0.0),
    ];
    let grown: Vec<_> = outline.iter().map(|(u, v)| (m + u * 1.12, v * 1.07)).collect();
    top.poly(canvas, &grown, ink.mix(scene.on(scene.trim), 0.8).lit(0.02));
    let own: Vec<_> = outline.iter().map(|(u, v)| (m + u, *v)).collect();
    top.poly(canvas, &own, ink);
    top.arch(canvas, m - 0.4, 0.8, 0.8, 1.0, scene.on(scene.door));
    top.rect(canvas, 0.0, 0.0, top.wide, 0.3, ink.lit(0.03));
}

pub fn smoke(canvas: &mut Canvas, scene: &Scene, chance: &Chance, (x, y): (f32, f32), size: f32) {
    let drift = if scene.sun_left { 1.0 } else { -1.0 };
    for puff in 0..5 {
        let step = puff as f32;
        let r = size * (0.3 + 0.16 * step);
        let ink = scene.light.cloud.lit(0.02).thin(0.5 - 0.08 * step);
        canvas.blob(x + drift * step * size * 0.5, y - size * (0.3 + 0.55 * step), r * 1.3, r, chance, ink);
    }
}
