//! Small things: lamps, plants, pictures, rugs, books, cups.

use crate::drawings::{
    canvas::{Canvas, Point},
    chance::Chance,
    home::Scene,
    ink::{Ink, hue},
};

use super::room::Room;

/// A lamp that stands at `(x, z)`, lit when it is dark.
pub fn lamp(canvas: &mut Canvas, scene: &Scene, room: &Room, (x, foot, z): (f32, f32, f32), high: f32) {
    let ((px, py), s) = room.spot(x, foot, z);
    let top = py - high * s;
    let iron = room.on(scene, hue(0.32, 0.03, 60.0));
    let shade = high.min(1.0) * 0.26 * s + 0.06 * s;
    canvas.rect(px - 0.015 * s, top, 0.03 * s, high * s, iron);
    canvas.oval(px, py, 0.14 * s, 0.035 * s, iron);
    if scene.is_dark() {
        canvas.glow(px, top + shade * 0.4, 1.5 * s, scene.glow, 0.7);
    }
    let paper = if scene.is_dark() { scene.glow.lit(0.06) } else { room.on(scene, hue(0.93, 0.03, 85.0)) };
    canvas.poly(
        &[
            (px - shade * 0.5, top - shade * 0.2),
            (px + shade * 0.5, top - shade * 0.2),
            (px + shade * 0.85, top + shade * 0.8),
            (px - shade * 0.85, top + shade * 0.8),
        ],
        paper,
    );
}

/// A lamp that hangs from the ceiling.
pub fn pendant(canvas: &mut Canvas, scene: &Scene, room: &Room, (x, z): (f32, f32), drop: f32) {
    let ((px, py), s) = room.spot(x, room.high, z);
    let low = py + drop * s;
    canvas.rect(px - 0.8, py - 40.0, 1.6, drop * s + 40.0, room.on(scene, hue(0.3, 0.02, 60.0)));
    if scene.is_dark() {
        canvas.glow(px, low + 0.15 * s, 1.5 * s, scene.glow, 0.75);
    }
    let tin = room.on(scene, scene.second);
    canvas.placed("M-9 0H9C26 6 34 22 36 34H-36C-34 22 -26 6 -9 0Z", (px, low), (s / 110.0, s / 110.0), tin);
    canvas.oval(px, low + 34.0 * s / 110.0, 36.0 * s / 110.0, 5.0 * s / 110.0, if scene.is_dark() { scene.glow } else { tin.lit(-0.12) });
}

/// A plant in a pot, `high` metres tall, of one of three kinds.
pub fn plant(canvas: &mut Canvas, scene: &Scene, room: &Room, (x, foot, z): (f32, f32, f32), high: f32) {
    let ((px, py), s) = room.spot(x, foot, z);
    let h = high * s;
    let chance = &room.chance;
    let green = room.on(scene, *chance.pick(&[hue(0.50, 0.09, 150.0), hue(0.58, 0.10, 135.0), hue(0.44, 0.07, 165.0)]));
    let pot = room.on(scene, *chance.pick(&[hue(0.62, 0.10, 45.0), hue(0.90, 0.02, 85.0), hue(0.45, 0.05, 245.0)]));
    leaves(canvas, chance, (px, py), h, green);
    let w = (h * 0.17).max(0.1 * s);
    canvas.poly(&[(px - w, py - h * 0.27), (px + w, py - h * 0.27), (px + w * 0.75, py), (px - w * 0.75, py)], pot);
    canvas.poly(&[(px + w * 0.25, py - h * 0.27), (px + w, py - h * 0.27), (px + w * 0.75, py), (px + w * 0.2, py)], pot.lit(-0.07));
}

fn leaves(canvas: &mut Canvas, chance: &Chance, (px, py): Point, h: f32, green: Ink) {
    match chance.below(3) {
        0 => {
            for (lean, size) in [(-0.42, 0.72), (0.40, 0.78), (-0.2, 0.95), (0.2, 0.9), (0.02, 1.0)] {
                let tip = (px + h * lean, py - h * size);
                canvas.smooth(
                    &[(px, py - h * 0.2), (tip.0 - h * 0.09, tip.1 + h * 0.26), tip, (tip.0 + h * 0.09, tip.1 + h * 0.24)],
                    green.lit(lean * 0.14),
                );
            }
        }
        1 => {
            for step in 0..11 {
                let angle = (200.0 + 14.0 * step as f32).to_radians();
                let reach = h * chance.between(0.5, 0.72);
                let (lx, ly) = (px + reach * angle.cos() * 0.75, py - h * 0.28 + reach * angle.sin());
                canvas.line(&[(px, py - h * 0.25), (lx, ly)], h * 0.012, green.lit(-0.06));
                canvas.blob(lx, ly, h * 0.13, h * 0.09, chance, green.lit(chance.between(-0.05, 0.06)));
            }
        }
        _ => {
            for step in 0..9 {
                let dx = h * chance.between(-0.2, 0.2);
                canvas.blob(
                    px + dx,
                    py - h * (0.36 + 0.065 * step as f32),
                    h * 0.16,
                    h * 0.12,
                    chance,
                    green.lit(0.012 * step as f32 - 0.05),
                );
            }
        }
    }
}

/// A framed picture on the back wall; `u` from the room's middle.
pub fn picture(canvas: &mut Canvas, scene: &Scene, room: &Room, u: f32, v: f32, (w, h): (f32, f32)) {
    let face = room.back();
    let u = u + room.half;
    let chance = &room.chance;
    let frame = room.on(scene, *chance.pick(&[hue(0.3, 0.03, 60.0), hue(0.66, 0.07, 65.0), hue(0.94, 0.02, 85.0)]));
    face.rect(canvas, u + 0.03, v - 0.04, w, h, hue(0.2, 0.03, 280.0).thin(0.2));
    face.rect(canvas, u, v, w, h, frame);
    face.rect(canvas, u + 0.04, v + 0.04, w - 0.08, h - 0.08, room.on(scene, hue(0.95, 0.02, 90.0)));
    let (iw, ih) = (w - 0.2, h - 0.2);
    let first = room.on(scene, *chance.pick(&[scene.cloth, scene.second, scene.wall]));
    face.rect(canvas, u + 0.1, v + 0.1, iw, ih, first.lit(0.12));
    match chance.below(3) {
        0 => {
            face.poly(
                canvas,
                &[
                    (u + 0.1, v + 0.1),
                    (u + 0.1, v + 0.1 + ih * 0.35),
                    (u + 0.1 + iw * 0.5, v + 0.1 + ih * 0.6),
                    (u + 0.1 + iw, v + 0.1 + ih * 0.3),
                    (u + 0.1 + iw, v + 0.1),
                ],
                first,
            );
            let (x, y) = face.at(u + 0.1 + iw * 0.7, v + 0.1 + ih * 0.75);
            canvas.disc(x, y, ih * 0.13 * face.scale(), room.on(scene, hue(0.86, 0.12, 75.0)));
        }
        1 => {
            let (x, y) = face.at(u + w / 2.0, v + h / 2.0);
            let s = face.scale();
            canvas.blob(x, y, iw * 0.3 * s, ih * 0.36 * s, chance, first.lit(-0.05));
            canvas.blob(x, y + ih * 0.1 * s, iw * 0.16 * s, ih * 0.18 * s, chance, room.on(scene, hue(0.86, 0.12, 75.0)));
        }
        _ => {
            face.rect(canvas, u + 0.1, v + 0.1, iw * 0.5, ih * 0.55, first);
            face.rect(canvas, u + 0.1 + iw * 0.4, v + 0.1 + ih * 0.35, iw * 0.6, ih * 0.4, first.lit(-0.14));
        }
    }
}

/// A rug on the floor, with a border or stripes.
pub fn rug(canvas: &mut Canvas, scene: &Scene, room: &Room, (left, right, near, far): (f32, f32, f32, f32), ink: Ink) {
    let ink = room.on(scene, ink);
    let at = |canvas: &mut Canvas, inset: f32, ink: Ink| {
        room.camera.flat(
            canvas,
            &[(left + inset, near + inset), (right - inset, near + inset), (right - inset, far - inset), (left + inset, far - inset)],
            0.005,
            ink,
        );
    };
    at(canvas, 0.0, ink);
    if scene.home.chance(59).happens(0.5) {
        at(canvas, 0.14, ink.lit(0.14));
        at(canvas, 0.22, ink);
    } else {
        for stripe in 0..5 {
            let x = left + (right - left) * (0.06 + 0.19 * stripe as f32);
            room.camera.flat(canvas, &[(x, near), (x + 0.12, near), (x + 0.12, far), (x, far)], 0.006, ink.lit(0.1));
        }
    }
}

/// Books and jars on a board on the back wall.
pub fn shelf(canvas: &mut Canvas, scene: &Scene, room: &Room, (u, v, w): (f32, f32, f32), books: bool) {
    let face = room.back();
    let chance = &room.chance;
    let u = u + room.half;
    face.rect(canvas, u, v - 0.12, w, 0.1, hue(0.2, 0.03, 280.0).thin(0.18));
    face.rect(canvas, u, v - 0.04, w, 0.05, room.on(scene, room.wood));
    let mut x = u + 0.04;
    while x < u + w - 0.14 {
        let ink = room
            .on(scene, *chance.pick(&[scene.cloth, scene.second, hue(0.92, 0.02, 85.0), hue(0.45, 0.06, 245.0), hue(0.72, 0.09, 70.0)]));
        let (wide, high) = if books {
            (chance.between(0.04, 0.09), chance.between(0.2, 0.32))
        } else {
            (chance.between(0.09, 0.16), chance.between(0.12, 0.26))
        };
        face.rect(canvas, x, v, wide, high, ink);
        face.rect(canvas, x + wide * 0.65, v, wide * 0.35, high, ink.lit(-0.06));
        x += wide + if books { 0.006 } else { chance.between(0.04, 0.12) };
        if chance.happens(0.08) {
            x += 0.2;
        }
    }
}
