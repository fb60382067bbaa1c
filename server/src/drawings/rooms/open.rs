//! In the open, but at home: balcony, garden table, pool, and the view.

use crate::drawings::{
    camera::Camera,
    canvas::Canvas,
    chance::Chance,
    distance,
    home::{Scene, Season},
    ink::{Ink, hue},
    region::Tree,
    sky, trees,
};

use super::{
    room::Room,
    seats::{chair, laid, table},
};

/// The out-of-doors as a room without walls.
fn deck(scene: &Scene, chance: &Chance, horizon: f32) -> Room {
    let camera = Camera { eye: 1.6, yaw: chance.between(-10.0, 10.0), focal: 520.0, centre: 300.0, horizon };
    Room { camera, deep: 7.0, half: 4.0, ..Room::new(scene, chance) }
}

fn backdrop(canvas: &mut Canvas, scene: &Scene, chance: &Chance, horizon: f32) {
    sky::sky(canvas, scene, chance, 600.0, horizon);
    distance::distance(canvas, scene, chance, horizon, horizon + 60.0);
}

pub fn balcony(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    let horizon = chance.between(150.0, 180.0);
    backdrop(canvas, scene, chance, horizon);
    distance::roofs(canvas, scene, chance, horizon + 34.0, 400.0);
    distance::roofs(canvas, scene, chance, horizon + 74.0, 400.0);
    let room = &deck(scene, chance, horizon);
    let floor = room.on(scene, *chance.pick(&[hue(0.66, 0.07, 62.0), hue(0.78, 0.02, 80.0), hue(0.70, 0.08, 48.0)]));
    room.camera.flat(canvas, &[(-4.5, 5.0), (4.5, 5.0), (4.5, 1.0), (-4.5, 1.0)], 0.0, floor);
    for board in 0..16 {
        let z = 2.4 + 0.17 * board as f32;
        room.camera.flat(canvas, &[(-4.5, z), (4.5, z), (4.5, z + 0.02), (-4.5, z + 0.02)], 0.0, floor.lit(-0.06));
    }
    railing(canvas, scene, chance, room);
    for (x, high) in [(-2.1, 1.2), (2.2, 0.9), (1.7, 0.6)] {
        let ((px, py), s) = room.spot(x, 0.0, 4.6);
        trees::pot(canvas, scene, chance, (px, py), high * s);
    }
    let x = chance.between(-0.8, 0.2);
    chair(canvas, scene, room, (x - 0.75, 3.5), false, scene.cloth);
    chair(canvas, scene, room, (x + 0.95, 3.7), false, scene.cloth);
    table(canvas, scene, room, (x, x + 0.62, 3.5, 4.05), 0.7, room.wood.lit(0.08));
    laid(canvas, scene, room, (x - 0.02, 0.71, 3.75), 0.66);
    if chance.happens(0.5) {
        awning(canvas, scene);
    }
    sky::weather(canvas, scene, chance);
    room.dim(canvas, scene);
}

fn railing(canvas: &mut Canvas, scene: &Scene, chance: &Chance, room: &Room) {
    let rail = room.camera.wall((-4.5, 4.9), (4.5, 4.9), 0.0, 1.0);
    if chance.happens(0.3) {
        let wall = scene.light.shaded(scene.wall);
        rail.rect(canvas, 0.0, 0.0, 9.0, 0.92, wall);
        rail.rect(canvas, 0.0, 0.92, 9.0, 0.1, scene.light.sunlit(scene.trim));
        return;
    }
    let iron = scene.on(hue(0.28, 0.02, 240.0));
    for bar in 0..60 {
        rail.rect(canvas, 0.15 * bar as f32, 0.0, 0.025, 0.98, iron);
    }
    rail.rect(canvas, 0.0, 0.96, 9.0, 0.06, iron);
    rail.rect(canvas, 0.0, 0.08, 9.0, 0.04, iron);
}

fn awning(canvas: &mut Canvas, scene: &Scene) {
    let cloth = scene.on(scene.cloth);
    for stripe in 0..10 {
        let (x, ink) = (60.0 * stripe as f32, if stripe % 2 == 0 { cloth } else { scene.on(hue(0.95, 0.015, 90.0)) });
        canvas.poly(&[(x, -2.0), (x + 60.0, -2.0), (x + 60.0, 34.0), (x + 30.0, 44.0), (x, 34.0)], ink);
    }
}

pub fn garden(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    let horizon = chance.between(150.0, 180.0);
    backdrop(canvas, scene, chance, horizon);
    let room = &deck(scene, chance, horizon);
    let grass = scene.light.sunlit(scene.ground);
    canvas.fade(0.0, horizon + 10.0, 600.0, 400.0 - horizon, scene.air(scene.ground, 0.25), grass.lit(-0.05));
    trees::bushes(canvas, scene, chance, (-10.0, 610.0), horizon + 34.0, 30.0);
    for (x, z) in [(chance.between(-3.4, -2.2), 7.6), (chance.between(2.0, 3.6), 8.6)] {
        let ((px, py), s) = room.spot(x, 0.0, z);
        trees::tree(canvas, scene, chance, (px, py), chance.between(3.4, 4.6) * s);
    }
    for _ in 0..3 {
        let ((px, py), s) = room.spot(chance.between(-2.5, 2.5), 0.0, chance.between(4.0, 5.6));
        canvas.oval(px, py, 1.1 * s, 0.16 * s, scene.light.shadow().thin(0.18));
    }
    let x = chance.between(-1.4, -0.4);
    for side in [x + 0.1, x + 1.1] {
        chair(canvas, scene, room, (side, 4.95), false, scene.door);
    }
    table(canvas, scene, room, (x, x + 1.7, 4.1, 4.9), 0.74, scene.trim.mix(room.wood, 0.3));
    laid(canvas, scene, room, (x, 0.75, 4.5), 1.7);
    chair(canvas, scene, room, (x + 0.6, 3.55), true, scene.door);
    if scene.is_dark() || chance.happens(0.5) {
        bulbs(canvas, scene, chance);
    }
    if scene.home.season != Season::Winter {
        trees::bushes(canvas, scene, chance, (-20.0, chance.between(80.0, 180.0)), 398.0, 34.0);
    }
    sky::weather(canvas, scene, chance);
    room.dim(canvas, scene);
}

fn bulbs(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    let (from, to, sag) = (chance.between(20.0, 70.0), chance.between(30.0, 90.0), chance.between(40.0, 80.0));
    let at = |share: f32| (600.0 * share, from + (to - from) * share + sag * (1.0 - (2.0 * share - 1.0).powi(2)));
    let rope: Vec<_> = (0..=16).map(|step| at(step as f32 / 16.0)).collect();
    canvas.line(&rope, 1.0, scene.on(hue(0.3, 0.02, 60.0)));
    for bulb in 1..12 {
        let (x, y) = at(bulb as f32 / 12.0);
        if scene.is_dark() {
            canvas.glow(x, y + 4.0, 20.0, scene.glow, 0.7);
        }
        canvas.oval(x, y + 5.0, 3.4, 4.6, if scene.is_dark() { scene.glow.lit(0.06) } else { scene.on(hue(0.95, 0.04, 90.0)) });
    }
}

pub fn pool(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    let horizon = chance.between(140.0, 172.0);
    backdrop(canvas, scene, chance, horizon);
    let room = &deck(scene, chance, horizon);
    let stone = scene.light.sunlit(hue(0.88, 0.03, 80.0));
    canvas.fade(0.0, horizon + 30.0, 600.0, 400.0 - horizon, stone.lit(-0.05), stone);
    trees::bushes(canvas, scene, chance, (-10.0, 610.0), horizon + 38.0, 26.0);
    for x in [-3.6, 3.4] {
        let ((px, py), s) = room.spot(x, 0.0, 8.0);
        let kind = *chance.pick(&[Tree::Palm, Tree::Cypress, scene.home.tree]);
        trees::grow(canvas, scene, chance, kind, (px, py), 4.6 * s);
    }
    let near = chance.between(2.4, 3.0);
    let edge = [(-2.4, 6.2), (1.8, 6.2), (2.6, near), (-2.6, near)].map(|spot| room.camera.at(spot, 0.0));
    let water = scene.on(hue(0.76, 0.09, 205.0));
    canvas.sweep(&edge, edge[0], water.mix(scene.light.sky[0], 0.45), edge[2], water.lit(0.05));
    canvas.line(&[edge[3], edge[0], edge[1], edge[2]], 4.0, stone.lit(0.04));
    for _ in 0..16 {
        let ((px, py), s) = room.spot(chance.between(-1.9, 1.4), 0.0, chance.between(near + 0.4, 5.8));
        canvas.oval(px, py, 0.3 * s, 0.02 * s, scene.light.sun.thin(0.6));
    }
    if scene.is_dark() {
        canvas.glow(280.0, 320.0, 170.0, hue(0.85, 0.09, 200.0), 0.5);
    }
    lounger(canvas, scene, room, (2.35, 4.4), scene.cloth);
    lounger(canvas, scene, room, (2.55, 5.4), scene.cloth);
    parasol(canvas, scene, room);
    room.dim(canvas, scene);
}

fn lounger(canvas: &mut Canvas, scene: &Scene, room: &Room, (x, z): (f32, f32), ink: Ink) {
    room.shadow(canvas, (x, x + 1.5, z, z + 0.5));
    room.block(canvas, scene, (x, x + 1.5, 0.2, 0.3, z, z + 0.55), hue(0.93, 0.02, 88.0));
    room.block(canvas, scene, (x + 0.04, x + 1.4, 0.3, 0.37, z + 0.04, z + 0.5), ink.lit(0.1));
    room.camera.solid(
        canvas,
        &[(x + 1.05, 0.36, z + 0.04), (x + 1.5, 0.8, z + 0.04), (x + 1.5, 0.8, z + 0.5), (x + 1.05, 0.36, z + 0.5)],
        room.on(scene, ink),
    );
}

fn parasol(canvas: &mut Canvas, scene: &Scene, room: &Room) {
    let ((px, py), s) = room.spot(3.0, 0.0, 5.3);
    canvas.rect(px - 0.025 * s, py - 2.3 * s, 0.05 * s, 2.3 * s, scene.on(scene.trunk));
    let cloth = scene.light.sunlit(scene.second);
    canvas.placed(
        "M-100 0C-70 -34 -30 -48 0 -52C30 -48 70 -34 100 0C66 -10 34 -10 0 -6C-34 -10 -66 -10 -100 0Z",
        (px, py - 1.95 * s),
        (s / 90.0, s / 90.0),
        cloth,
    );
    canvas.placed(
        "M0 -52C30 -48 70 -34 100 0C66 -10 34 -10 20 -8C22 -24 14 -40 0 -52Z",
        (px, py - 1.95 * s),
        (s / 90.0, s / 90.0),
        cloth.lit(-0.07),
    );
}

/// Through a wide window, or from the terrace: where one is.
pub fn outlook(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    let horizon = chance.between(190.0, 230.0);
    backdrop(canvas, scene, chance, horizon);
    distance::ridge(canvas, chance, scene.air(scene.leaf.mix(scene.ground, 0.4), 0.15), horizon + 40.0, 14.0, 400.0);
    distance::roofs(canvas, scene, chance, horizon + 62.0, 400.0);
    for _ in 0..4 {
        trees::tree(canvas, scene, chance, (chance.between(40.0, 560.0), horizon + 110.0), chance.between(70.0, 110.0));
    }
    distance::roofs(canvas, scene, chance, horizon + 124.0, 400.0);
    frame(canvas, scene);
    trees::pot(canvas, scene, chance, (chance.between(70.0, 130.0), 372.0), 110.0);
    let cup = "M-26 -34H26V-6C26 4 16 8 0 8S-26 4 -26 -6ZM26 -28C44 -30 44 -4 26 -6V-12C34 -12 34 -22 26 -22Z";
    canvas.placed(cup, (chance.between(400.0, 480.0), 376.0), (1.2, 1.2), scene.on(scene.cloth).lit(0.08));
}

/// The window that one stands at, its sill and curtains.
fn frame(canvas: &mut Canvas, scene: &Scene) {
    let frame = scene.light.shaded(scene.trim.mix(hue(0.5, 0.03, 60.0), 0.3));
    for (x, y, w, h) in [(0.0, 0.0, 600.0, 20.0), (0.0, 0.0, 30.0, 400.0), (570.0, 0.0, 30.0, 400.0), (296.0, 0.0, 12.0, 330.0)] {
        canvas.rect(x, y, w, h, frame);
    }
    canvas.rect(0.0, 326.0, 600.0, 80.0, frame.lit(0.08));
    canvas.rect(0.0, 326.0, 600.0, 8.0, frame.lit(0.16));
    let cloth = scene.on(scene.second);
    for (x, flip) in [(0.0, 1.0), (600.0, -1.0)] {
        canvas.smooth(
            &[
                (x, -10.0),
                (x + 74.0 * flip, -10.0),
                (x + 60.0 * flip, 150.0),
                (x + 40.0 * flip, 290.0),
                (x + 46.0 * flip, 410.0),
                (x, 410.0),
            ],
            cloth,
        );
        canvas.smooth(
            &[
                (x + 20.0 * flip, -10.0),
                (x + 40.0 * flip, -10.0),
                (x + 32.0 * flip, 180.0),
                (x + 22.0 * flip, 410.0),
                (x + 8.0 * flip, 410.0),
            ],
            cloth.lit(-0.06),
        );
    }
}
