//! Where one works: a table, a chair and a socket.

use crate::drawings::{canvas::Canvas, home::Scene, ink::hue};

use super::{
    room::Room,
    seats::{chair, table},
    small::{lamp, picture, plant, rug, shelf},
};

pub fn desk(canvas: &mut Canvas, scene: &Scene, room: &Room) {
    room.shell(canvas, scene);
    let end = room.deep - 0.1;
    let chance = &room.chance;
    let (u, _, w, _) = room.window;
    let x = u + w / 2.0 - 0.85;
    let free = if u + w / 2.0 > 0.0 { -room.half + 0.4 } else { u + w + 0.55 };
    for (row, books) in [(1.3, true), (1.7, false), (2.1, true)] {
        if row + 0.35 < room.high {
            shelf(canvas, scene, room, (free, row, 1.2), books);
        }
    }
    rug(canvas, scene, room, (x - 0.3, x + 2.1, end - 2.3, end - 0.8), scene.second);
    table(canvas, scene, room, (x, x + 1.7, end - 0.7, end), 0.74, room.wood.lit(0.04));
    let ((px, py), s) = room.spot(x + 0.85, 0.75, end - 0.4);
    let (grey, screen) = (room.on(scene, hue(0.62, 0.01, 250.0)), hue(0.88, 0.04, 225.0));
    canvas.poly(&[(px - 0.2 * s, py - 0.3 * s), (px + 0.2 * s, py - 0.3 * s), (px + 0.21 * s, py), (px - 0.21 * s, py)], grey.lit(-0.15));
    canvas.poly(
        &[(px - 0.18 * s, py - 0.28 * s), (px + 0.18 * s, py - 0.28 * s), (px + 0.19 * s, py - 0.02 * s), (px - 0.19 * s, py - 0.02 * s)],
        screen,
    );
    canvas.poly(&[(px - 0.21 * s, py), (px + 0.21 * s, py), (px + 0.25 * s, py + 0.1 * s), (px - 0.25 * s, py + 0.1 * s)], grey);
    lamp(canvas, scene, room, (x + 0.22, 0.74, end - 0.3), 0.5);
    plant(canvas, scene, room, (x + 1.5, 0.74, end - 0.3), 0.5);
    chair(canvas, scene, room, (x + 0.6, end - 1.45), true, scene.cloth);
    if chance.happens(0.6) {
        picture(canvas, scene, room, free + 0.1, 0.62, (0.5, 0.5));
    }
    plant(canvas, scene, room, (if free < 0.0 { -room.half + 0.5 } else { room.half - 0.5 }, 0.0, end - 1.2), 1.4);
}
