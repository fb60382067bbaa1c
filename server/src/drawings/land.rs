//! In the country: a house with land around it, near or far.

use domain::listings::Property;

use super::{
    camera::Camera,
    canvas::{Canvas, Point},
    chance::Chance,
    distance,
    facade::Front,
    home::{Scene, Season},
    house::{House, smoke},
    ink::hue,
    region::{Pane, Region, Roof, Tree},
    sky,
    street::front,
    trees,
};

/// Metres wide, deep, and storeys.
fn size(scene: &Scene, chance: &Chance) -> (f32, f32, usize) {
    match scene.home.property {
        Property::Cabin => (chance.between(6.0, 8.5), 8.0, 1),
        Property::Cottage => (chance.between(8.0, 11.0), 7.0, 1 + usize::from(chance.happens(0.3))),
        Property::Villa => (chance.between(14.0, 19.0), 11.0, 2),
        Property::Farm => (chance.between(12.0, 16.0), 8.0, 2),
        Property::Guesthouse => (chance.between(12.0, 16.0), 9.0, 2 + usize::from(chance.happens(0.4))),
        _ => (chance.between(8.5, 12.0), 9.0, 1 + usize::from(chance.happens(0.65))),
    }
}

fn roof(scene: &Scene, chance: &Chance) -> Roof {
    match (scene.home.property, scene.home.region) {
        (Property::Cabin, _) => Roof::Gable,
        (Property::Villa, Region::Riad | Region::Islands | Region::Colour) => Roof::Flat,
        (Property::Villa, _) => Roof::Eaves,
        (_, Region::Machiya) => Roof::Curved,
        (_, Region::Riad | Region::Colour | Region::Islands) => *chance.pick(&[Roof::Flat, Roof::Eaves]),
        (_, Region::Cape) => *chance.pick(&[Roof::Slope, Roof::Flat]),
        (Property::Farm, _) => Roof::Slope,
        _ => *chance.pick(&[Roof::Slope, Roof::Gable, Roof::Gable]),
    }
}

fn house(scene: &Scene, chance: &Chance, left: f32, near: f32) -> House {
    let (wide, deep, storeys) = size(scene, chance);
    let wooden = scene.home.property == Property::Cabin || scene.home.region == Region::Verandah;
    let own = front(scene, chance, !scene.sun_left);
    let front = Front {
        storeys,
        bay: chance.between(2.4, 3.2),
        boards: wooden,
        brow: 0.4,
        pane: if scene.home.property == Property::Cabin { Pane::Casement } else { own.pane },
        ..own
    };
    House {
        left,
        right: left + wide,
        near,
        far: near + deep,
        high: 2.9 * storeys as f32 + 0.4,
        front,
        roof: roof(scene, chance),
        roof_ink: scene.roof,
    }
}

/// Grass, sand or snow, with a path to the door and tufts on it.
fn meadow(canvas: &mut Canvas, scene: &Scene, chance: &Chance, top: f32) {
    let grass = scene.light.sunlit(scene.ground);
    let deep = scene.light.shaded(scene.ground.mix(scene.leaf, 0.35));
    let far = scene.air(scene.ground.mix(scene.leaf, 0.2), 0.3);
    canvas.fade(0.0, top, 600.0, 402.0 - top, far, grass.mix(deep, 0.25));
    distance::ridge(canvas, chance, grass, top + 34.0, 8.0, 400.0);
    let fold = grass.mix(deep, 0.3);
    distance::ridge(canvas, chance, fold.thin(0.6), top + 74.0, 14.0, 400.0);
    for _ in 0..60 {
        let y = chance.between(0.0, 1.0).sqrt() * (400.0 - top) + top;
        let near = (y - top) / (400.0 - top);
        let (x, w) = (chance.between(0.0, 600.0), 4.0 + 18.0 * near);
        canvas.oval(x, y, w, 1.0 + 2.0 * near, if chance.happens(0.5) { grass.lit(0.035) } else { fold }.thin(0.7));
    }
}

fn flowers(canvas: &mut Canvas, scene: &Scene, chance: &Chance, top: f32) {
    if scene.snow() || scene.home.season == Season::Autumn {
        return;
    }
    let blooms = [hue(0.68, 0.18, 20.0), hue(0.95, 0.02, 95.0), hue(0.85, 0.15, 90.0), hue(0.62, 0.12, 290.0)];
    let (first, second) = (*chance.pick(&blooms), *chance.pick(&blooms));
    let middle = chance.between(60.0, 540.0);
    for _ in 0..70 {
        let (x, y) = (middle + chance.between(-1.0, 1.0) * 190.0, chance.between(top, 402.0));
        let size = 1.2 + 2.8 * (y - top) / (402.0 - top);
        canvas.line(&[(x, y), (x + 1.0, y + size * 3.0)], 0.9, scene.light.shaded(scene.leaf));
        canvas.disc(x, y, size, scene.on(if chance.happens(0.6) { first } else { second }));
    }
}

/// The house close enough to count its windows, seen from one of its corners.
pub fn garden(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    let camera = Camera {
        eye: chance.between(1.5, 5.5),
        yaw: chance.between(16.0, 34.0),
        focal: chance.between(520.0, 620.0),
        centre: chance.between(240.0, 350.0),
        horizon: chance.between(228.0, 268.0),
    };
    sky::sky(canvas, scene, chance, 600.0, camera.horizon);
    distance::distance(canvas, scene, chance, camera.horizon - chance.between(-6.0, 14.0), camera.horizon + 30.0);
    meadow(canvas, scene, chance, camera.horizon + 2.0);
    let near = chance.between(15.0, 20.0);
    let house = house(scene, chance, near * chance.between(0.16, 0.30), near);
    wood(canvas, scene, chance, camera.horizon, 5);
    for step in [-0.35, 1.15] {
        let spot = (house.left + (house.right - house.left) * step, house.far + chance.between(1.0, 4.0));
        let high = chance.between(7.0, 12.0) * camera.scale(spot);
        trees::tree(canvas, scene, chance, camera.at(spot, 0.0), high);
    }
    let (l, r, n) = (house.left, house.right, house.near);
    let sway = if scene.sun_left { 3.6 } else { -3.6 };
    camera.flat(canvas, &[(l, n), (r, n), (r + sway, n - 2.6), (l + sway, n - 2.6)], 0.0, scene.light.shadow());
    path(canvas, scene, chance, &camera, &house);
    house.paint(canvas, scene, chance, &camera);
    besides(canvas, scene, chance, &camera, &house);
    foreground(canvas, scene, chance);
}

/// What belongs to such a home: barn, pool, deck, verandah.
fn besides(canvas: &mut Canvas, scene: &Scene, chance: &Chance, camera: &Camera, house: &House) {
    let House { left, right, near, high, .. } = *house;
    if matches!(house.roof, Roof::Gable) && chance.happens(0.6) {
        let stack = camera.wall((right - 2.0, near + 3.0), (right - 1.0, near + 3.0), high + 0.6, 2.6);
        stack.rect(canvas, 0.0, 0.0, 1.0, 2.4, scene.light.shaded(hue(0.55, 0.05, 50.0)));
        if scene.snow() || scene.is_dark() {
            smoke(canvas, scene, chance, stack.at(0.5, 2.6), stack.scale());
        }
    }
    if scene.home.region == Region::Verandah || (scene.home.property == Property::Cabin && chance.happens(0.5)) {
        verandah(canvas, scene, camera, house);
    }
    if scene.home.property == Property::Villa {
        pool(canvas, scene, camera, house);
    }
    let green = [(left - 0.4, right * 0.55 + left * 0.45), (right * 0.7 + left * 0.3, right + 0.6)];
    for (from, to) in green {
        let mut x = from;
        while x < to {
            let spot = (x, near - 0.5);
            let (px, py) = camera.at(spot, 0.0);
            let size = camera.scale(spot) * chance.between(0.5, 0.95);
            trees::bushes(canvas, scene, chance, (px, px + size * 0.5), py, size);
            x += chance.between(1.0, 2.2);
        }
    }
}

fn verandah(canvas: &mut Canvas, scene: &Scene, camera: &Camera, house: &House) {
    let House { left, right, near, .. } = *house;
    let deep = 2.0;
    let trim = scene.light.sunlit(scene.trim);
    let tin = scene.light.sunlit(scene.roof);
    camera.flat(canvas, &[(left, near), (right, near), (right, near - deep), (left, near - deep)], 0.3, scene.on(hue(0.6, 0.06, 60.0)));
    let shade = camera.wall((left, near), (right, near), 0.3, 2.5);
    shade.rect(canvas, 0.0, 0.9, shade.wide, 1.6, scene.light.shade.thin(0.28));
    let row = camera.wall((left, near - deep), (right, near - deep), 0.0, 2.6);
    row.rect(canvas, 0.0, 0.0, row.wide, 0.32, scene.on(scene.trim).lit(-0.12));
    let many = (row.wide / 2.6).max(2.0) as usize;
    for post in 0..=many {
        row.rect(canvas, (row.wide - 0.16) * post as f32 / many as f32, 0.3, 0.16, 2.3, trim);
    }
    row.rect(canvas, 0.0, 1.1, row.wide, 0.08, trim);
    row.rect(canvas, 0.0, 2.35, row.wide, 0.12, trim);
    camera.solid(
        canvas,
        &[(left - 0.2, 2.55, near - deep - 0.2), (right + 0.2, 2.55, near - deep - 0.2), (right, 3.3, near), (left, 3.3, near)],
        tin.lit(0.02),
    );
}

fn pool(canvas: &mut Canvas, scene: &Scene, camera: &Camera, house: &House) {
    let House { left, right, near, .. } = *house;
    let (from, to) = (left + 0.5, right - 2.0);
    let stone = scene.light.sunlit(hue(0.90, 0.025, 85.0));
    camera.flat(canvas, &[(from - 1.0, near - 1.6), (to + 1.0, near - 1.6), (to + 1.0, near - 7.0), (from - 1.0, near - 7.0)], 0.0, stone);
    let water = scene.on(hue(0.74, 0.09, 205.0));
    let edge = [(from, near - 2.6), (to, near - 2.6), (to, near - 6.0), (from, near - 6.0)];
    let points: Vec<Point> = edge.iter().map(|&spot| camera.at(spot, 0.0)).collect();
    canvas.sweep(&points, points[0], water.mix(scene.light.sky[0], 0.4), points[2], water.lit(0.04));
    for share in [0.2, 0.45, 0.7] {
        let (x, y) = camera.at((from + (to - from) * share, near - 3.2 - 2.6 * share), 0.0);
        canvas.oval(x, y, 26.0, 1.6, scene.light.sun.thin(0.6));
    }
}

fn path(canvas: &mut Canvas, scene: &Scene, chance: &Chance, camera: &Camera, house: &House) {
    let ink = scene.light.sunlit(scene.street).mix(scene.on(scene.ground), 0.2);
    let x = house.left + (house.right - house.left) * 0.5;
    let bend = chance.between(-6.0, 2.0);
    let step = |share: f32, side: f32| {
        let z = house.near - (house.near - 2.2) * share;
        (x + bend * share * share + side * 0.7, z)
    };
    let mut spots: Vec<_> = (0..=5).map(|part| step(part as f32 / 5.0, -1.0)).collect();
    spots.extend((0..=5).rev().map(|part| step(part as f32 / 5.0, 1.0)));
    camera.flat(canvas, &spots, 0.0, ink);
}

/// Trees along the horizon.
fn wood(canvas: &mut Canvas, scene: &Scene, chance: &Chance, horizon: f32, many: usize) {
    for _ in 0..many {
        let (x, high) = (chance.between(-10.0, 610.0), chance.between(26.0, 60.0));
        trees::tree(canvas, scene, chance, (x, horizon + chance.between(4.0, 16.0)), high);
    }
}

/// Something near and dark at one edge, for depth.
fn foreground(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    match chance.below(4) {
        0 => {
            let x = if chance.happens(0.5) { chance.between(-10.0, 40.0) } else { chance.between(560.0, 610.0) };
            trees::tree(canvas, scene, chance, (x, 420.0), chance.between(300.0, 400.0));
        }
        1 => trees::bushes(canvas, scene, chance, (-20.0, chance.between(120.0, 260.0)), 404.0, 30.0),
        2 => fence(canvas, scene, chance),
        _ => {}
    }
    flowers(canvas, scene, chance, 340.0);
}

fn fence(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    let wood = scene.light.sunlit(scene.trim).mix(scene.on(scene.trunk), chance.between(0.0, 0.7));
    let y = chance.between(352.0, 372.0);
    for rail in [10.0, 26.0] {
        canvas.poly(&[(-5.0, y + rail), (605.0, y + rail - 6.0), (605.0, y + rail), (-5.0, y + rail + 6.0)], wood.lit(-0.05));
    }
    for post in 0..20 {
        let x = 8.0 + 31.0 * post as f32;
        let top = y - 6.0 - x * 0.01 + chance.between(-1.5, 1.5);
        canvas.poly(&[(x, 402.0), (x, top + 4.0), (x + 4.5, top), (x + 9.0, top + 4.0), (x + 9.0, 402.0)], wood);
    }
}

/// The house small, the land and the sky large.
pub fn afar(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    let horizon = chance.between(210.0, 262.0);
    sky::sky(canvas, scene, chance, 600.0, horizon);
    distance::distance(canvas, scene, chance, horizon + 4.0, horizon + 40.0);
    let camera = Camera { eye: chance.between(3.0, 7.0), yaw: 20.0, focal: 560.0, centre: 300.0, horizon };
    let lake = chance.happens(0.4) && !matches!(scene.home.region, Region::Riad);
    meadow(canvas, scene, chance, horizon + 14.0);
    wood(canvas, scene, chance, horizon + 14.0, 9);
    let near = chance.between(32.0, 44.0);
    let house = house(scene, chance, near * chance.between(0.12, 0.5), near);
    for (step, back) in [(-0.5, 4.0), (1.3, 2.0), (1.7, -2.0), (-0.9, -1.0)] {
        let spot = (house.left + (house.right - house.left) * step, house.far + back);
        let high = chance.between(7.0, 13.0) * camera.scale(spot);
        trees::tree(canvas, scene, chance, camera.at(spot, 0.0), high);
    }
    if !lake {
        path(canvas, scene, chance, &camera, &house);
    }
    house.paint(canvas, scene, chance, &camera);
    if lake {
        shore(canvas, scene, chance, camera.at((house.left, house.near), 0.0).1 + 14.0);
    }
    if scene.home.tree == Tree::Fir || chance.happens(0.4) {
        let x = if chance.happens(0.5) { 30.0 } else { 565.0 };
        trees::tree(canvas, scene, chance, (x, 416.0), chance.between(200.0, 330.0));
    }
    flowers(canvas, scene, chance, 350.0);
}

fn shore(canvas: &mut Canvas, scene: &Scene, chance: &Chance, top: f32) {
    let [high, low] = scene.light.sky;
    let water = scene.on(scene.water);
    let points: [Point; 4] = [(-5.0, top + 18.0), (605.0, top), (605.0, 405.0), (-5.0, 405.0)];
    canvas.sweep(&points, (0.0, top), water.mix(low, 0.6), (0.0, 400.0), water.mix(high, 0.4));
    for _ in 0..16 {
        let (x, y) = (chance.between(0.0, 600.0), chance.between(top + 20.0, 400.0));
        canvas.oval(x, y, chance.between(20.0, 70.0), 1.3, scene.light.sun.thin(0.35));
    }
}
