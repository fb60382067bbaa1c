//! What rises behind the houses, by which one knows where one is.

use super::{
    canvas::{Canvas, Point},
    chance::Chance,
    home::Scene,
    ink::{Ink, hue},
    region::Distance,
};

/// Painted from far to near, down to `floor`; `horizon` is where the land begins.
pub fn distance(canvas: &mut Canvas, scene: &Scene, chance: &Chance, horizon: f32, floor: f32) {
    let what = *chance.pick(scene.home.place.distance);
    let shift = chance.between(-90.0, 90.0);
    ridge(canvas, chance, scene.air(hue(0.70, 0.045, 245.0), 0.62), horizon - 8.0, 16.0, floor);
    match what {
        Distance::Crags => crags(canvas, scene, chance, shift, horizon, floor),
        Distance::Hills => hills(canvas, scene, chance, horizon, floor),
        Distance::Table => table(canvas, scene, shift, horizon, floor),
        Distance::Peaks => peaks(canvas, scene, chance, horizon, floor),
        Distance::Volcano => volcano(canvas, scene, shift, horizon, floor),
        Distance::Towers => towers(canvas, scene, chance, horizon, floor),
        Distance::Spires => spires(canvas, scene, chance, horizon, floor),
        Distance::Sea => sea(canvas, scene, chance, horizon, floor),
        Distance::Dunes => dunes(canvas, scene, chance, horizon, floor),
        Distance::Pagoda => pagoda(canvas, scene, chance, shift, horizon, floor),
    }
}

/// A soft line of hills.
pub fn ridge(canvas: &mut Canvas, chance: &Chance, ink: Ink, top: f32, rise: f32, floor: f32) {
    let points: Vec<Point> = (0..=6).map(|step| (step as f32 * 110.0 - 30.0, top + chance.between(-rise, rise))).collect();
    canvas.wave(&points, floor, ink);
}

fn hills(canvas: &mut Canvas, scene: &Scene, chance: &Chance, horizon: f32, floor: f32) {
    let green = scene.leaf.mix(scene.ground, 0.4);
    ridge(canvas, chance, scene.air(green.mix(scene.far, 0.55), 0.25), horizon - 34.0, 34.0, floor);
    ridge(canvas, chance, scene.air(green, 0.22), horizon, 22.0, floor);
}

fn crags(canvas: &mut Canvas, scene: &Scene, chance: &Chance, shift: f32, horizon: f32, floor: f32) {
    let rock = scene.air(hue(0.58, 0.045, 110.0), 0.38);
    let lit = scene.air(hue(0.72, 0.07, 95.0), 0.34);
    let x = 300.0 + shift;
    let outline = [
        (-320.0, 0.0),
        (-190.0, -30.0),
        (-110.0, -54.0),
        (-40.0, -118.0),
        (0.0, -126.0),
        (34.0, -108.0),
        (90.0, -64.0),
        (190.0, -52.0),
        (330.0, 0.0),
    ];
    let mut points: Vec<Point> = outline.iter().map(|(dx, dy)| (x + dx, horizon + dy + chance.between(-5.0, 5.0))).collect();
    points.extend([(x + 330.0, floor), (x - 320.0, floor)]);
    canvas.poly(&points, rock);
    canvas.poly(
        &[(x - 40.0, horizon - 112.0), (x, horizon - 122.0), (x - 14.0, horizon - 80.0), (x - 60.0, horizon - 30.0), (x - 150.0, horizon)],
        lit,
    );
    ridge(canvas, chance, scene.air(scene.leaf.mix(scene.ground, 0.5), 0.3), horizon + 4.0, 12.0, floor);
}

fn table(canvas: &mut Canvas, scene: &Scene, shift: f32, horizon: f32, floor: f32) {
    let x = 300.0 + shift;
    let rock = scene.air(hue(0.56, 0.06, 265.0), 0.30);
    let lit = scene.air(hue(0.70, 0.07, 60.0), 0.30);
    let top = horizon - 112.0;
    let outline = [
        (-400.0, 90.0),
        (-290.0, 62.0),
        (-262.0, 20.0),
        (-222.0, 52.0),
        (-190.0, 12.0),
        (-174.0, 2.0),
        (150.0, 4.0),
        (172.0, 20.0),
        (214.0, 66.0),
        (250.0, 40.0),
        (284.0, 64.0),
        (420.0, 100.0),
    ];
    let mut points: Vec<Point> = outline.iter().map(|(dx, dy)| (x + dx, top + dy)).collect();
    points.extend([(x + 420.0, floor), (x - 400.0, floor)]);
    canvas.poly(&points, rock);
    for (at, w) in [(-150.0, 30.0), (-90.0, 44.0), (-10.0, 34.0), (60.0, 48.0), (120.0, 20.0)] {
        canvas.poly(&[(x + at, top + 6.0), (x + at + w, top + 6.0), (x + at + w * 0.6, top + 44.0), (x + at - 8.0, top + 60.0)], lit);
    }
    canvas.oval(x - 20.0, top + 3.0, 160.0, 8.0, scene.light.cloud.thin(0.8));
    canvas.oval(x + 60.0, top + 9.0, 110.0, 6.0, scene.light.cloud.thin(0.7));
    let slope = scene.air(scene.leaf.mix(hue(0.6, 0.06, 120.0), 0.5), 0.32);
    canvas.wave(&[(0.0, horizon - 22.0), (200.0, horizon - 40.0), (420.0, horizon - 26.0), (600.0, horizon - 8.0)], floor, slope);
}

fn peaks(canvas: &mut Canvas, scene: &Scene, chance: &Chance, horizon: f32, floor: f32) {
    let rock = scene.air(hue(0.56, 0.045, 258.0), 0.32);
    let snow = scene.air(hue(0.96, 0.015, 240.0), 0.12);
    let mut x = chance.between(-90.0, -20.0);
    while x < 600.0 {
        let (w, h) = (chance.between(170.0, 270.0), chance.between(90.0, 170.0));
        let (tip, base) = ((x + w * 0.5, horizon - h), horizon + 20.0);
        canvas.poly(&[(x, base), tip, (x + w, base), (x + w, floor), (x, floor)], rock);
        canvas.poly(&[tip, (x + w, base), (x + w * 0.62, base)], rock.lit(-0.05));
        let line = h * 0.42;
        canvas.poly(
            &[
                tip,
                (tip.0 + line * 0.62, tip.1 + line),
                (tip.0 + 14.0, tip.1 + line * 0.72),
                (tip.0 - 4.0, tip.1 + line * 1.1),
                (tip.0 - 20.0, tip.1 + line * 0.7),
                (tip.0 - line * 0.6, tip.1 + line),
            ],
            snow,
        );
        x += w * chance.between(0.5, 0.8);
    }
    ridge(canvas, chance, scene.air(hue(0.45, 0.06, 155.0), 0.25), horizon - 4.0, 14.0, floor);
}

fn volcano(canvas: &mut Canvas, scene: &Scene, shift: f32, horizon: f32, floor: f32) {
    let rock = scene.air(hue(0.55, 0.06, 275.0), 0.36);
    let snow = scene.air(hue(0.96, 0.015, 250.0), 0.14);
    let (x, top) = (290.0 + shift * 1.6, horizon - 138.0);
    canvas.wave(
        &[
            (x - 270.0, horizon + 10.0),
            (x - 120.0, horizon - 54.0),
            (x - 26.0, top),
            (x + 26.0, top),
            (x + 130.0, horizon - 52.0),
            (x + 290.0, horizon + 10.0),
        ],
        floor,
        rock,
    );
    canvas.smooth(
        &[
            (x - 34.0, top + 4.0),
            (x + 32.0, top - 3.0),
            (x + 70.0, top + 44.0),
            (x + 32.0, top + 30.0),
            (x + 6.0, top + 58.0),
            (x - 20.0, top + 30.0),
            (x - 64.0, top + 46.0),
        ],
        snow,
    );
    canvas.wave(
        &[(0.0, horizon - 4.0), (170.0, horizon - 26.0), (380.0, horizon - 6.0), (600.0, horizon - 22.0)],
        floor,
        scene.air(scene.leaf.mix(scene.ground, 0.3), 0.35),
    );
}

fn towers(canvas: &mut Canvas, scene: &Scene, chance: &Chance, horizon: f32, floor: f32) {
    let mut x = chance.between(-30.0, 0.0);
    while x < 600.0 {
        let (w, h) = (chance.between(22.0, 52.0), chance.between(30.0, 150.0) * chance.between(0.6, 1.0));
        let ink = scene.air(hue(0.62, 0.04, 250.0), chance.between(0.3, 0.6));
        let top = horizon - h;
        canvas.rect(x, top, w, floor - top, ink);
        let side = if scene.sun_left { x } else { x + w * 0.65 };
        canvas.rect(side, top, w * 0.35, floor - top, ink.mix(scene.light.warm, 0.22));
        if h > 95.0 {
            canvas.rect(x + w * 0.25, top - 14.0, w * 0.5, 15.0, ink);
            canvas.line(&[(x + w * 0.5, top - 14.0), (x + w * 0.5, top - 36.0)], 1.6, ink);
        }
        if scene.is_dark() {
            for _ in 0..6 {
                let (wx, wy) = (x + chance.between(0.1, 0.8) * w, top + chance.between(0.05, 0.9) * h);
                canvas.rect(wx, wy, 3.0, 4.0, scene.glow.thin(0.8));
            }
        }
        x += w * chance.between(0.7, 1.3);
    }
}

fn spires(canvas: &mut Canvas, scene: &Scene, chance: &Chance, horizon: f32, floor: f32) {
    let green = scene.air(hue(0.62, 0.06, 180.0), 0.4);
    for _ in 0..3 {
        let (x, h) = (chance.between(30.0, 570.0), chance.between(70.0, 130.0));
        let w = h * 0.17;
        let ink = scene.air(hue(0.60, 0.04, 60.0), 0.45);
        canvas.rect(x, horizon - h * 0.6, w, floor - horizon + h * 0.6, ink);
        canvas.rect(x + w * 0.66, horizon - h * 0.6, w * 0.34, floor - horizon + h * 0.6, ink.lit(-0.04));
        match chance.below(3) {
            0 => canvas.poly(&[(x - 2.0, horizon - h * 0.6), (x + w / 2.0, horizon - h * 1.1), (x + w + 2.0, horizon - h * 0.6)], green),
            1 => {
                canvas.oval(x + w / 2.0, horizon - h * 0.6, w * 0.62, w * 0.75, green);
                canvas.rect(x + w * 0.44, horizon - h * 0.6 - w * 1.4, w * 0.12, w * 0.8, green);
            }
            _ => canvas.poly(
                &[
                    (x, horizon - h * 0.6),
                    (x + w * 0.2, horizon - h * 0.78),
                    (x + w * 0.5, horizon - h * 1.2),
                    (x + w * 0.8, horizon - h * 0.78),
                    (x + w, horizon - h * 0.6),
                ],
                ink.lit(-0.06),
            ),
        }
    }
    roofs(canvas, scene, chance, horizon + 2.0, floor);
}

/// Gables of a town far away.
pub fn roofs(canvas: &mut Canvas, scene: &Scene, chance: &Chance, horizon: f32, floor: f32) {
    let mut x = chance.between(-40.0, 0.0);
    while x < 600.0 {
        let (w, h) = (chance.between(26.0, 60.0), chance.between(6.0, 34.0));
        let wall = scene.air(scene.wall.mix(hue(0.75, 0.05, 70.0), chance.between(0.2, 0.8)), 0.42);
        let roof = scene.air(scene.roof, 0.42).lit(chance.between(-0.04, 0.04));
        let top = horizon - h;
        canvas.rect(x, top, w + 1.0, floor - top, wall);
        canvas.poly(&[(x - 2.0, top + 2.0), (x + w * 0.2, top - w * 0.28), (x + w * 0.8, top - w * 0.28), (x + w + 2.0, top + 2.0)], roof);
        x += w;
    }
}

fn sea(canvas: &mut Canvas, scene: &Scene, chance: &Chance, horizon: f32, floor: f32) {
    let water = scene.on(scene.water);
    let line = horizon - 26.0;
    canvas.fade(0.0, line, 600.0, floor - line, water.mix(scene.light.sky[1], 0.45), water);
    for _ in 0..9 {
        let (x, y) = (chance.between(0.0, 600.0), line + chance.between(4.0, (floor - line).max(8.0)));
        canvas.oval(x, y, chance.between(14.0, 60.0), 1.4, scene.light.sun.thin(0.5));
    }
    let island = scene.air(hue(0.60, 0.05, 250.0), 0.4);
    let x = chance.between(60.0, 540.0);
    canvas.wave(&[(x - 130.0, line + 1.0), (x - 40.0, line - 24.0), (x + 30.0, line - 14.0), (x + 150.0, line + 1.0)], line + 1.0, island);
    let (x, y) = (chance.between(80.0, 520.0), line + 16.0);
    canvas.poly(&[(x, y), (x, y - 20.0), (x + 13.0, y)], scene.on(hue(0.97, 0.01, 90.0)));
    canvas.poly(&[(x - 8.0, y + 1.0), (x + 14.0, y + 1.0), (x + 9.0, y + 5.0), (x - 5.0, y + 5.0)], scene.on(scene.door));
}

fn dunes(canvas: &mut Canvas, scene: &Scene, chance: &Chance, horizon: f32, floor: f32) {
    let sand = hue(0.76, 0.09, 62.0);
    ridge(canvas, chance, scene.air(sand.lit(-0.04), 0.5), horizon - 34.0, 26.0, floor);
    let x = chance.between(80.0, 520.0);
    let tower = scene.air(hue(0.68, 0.10, 45.0), 0.3);
    canvas.rect(x, horizon - 96.0, 26.0, 140.0, tower);
    canvas.rect(x + 17.0, horizon - 96.0, 9.0, 140.0, tower.lit(-0.06));
    canvas.rect(x - 3.0, horizon - 100.0, 32.0, 7.0, tower.lit(0.03));
    canvas.rect(x + 8.0, horizon - 116.0, 10.0, 18.0, tower);
    canvas.oval(x + 13.0, horizon - 116.0, 5.0, 6.0, scene.on(hue(0.5, 0.08, 165.0)));
    ridge(canvas, chance, scene.air(sand, 0.3), horizon, 12.0, floor);
}

fn pagoda(canvas: &mut Canvas, scene: &Scene, chance: &Chance, shift: f32, horizon: f32, floor: f32) {
    hills(canvas, scene, chance, horizon, floor);
    let x = 300.0 + shift * 2.2;
    let (roof, wall) = (scene.air(hue(0.40, 0.03, 255.0), 0.3), scene.air(hue(0.56, 0.11, 34.0), 0.35));
    for storey in 0..5 {
        let (y, half) = (horizon + 6.0 - 28.0 * storey as f32, 30.0 - 3.6 * storey as f32);
        canvas.rect(x - half * 0.6, y - 18.0, half * 1.2, 20.0, wall);
        canvas.smooth(
            &[
                (x - half * 1.35, y - 12.0),
                (x - half * 0.7, y - 19.0),
                (x, y - 30.0),
                (x + half * 0.7, y - 19.0),
                (x + half * 1.35, y - 12.0),
                (x, y - 15.0),
            ],
            roof,
        );
    }
    canvas.line(&[(x, horizon - 132.0), (x, horizon - 164.0)], 2.4, roof);
    ridge(canvas, chance, scene.air(scene.leaf, 0.2), horizon + 14.0, 10.0, floor);
}
