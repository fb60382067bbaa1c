//! Where one sits: living rooms, a studio with its bed, the fireside.

use domain::listings::Property;

use crate::drawings::{canvas::Canvas, home::Scene, ink::hue};

use super::{
    beds,
    room::Room,
    seats::{armchair, laid, sofa, table},
    small::{lamp, pendant, picture, plant, rug, shelf},
};

pub fn living(canvas: &mut Canvas, scene: &Scene, room: &Room) {
    room.shell(canvas, scene);
    let chance = &room.chance;
    let back = room.deep - 1.0;
    let (u, _, w, _) = room.window;
    let free = if u + w / 2.0 > 0.0 { -room.half + 0.4 } else { u + w + 0.5 };
    if chance.happens(0.55) {
        picture(canvas, scene, room, free, 1.45, (0.72, 0.86));
    } else {
        shelf(canvas, scene, room, (free, 1.55, 1.1), true);
        shelf(canvas, scene, room, (free, 2.0, 1.1), false);
    }
    rug(canvas, scene, room, (-1.5, 1.5, back - 1.8, back - 0.1), scene.second);
    seats(canvas, scene, room, back);
    table(canvas, scene, room, (-0.55, 0.55, back - 1.25, back - 0.7), 0.42, room.wood.lit(0.04));
    laid(canvas, scene, room, (-0.5, 0.43, back - 1.0), 1.0);
    if scene.home.property == Property::Loft {
        pendant(canvas, scene, room, (0.4, back), 1.3);
    }
    if chance.happens(0.4) {
        plant(canvas, scene, room, (room.half - 0.55, 0.0, back - 0.9), 1.35);
    }
}

/// A sofa, a sofa and an armchair, or two armchairs.
fn seats(canvas: &mut Canvas, scene: &Scene, room: &Room, back: f32) {
    match room.chance.below(3) {
        0 => {
            sofa(canvas, scene, room, (-1.15, back - 0.1, 2.3), scene.cloth);
            lamp(canvas, scene, room, (1.6, 0.0, back), 1.55);
            plant(canvas, scene, room, (-1.75, 0.0, back + 0.2), 1.5);
        }
        1 => {
            sofa(canvas, scene, room, (-room.half + 0.25, back - 0.1, 1.9), scene.cloth);
            armchair(canvas, scene, room, (0.85, back - 0.55), scene.second);
            lamp(canvas, scene, room, (room.half - 0.5, 0.0, back + 0.3), 1.5);
        }
        _ => {
            armchair(canvas, scene, room, (-1.7, back - 0.3), scene.cloth);
            armchair(canvas, scene, room, (0.8, back - 0.3), scene.cloth);
            plant(canvas, scene, room, (0.0, 0.0, back + 0.6), 1.2);
            lamp(canvas, scene, room, (-room.half + 0.4, 0.0, back + 0.4), 1.5);
        }
    }
}

/// One room for everything: the bed, a small table, a chair by the window.
pub fn studio(canvas: &mut Canvas, scene: &Scene, room: &Room, many: u8) {
    beds::bedroom(canvas, scene, room, many);
    if many > 2 {
        return;
    }
    let back = room.deep - 2.9;
    let x = if room.window.0 > -0.6 { 0.9 } else { -1.6 };
    table(canvas, scene, room, (x, x + 0.7, back, back + 0.55), 0.7, room.wood.lit(0.05));
    laid(canvas, scene, room, (x, 0.71, back + 0.25), 0.7);
}

/// A fire, a chair before it, wood at its side.
pub fn fireside(canvas: &mut Canvas, scene: &Scene, room: &Room) {
    room.walls(canvas, scene);
    let chance = &room.chance;
    let x = chance.between(-0.7, -0.1);
    let side = room.left();
    super::walls::window(canvas, scene, room, &side, (1.4 - room.half, 0.9, 1.3, 1.4));
    if matches!(scene.home.property, Property::Cabin | Property::Boat | Property::Cottage) || chance.happens(0.35) {
        stove(canvas, scene, room, x);
    } else {
        hearth(canvas, scene, room, x);
    }
    let back = room.deep - 1.9;
    rug(canvas, scene, room, (-1.5, 1.7, back - 0.9, back + 0.9), scene.second);
    logs(canvas, scene, room, x + 1.75);
    armchair(canvas, scene, room, (x - 1.75, back - 0.1), scene.cloth);
    if chance.happens(0.6) {
        armchair(canvas, scene, room, (x + 1.5, back - 0.5), scene.cloth);
    }
    lamp(canvas, scene, room, (x - 1.9, 0.0, room.deep - 0.6), 1.5);
}

fn hearth(canvas: &mut Canvas, scene: &Scene, room: &Room, x: f32) {
    let end = room.deep;
    let stone = *room.chance.pick(&[hue(0.88, 0.02, 85.0), hue(0.62, 0.03, 60.0), hue(0.52, 0.09, 36.0)]);
    room.block(canvas, scene, (x - 0.05, x + 1.55, 0.0, room.high, end - 0.32, end), room.wall.lit(-0.02));
    room.block(canvas, scene, (x - 0.15, x + 1.65, 0.0, 0.07, end - 0.75, end), stone.lit(-0.08));
    room.block(canvas, scene, (x, x + 1.5, 0.07, 1.18, end - 0.36, end - 0.3), stone);
    room.block(canvas, scene, (x - 0.1, x + 1.6, 1.18, 1.26, end - 0.5, end - 0.2), stone.lit(0.03));
    let face = room.camera.wall((x, end - 0.36), (x + 1.5, end - 0.36), 0.0, 1.2);
    face.rect(canvas, 0.3, 0.08, 0.9, 0.78, hue(0.22, 0.03, 40.0));
    fire(canvas, room, (x + 0.75, 0.1, end - 0.36), 1.0);
    laid(canvas, scene, room, (x + 0.2, 1.27, end - 0.3), 1.1);
    picture(canvas, scene, room, x + 0.35, 1.6, (0.8, 0.7));
}

fn stove(canvas: &mut Canvas, scene: &Scene, room: &Room, x: f32) {
    let (end, iron) = (room.deep, hue(0.28, 0.015, 260.0));
    room.block(canvas, scene, (x, x + 1.3, 0.0, 0.06, end - 1.0, end), hue(0.6, 0.03, 60.0));
    room.block(canvas, scene, (x + 0.57, x + 0.73, 1.0, room.high, end - 0.45, end - 0.3), iron.lit(-0.03));
    room.block(canvas, scene, (x + 0.3, x + 1.0, 0.22, 1.05, end - 0.65, end - 0.12), iron);
    let face = room.camera.wall((x + 0.3, end - 0.65), (x + 1.0, end - 0.65), 0.0, 1.1);
    face.rect(canvas, 0.1, 0.42, 0.5, 0.46, hue(0.2, 0.03, 40.0));
    fire(canvas, room, (x + 0.65, 0.44, end - 0.65), 0.58);
    for leg in [0.34, 0.9] {
        room.block(canvas, scene, (x + leg, x + leg + 0.06, 0.06, 0.22, end - 0.62, end - 0.56), iron);
    }
}

fn fire(canvas: &mut Canvas, room: &Room, (x, y, z): (f32, f32, f32), size: f32) {
    let ((px, py), s) = room.spot(x, y, z);
    let s = s * size;
    canvas.glow(px, py - 0.2 * s, 1.9 * s, hue(0.80, 0.16, 60.0), 0.55);
    for (dx, w, h, ink) in [
        (0.0, 0.34, 0.62, hue(0.66, 0.19, 42.0)),
        (-0.14, 0.2, 0.42, hue(0.76, 0.17, 62.0)),
        (0.15, 0.2, 0.46, hue(0.76, 0.17, 62.0)),
        (0.01, 0.16, 0.34, hue(0.92, 0.13, 92.0)),
    ] {
        let (cx, w, h) = (px + dx * s, w * s, h * s);
        canvas.smooth(
            &[(cx - w, py), (cx - w * 0.8, py - h * 0.45), (cx + w * 0.1, py - h * 1.1), (cx + w * 0.8, py - h * 0.4), (cx + w, py)],
            ink,
        );
    }
    let bark = hue(0.30, 0.04, 45.0);
    canvas.line(&[(px - 0.36 * s, py - 0.02 * s), (px + 0.34 * s, py - 0.08 * s)], 0.1 * s, bark);
    canvas.line(&[(px - 0.3 * s, py - 0.1 * s), (px + 0.36 * s, py - 0.01 * s)], 0.1 * s, bark.lit(0.06));
}

fn logs(canvas: &mut Canvas, scene: &Scene, room: &Room, x: f32) {
    for row in 0..3 {
        for log in 0..(4 - row) {
            let ((px, py), s) = room.spot(x + 0.17 * log as f32 + 0.085 * row as f32, 0.09 + 0.145 * row as f32, room.deep - 0.5);
            let wood = room.on(scene, hue(0.66, 0.07, 65.0));
            canvas.disc(px, py, 0.085 * s, room.on(scene, hue(0.40, 0.05, 50.0)));
            canvas.disc(px, py, 0.068 * s, wood);
            canvas.disc(px, py, 0.03 * s, wood.lit(-0.07));
        }
    }
}
