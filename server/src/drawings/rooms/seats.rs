//! Sofas, chairs and tables.

use crate::drawings::{
    canvas::Canvas,
    home::Scene,
    ink::{Ink, hue},
};

use super::room::Room;

/// A sofa against the back, `w` metres wide, its left end at `x`.
pub fn sofa(canvas: &mut Canvas, scene: &Scene, room: &Room, (x, z, w): (f32, f32, f32), ink: Ink) {
    let seats = if w > 1.9 { 3 } else { 2 };
    room.shadow(canvas, (x, x + w, z - 0.1, z + 0.9));
    for leg in [x + 0.06, x + w - 0.12] {
        room.block(canvas, scene, (leg, leg + 0.06, 0.0, 0.14, z, z + 0.06), room.wood.lit(-0.1));
    }
    room.block(canvas, scene, (x, x + w, 0.14, 0.82, z + 0.62, z + 0.88), ink.lit(-0.05));
    let inner = (w - 0.36) / seats as f32;
    for seat in 0..seats {
        let left = x + 0.18 + inner * seat as f32;
        room.block(canvas, scene, (left + 0.02, left + inner - 0.02, 0.42, 0.76, z + 0.5, z + 0.66), ink.lit(0.02));
    }
    room.block(canvas, scene, (x, x + 0.18, 0.14, 0.6, z, z + 0.86), ink.lit(-0.02));
    room.block(canvas, scene, (x + w - 0.18, x + w, 0.14, 0.6, z, z + 0.86), ink.lit(-0.03));
    room.block(canvas, scene, (x + 0.18, x + w - 0.18, 0.14, 0.3, z + 0.02, z + 0.7), ink.lit(-0.06));
    for seat in 0..seats {
        let left = x + 0.18 + inner * seat as f32;
        room.block(canvas, scene, (left + 0.01, left + inner - 0.01, 0.3, 0.45, z, z + 0.62), ink.lit(0.01));
    }
    for (share, own) in [(0.2, scene.second), (0.78, hue(0.93, 0.025, 85.0))] {
        cushion(canvas, scene, room, (x + w * share, 0.62, z + 0.42), own);
    }
    if room.chance.happens(0.5) {
        throw(canvas, scene, room, (x + w * 0.5, z), scene.second.lit(0.08));
    }
}

pub fn cushion(canvas: &mut Canvas, scene: &Scene, room: &Room, (x, y, z): (f32, f32, f32), ink: Ink) {
    let ((px, py), s) = room.spot(x, y, z);
    let own = room.on(scene, ink);
    let size = 0.002 * s;
    let shape = "M-96 -84C-60 -96 60 -96 96 -84C104 -40 104 40 98 86C50 96 -50 96 -98 86C-104 40 -104 -40 -96 -84Z";
    canvas.placed(shape, (px, py), (size, size * 0.9), own);
    canvas.placed(
        "M30 -92C60 -94 84 -90 96 -84C104 -40 104 40 98 86C80 92 60 94 40 94C64 40 60 -40 30 -92Z",
        (px, py),
        (size, size * 0.9),
        own.lit(-0.06),
    );
}

/// A blanket over the edge.
fn throw(canvas: &mut Canvas, scene: &Scene, room: &Room, (x, z): (f32, f32), ink: Ink) {
    let own = room.on(scene, ink);
    room.camera.flat(canvas, &[(x, z), (x + 0.5, z), (x + 0.56, z + 0.55), (x + 0.04, z + 0.55)], 0.46, own.lit(0.04));
    room.camera.solid(
        canvas,
        &[(x, 0.46, z - 0.01), (x + 0.5, 0.46, z - 0.01), (x + 0.48, 0.1, z - 0.02), (x + 0.03, 0.14, z - 0.02)],
        own,
    );
}

/// An armchair that looks at us.
pub fn armchair(canvas: &mut Canvas, scene: &Scene, room: &Room, (x, z): (f32, f32), ink: Ink) {
    room.shadow(canvas, (x, x + 0.86, z - 0.08, z + 0.85));
    room.block(canvas, scene, (x, x + 0.86, 0.12, 0.92, z + 0.58, z + 0.82), ink.lit(-0.04));
    room.block(canvas, scene, (x, x + 0.16, 0.12, 0.62, z, z + 0.8), ink.lit(-0.01));
    room.block(canvas, scene, (x + 0.7, x + 0.86, 0.12, 0.62, z, z + 0.8), ink.lit(-0.03));
    room.block(canvas, scene, (x + 0.16, x + 0.7, 0.12, 0.46, z, z + 0.66), ink.lit(0.015));
    cushion(canvas, scene, room, (x + 0.43, 0.66, z + 0.5), scene.second);
}

/// A table of four legs: left, right, near, far, and its height.
pub fn table(canvas: &mut Canvas, scene: &Scene, room: &Room, (left, right, near, far): (f32, f32, f32, f32), high: f32, ink: Ink) {
    room.shadow(canvas, (left, right, near, far));
    let leg = 0.07;
    for (x, z) in [(left, far - leg), (right - leg, far - leg), (left, near), (right - leg, near)] {
        room.block(canvas, scene, (x, x + leg, 0.0, high - 0.05, z, z + leg), ink.lit(-0.1));
    }
    room.block(canvas, scene, (left - 0.04, right + 0.04, high - 0.06, high, near - 0.04, far + 0.04), ink);
}

/// A chair seen from behind or before, `back` metres high.
pub fn chair(canvas: &mut Canvas, scene: &Scene, room: &Room, (x, z): (f32, f32), away: bool, ink: Ink) {
    let rest = if away { z } else { z + 0.38 };
    room.shadow(canvas, (x, x + 0.44, z, z + 0.42));
    let legs = |canvas: &mut Canvas, z: f32| {
        for leg in [x, x + 0.39] {
            room.block(canvas, scene, (leg, leg + 0.05, 0.0, 0.45, z, z + 0.05), ink.lit(-0.08));
        }
    };
    let backrest = |canvas: &mut Canvas| {
        for post in [x, x + 0.39] {
            room.block(canvas, scene, (post, post + 0.05, 0.45, 0.92, rest, rest + 0.04), ink.lit(-0.04));
        }
        for v in [0.62, 0.8] {
            room.block(canvas, scene, (x + 0.04, x + 0.4, v, v + 0.1, rest, rest + 0.03), ink);
        }
    };
    legs(canvas, z + 0.38);
    if !away {
        backrest(canvas);
    }
    legs(canvas, z);
    room.block(canvas, scene, (x, x + 0.44, 0.42, 0.47, z, z + 0.42), ink.lit(0.02));
    if away {
        backrest(canvas);
    }
}

/// Cups, a bowl, flowers: on a top `y` metres high.
pub fn laid(canvas: &mut Canvas, scene: &Scene, room: &Room, (x, y, z): (f32, f32, f32), wide: f32) {
    let chance = &room.chance;
    for step in 0..3 {
        let ((px, py), s) = room.spot(x + wide * (0.15 + 0.34 * step as f32), y, z + chance.between(-0.12, 0.12));
        match (step + chance.below(2)) % 3 {
            0 => {
                canvas.oval(px, py, 0.13 * s, 0.045 * s, room.on(scene, hue(0.94, 0.015, 90.0)));
                canvas.oval(px, py - 0.01 * s, 0.08 * s, 0.025 * s, room.on(scene, scene.second));
            }
            1 => {
                let glass = room.on(scene, *chance.pick(&[hue(0.62, 0.06, 220.0), hue(0.93, 0.02, 85.0), scene.cloth]));
                canvas.placed("M-7 0C-14 -10 -12 -24 -5 -30H5C12 -24 14 -10 7 0Z", (px, py), (s / 130.0, s / 130.0), glass);
                for (dx, dy) in [(-0.09, -0.38), (0.06, -0.42), (0.0, -0.34), (0.11, -0.34), (-0.04, -0.45)] {
                    canvas.line(&[(px, py - 0.2 * s), (px + dx * s, py + dy * s)], 1.0, room.on(scene, hue(0.5, 0.09, 145.0)));
                    canvas.disc(
                        px + dx * s,
                        py + dy * s,
                        0.045 * s,
                        room.on(scene, *chance.pick(&[scene.cloth.lit(0.1), hue(0.85, 0.12, 85.0), hue(0.95, 0.02, 90.0)])),
                    );
                }
            }
            _ => {
                canvas.placed("M-26 -10H26C24 2 12 6 0 6S-24 2 -26 -10Z", (px, py), (s / 150.0, s / 150.0), room.on(scene, scene.second));
                for dx in [-0.08, 0.0, 0.08] {
                    canvas.disc(px + dx * s, py - 0.08 * s, 0.055 * s, room.on(scene, hue(0.76, 0.14, 65.0)));
                }
            }
        }
    }
}
