//! Bedrooms: one wide bed, beds side by side, bunks, futons on mats.

use domain::listings::Property;

use crate::drawings::{
    canvas::Canvas,
    home::Scene,
    ink::{Ink, hue},
    region::Region,
};

use super::{
    room::Room,
    seats,
    small::{lamp, picture, plant, rug, shelf},
};

/// A room with `many` beds: one is wide, two and three stand side by side, more are bunks.
pub fn bedroom(canvas: &mut Canvas, scene: &Scene, room: &Room, many: u8) {
    room.shell(canvas, scene);
    let mats = scene.home.region == Region::Machiya && scene.home.property != Property::Hotel;
    match many {
        0 | 1 => wide(canvas, scene, room, mats),
        2 | 3 => singles(canvas, scene, room, many, mats),
        _ => bunks(canvas, scene, room, many.min(6)),
    }
}

fn wide(canvas: &mut Canvas, scene: &Scene, room: &Room, mats: bool) {
    let chance = &room.chance;
    let (u, _, w, _) = room.window;
    let side = if u + w / 2.0 > 0.0 { -1.0 } else { 1.0 };
    let x = side * chance.between(0.3, 0.75) - 0.85;
    // Not where the window and its curtains are.
    if x + 1.3 < u - 0.45 || x + 0.4 > u + w + 0.45 {
        picture(canvas, scene, room, x + 0.45, 1.5, (0.8, 0.62));
    }
    rug(canvas, scene, room, (x - 0.7, x + 2.4, room.deep - 2.9, room.deep - 0.9), scene.second);
    let end = room.deep - 0.08;
    table_by(canvas, scene, room, x - 0.62, end);
    bed(canvas, scene, room, (x, 1.7, end), if mats { 0.16 } else { 0.5 }, scene.cloth);
    if !mats && chance.happens(0.7) {
        table_by(canvas, scene, room, x + 1.85, end);
    }
    if chance.happens(0.6) {
        let corner = -side * (room.half - 0.5);
        plant(canvas, scene, room, (corner, 0.0, room.deep - 1.0), chance.between(1.0, 1.6));
    }
    if chance.happens(0.5) {
        seats::chair(canvas, scene, room, (-side * (room.half - 0.9) - 0.2, room.deep - 2.1), false, room.wood);
    }
}

fn singles(canvas: &mut Canvas, scene: &Scene, room: &Room, many: u8, mats: bool) {
    let end = room.deep - 0.08;
    let (pitch, own) = if many == 2 { (1.75, 1.05) } else { (1.42, 0.92) };
    let first = -(pitch * f32::from(many - 1) + own) / 2.0;
    rug(canvas, scene, room, (first + own * 0.4, first + pitch + own * 0.6, end - 2.5, end - 0.9), scene.second);
    for step in 0..many {
        let x = first + pitch * f32::from(step);
        let cloth = if step % 2 == 0 { scene.cloth } else { scene.cloth.mix(scene.second, 0.35) };
        bed(canvas, scene, room, (x, own, end), if mats { 0.16 } else { 0.46 }, cloth);
        if step + 1 < many {
            table_by(canvas, scene, room, x + own + (pitch - own) / 2.0 - 0.22, end);
        }
    }
    if many == 2 {
        plant(canvas, scene, room, (room.half - 0.5, 0.0, room.deep - 0.9), 1.3);
    }
}

/// A bed with its head at the back wall; mattress `high` metres up.
fn bed(canvas: &mut Canvas, scene: &Scene, room: &Room, (x, w, end): (f32, f32, f32), high: f32, cloth: Ink) {
    let near = end - 2.05;
    let linen = hue(0.95, 0.012, 90.0);
    room.shadow(canvas, (x, x + w, near, end));
    if high > 0.3 {
        let head = *scene.home.chance(61).pick(&[room.wood, scene.second, room.wood.lit(-0.12)]);
        let top = scene.home.chance(67).between(0.95, 1.25);
        room.block(canvas, scene, (x - 0.05, x + w + 0.05, 0.0, top, end - 0.08, end), head);
        room.block(canvas, scene, (x, x + w, 0.12, high - 0.16, near, end - 0.08), room.wood.lit(-0.05));
    }
    room.block(canvas, scene, (x + 0.01, x + w - 0.01, (high - 0.18).max(0.0), high, near + 0.02, end - 0.08), linen);
    let pillows = if w > 1.3 { 2 } else { 1 };
    let each = (w - 0.12) / pillows as f32;
    for pillow in 0..pillows {
        let left = x + 0.06 + each * pillow as f32;
        puff(canvas, scene, room, (left + 0.03, left + each - 0.03, high, end - 0.5), linen.lit(0.01));
    }
    quilt(canvas, scene, room, (x, w, near, end), high, cloth);
    if w > 1.3 {
        seats::cushion(canvas, scene, room, (x + w / 2.0, high + 0.2, end - 0.58), scene.second);
    }
}

/// A pillow that leans.
fn puff(canvas: &mut Canvas, scene: &Scene, room: &Room, (left, right, y, z): (f32, f32, f32, f32), ink: Ink) {
    let own = room.on(scene, ink);
    let at = |x: f32, y: f32, z: f32| room.camera.at((x, z), y);
    let (m, r) = ((left + right) / 2.0, right - left);
    canvas.smooth(
        &[
            at(left, y, z),
            at(m, y - 0.01, z - 0.02),
            at(right, y, z),
            at(right + 0.02, y + 0.16, z + 0.14),
            at(right - r * 0.06, y + 0.36, z + 0.28),
            at(m, y + 0.34, z + 0.28),
            at(left + r * 0.06, y + 0.36, z + 0.28),
            at(left - 0.02, y + 0.16, z + 0.14),
        ],
        own,
    );
    canvas.smooth(
        &[
            at(left + 0.04, y, z),
            at(m, y - 0.01, z - 0.02),
            at(right - 0.02, y, z),
            at(right - 0.06, y + 0.09, z + 0.06),
            at(m, y + 0.06, z + 0.04),
            at(left + 0.1, y + 0.08, z + 0.06),
        ],
        own.lit(-0.06),
    );
}

/// The cover: over the foot and both sides, turned back at the pillows.
fn quilt(canvas: &mut Canvas, scene: &Scene, room: &Room, (x, w, near, end): (f32, f32, f32, f32), high: f32, cloth: Ink) {
    let (top, fold) = (high + 0.05, end - 0.72);
    let own = room.on(scene, cloth);
    let low = (high - 0.3).max(0.02);
    room.camera.flat(canvas, &[(x - 0.03, near), (x + w + 0.03, near), (x + w + 0.03, fold), (x - 0.03, fold)], top, own.lit(0.06));
    let half = near + (fold - near) * 0.4;
    let throw = room.on(scene, scene.second);
    if scene.home.chance(71).happens(0.6) {
        room.camera.flat(
            canvas,
            &[(x - 0.03, near + 0.1), (x + w + 0.03, near + 0.1), (x + w + 0.03, half), (x - 0.03, half)],
            top + 0.01,
            throw.lit(0.05),
        );
    }
    let sheet = room.on(scene, hue(0.95, 0.012, 90.0));
    room.camera.flat(
        canvas,
        &[(x - 0.03, fold - 0.02), (x + w + 0.03, fold - 0.02), (x + w + 0.03, fold + 0.16), (x - 0.03, fold + 0.16)],
        top + 0.015,
        sheet,
    );
    let side = |canvas: &mut Canvas, x: f32, by: f32| {
        room.camera.solid(canvas, &[(x, top, near), (x, top, fold), (x, low, fold), (x, low - 0.04, near)], own.lit(by));
    };
    if room.camera.at((x, near), 0.0).0 > room.camera.at((x, end), 0.0).0 {
        side(canvas, x - 0.03, -0.08);
    }
    if room.camera.at((x + w, near), 0.0).0 < room.camera.at((x + w, end), 0.0).0 {
        side(canvas, x + w + 0.03, -0.1);
    }
    folds(canvas, room, (x - 0.03, x + w + 0.03, near), (low - 0.04, top), own);
}

/// Where the cover hangs down at the foot.
fn folds(canvas: &mut Canvas, room: &Room, (left, right, near): (f32, f32, f32), (low, top): (f32, f32), own: Ink) {
    let foot = room.camera.wall((left, near), (right, near), low, top - low);
    foot.rise(canvas, (0.0, 0.0, foot.wide, foot.high), own.lit(-0.06), own);
    for crease in [0.22, 0.5, 0.81] {
        foot.poly(
            canvas,
            &[(foot.wide * crease, foot.high), (foot.wide * crease + 0.03, 0.0), (foot.wide * crease - 0.05, 0.0)],
            own.lit(-0.08),
        );
    }
}

fn table_by(canvas: &mut Canvas, scene: &Scene, room: &Room, x: f32, end: f32) {
    room.shadow(canvas, (x, x + 0.44, end - 0.42, end));
    room.block(canvas, scene, (x, x + 0.44, 0.08, 0.5, end - 0.42, end - 0.02), room.wood);
    lamp(canvas, scene, room, (x + 0.22, 0.5, end - 0.2), 0.5);
}

/// Two beds above each other; of an odd number the last stands alone.
fn bunks(canvas: &mut Canvas, scene: &Scene, room: &Room, many: u8) {
    let stacks = many.div_ceil(2);
    let end = room.deep - 0.06;
    let wide = 0.95;
    let gap = if stacks == 3 { 0.45 } else { 1.1 };
    let first = -((wide + gap) * f32::from(stacks) - gap) / 2.0;
    shelf(canvas, scene, room, (first + wide + 0.1, 1.9, gap.max(0.7) - 0.2), true);
    rug(canvas, scene, room, (-1.3, 1.3, end - 3.0, end - 2.1), scene.second);
    for stack in 0..stacks {
        let x = first + (wide + gap) * f32::from(stack);
        let levels: &[f32] = if stack * 2 + 1 < many { &[0.42, 1.5] } else { &[0.42] };
        for &high in levels {
            let cloth = if high > 1.0 { scene.second } else { scene.cloth };
            room.block(canvas, scene, (x, x + wide, high - 0.16, high + 0.14, end - 2.0, end), room.wood.lit(-0.03));
            if high < 1.0 {
                puff(canvas, scene, room, (x + 0.12, x + wide - 0.12, high + 0.1, end - 0.5), hue(0.95, 0.012, 90.0));
                quilt(canvas, scene, room, (x + 0.05, wide - 0.1, end - 1.95, end), high + 0.1, cloth);
            } else {
                room.block(canvas, scene, (x + 0.03, x + wide - 0.03, high + 0.14, high + 0.26, end - 1.96, end), cloth);
            }
        }
        if levels.len() < 2 {
            continue;
        }
        for post in [x, x + wide - 0.08] {
            room.block(canvas, scene, (post, post + 0.08, 0.0, 2.05, end - 2.06, end - 1.98), room.wood);
        }
        ladder(canvas, scene, room, x + wide * 0.62, end - 2.1);
    }
}

fn ladder(canvas: &mut Canvas, scene: &Scene, room: &Room, x: f32, z: f32) {
    for rail in [x, x + 0.26] {
        room.block(canvas, scene, (rail, rail + 0.04, 0.0, 1.8, z, z + 0.04), room.wood.lit(0.03));
    }
    for rung in 1..6 {
        let y = 0.28 * rung as f32;
        room.block(canvas, scene, (x, x + 0.3, y, y + 0.04, z, z + 0.04), room.wood.lit(0.05));
    }
}
