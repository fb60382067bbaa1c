//! Where one cooks and eats.

use crate::drawings::{
    canvas::Canvas,
    home::Scene,
    ink::{Ink, hue},
};

use super::{
    room::Room,
    seats::{chair, laid, table},
    small::{pendant, picture, plant, rug, shelf},
};

const FRONTS: &[(f32, f32, f32)] = &[
    (0.46, 0.07, 165.0),
    (0.42, 0.06, 250.0),
    (0.93, 0.02, 88.0),
    (0.66, 0.08, 62.0),
    (0.62, 0.05, 150.0),
    (0.55, 0.12, 30.0),
    (0.80, 0.11, 85.0),
    (0.36, 0.02, 260.0),
];

pub fn kitchen(canvas: &mut Canvas, scene: &Scene, room: &Room) {
    let room = &Room { window: (room.window.0.clamp(-1.0, 0.2), 1.15, room.window.2.min(1.7), 1.05), ..copied(room) };
    room.shell(canvas, scene);
    let (l, c, h) = *scene.home.chance(73).pick(FRONTS);
    let front = hue(l, c, h);
    run(canvas, scene, room, front);
    let island = room.chance.happens(0.55);
    if island {
        let near = room.deep - 2.9;
        room.shadow(canvas, (-1.2, 1.2, near, near + 0.8));
        room.block(canvas, scene, (-1.2, 1.2, 0.0, 0.88, near + 0.05, near + 0.75), front.lit(-0.03));
        room.block(canvas, scene, (-1.28, 1.28, 0.88, 0.94, near, near + 0.8), room.wood.lit(0.08));
        laid(canvas, scene, room, (-1.0, 0.95, near + 0.4), 2.0);
        for x in [-0.6, 0.6] {
            pendant(canvas, scene, room, (x, near + 0.4), 0.75);
        }
    } else {
        let near = room.deep - 2.8;
        set(canvas, scene, room, (-0.75, 0.75, near, near + 0.75));
        pendant(canvas, scene, room, (0.0, near + 0.4), 0.9);
    }
}

fn copied(room: &Room) -> Room {
    Room { camera: room.camera, chance: crate::drawings::chance::Chance::new(5), ..*room }
}

/// Cupboards, worktop, sink, stove and hood along the back wall.
fn run(canvas: &mut Canvas, scene: &Scene, room: &Room, front: Ink) {
    let (left, right, end) = (-room.half + 0.05, room.half - 0.05, room.deep);
    let face = room.back();
    let tiles = room.on(scene, scene.second.mix(hue(0.95, 0.01, 90.0), 0.65));
    face.rect(canvas, 0.05, 0.92, room.half * 2.0 - 0.1, 0.2, tiles);
    for column in 0..(room.half * 10.0) as usize {
        face.rect(canvas, 0.05 + 0.2 * column as f32, 0.92, 0.01, 0.2, tiles.lit(-0.07));
    }
    room.shadow(canvas, (left, right, end - 0.7, end - 0.6));
    room.block(canvas, scene, (left, right, 0.08, 0.88, end - 0.6, end), front);
    room.block(canvas, scene, (left, right, 0.88, 0.93, end - 0.64, end), hue(0.82, 0.02, 80.0).mix(room.wood, 0.4));
    let fronts = room.camera.wall((left, end - 0.6), (right, end - 0.6), 0.0, 0.9);
    let ink = room.on(scene, front);
    let many = (fronts.wide / 0.62) as usize;
    for door in 0..many {
        let u = fronts.wide * door as f32 / many as f32;
        fronts.rect(canvas, u + 0.03, 0.13, fronts.wide / many as f32 - 0.06, 0.7, ink.lit(0.03));
        fronts.rect(canvas, u + 0.22, 0.74, 0.16, 0.025, room.on(scene, hue(0.72, 0.08, 80.0)));
    }
    let oven = fronts.wide * 0.72;
    fronts.rect(canvas, oven, 0.12, 0.6, 0.74, room.on(scene, hue(0.42, 0.01, 250.0)));
    fronts.rect(canvas, oven + 0.07, 0.2, 0.46, 0.4, room.on(scene, hue(0.25, 0.02, 260.0)));
    stove_top(canvas, scene, room, left + oven);
    let (x, w) = (room.window.0 + room.half, room.window.2);
    let tap = x + w / 2.0;
    face.line(canvas, &[(tap, 0.94), (tap, 1.24), (tap + 0.12, 1.26), (tap + 0.14, 1.16)], 0.035, room.on(scene, hue(0.70, 0.02, 250.0)));
    above(canvas, scene, room, front);
}

fn stove_top(canvas: &mut Canvas, scene: &Scene, room: &Room, x: f32) {
    let end = room.deep;
    room.block(canvas, scene, (x + 0.02, x + 0.58, 0.93, 0.945, end - 0.55, end - 0.08), hue(0.25, 0.01, 260.0));
    let ((px, py), s) = room.spot(x + 0.2, 0.95, end - 0.3);
    let pan = room.on(scene, scene.cloth);
    canvas.placed("M-24 -26H24V-2C24 4 16 6 0 6S-24 4 -24 -2Z", (px, py), (s / 180.0, s / 180.0), pan);
    canvas.oval(px, py - 26.0 * s / 180.0, 24.0 * s / 180.0, 5.0 * s / 180.0, pan.lit(0.08));
}

/// Hood or shelves, a fridge at one end.
fn above(canvas: &mut Canvas, scene: &Scene, room: &Room, front: Ink) {
    let chance = &room.chance;
    let (u, _, w, _) = room.window;
    let end = room.deep;
    let gap = room.half - (u + w) - 0.35;
    if gap > 0.8 {
        if chance.happens(0.5) {
            room.block(canvas, scene, (u + w + 0.3, room.half - 0.06, 1.5, 2.2, end - 0.35, end), front.lit(0.02));
        } else {
            shelf(canvas, scene, room, (u + w + 0.3, 1.45, gap), false);
            shelf(canvas, scene, room, (u + w + 0.3, 1.85, gap), false);
        }
    }
    let left = u + room.half - 0.35;
    if left > 1.3 {
        let fridge = *chance.pick(&[hue(0.92, 0.01, 240.0), hue(0.78, 0.06, 165.0), hue(0.62, 0.14, 28.0)]);
        room.block(canvas, scene, (-room.half + 0.05, -room.half + 0.72, 0.0, 1.75, end - 0.68, end), fridge);
        let face = room.camera.wall((-room.half + 0.05, end - 0.68), (-room.half + 0.72, end - 0.68), 0.0, 1.75);
        face.rect(canvas, 0.0, 1.15, face.wide, 0.025, room.on(scene, fridge).lit(-0.12));
        face.rect(canvas, 0.54, 0.8, 0.04, 0.3, room.on(scene, hue(0.6, 0.01, 250.0)));
    }
    if left > 1.9 {
        shelf(canvas, scene, room, (-room.half + 0.9, 1.6, left - 0.95), false);
    }
}

/// A table with chairs around it.
fn set(canvas: &mut Canvas, scene: &Scene, room: &Room, (left, right, near, far): (f32, f32, f32, f32)) {
    let wood = room.wood.lit(0.03);
    for x in [left + 0.1, right - 0.54] {
        chair(canvas, scene, room, (x, far + 0.02), false, scene.second);
    }
    table(canvas, scene, room, (left, right, near, far), 0.74, wood);
    laid(canvas, scene, room, (left, 0.75, (near + far) / 2.0), right - left);
    let x = if room.chance.happens(0.5) { left + 0.1 } else { right - 0.54 };
    chair(canvas, scene, room, (x, near - 0.5), true, scene.second);
}

pub fn dining(canvas: &mut Canvas, scene: &Scene, room: &Room) {
    room.shell(canvas, scene);
    let back = room.deep - 2.2;
    let (u, _, w, _) = room.window;
    let free = if u + w / 2.0 > 0.0 { -room.half + 0.5 } else { u + w + 0.6 };
    picture(canvas, scene, room, free, 1.35, (0.9, 0.7));
    rug(canvas, scene, room, (-1.7, 1.7, back - 0.5, back + 1.4), scene.cloth);
    set(canvas, scene, room, (-1.05, 1.05, back, back + 0.85));
    pendant(canvas, scene, room, (-0.4, back + 0.4), 0.8);
    pendant(canvas, scene, room, (0.4, back + 0.4), 0.8);
    plant(canvas, scene, room, (room.half - 0.5, 0.0, room.deep - 0.6), 1.5);
}
