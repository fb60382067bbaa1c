//! One front of a house: its wall as it is built there, its openings in their order.

use super::{
    camera::Face,
    canvas::Canvas,
    chance::Chance,
    home::Scene,
    ink::{Ink, hue},
    panes::{balcony, door, window},
    region::{Pane, Region},
};

/// What a front is like.
#[derive(Debug, Clone, Copy)]
pub struct Front {
    pub wall: Ink,
    /// The sun shines on it.
    pub sunny: bool,
    pub storeys: usize,
    /// Metres between two windows' middles.
    pub bay: f32,
    pub pane: Pane,
    pub door: bool,
    /// Metres of wall above the last storey.
    pub brow: f32,
    /// Weatherboards or logs, whatever the region.
    pub boards: bool,
}

impl Front {
    /// The wall as the hour shows it.
    pub fn ink(&self, scene: &Scene) -> Ink {
        if self.sunny { scene.light.sunlit(self.wall) } else { scene.light.shaded(self.wall) }
    }

    /// The bare wall.
    pub fn wall(&self, canvas: &mut Canvas, scene: &Scene, chance: &Chance, face: &Face) -> Ink {
        let ink = self.ink(scene);
        face.rise(canvas, (0.0, 0.0, face.wide, face.high), ink.lit(-0.05), ink.lit(0.025));
        self.material(canvas, scene, chance, face, ink);
        ink
    }

    pub fn paint(&self, canvas: &mut Canvas, scene: &Scene, chance: &Chance, face: &Face) {
        let ink = self.wall(canvas, scene, chance, face);
        let storey = (face.high - self.brow) / self.storeys as f32;
        let bays = ((face.wide - 0.8) / self.bay).max(1.0) as usize;
        let step = (face.wide - 0.8) / bays as f32;
        let entry = if self.door { chance.below(bays) } else { bays };
        for floor in 0..self.storeys {
            for bay in 0..bays {
                let middle = 0.4 + step * (bay as f32 + 0.5);
                let foot = storey * floor as f32;
                if floor == 0 && bay == entry {
                    door(canvas, scene, face, (middle - 0.6, 0.12, 1.2, storey.min(3.2) * 0.68), ink);
                } else {
                    self.opening(canvas, scene, chance, face, (middle, foot, step, storey), ink);
                }
            }
        }
        if self.storeys > 1 && scene.home.region != Region::Machiya {
            face.rect(canvas, 0.0, storey - 0.12, face.wide, 0.16, ink.mix(scene.on(scene.trim), 0.45));
        }
    }

    fn opening(
        &self,
        canvas: &mut Canvas,
        scene: &Scene,
        chance: &Chance,
        face: &Face,
        (middle, foot, step, storey): (f32, f32, f32, f32),
        ink: Ink,
    ) {
        if scene.home.region == Region::Riad && chance.happens(if foot < 1.0 { 0.75 } else { 0.4 }) {
            return;
        }
        let tall = matches!(self.pane, Pane::French) && foot > 1.0;
        let (w, h) = match self.pane {
            Pane::French => (1.15, storey * if tall { 0.72 } else { 0.6 }),
            Pane::Lattice => (step * 0.78, storey * 0.55),
            Pane::Shuttered => (0.95, storey * 0.5),
            Pane::Arched => (0.9, storey * 0.52),
            Pane::Grid => (1.5_f32.min(step * 0.66), storey * 0.56),
            _ => (1.15_f32.min(step * 0.6), storey * 0.57),
        };
        let v = foot + if tall { storey * 0.1 } else { storey * 0.27 };
        let at = (middle - w / 2.0, v, w, h);
        window(canvas, scene, chance, face, at, self.pane, ink);
        if tall && chance.happens(0.7) {
            balcony(canvas, scene, chance, face, at);
        }
    }

    fn material(&self, canvas: &mut Canvas, scene: &Scene, chance: &Chance, face: &Face, ink: Ink) {
        if self.boards {
            let many = (face.high / 0.28) as usize;
            for board in 1..many {
                face.rect(canvas, 0.0, face.high * board as f32 / many as f32, face.wide, 0.06, ink.lit(-0.05));
            }
            return;
        }
        match scene.home.region {
            Region::Tiles if self.wall.is_blue() => tiles(canvas, scene, face, ink),
            Region::Stone | Region::Brownstone | Region::Stairs | Region::Harbour | Region::Temperate => courses(canvas, chance, face, ink),
            _ => patches(canvas, chance, face, ink),
        }
        face.rect(canvas, 0.0, 0.0, face.wide, 0.45, ink.lit(-0.08));
    }
}

/// Blocks or bricks: some are lighter, some darker.
fn courses(canvas: &mut Canvas, chance: &Chance, face: &Face, ink: Ink) {
    let many = (face.wide * face.high * 0.9) as usize;
    for _ in 0..many.min(130) {
        let (row, w) = ((chance.between(1.0, face.high / 0.34 - 1.0)) as i32, chance.between(0.4, 1.0));
        let u = chance.between(0.05, (face.wide - w).max(0.1));
        face.rect(canvas, u, row as f32 * 0.34, w, 0.28, ink.lit(chance.between(-0.045, 0.04)));
    }
}

/// Plaster with weather on it.
fn patches(canvas: &mut Canvas, chance: &Chance, face: &Face, ink: Ink) {
    for _ in 0..9 {
        let (u, v) = (chance.between(0.0, face.wide), chance.between(0.0, face.high));
        let (x, y) = face.at(u, v);
        let size = face.scale() * chance.between(0.3, 1.1);
        let (left, right) = (face.at(0.0, 0.0).0, face.at(face.wide, 0.0).0);
        if x - size > left && x + size < right {
            canvas.blob(x, y, size, size * 0.5, chance, ink.lit(chance.between(-0.03, 0.03)));
        }
    }
}

/// Glazed tiles, a touch of the brush each.
fn tiles(canvas: &mut Canvas, scene: &Scene, face: &Face, ink: Ink) {
    let light = ink.mix(scene.on(hue(0.97, 0.01, 230.0)), 0.45);
    let (columns, rows) = ((face.wide / 0.55) as usize, (face.high / 0.55) as usize);
    for row in 0..rows {
        for column in 0..columns {
            let (u, v) = (0.1 + 0.55 * column as f32, 0.5 + 0.55 * row as f32);
            face.poly(canvas, &[(u + 0.22, v), (u + 0.38, v + 0.2), (u + 0.22, v + 0.4), (u + 0.06, v + 0.2)], light);
        }
    }
}
