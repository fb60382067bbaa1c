//! Windows, doors, shutters and balconies, painted on a face in metres.

use super::{
    camera::Face,
    canvas::Canvas,
    chance::Chance,
    home::{Scene, Season},
    ink::{Ink, hue},
    region::{Pane, Region},
};

/// Left, foot, width, height on a face, in metres.
pub type Opening = (f32, f32, f32, f32);

/// A window of its kind with its reveal, its light or reflection, and what hangs beside it.
pub fn window(canvas: &mut Canvas, scene: &Scene, chance: &Chance, face: &Face, at: Opening, pane: Pane, wall: Ink) {
    let (u, v, w, h) = at;
    let lit = chance.happens(0.55) && scene.is_dark();
    let trim = wall.mix(scene.on(scene.trim), 0.8);
    match pane {
        Pane::Lattice => return lattice(canvas, scene, face, at, lit),
        Pane::Arched => {
            face.arch(canvas, u - 0.14, v - 0.1, w + 0.28, h + 0.24, trim);
            face.arch(canvas, u, v, w, h, glass(scene, chance, lit));
            face.rect(canvas, u + w / 2.0 - 0.04, v, 0.08, h * 0.98, trim);
            face.rect(canvas, u, v + h * 0.55, w, 0.07, trim);
            return;
        }
        _ => {}
    }
    face.rect(canvas, u - 0.13, v - 0.1, w + 0.26, h + 0.24, trim);
    let dark = glass(scene, chance, lit);
    face.rise(canvas, at, dark.lit(if lit { 0.02 } else { 0.1 }), dark);
    if lit {
        curtain(canvas, chance, face, at, dark);
    } else {
        face.poly(canvas, &[(u, v + h), (u + w * 0.7, v + h), (u, v + h * 0.35)], dark.lit(0.10).thin(0.8));
        face.rect(canvas, u, v + h * 0.9, w, h * 0.1, scene.light.shade.thin(0.4));
    }
    bars(canvas, face, at, pane, trim);
    face.rect(canvas, u - 0.2, v - 0.16, w + 0.4, 0.14, trim.lit(0.03));
    face.rect(canvas, u - 0.18, v - 0.3, w + 0.36, 0.14, scene.light.shade.thin(0.25));
    if pane == Pane::Shuttered {
        shutters(canvas, scene, face, at);
    }
    if scene.snow() {
        face.rect(canvas, u - 0.2, v - 0.04, w + 0.4, 0.12, scene.on(hue(0.97, 0.012, 240.0)));
    }
}

fn glass(scene: &Scene, chance: &Chance, lit: bool) -> Ink {
    if lit {
        scene.glow.mix(hue(0.80, 0.14, 60.0), chance.between(0.0, 0.7))
    } else {
        scene.glass.mix(scene.light.sky[1], chance.between(0.0, 0.28))
    }
}

fn curtain(canvas: &mut Canvas, chance: &Chance, face: &Face, (u, v, w, h): Opening, lit: Ink) {
    let cloth = lit.lit(-0.10);
    match chance.below(4) {
        0 => {
            face.poly(canvas, &[(u, v), (u + w * 0.16, v), (u + w * 0.3, v + h), (u, v + h)], cloth);
            face.poly(canvas, &[(u + w, v), (u + w * 0.84, v), (u + w * 0.7, v + h), (u + w, v + h)], cloth);
        }
        1 => face.rect(canvas, u, v + h * 0.62, w, h * 0.38, cloth),
        2 => face.rect(canvas, u + w * 0.56, v, w * 0.2, h * 0.3, lit.lit(-0.3)),
        _ => {}
    }
}

fn bars(canvas: &mut Canvas, face: &Face, (u, v, w, h): Opening, pane: Pane, trim: Ink) {
    let (columns, rows): (usize, &[f32]) = match pane {
        Pane::Sash => (1, &[0.5]),
        Pane::Grid => (3, &[0.25, 0.5, 0.75]),
        Pane::French => (2, &[0.3, 0.72]),
        _ => (2, &[0.62]),
    };
    for step in 1..columns {
        face.rect(canvas, u + w * step as f32 / columns as f32 - 0.04, v, 0.08, h, trim);
    }
    for row in rows {
        face.rect(canvas, u, v + h * row - 0.04, w, 0.08, trim);
    }
}

fn shutters(canvas: &mut Canvas, scene: &Scene, face: &Face, (u, v, w, h): Opening) {
    let wood = scene.on(scene.door);
    for (side, shade) in [(u - 0.18 - w * 0.5, 0.0), (u + w + 0.18, -0.03)] {
        face.rect(canvas, side, v - 0.05, w * 0.5, h + 0.1, wood.lit(shade));
        for slat in 0..5 {
            let y = v + h * (0.1 + 0.18 * slat as f32);
            face.rect(canvas, side + 0.08, y, w * 0.5 - 0.16, h * 0.05, wood.lit(shade - 0.07));
        }
    }
}

/// Upright laths over paper or dark.
fn lattice(canvas: &mut Canvas, scene: &Scene, face: &Face, (u, v, w, h): Opening, lit: bool) {
    let wood = scene.on(hue(0.36, 0.045, 50.0));
    let behind = if lit || scene.is_dark() { scene.glow } else { scene.on(hue(0.60, 0.05, 70.0)) };
    face.rect(canvas, u - 0.1, v - 0.1, w + 0.2, h + 0.2, wood.lit(-0.05));
    face.rect(canvas, u, v, w, h, behind);
    let many = (w / 0.16) as usize;
    for lath in 0..many {
        face.rect(canvas, u + w * (lath as f32 + 0.3) / many as f32, v, 0.07, h, wood);
    }
    face.rect(canvas, u, v + h * 0.66, w, 0.1, wood);
}

/// The way in, `w` metres wide; `grand` ones are framed.
pub fn door(canvas: &mut Canvas, scene: &Scene, face: &Face, (u, v, w, h): Opening, wall: Ink) {
    let trim = wall.mix(scene.on(scene.trim), 0.85);
    let paint = scene.on(scene.door);
    match scene.home.region {
        Region::Riad => {
            face.arch(canvas, u - 0.35, v, w + 0.7, h + 0.7, trim);
            face.arch(canvas, u - 0.15, v, w + 0.3, h + 0.4, scene.light.shaded(scene.wall));
            face.arch(canvas, u, v, w, h + 0.2, paint);
        }
        Region::Machiya => return entrance(canvas, scene, face, (u, v, w, h)),
        Region::Tiles | Region::Balconies | Region::Colour => {
            face.arch(canvas, u - 0.18, v, w + 0.36, h + 0.36, trim);
            face.arch(canvas, u, v, w, h + 0.2, paint);
        }
        _ => {
            face.rect(canvas, u - 0.2, v, w + 0.4, h + 0.75, trim);
            face.rect(canvas, u - 0.32, v + h + 0.68, w + 0.64, 0.16, trim.lit(0.04));
            let fan = if scene.is_dark() { scene.glow } else { scene.glass };
            face.rect(canvas, u, v + h + 0.08, w, 0.45, fan);
            face.rect(canvas, u, v, w, h, paint);
        }
    }
    face.rect(canvas, u + w / 2.0, v, w / 2.0, h * 0.98, paint.lit(-0.035));
    for (du, dv) in [(0.14, 0.12), (0.58, 0.12), (0.14, 0.52), (0.58, 0.52)] {
        face.rect(canvas, u + w * du, v + h * dv, w * 0.28, h * 0.32, paint.lit(-0.07));
    }
    face.rect(canvas, u + w * 0.46, v + h * 0.46, w * 0.08, 0.12, scene.glow);
    if scene.is_dark() {
        let (x, y) = face.at(u + w / 2.0, v + h + 0.5);
        canvas.glow(x, y, 3.4 * face.scale(), scene.glow, 0.55);
    }
    face.rect(canvas, u - 0.4, v - 0.14, w + 0.8, 0.16, scene.on(scene.street).lit(0.05));
}

/// Sliding laths, a split curtain over them, a lantern beside them.
fn entrance(canvas: &mut Canvas, scene: &Scene, face: &Face, (u, v, w, h): Opening) {
    lattice(canvas, scene, face, (u, v, w * 1.3, h), scene.is_dark());
    let cloth = scene.on(scene.door);
    for part in 0..3 {
        let x = u + w * 1.3 * part as f32 / 3.0;
        face.rect(canvas, x + 0.02, v + h * 0.58, w * 0.41, h * 0.42, cloth.lit(-0.015 * part as f32));
        let (dx, dy) = face.at(x + w * 0.21, v + h * 0.8);
        canvas.disc(dx, dy, 0.13 * face.scale(), scene.on(hue(0.95, 0.02, 90.0)));
    }
    let (x, y) = face.at(u - 0.45, v + h * 0.72);
    let size = face.scale();
    if scene.is_dark() {
        canvas.glow(x, y, 2.4 * size, scene.glow, 0.7);
    }
    let paper = if scene.is_dark() { scene.glow } else { scene.on(hue(0.62, 0.15, 30.0)) };
    canvas.oval(x, y, 0.24 * size, 0.36 * size, paper);
}

/// An iron balcony before an opening, with what grows on it.
pub fn balcony(canvas: &mut Canvas, scene: &Scene, chance: &Chance, face: &Face, (u, v, w, _): Opening) {
    let iron = scene.on(hue(0.28, 0.02, 250.0));
    let (left, wide, high) = (u - 0.35, w + 0.7, 0.95);
    face.rect(canvas, left, v - 0.9, wide, 0.75, scene.light.shade.thin(0.22));
    face.rect(canvas, left - 0.08, v - 0.2, wide + 0.16, 0.2, scene.on(scene.trim).lit(-0.05));
    if chance.happens(0.35) && scene.home.season != Season::Winter {
        for step in 0..5 {
            let (x, y) = face.at(left + wide * (0.1 + 0.2 * step as f32), v + high * 0.5);
            let size = face.scale() * chance.between(0.2, 0.34);
            let green = hue(0.52, 0.1, 140.0);
            canvas.blob(x, y, size, size, chance, scene.on(green));
            canvas.disc(x + size * 0.3, y - size * 0.3, size * 0.3, scene.on(hue(0.66, 0.18, 15.0)));
        }
    }
    let many = (wide / 0.26) as usize;
    for bar in 0..=many {
        face.rect(canvas, left + wide * bar as f32 / many as f32, v, 0.045, high, iron);
    }
    face.rect(canvas, left, v + high, wide, 0.08, iron);
    face.rect(canvas, left, v + 0.08, wide, 0.06, iron);
}
