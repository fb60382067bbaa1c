//! What covers walls, floors and ceilings, and windows with what is seen through them.

use domain::listings::Property;

use crate::drawings::{
    camera::Face,
    canvas::Canvas,
    home::Scene,
    ink::{Ink, hue},
    region::{Pane, Region},
};

use super::room::Room;

/// Paint, paper, boards, bricks or tiles, as the home has them.
pub fn covering(canvas: &mut Canvas, scene: &Scene, room: &Room, face: &Face, ink: Ink) {
    face.rise(canvas, (0.0, 0.0, face.wide, face.high), ink.lit(-0.035), ink.lit(0.015));
    let kind = scene.home.chance(37).below(7);
    match (scene.home.property, scene.home.region, kind) {
        (Property::Cabin | Property::Boat, _, _) => boards(canvas, face, ink),
        (Property::Loft, _, 0..=3) => bricks(canvas, scene, face),
        (_, Region::Machiya, _) => posts(canvas, room, scene, face),
        (_, Region::Riad | Region::Tiles, 0..=3) => dado(canvas, scene, face, ink),
        (Property::Hotel | Property::Guesthouse | Property::Cottage, _, 0 | 1) => stripes(canvas, face, ink),
        (_, _, 2 | 3) => panels(canvas, scene, room, face, ink),
        (_, _, 4) => dots(canvas, scene, face, ink),
        _ => {}
    }
    let skirting = room.on(scene, scene.trim);
    face.rect(canvas, 0.0, 0.0, face.wide, 0.13, skirting.mix(ink, 0.25));
}

fn boards(canvas: &mut Canvas, face: &Face, ink: Ink) {
    let many = (face.high / 0.2) as usize;
    for board in 1..many {
        let v = face.high * board as f32 / many as f32;
        face.rect(canvas, 0.0, v, face.wide, 0.02, ink.lit(-0.09));
        if board % 3 == 0 {
            face.rect(canvas, 0.0, v, face.wide, 0.19, ink.lit(-0.025));
        }
    }
}

fn bricks(canvas: &mut Canvas, scene: &Scene, face: &Face) {
    let chance = scene.home.chance(41);
    let (columns, rows) = ((face.wide / 0.5) as usize, (face.high / 0.2) as usize);
    for row in 0..rows {
        for column in 0..columns {
            if chance.happens(0.34) {
                let shift = if row % 2 == 0 { 0.0 } else { 0.25 };
                let ink = scene.on(hue(0.62, 0.09, 38.0)).lit(chance.between(-0.07, 0.06));
                let u = 0.5 * column as f32 + shift;
                face.rect(canvas, u, 0.2 * row as f32, 0.44_f32.min(face.wide - u), 0.15, ink.thin(0.75));
            }
        }
    }
}

fn posts(canvas: &mut Canvas, room: &Room, scene: &Scene, face: &Face) {
    let wood = room.on(scene, hue(0.42, 0.05, 50.0));
    for share in [0.0, 0.33, 0.66, 0.975] {
        face.rect(canvas, face.wide * share, 0.0, 0.1, face.high, wood);
    }
    face.rect(canvas, 0.0, face.high * 0.74, face.wide, 0.09, wood);
}

/// Glazed tiles up to the hip.
fn dado(canvas: &mut Canvas, scene: &Scene, face: &Face, ink: Ink) {
    let tile = scene.on(scene.door).mix(hue(0.9, 0.02, 220.0), 0.45);
    face.rect(canvas, 0.0, 0.0, face.wide, 1.0, tile.mix(ink, 0.15));
    let many = (face.wide / 0.25) as usize;
    for row in 0..4 {
        for column in 0..many {
            let (u, v) = (0.25 * column as f32, 0.25 * row as f32);
            if (row + column) % 2 == 0 {
                face.poly(
                    canvas,
                    &[(u + 0.125, v + 0.01), (u + 0.24, v + 0.125), (u + 0.125, v + 0.24), (u + 0.01, v + 0.125)],
                    tile.lit(-0.10),
                );
            }
        }
    }
    face.rect(canvas, 0.0, 1.0, face.wide, 0.06, tile.lit(-0.14));
}

fn stripes(canvas: &mut Canvas, face: &Face, ink: Ink) {
    let many = (face.wide / 0.36) as usize;
    for stripe in 0..many {
        face.rect(canvas, 0.36 * stripe as f32, 0.0, 0.18, face.high, ink.lit(0.03));
    }
}

fn panels(canvas: &mut Canvas, scene: &Scene, room: &Room, face: &Face, ink: Ink) {
    let low = ink.mix(room.on(scene, scene.trim), 0.7);
    face.rect(canvas, 0.0, 0.0, face.wide, 0.95, low);
    face.rect(canvas, 0.0, 0.92, face.wide, 0.06, low.lit(0.04));
    let many = (face.wide / 0.7) as usize;
    for panel in 0..many {
        face.rect(canvas, 0.12 + 0.7 * panel as f32, 0.22, 0.46, 0.58, low.lit(-0.035));
    }
}

fn dots(canvas: &mut Canvas, scene: &Scene, face: &Face, ink: Ink) {
    let leaf = ink.mix(scene.on(scene.leaf), 0.35);
    let (columns, rows) = ((face.wide / 0.42) as usize, (face.high / 0.36) as usize);
    for row in 0..rows {
        for column in 0..columns {
            let (u, v) = (0.12 + 0.42 * column as f32 + if row % 2 == 0 { 0.0 } else { 0.21 }, 0.3 + 0.36 * row as f32);
            face.poly(canvas, &[(u, v), (u + 0.06, v + 0.1), (u, v + 0.2), (u - 0.06, v + 0.1)], leaf);
        }
    }
}

/// Boards, tiles, mats or stone.
pub fn floor(canvas: &mut Canvas, scene: &Scene, room: &Room) {
    let (half, deep) = (room.half + 0.02, room.deep);
    let ink = room.on(scene, floor_ink(scene, room));
    let all = [(-half, 0.7), (half, 0.7), (half, deep), (-half, deep)];
    let points = all.map(|spot| room.camera.at(spot, 0.0));
    canvas.sweep(&points, (0.0, points[2].1), ink.lit(0.03), (0.0, 400.0), ink.lit(-0.06));
    let line = |canvas: &mut Canvas, spots: [(f32, f32); 4], by: f32| {
        room.camera.flat(canvas, &spots, 0.0, ink.lit(by));
    };
    if scene.home.region == Region::Riad || (scene.home.chance(43).happens(0.22) && scene.home.property != Property::Cabin) {
        for row in 0..9 {
            for column in 0..11 {
                if (row + column) % 2 == 0 {
                    let (x, z) = (-half + 0.6 * column as f32, 0.9 + 0.6 * row as f32);
                    let right = (x + 0.6).min(half);
                    line(canvas, [(x, z), (right, z), (right, (z + 0.6).min(deep)), (x, (z + 0.6).min(deep))], -0.07);
                }
            }
        }
    } else if scene.home.region == Region::Machiya {
        for x in [-1.8, 0.0, 1.8] {
            line(canvas, [(x, 0.9), (x + 0.06, 0.9), (x + 0.06, deep), (x, deep)], -0.2);
        }
        line(canvas, [(-half, 3.6), (half, 3.6), (half, 3.65), (-half, 3.65)], -0.2);
    } else {
        let many = (half * 2.0 / 0.24) as usize;
        for board in 1..many {
            let x = -half + half * 2.0 * board as f32 / many as f32;
            line(canvas, [(x, 0.9), (x + 0.022, 0.9), (x + 0.022, deep), (x, deep)], -0.06);
            if board % 3 == 0 {
                line(canvas, [(x, 0.9), (x + 0.24, 0.9), (x + 0.24, deep), (x, deep)], -0.018);
            }
        }
    }
}

fn floor_ink(scene: &Scene, room: &Room) -> Ink {
    match (scene.home.property, scene.home.region) {
        (_, Region::Machiya) => hue(0.82, 0.07, 105.0),
        (_, Region::Riad) => hue(0.80, 0.06, 60.0),
        (Property::Loft, _) => hue(0.70, 0.015, 80.0),
        _ => room.floor,
    }
}

pub fn ceiling(canvas: &mut Canvas, scene: &Scene, room: &Room, ink: Ink) {
    let (half, deep, high) = (room.half, room.deep, room.high);
    room.camera.flat(canvas, &[(-half, 1.0), (half, 1.0), (half, deep), (-half, deep)], high, ink);
    let beamed = matches!(scene.home.property, Property::Cabin | Property::Cottage | Property::Farm | Property::Boat)
        || matches!(scene.home.region, Region::Riad | Region::Alpine);
    if beamed {
        let wood = room.on(scene, room.wood.lit(-0.1));
        for beam in 0..5 {
            let z = 2.2 + 0.9 * beam as f32;
            let face = room.camera.wall((-half, z), (half, z), high - 0.2, 0.2);
            face.rect(canvas, 0.0, 0.0, face.wide, 0.2, wood);
            room.camera.flat(canvas, &[(-half, z), (half, z), (half, z + 0.22), (-half, z + 0.22)], high - 0.2, wood.lit(-0.06));
        }
    } else {
        room.back().rect(canvas, 0.0, high - 0.12, half * 2.0, 0.12, ink.lit(-0.03));
    }
}

/// A window in a wall: the outside at its hour, frame, sill, curtains. `u` is metres from the room's middle.
pub fn window(canvas: &mut Canvas, scene: &Scene, room: &Room, face: &Face, (u, v, w, h): (f32, f32, f32, f32)) {
    let u = u + room.half;
    let frame = room.on(scene, scene.trim.mix(hue(0.95, 0.01, 90.0), 0.4));
    if scene.home.property == Property::Boat {
        return portholes(canvas, scene, face, (u, v, w, h), room.on(scene, hue(0.72, 0.09, 80.0)));
    }
    let arched = scene.home.pane == Pane::Arched;
    if arched {
        face.arch(canvas, u - 0.1, v - 0.08, w + 0.2, h + 0.42, frame);
        face.arch(canvas, u, v, w, h + 0.3, scene.light.sky[0].mix(scene.light.sky[1], 0.5));
    } else {
        face.rect(canvas, u - 0.1, v - 0.08, w + 0.2, h + 0.18, frame);
    }
    outside(canvas, scene, room, face, (u, v, w, h));
    let columns = match scene.home.pane {
        Pane::Lattice => 5,
        Pane::Grid => 4,
        Pane::Sash => 1,
        _ => 2,
    };
    for step in 1..columns {
        face.rect(canvas, u + w * step as f32 / columns as f32 - 0.025, v, 0.05, h, frame);
    }
    face.rect(canvas, u, v + h * 0.52, w, 0.05, frame);
    face.rect(canvas, u - 0.18, v - 0.14, w + 0.36, 0.08, frame.lit(0.03));
    curtains(canvas, scene, room, face, (u, v, w, h));
}

/// Sky, what is far, and a tree or roofs, all within the pane.
pub fn outside(canvas: &mut Canvas, scene: &Scene, room: &Room, face: &Face, (u, v, w, h): (f32, f32, f32, f32)) {
    let chance = scene.home.chance(47);
    let [top, low] = scene.light.sky;
    face.rise(canvas, (u, v, w, h), low, top);
    let far = scene.air(scene.leaf.mix(scene.far, 0.6), 0.3);
    let near = scene.air(scene.leaf, 0.1);
    let line = |base: f32, sway: f32| {
        let mut points = vec![(u, v)];
        for step in 0..=6 {
            points.push((u + w * step as f32 / 6.0, v + h * (base + chance.between(-sway, sway))));
        }
        points.push((u + w, v));
        points
    };
    face.poly(canvas, &line(0.42, 0.08), far);
    if room.deep > 5.8 {
        for house in 0..3 {
            let (x, wide) = (u + w * (0.04 + 0.32 * house as f32), w * 0.24);
            let wall = scene.air(scene.wall.lit(0.04 * house as f32 - 0.04), 0.2);
            let up = v + h * chance.between(0.22, 0.34);
            face.poly(canvas, &[(x, v), (x, up), (x + wide / 2.0, up + h * 0.12), (x + wide, up), (x + wide, v)], wall);
            face.poly(canvas, &[(x - 0.03, up), (x + wide / 2.0, up + h * 0.14), (x + wide + 0.03, up)], scene.air(scene.roof, 0.2));
            let pane = if scene.is_dark() { scene.glow } else { scene.glass };
            face.rect(canvas, x + wide * 0.38, v + h * 0.08, wide * 0.22, h * 0.1, pane);
        }
    }
    face.poly(canvas, &line(0.16, 0.07), near);
    if scene.is_dark() {
        let (x, y) = face.at(u + w * 0.75, v + h * 0.8);
        canvas.disc(x, y, 0.1 * face.scale(), hue(0.95, 0.03, 95.0));
    }
}

fn portholes(canvas: &mut Canvas, scene: &Scene, face: &Face, (u, v, w, h): (f32, f32, f32, f32), brass: Ink) {
    for step in 0..2 {
        let (x, y) = face.at(u + w * (0.2 + 0.62 * step as f32), v + h * 0.55);
        let r = face.scale() * 0.42;
        canvas.disc(x, y, r * 1.2, brass);
        canvas.disc(x, y, r * 1.02, brass.lit(-0.18));
        canvas.disc(x, y, r, scene.light.sky[1]);
        let water = scene.on(scene.water);
        canvas.wave(&[(x - r * 0.94, y + r * 0.3), (x, y + r * 0.22), (x + r * 0.94, y + r * 0.3)], y + r * 0.34, water);
        canvas.oval(x, y + r * 0.58, r * 0.8, r * 0.36, water);
    }
}

fn curtains(canvas: &mut Canvas, scene: &Scene, room: &Room, face: &Face, (u, v, w, h): (f32, f32, f32, f32)) {
    let kind = scene.home.chance(53).below(4);
    if kind == 0 || matches!(scene.home.pane, Pane::Lattice | Pane::Arched) {
        return;
    }
    let cloth = room.on(scene, scene.second.mix(hue(0.93, 0.02, 85.0), 0.45));
    let foot = if kind == 1 { 0.06 } else { v - 0.25 };
    for (side, flip) in [(u - 0.36, 1.0), (u + w + 0.36, -1.0)] {
        for (fold, by) in [(0.0, 0.0), (0.16, -0.045), (0.30, 0.015)] {
            let from = side + flip * fold;
            face.poly(
                canvas,
                &[(from, foot), (from, v + h + 0.2), (from + flip * 0.17, v + h + 0.2), (from + flip * 0.14, foot)],
                cloth.lit(by),
            );
        }
    }
    face.rect(canvas, u - 0.5, v + h + 0.18, w + 1.0, 0.04, room.on(scene, hue(0.35, 0.03, 60.0)));
}
