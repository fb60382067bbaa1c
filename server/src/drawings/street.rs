//! In town: a row of houses across the street, and a house at a corner.

use domain::listings::Property;

use super::{
    camera::Camera,
    canvas::Canvas,
    chance::Chance,
    distance,
    facade::Front,
    home::Scene,
    house::House,
    ink::{Ink, hue},
    region::{Paint, Pane, Roof},
    sky, trees,
};

/// The home's own front.
pub fn front(scene: &Scene, chance: &Chance, sunny: bool) -> Front {
    let (low, high) = scene.home.place.storeys;
    let storeys = match scene.home.property {
        Property::Hotel => chance.between(high.max(4.0), high.max(4.0) + 1.9),
        Property::Loft => chance.between(3.0, 4.9),
        Property::House | Property::Other => low.min(2.0),
        _ => chance.between(low, high),
    };
    let loft = scene.home.property == Property::Loft;
    Front {
        wall: scene.wall,
        sunny,
        storeys: storeys as usize,
        bay: if loft { 3.2 } else { chance.between(2.1, 3.0) },
        pane: if loft { Pane::Grid } else { scene.home.pane },
        door: true,
        brow: 0.7,
        boards: false,
    }
}

/// A neighbour's: as built there, paler, with another colour.
pub fn neighbour(scene: &Scene, chance: &Chance, sunny: bool) -> Front {
    let place = scene.home.place;
    let (l, c, h): Paint = *chance.pick(place.walls);
    Front {
        wall: hue(l, c * 0.8, h).mix(scene.far, 0.12),
        storeys: chance.between(place.storeys.0, place.storeys.1) as usize,
        bay: chance.between(2.0, 3.0),
        pane: *chance.pick(place.panes),
        door: chance.happens(0.7),
        ..front(scene, chance, sunny)
    }
}

pub fn height(front: &Front, chance: &Chance) -> f32 {
    front.storeys as f32 * chance.between(3.1, 3.6) + front.brow
}

/// Road, kerb and pavement before `near`, with the shadow of the other side of the street.
pub fn ground(canvas: &mut Canvas, scene: &Scene, chance: &Chance, camera: &Camera, near: f32) {
    let wide = 60.0;
    let pave = scene.light.sunlit(scene.street);
    let road = scene.on(scene.street.mix(hue(0.5, 0.02, 270.0), 0.45));
    canvas.fade(0.0, camera.horizon, 600.0, 400.0 - camera.horizon, pave.lit(0.02), pave.lit(-0.05));
    camera.flat(canvas, &[(-wide, near - 3.0), (wide, near - 3.0), (wide, 1.0), (-wide, 1.0)], 0.0, road);
    camera.flat(canvas, &[(-wide, near - 3.0), (wide, near - 3.0), (wide, near - 3.3), (-wide, near - 3.3)], 0.0, pave.lit(0.06));
    for _ in 0..26 {
        let (x, z) = (chance.between(-16.0, 16.0), chance.between(near * 0.3, near - 4.0));
        let (px, py) = camera.at((x, z), 0.0);
        let size = camera.scale((x, z)) * chance.between(0.2, 0.9);
        canvas.oval(px, py, size, size * 0.12, road.lit(chance.between(-0.04, 0.05)));
    }
    if !scene.is_dark() {
        let reach = near - chance.between(1.0, 6.0);
        camera.flat(
            canvas,
            &[(-wide, 0.9), (wide, 0.9), (wide, reach - 2.0), (3.0, reach), (-4.0, reach + 1.0), (-wide, reach)],
            0.0,
            scene.light.shadow(),
        );
    } else {
        let (x, y) = camera.at((0.0, near - 2.0), 0.0);
        canvas.oval(x, y, 150.0, 16.0, scene.glow.thin(0.20));
    }
}

pub fn row(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    let own = front(scene, chance, true);
    let near = chance.between(17.0, 27.0).max(own.storeys as f32 * chance.between(5.6, 7.4));
    let camera = Camera {
        eye: chance.between(1.5, 3.4),
        yaw: 0.0,
        focal: chance.between(540.0, 660.0),
        centre: 300.0,
        horizon: chance.between(286.0, 318.0),
    };
    sky::sky(canvas, scene, chance, 600.0, camera.horizon);
    distance::distance(canvas, scene, chance, camera.horizon - chance.between(30.0, 130.0), camera.horizon + 30.0);
    ground(canvas, scene, chance, &camera, near);
    let own_wide = chance.between(7.5, 13.0);
    let own_left = chance.between(-0.85, -0.15) * own_wide;
    let mut spans = vec![(own_left, own_wide, true)];
    let (mut left, mut right) = (own_left, own_left + own_wide);
    while left > -17.0 {
        let wide = chance.between(5.0, 9.5);
        left -= wide;
        spans.insert(0, (left, wide, false));
    }
    while right < 17.0 {
        let wide = chance.between(5.0, 9.5);
        spans.push((right, wide, false));
        right += wide;
    }
    if chance.happens(0.3) {
        spans.remove(0);
    }
    // Who stands nearer to the middle hides the side of the next.
    spans.sort_by(|a, b| (b.0 + b.1 / 2.0).abs().total_cmp(&(a.0 + a.1 / 2.0).abs()));
    for (left, wide, is_own) in spans {
        let mut beside = neighbour(scene, chance, true);
        beside.door &= chance.happens(0.8);
        one(canvas, scene, chance, &camera, (left, wide, near), if is_own { own } else { beside }, is_own);
    }
    furnish(canvas, scene, chance, &camera, near);
}

fn one(canvas: &mut Canvas, scene: &Scene, chance: &Chance, camera: &Camera, (left, wide, near): (f32, f32, f32), front: Front, own: bool) {
    let roof = match scene.home.roofing {
        Roof::Gable => *chance.pick(&[Roof::Gable, Roof::Slope]),
        roof => roof,
    };
    let roof_ink: Ink = if own { scene.roof } else { scene.roof.lit(chance.between(-0.05, 0.05)).mix(scene.far, 0.12) };
    House { left, right: left + wide, near, far: near + 8.0, high: height(&front, chance), front, roof, roof_ink }
        .paint(canvas, scene, chance, camera);
}

/// A tree or two, a lamp, something at the kerb.
fn furnish(canvas: &mut Canvas, scene: &Scene, chance: &Chance, camera: &Camera, near: f32) {
    let side = if chance.happens(0.5) { 1.0 } else { -1.0 };
    for (share, x) in [(0.75, side * chance.between(5.0, 9.5)), (0.4, -side * chance.between(6.0, 11.0))] {
        if chance.happens(share) {
            let spot = (x, near - chance.between(3.6, 7.5));
            let high = chance.between(5.5, 9.5) * camera.scale(spot);
            trees::tree(canvas, scene, chance, camera.at(spot, 0.0), high);
        }
    }
    if chance.happens(0.6) {
        lamp(canvas, scene, camera, (side * chance.between(-7.0, -2.0), near - 3.6));
    }
    if chance.happens(0.45) {
        bicycle(canvas, scene, camera, (side * chance.between(-3.0, 4.0), near - 3.9));
    }
}

pub fn lamp(canvas: &mut Canvas, scene: &Scene, camera: &Camera, spot: (f32, f32)) {
    let iron = scene.on(hue(0.26, 0.02, 240.0));
    let ((x, y), size) = (camera.at(spot, 0.0), camera.scale(spot));
    let top = y - 3.9 * size;
    canvas.poly(&[(x - 0.11 * size, y), (x + 0.11 * size, y), (x + 0.05 * size, top), (x - 0.05 * size, top)], iron);
    if scene.is_dark() {
        canvas.glow(x, top - 0.35 * size, 3.6 * size, scene.glow, 0.7);
    }
    let glass = if scene.is_dark() { scene.glow.lit(0.05) } else { scene.on(hue(0.92, 0.03, 90.0)) };
    canvas.poly(
        &[(x - 0.2 * size, top), (x + 0.2 * size, top), (x + 0.32 * size, top - 0.62 * size), (x - 0.32 * size, top - 0.62 * size)],
        glass,
    );
    canvas.poly(&[(x - 0.4 * size, top - 0.6 * size), (x, top - 0.95 * size), (x + 0.4 * size, top - 0.6 * size)], iron);
}

fn bicycle(canvas: &mut Canvas, scene: &Scene, camera: &Camera, spot: (f32, f32)) {
    let ((x, y), s) = (camera.at(spot, 0.0), camera.scale(spot));
    let (iron, paint) = (scene.on(hue(0.22, 0.02, 260.0)), scene.on(scene.door).lit(0.08));
    for wheel in [-0.52, 0.52] {
        let (cx, cy, r) = (x + wheel * s, y - 0.34 * s, 0.33 * s);
        let ring: Vec<_> = (0..=14)
            .map(|step| {
                let a = step as f32 / 14.0 * std::f32::consts::TAU;
                (cx + r * a.cos(), cy + r * a.sin())
            })
            .collect();
        canvas.line(&ring, 0.05 * s, iron);
    }
    let p = |dx: f32, up: f32| (x + dx * s, y - up * s);
    canvas.line(&[p(-0.52, 0.34), p(-0.16, 0.84), p(0.40, 0.84), p(-0.02, 0.32), p(-0.52, 0.34)], 0.06 * s, paint);
    canvas.line(&[p(0.52, 0.34), p(0.38, 1.0), p(0.26, 1.06)], 0.05 * s, paint);
    canvas.line(&[p(-0.02, 0.32), p(-0.2, 0.96), p(-0.32, 0.97), p(-0.1, 0.97)], 0.06 * s, iron);
}

/// One house, two fronts, the street going off on both sides.
pub fn corner(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    let camera = Camera {
        eye: chance.between(1.6, 5.0),
        yaw: chance.between(26.0, 38.0),
        focal: chance.between(520.0, 600.0),
        centre: chance.between(230.0, 330.0),
        horizon: chance.between(284.0, 316.0),
    };
    sky::sky(canvas, scene, chance, 600.0, camera.horizon);
    distance::distance(canvas, scene, chance, camera.horizon - chance.between(10.0, 60.0), camera.horizon + 30.0);
    let pave = scene.light.sunlit(scene.street);
    canvas.fade(0.0, camera.horizon, 600.0, 400.0 - camera.horizon, pave.lit(0.03), pave.lit(-0.06));
    let (left, near) = (chance.between(8.0, 11.0), chance.between(12.5, 16.0));
    let road = scene.on(scene.street.mix(hue(0.5, 0.02, 270.0), 0.45));
    camera.flat(
        canvas,
        &[(left - 3.0, near - 3.0), (80.0, near - 3.0), (80.0, -4.0), (left - 9.0, -4.0), (left - 9.0, 90.0), (left - 3.0, 90.0)],
        0.0,
        road,
    );
    let wide = chance.between(9.0, 13.0);
    block(canvas, scene, chance, &camera, (left, near, wide));
    let shade = [(left, near), (left + wide, near), (left + wide - 3.0, near - 2.6), (left - 3.4, near - 2.6)];
    camera.flat(canvas, &shade, 0.01, scene.light.shadow());
    lamp(canvas, scene, &camera, (left - 1.6, near - 2.0));
    for (x, z) in [(left - 2.2, near + chance.between(5.0, 9.0)), (left + wide * 0.95, near - 2.4)] {
        if chance.happens(0.7) {
            let high = chance.between(5.0, 8.0) * camera.scale((x, z));
            trees::tree(canvas, scene, chance, camera.at((x, z), 0.0), high);
        }
    }
}

/// The house, and its neighbours along both streets.
fn block(canvas: &mut Canvas, scene: &Scene, chance: &Chance, camera: &Camera, (left, near, wide): (f32, f32, f32)) {
    let sunny = !scene.sun_left;
    for step in [2.0_f32, 1.0] {
        let beside = neighbour(scene, chance, sunny);
        one(canvas, scene, chance, camera, (left + wide * step + 0.01 * step, wide, near), beside, false);
    }
    let mut behind = neighbour(scene, chance, sunny);
    behind.door = false;
    let high = height(&behind, chance);
    House { left, right: left + 8.0, near: near + 11.0, far: near + 24.0, high, front: behind, roof: Roof::Flat, roof_ink: scene.roof }
        .paint(canvas, scene, chance, camera);
    let own = front(scene, chance, sunny);
    let high = height(&own, chance);
    let roof = if scene.home.roofing == Roof::Gable { Roof::Slope } else { scene.home.roofing };
    House { left, right: left + wide, near, far: near + 11.0, high, front: own, roof, roof_ink: scene.roof }
        .paint(canvas, scene, chance, camera);
}
