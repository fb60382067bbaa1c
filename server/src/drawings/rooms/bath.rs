//! Where one washes: tub or shower, basin, mirror, towels.

use crate::drawings::{canvas::Canvas, home::Scene, ink::hue};

use super::{room::Room, small::plant};

pub fn bath(canvas: &mut Canvas, scene: &Scene, room: &Room) {
    room.walls(canvas, scene);
    let chance = &room.chance;
    let tile = *scene.home.chance(79).pick(&[
        hue(0.93, 0.015, 200.0),
        hue(0.72, 0.06, 175.0),
        hue(0.80, 0.05, 20.0),
        hue(0.60, 0.07, 245.0),
        hue(0.86, 0.05, 85.0),
    ]);
    let high = chance.between(1.2, 2.2);
    for face in [room.left(), room.right(), room.back()] {
        let ink = room.on(scene, tile);
        face.rect(canvas, 0.0, 0.0, face.wide, high, ink);
        for row in 1..(high / 0.22) as usize {
            face.rect(canvas, 0.0, 0.22 * row as f32, face.wide, 0.012, ink.lit(-0.06));
        }
        for column in 1..(face.wide / 0.22) as usize {
            face.rect(canvas, 0.22 * column as f32, 0.0, 0.012, high, ink.lit(-0.06));
        }
        face.rect(canvas, 0.0, high, face.wide, 0.05, ink.lit(-0.15));
    }
    let (u, w) = (room.window.0.clamp(-1.6, -0.6), 1.1);
    super::walls::window(canvas, scene, room, &room.back(), (u, 1.25, w, 1.05));
    tub(canvas, scene, room, u - 0.4);
    basin(canvas, scene, room, 0.95);
    plant(canvas, scene, room, (u + w + 0.75, 0.0, room.deep - 0.4), 0.9);
    mat(canvas, scene, room);
}

/// A tub on feet, filled or not.
fn tub(canvas: &mut Canvas, scene: &Scene, room: &Room, x: f32) {
    let z = room.deep - 1.1;
    room.shadow(canvas, (x + 0.1, x + 1.65, z - 0.3, z + 0.4));
    let ((px, py), s) = room.spot(x + 0.85, 0.0, z);
    let size = s / 100.0;
    let enamel = room.on(scene, hue(0.95, 0.01, 95.0));
    let outer = room.on(scene, *scene.home.chance(83).pick(&[hue(0.95, 0.01, 95.0), scene.door, scene.second]));
    let brass = room.on(scene, hue(0.70, 0.09, 80.0));
    for foot in [-52.0, 44.0] {
        canvas.rect(px + foot * size, py - 12.0 * size, 9.0 * size, 13.0 * size, brass);
    }
    canvas.placed("M-88 -62H88C86 -26 70 -8 46 -8H-46C-70 -8 -86 -26 -88 -62Z", (px, py), (size, size), outer);
    canvas.placed("M20 -62H88C86 -26 70 -8 46 -8H0C26 -20 30 -40 20 -62Z", (px, py), (size, size), outer.lit(-0.07));
    canvas.oval(px, py - 62.0 * size, 90.0 * size, 15.0 * size, enamel);
    canvas.oval(px, py - 61.0 * size, 82.0 * size, 11.5 * size, enamel.lit(-0.12));
    canvas.oval(px, py - 59.0 * size, 76.0 * size, 8.5 * size, room.on(scene, hue(0.80, 0.05, 210.0)));
    canvas.line(
        &[
            (px - 92.0 * size, py),
            (px - 92.0 * size, py - 100.0 * size),
            (px - 70.0 * size, py - 104.0 * size),
            (px - 66.0 * size, py - 88.0 * size),
        ],
        3.4 * size,
        brass,
    );
    let cloth = room.on(scene, scene.cloth);
    canvas.placed("M40 -66H66L69 -14H38Z", (px, py), (size, size), cloth);
    canvas.placed("M54 -66H66L69 -14H56Z", (px, py), (size, size), cloth.lit(-0.06));
}

fn basin(canvas: &mut Canvas, scene: &Scene, room: &Room, x: f32) {
    let end = room.deep;
    room.shadow(canvas, (x, x + 1.0, end - 0.5, end));
    room.block(canvas, scene, (x, x + 1.0, 0.2, 0.8, end - 0.48, end), room.wood);
    room.block(canvas, scene, (x - 0.03, x + 1.03, 0.8, 0.85, end - 0.5, end), hue(0.93, 0.01, 90.0));
    let ((px, py), s) = room.spot(x + 0.5, 0.86, end - 0.26);
    canvas.placed("M-44 -22H44C40 0 24 6 0 6S-40 0 -44 -22Z", (px, py), (s / 150.0, s / 150.0), room.on(scene, hue(0.97, 0.005, 90.0)));
    let face = room.back();
    let u = x + room.half;
    let (mx, my) = face.at(u + 0.5, 1.62);
    let r = 0.4 * face.scale();
    canvas.oval(mx + 2.0, my + 3.0, r * 1.05, r * 1.05, hue(0.2, 0.03, 280.0).thin(0.25));
    canvas.disc(mx, my, r * 1.05, room.on(scene, hue(0.66, 0.09, 75.0)));
    let glass = room.on(scene, hue(0.86, 0.03, 215.0));
    canvas.disc(mx, my, r * 0.96, glass);
    canvas.poly(
        &[(mx - r * 0.6, my + r * 0.2), (mx + r * 0.3, my - r * 0.72), (mx + r * 0.56, my - r * 0.5), (mx - r * 0.4, my + r * 0.5)],
        glass.lit(0.07),
    );
    for side in [-1.0, 1.0] {
        let lx = mx + side * r * 1.45;
        if scene.is_dark() {
            canvas.glow(lx, my, 0.8 * face.scale(), scene.glow, 0.6);
        }
        canvas.oval(
            lx,
            my,
            0.09 * face.scale(),
            0.13 * face.scale(),
            if scene.is_dark() { scene.glow.lit(0.05) } else { room.on(scene, hue(0.96, 0.02, 90.0)) },
        );
    }
    face.line(canvas, &[(u + 0.5, 0.9), (u + 0.5, 1.08), (u + 0.5, 1.09)], 0.04, room.on(scene, hue(0.70, 0.09, 80.0)));
}

fn mat(canvas: &mut Canvas, scene: &Scene, room: &Room) {
    let z = room.deep - 2.3;
    super::small::rug(canvas, scene, room, (-0.7, 0.7, z, z + 0.7), scene.second.lit(0.06));
}
