//! Warm wood: the sauna.

use crate::drawings::{
    canvas::Canvas,
    chance::Chance,
    home::Scene,
    ink::{Ink, hue},
};

use super::{room::Room, walls};

pub fn sauna(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    let wood = hue(0.70, 0.09, 66.0);
    let room = &Room {
        wall: wood,
        floor: wood.lit(-0.08),
        wood,
        half: 2.3,
        deep: 4.9,
        high: 2.4,
        window: (0.5, 1.3, 1.2, 0.75),
        ..Room::new(scene, chance)
    };
    room.walls(canvas, scene);
    for face in [room.left(), room.back(), room.right()] {
        let ink = room.on(scene, wood);
        for board in 1..12 {
            face.rect(canvas, 0.0, 0.2 * board as f32, face.wide, 0.02, ink.lit(-0.1));
        }
    }
    walls::outside(canvas, scene, room, &room.back(), (0.5 + room.half, 1.3, 1.2, 0.75));
    let frame = room.on(scene, wood.lit(-0.12));
    let back = room.back();
    for (u, v, w, h) in [(2.74, 1.24, 1.32, 0.07), (2.74, 2.04, 1.32, 0.07), (2.74, 1.24, 0.07, 0.85), (3.99, 1.24, 0.07, 0.85)] {
        back.rect(canvas, u, v, w, h, frame);
    }
    benches(canvas, scene, room, wood);
    stones(canvas, scene, room);
    bucket(canvas, scene, room);
}

/// Two steps to sit on, a towel on the upper one.
fn benches(canvas: &mut Canvas, scene: &Scene, room: &Room, wood: Ink) {
    let end = room.deep;
    for (foot, high, near) in [(0.0, 0.95, 0.65), (0.0, 0.5, 1.3)] {
        room.block(canvas, scene, (-2.28, 1.0, foot, high, end - near, end), wood.lit(-0.06));
        let front = room.camera.wall((-2.28, end - near), (1.0, end - near), 0.0, high);
        for slat in 0..3 {
            front.rect(canvas, 0.0, 0.12 + high * 0.3 * slat as f32, front.wide, 0.05, room.on(scene, wood).lit(-0.16));
        }
    }
    let towel = room.on(scene, scene.second);
    room.camera.flat(canvas, &[(-1.4, end - 0.66), (-0.7, end - 0.66), (-0.7, end - 0.1), (-1.4, end - 0.1)], 0.96, towel.lit(0.05));
    room.camera.solid(
        canvas,
        &[(-1.4, 0.96, end - 0.67), (-0.7, 0.96, end - 0.67), (-0.7, 0.62, end - 0.67), (-1.4, 0.6, end - 0.67)],
        towel,
    );
}

fn stones(canvas: &mut Canvas, scene: &Scene, room: &Room) {
    let end = room.deep;
    room.shadow(canvas, (1.35, 2.05, end - 0.9, end - 0.2));
    room.block(canvas, scene, (1.35, 2.05, 0.0, 0.85, end - 0.9, end - 0.25), hue(0.30, 0.015, 250.0));
    for step in 0..16 {
        let ((px, py), s) =
            room.spot(1.42 + 0.16 * (step % 4) as f32, 0.88 + 0.05 * (step / 8) as f32, end - 0.3 - 0.16 * (step / 4) as f32);
        canvas.blob(px, py, 0.1 * s, 0.075 * s, &room.chance, room.on(scene, hue(0.5, 0.02, 60.0)).lit(room.chance.between(-0.08, 0.08)));
    }
    let ((px, py), s) = room.spot(1.7, 0.5, end - 0.9);
    canvas.glow(px, py, 0.9 * s, hue(0.78, 0.15, 55.0), 0.5);
    for puff in 0..5 {
        let up = puff as f32;
        canvas.blob(
            px + 6.0 * up,
            py - (0.75 + 0.24 * up) * s,
            (0.18 + 0.07 * up) * s,
            0.16 * s,
            &room.chance,
            hue(0.96, 0.01, 90.0).thin(0.20),
        );
    }
}

fn bucket(canvas: &mut Canvas, scene: &Scene, room: &Room) {
    let ((px, py), s) = room.spot(0.55, 0.5, room.deep - 1.0);
    let ink = room.on(scene, hue(0.58, 0.08, 58.0));
    canvas.placed("M-24 -40H24L19 0H-19Z", (px, py), (s / 150.0, s / 150.0), ink);
    canvas.placed("M-24 -32H24V-27H-24ZM-21 -12H21V-7H-21Z", (px, py), (s / 150.0, s / 150.0), ink.lit(-0.2));
    canvas.line(&[(px + 4.0, py - 0.25 * s), (px + 0.42 * s, py - 0.5 * s)], 0.025 * s, ink.lit(-0.08));
}
