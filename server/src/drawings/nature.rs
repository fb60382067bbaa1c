//! Sky, hills, trees, ground: what stands around every house.

use super::{
    canvas::Canvas,
    chance::Chance,
    ink::{Hour, Ink, Scene},
};

/// Sky down to `horizon`, with the sun or moon, its glow, and a few long clouds.
pub fn sky(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance, width: f32, horizon: f32) {
    let sun = chance.between(0.12, 0.88);
    sky_with_sun(canvas, scene, chance, width, horizon, sun);
}

/// As [`sky`], with the sun at a share of the width.
pub fn sky_with_sun(
    canvas: &mut Canvas,
    scene: &Scene,
    chance: &mut Chance,
    width: f32,
    horizon: f32,
    sun: f32,
) {
    let [top, low] = scene.sky;
    canvas.fade(0.0, 0.0, width, horizon + 40.0, top, low);
    let x = width * sun;
    let (y, radius) = match scene.hour {
        Hour::Day => (horizon * 0.22, 20.0),
        Hour::Morning => (horizon * 0.45, 24.0),
        Hour::Evening => (horizon * 0.72, 32.0),
        Hour::Dusk => (horizon * 0.24, 15.0),
    };
    canvas.glow(x, y, radius * 5.0, scene.sun, 0.7);
    canvas.disc(x, y, radius, scene.sun);
    let cloud = low.lit(0.03).mix(top, 0.25);
    for _ in 0..3 {
        let (x, y) = (
            width * chance.between(0.0, 1.0),
            horizon * chance.between(0.12, 0.6),
        );
        let across = width * chance.between(0.08, 0.16);
        canvas.oval(x, y, across, 7.0, cloud, 0.8);
        canvas.oval(x + across * 0.4, y - 6.0, across * 0.5, 8.0, cloud, 0.8);
    }
}

/// One range of hills across the sheet.
pub fn hills(
    canvas: &mut Canvas,
    chance: &mut Chance,
    ink: Ink,
    width: f32,
    top: f32,
    rise: f32,
    floor: f32,
) {
    let points: Vec<_> = (0..=5)
        .map(|step| (width * step as f32 / 5.0, top - chance.between(0.0, rise)))
        .collect();
    canvas.wave(&points, floor, ink);
}

/// A crown of round leaves on a trunk; in winter the crown is thin and white on top.
pub fn tree(
    canvas: &mut Canvas,
    scene: &Scene,
    chance: &mut Chance,
    x: f32,
    floor: f32,
    height: f32,
) {
    let crown = height * 0.34;
    let middle = floor - height + crown;
    canvas.shape(
        &[
            (x - height * 0.03, floor),
            (x - height * 0.015, middle),
            (x + height * 0.015, middle),
            (x + height * 0.035, floor),
        ],
        scene.trunk,
    );
    let leaf = scene.leaf.lit(chance.between(-0.03, 0.03));
    canvas.disc(
        x + crown * 0.45,
        middle + crown * 0.35,
        crown * 0.62,
        leaf.lit(-0.07),
    );
    canvas.disc(
        x - crown * 0.5,
        middle + crown * 0.3,
        crown * 0.6,
        leaf.lit(-0.04),
    );
    canvas.disc(x, middle, crown * 0.82, leaf);
    let light = if scene.winter {
        scene.ground
    } else {
        leaf.lit(0.05)
    };
    canvas.disc(x - crown * 0.28, middle - crown * 0.3, crown * 0.42, light);
}

/// A fir of four skirts.
pub fn fir(canvas: &mut Canvas, scene: &Scene, x: f32, floor: f32, height: f32) {
    let ink = scene.leaf.mix(scene.trunk, 0.35).lit(-0.06);
    canvas.rect(
        x - height * 0.02,
        floor - height * 0.12,
        height * 0.04,
        height * 0.12,
        scene.trunk,
    );
    for step in 0..4 {
        let step = step as f32;
        let (base, top) = (
            floor - height * (0.1 + 0.2 * step),
            floor - height * (0.48 + 0.173 * step),
        );
        let half = height * (0.23 - 0.045 * step);
        let tone = ink.lit(step * 0.02);
        canvas.shape(&[(x - half, base), (x, top), (x + half, base)], tone);
        if scene.winter {
            canvas.shape(
                &[
                    (x - half * 0.45, base - (base - top) * 0.55),
                    (x, top),
                    (x + half * 0.3, base - (base - top) * 0.7),
                ],
                scene.ground,
            );
        }
        canvas.shape(
            &[(x, top), (x + half, base), (x + half * 0.2, base)],
            tone.lit(-0.05),
        );
    }
}

/// A cypress: a tall flame.
pub fn cypress(canvas: &mut Canvas, scene: &Scene, x: f32, floor: f32, height: f32) {
    let ink = scene.leaf.mix(scene.trunk, 0.3).lit(-0.05);
    canvas.oval(
        x,
        floor - height * 0.5,
        height * 0.11,
        height * 0.5,
        ink,
        1.0,
    );
    canvas.oval(
        x + height * 0.03,
        floor - height * 0.46,
        height * 0.07,
        height * 0.45,
        ink.lit(-0.05),
        1.0,
    );
}

/// Low bushes along a line, half sunk into the ground.
pub fn bushes(
    canvas: &mut Canvas,
    scene: &Scene,
    chance: &mut Chance,
    from: f32,
    to: f32,
    floor: f32,
    size: f32,
) {
    let mut x = from;
    while x < to {
        let radius = size * chance.between(0.65, 1.1);
        canvas.disc(
            x,
            floor,
            radius,
            scene.leaf.lit(chance.between(-0.08, 0.02)),
        );
        x += radius * chance.between(1.0, 1.7);
    }
}

/// A foreground of grass or snow with a rolling edge, lighter where the light falls.
pub fn meadow(
    canvas: &mut Canvas,
    scene: &Scene,
    chance: &mut Chance,
    width: f32,
    top: f32,
    height: f32,
) {
    let mut edge = |lift: f32| -> Vec<(f32, f32)> {
        (0..=4)
            .map(|step| {
                (
                    width * step as f32 / 4.0,
                    top + lift + chance.between(-6.0, 6.0),
                )
            })
            .collect()
    };
    let (first, second) = (edge(0.0), edge(height * 0.45));
    canvas.wave(&first, top + height + 40.0, scene.ground);
    canvas.wave(&second, top + height + 40.0, scene.ground.lit(-0.045));
}

/// A soft shadow on the ground.
pub fn shadow(canvas: &mut Canvas, scene: &Scene, x: f32, y: f32, across: f32) {
    canvas.oval(x, y, across, across * 0.07, scene.ground.lit(-0.2), 0.45);
}

/// A bunch of flowers, for a table.
pub fn bouquet(canvas: &mut Canvas, scene: &Scene, x: f32, y: f32) {
    for (dx, dy, flower) in [
        (-14.0, 2.0, false),
        (14.0, 0.0, false),
        (-6.0, -12.0, true),
        (8.0, -14.0, true),
        (0.0, 0.0, true),
    ] {
        canvas.disc(
            x + dx,
            y + dy,
            if flower { 8.0 } else { 10.0 },
            if flower {
                scene.cloth.lit(0.1)
            } else {
                scene.leaf
            },
        );
    }
}
