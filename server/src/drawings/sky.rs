//! Above the houses: the hour's colours, clouds, sun, moon, stars, and what falls.

use super::{
    canvas::{Canvas, Point},
    chance::Chance,
    home::Scene,
    ink::hue,
    light::Hour,
};

/// From the top of the sheet down to `horizon`.
pub fn sky(canvas: &mut Canvas, scene: &Scene, chance: &Chance, wide: f32, horizon: f32) {
    let [top, low] = scene.light.sky;
    canvas.fade(0.0, 0.0, wide, horizon + 2.0, top, low);
    let sun_x = if scene.sun_left { chance.between(0.08, 0.3) } else { chance.between(0.7, 0.92) } * wide;
    match scene.light.hour {
        Hour::Night => night(canvas, scene, chance, wide, horizon, sun_x),
        Hour::Dusk => {
            stars(canvas, chance, wide, horizon * 0.4, 8);
            canvas.glow(sun_x, horizon, wide * 0.42, hue(0.80, 0.13, 55.0), 0.7);
        }
        Hour::Golden | Hour::Dawn => {
            let y = horizon * chance.between(0.45, 0.8);
            canvas.glow(sun_x, y, wide * 0.36, scene.light.sun, 0.85);
            canvas.disc(sun_x, y, wide * 0.034, scene.light.sun.lit(0.02));
        }
        Hour::Day => canvas.glow(sun_x, 0.0, wide * 0.5, scene.light.sun, 0.45),
    }
    if scene.light.hour != Hour::Night || chance.happens(0.5) {
        clouds(canvas, scene, chance, wide, horizon);
    }
}

fn night(canvas: &mut Canvas, scene: &Scene, chance: &Chance, wide: f32, horizon: f32, x: f32) {
    stars(canvas, chance, wide, horizon * 0.8, 34);
    let (y, r) = (horizon * chance.between(0.2, 0.42), wide * 0.032);
    canvas.glow(x, y, r * 5.0, scene.light.sun, 0.30);
    canvas.disc(x, y, r, scene.light.sun);
    if chance.happens(0.5) {
        canvas.disc(x + r * 0.42, y - r * 0.2, r * 0.9, scene.light.sky[0].lit(0.05));
    }
}

fn stars(canvas: &mut Canvas, chance: &Chance, wide: f32, low: f32, many: usize) {
    for _ in 0..many {
        let size = chance.between(0.6, 1.5);
        let ink = hue(0.95, 0.03, 95.0).thin(chance.between(0.4, 0.95));
        canvas.disc(chance.between(0.0, wide), chance.between(4.0, low), size, ink);
    }
}

/// Long flat clouds, or heaps, or one big bank; seldom none.
fn clouds(canvas: &mut Canvas, scene: &Scene, chance: &Chance, wide: f32, horizon: f32) {
    let cloud = scene.light.cloud;
    match chance.below(5) {
        0 => {}
        1 | 2 => {
            for _ in 0..5 {
                let (x, y) = (chance.between(0.0, wide), chance.between(0.1, 0.85) * horizon);
                let (w, h) = (chance.between(0.12, 0.34) * wide, chance.between(3.0, 8.0));
                canvas.oval(x, y, w, h, cloud.thin(0.55));
                canvas.oval(x + w * 0.3, y - h * 0.8, w * 0.5, h * 0.8, cloud.thin(0.5));
            }
        }
        3 => {
            for _ in 0..2 {
                heap(canvas, scene, chance, wide, horizon);
            }
        }
        _ => {
            let base = horizon * chance.between(0.55, 0.9);
            let bank = cloud.mix(scene.light.sky[1], 0.45);
            for step in 0..9 {
                let x = wide * (step as f32 / 8.0);
                let up = chance.between(0.12, 0.42) * horizon;
                canvas.blob(x, base, wide * 0.1, up, chance, bank);
            }
        }
    }
}

fn heap(canvas: &mut Canvas, scene: &Scene, chance: &Chance, wide: f32, horizon: f32) {
    let (x, y) = (chance.between(0.1, 0.9) * wide, chance.between(0.3, 0.7) * horizon);
    let size = chance.between(0.05, 0.09) * wide;
    let belly = scene.light.cloud.mix(scene.light.sky[0], 0.3);
    for (dx, dy, r) in [(-1.5, 0.1, 0.7), (-0.6, -0.35, 1.0), (0.5, -0.2, 0.9), (1.5, 0.15, 0.6)] {
        canvas.blob(x + dx * size, y + dy * size, r * size, r * size * 0.7, chance, belly);
    }
    let side = if scene.sun_left { -0.16 } else { 0.16 };
    for (dx, dy, r) in [(-1.4, -0.1, 0.55), (-0.55, -0.52, 0.8), (0.5, -0.4, 0.68)] {
        let at = (x + (dx + side) * size, y + dy * size);
        canvas.blob(at.0, at.1, r * size, r * size * 0.6, chance, scene.light.cloud);
    }
}

/// Snow in the air, rain, or mist above the ground; most days nothing.
pub fn weather(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    if scene.snow() && chance.happens(0.6) {
        for _ in 0..70 {
            let (x, y) = (chance.between(0.0, 600.0), chance.between(0.0, 400.0));
            canvas.disc(x, y, chance.between(0.8, 2.6), hue(0.98, 0.005, 250.0).thin(0.85));
        }
    } else if scene.light.hour == Hour::Dawn && chance.happens(0.6) {
        let y = chance.between(220.0, 270.0);
        let mist = scene.light.sky[1].lit(0.02);
        canvas.fade(0.0, y, 600.0, 60.0, mist.thin(0.0), mist.thin(0.5));
        canvas.fade(0.0, y + 60.0, 600.0, 60.0, mist.thin(0.5), mist.thin(0.0));
    } else if chance.happens(0.07) {
        for _ in 0..60 {
            let (x, y) = (chance.between(0.0, 620.0), chance.between(-20.0, 390.0));
            let drop: [Point; 2] = [(x, y), (x - 4.0, y + 15.0)];
            canvas.line(&drop, 0.8, scene.light.cloud.thin(0.45));
        }
    }
}
