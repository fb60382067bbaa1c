//! Close to the door: the wall, the way in, a window, what the host has put beside it.

use super::{
    camera::{Camera, Face},
    canvas::Canvas,
    chance::Chance,
    facade::Front,
    home::{Scene, Season},
    ink::hue,
    panes::{balcony, door, window},
    region::Pane,
    street::front,
    trees,
};

pub fn doorstep(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    let camera = Camera {
        eye: 1.6,
        yaw: chance.between(-20.0, 20.0),
        focal: chance.between(560.0, 700.0),
        centre: 300.0,
        horizon: chance.between(238.0, 262.0),
    };
    let near = 7.2;
    let face = camera.wall((-12.0, near), (12.0, near), 0.0, 7.5);
    let own = Front { storeys: 2, ..front(scene, chance, true) };
    let ink = own.ink(scene);
    canvas.rect(0.0, 0.0, 600.0, 400.0, ink);
    Front { door: false, bay: 40.0, storeys: 1, pane: Pane::Sash, ..own }.wall(canvas, scene, chance, &face);
    ground(canvas, scene, chance, &camera, near);
    let middle = 12.0 + camera.yaw.to_radians().tan() * near;
    let at = middle + chance.between(-1.9, 1.9);
    let beside = if at > middle { -1.0 } else { 1.0 };
    openings(canvas, scene, chance, &face, at, beside, &own);
    creeper(canvas, scene, chance, &face, at - beside * 2.1);
    shadows(canvas, scene, chance);
    let foot = |u: f32, z: f32| (u - 12.0, near - z);
    for (du, z, high) in [(-1.25, 0.5, 1.1), (1.2, 0.45, 0.9), (beside * 2.6, 0.6, 1.3), (beside * 3.2, 0.9, 0.8)] {
        if chance.happens(0.8) {
            let spot = foot(at + du, z);
            trees::pot(canvas, scene, chance, camera.at(spot, 0.0), high * camera.scale(spot));
        }
    }
    if chance.happens(0.7) {
        bench(canvas, scene, &face, at + beside * 2.3);
    }
}

fn openings(canvas: &mut Canvas, scene: &Scene, chance: &Chance, face: &Face, at: f32, beside: f32, own: &Front) {
    let ink = own.ink(scene);
    door(canvas, scene, face, (at - 0.65, 0.22, 1.3, 2.25), ink);
    let windows = [
        (at + beside * 2.3, 1.05),
        (at - beside * 2.6, 1.05),
        (at, 4.3),
        (at + beside * 2.3, 4.3),
        (at - beside * 2.6, 4.3),
        (at + beside * 4.6, 1.05),
    ];
    for (u, v) in windows {
        let (w, h) = if own.pane == Pane::Lattice { (1.8, 1.5) } else { (1.15, 1.8) };
        let opening = (u - w / 2.0, v, w, h);
        window(canvas, scene, chance, face, opening, own.pane, ink);
        if v > 2.0 && own.pane == Pane::French {
            balcony(canvas, scene, chance, face, opening);
        }
    }
}

fn ground(canvas: &mut Canvas, scene: &Scene, chance: &Chance, camera: &Camera, near: f32) {
    let pave = scene.light.sunlit(scene.street);
    let y = camera.at((0.0, near), 0.0).1;
    canvas.fade(0.0, y - 6.0, 600.0, 410.0 - y, pave.lit(-0.06), pave);
    for row in 1..5 {
        let z = near - row as f32 * 0.9;
        let line = camera.wall((-12.0, z), (12.0, z), 0.0, 0.04);
        line.rect(canvas, 0.0, 0.0, 24.0, 0.03, pave.lit(-0.08));
    }
    for _ in 0..14 {
        let spot = (chance.between(-6.0, 6.0), chance.between(near - 3.6, near - 0.3));
        let (x, y) = camera.at(spot, 0.0);
        let size = camera.scale(spot) * 0.3;
        canvas.oval(x, y, size, size * 0.2, pave.lit(chance.between(-0.05, 0.03)));
    }
    if scene.home.season == Season::Autumn {
        for _ in 0..30 {
            let spot = (chance.between(-6.0, 6.0), chance.between(near - 3.6, near - 0.2));
            let (x, y) = camera.at(spot, 0.0);
            canvas.oval(x, y, 4.0, 2.0, scene.on(scene.leaf).lit(chance.between(-0.06, 0.06)));
        }
    }
}

/// Ivy, roses, bougainvillea: up the wall beside the door.
fn creeper(canvas: &mut Canvas, scene: &Scene, chance: &Chance, face: &Face, u: f32) {
    if chance.happens(0.3) || scene.snow() {
        return;
    }
    let bloom = *chance.pick(&[hue(0.66, 0.20, 350.0), hue(0.94, 0.02, 90.0), hue(0.70, 0.16, 20.0), hue(0.65, 0.13, 300.0)]);
    for step in 0..13 {
        let v = 0.3 + 0.42 * step as f32;
        let (x, y) = face.at(u + chance.between(-0.5, 0.5) * (0.6 + 0.12 * step as f32), v);
        let size = face.scale() * chance.between(0.32, 0.6);
        trees::foliage(canvas, scene, chance, (x, y), (size, size * 0.8), scene.leaf);
    }
    for _ in 0..46 {
        let (x, y) = face.at(u + chance.between(-1.1, 1.1), chance.between(1.0, 5.6));
        canvas.disc(x, y, chance.between(2.0, 4.4), scene.on(bloom).lit(chance.between(-0.06, 0.05)));
    }
}

/// Leaves of a tree that stands behind us, as shadow on the wall.
fn shadows(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    if scene.is_dark() {
        return;
    }
    let shadow = scene.light.shadow().thin(0.11);
    let left = chance.happens(0.5);
    for _ in 0..44 {
        let reach = chance.between(0.0, 1.0).powi(2) * 320.0;
        let x = if left { reach } else { 600.0 - reach };
        let size = chance.between(8.0, 20.0);
        canvas.blob(x, chance.between(-10.0, 250.0) * (1.0 - reach / 700.0), size, size * 0.45, chance, shadow);
    }
}

fn bench(canvas: &mut Canvas, scene: &Scene, face: &Face, u: f32) {
    let wood = scene.light.sunlit(scene.door.mix(hue(0.7, 0.06, 60.0), 0.4));
    face.rect(canvas, u - 0.8, 0.42, 1.6, 0.12, wood);
    face.rect(canvas, u - 0.8, 0.72, 1.6, 0.1, wood.lit(-0.03));
    face.rect(canvas, u - 0.8, 0.92, 1.6, 0.1, wood.lit(-0.05));
    for leg in [-0.72, 0.62] {
        face.rect(canvas, u + leg, 0.0, 0.1, 1.02, wood.lit(-0.1));
    }
}
