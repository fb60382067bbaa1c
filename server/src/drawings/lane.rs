//! A lane between two rows of houses, up to what rises behind the town.

use super::{
    camera::Camera,
    canvas::Canvas,
    chance::Chance,
    distance,
    home::Scene,
    house::House,
    ink::hue,
    region::{Region, Roof},
    sky,
    street::{front, height, lamp, neighbour},
    trees,
};

pub fn lane(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    let camera = Camera {
        eye: chance.between(1.5, 4.2),
        yaw: chance.between(-7.0, 7.0),
        focal: chance.between(420.0, 540.0),
        centre: chance.between(250.0, 350.0),
        horizon: chance.between(255.0, 292.0),
    };
    sky::sky(canvas, scene, chance, 600.0, camera.horizon);
    distance::distance(canvas, scene, chance, camera.horizon - chance.between(0.0, 34.0), camera.horizon + 20.0);
    let pave = scene.light.sunlit(scene.street);
    canvas.fade(0.0, camera.horizon, 600.0, 400.0 - camera.horizon, pave.lit(0.04), pave.lit(-0.08));
    let half = chance.between(3.4, 5.4);
    let length = 62.0;
    let road = scene.on(scene.street.mix(hue(0.5, 0.02, 270.0), 0.35));
    camera.flat(canvas, &[(-half * 0.6, 0.8), (half * 0.6, 0.8), (half * 0.6, length), (-half * 0.6, length)], 0.0, road);
    cobbles(canvas, chance, &camera, half, road);
    let shadow = if scene.sun_left {
        [(-half, 0.8), (half * 0.1, 0.8), (half * 0.1, length), (-half, length)]
    } else {
        [(half, 0.8), (-half * 0.1, 0.8), (-half * 0.1, length), (half, length)]
    };
    camera.flat(canvas, &shadow, 0.0, scene.light.shadow());
    let mut depths = vec![chance.between(3.0, 5.0)];
    while depths[depths.len() - 1] < length - 12.0 {
        let last = depths[depths.len() - 1];
        depths.push(last + chance.between(7.0, 11.0));
    }
    for (index, near) in depths.iter().enumerate().rev() {
        let far = depths.get(index + 1).copied().unwrap_or(length);
        for side in [-1.0, 1.0] {
            block(canvas, scene, chance, &camera, (side, half, *near, far), index);
        }
    }
    strung(canvas, scene, chance, &camera, half);
    furnish(canvas, scene, chance, &camera, half);
}

fn block(
    canvas: &mut Canvas,
    scene: &Scene,
    chance: &Chance,
    camera: &Camera,
    (side, half, near, far): (f32, f32, f32, f32),
    index: usize,
) {
    let own = index == 1 && side < 0.0;
    let sunny = (side > 0.0) == scene.sun_left;
    let mut front = if own { front(scene, chance, sunny) } else { neighbour(scene, chance, sunny) };
    front.wall = front.wall.mix(scene.far, (near / 90.0).min(0.4));
    let high = height(&front, chance).min(12.0);
    front.storeys = ((high - front.brow) / 3.2).max(1.0) as usize;
    let (left, right) = if side < 0.0 { (-half - 8.0, -half) } else { (half, half + 8.0) };
    let roof = match scene.home.roofing {
        Roof::Gable | Roof::Slope | Roof::Mansard => Roof::Eaves,
        roof => roof,
    };
    let face =
        if side < 0.0 { camera.wall((right, near), (right, far), 0.0, high) } else { camera.wall((left, far), (left, near), 0.0, high) };
    let house = House { left, right, near, far, high, front, roof, roof_ink: scene.roof };
    cap(canvas, scene, camera, &house, side);
    front.paint(canvas, scene, chance, &face);
    if index == 0 && near > 2.0 {
        let end = camera.wall((left, near), (right, near), 0.0, high);
        end.rect(canvas, 0.0, 0.0, end.wide, high, front.ink(scene).lit(-0.03));
    }
}

/// The edge of the roof above a wall that runs away from us.
fn cap(canvas: &mut Canvas, scene: &Scene, camera: &Camera, house: &House, side: f32) {
    let edge = if side < 0.0 { house.right } else { house.left };
    let snow = hue(0.96, 0.012, 245.0);
    let ink = if scene.snow() { snow } else { house.roof_ink };
    let tone = if house.front.sunny { scene.light.sunlit(ink) } else { scene.light.shaded(ink) };
    let (over, rise) = match house.roof {
        Roof::Flat => (0.15, 0.5),
        Roof::Curved => (1.0, 1.6),
        _ => (0.5, 1.5),
    };
    let (out, back) = (edge - side * over, edge + side * 3.0);
    let tone = if house.roof == Roof::Flat { house.front.ink(scene).lit(0.05) } else { tone };
    let low = house.high - 0.15;
    camera.solid(
        canvas,
        &[(out, low, house.near), (out, low, house.far), (back, low + rise, house.far), (back, low + rise, house.near)],
        tone,
    );
    camera.solid(
        canvas,
        &[(out, low, house.near), (out, low, house.far), (out, low - 0.25, house.far), (out, low - 0.25, house.near)],
        tone.lit(-0.09),
    );
}

fn cobbles(canvas: &mut Canvas, chance: &Chance, camera: &Camera, half: f32, road: super::ink::Ink) {
    for _ in 0..70 {
        let z = chance.between(2.4, 24.0);
        let x = chance.between(-half * 0.95, half * 0.95);
        let (px, py) = camera.at((x, z), 0.0);
        let size = camera.scale((x, z)) * 0.16;
        canvas.oval(px, py, size, size * 0.3, road.lit(chance.between(-0.05, 0.06)));
    }
}

/// What hangs over the lane there: washing, paper flags, lanterns, bulbs.
fn strung(canvas: &mut Canvas, scene: &Scene, chance: &Chance, camera: &Camera, half: f32) {
    let lines: usize = match scene.home.region {
        Region::Tiles | Region::Islands | Region::Colour => 2,
        Region::Machiya | Region::Riad | Region::Tropics => 1,
        _ if scene.is_dark() && chance.happens(0.5) => 2,
        _ => 0,
    };
    for step in 0..lines {
        let (z, y) = (11.0 + 8.0 * step as f32, chance.between(5.2, 7.0));
        let many = 9;
        let spot = |share: f32| camera.at((-half + 2.0 * half * share, z), y - 1.1 * (1.0 - (2.0 * share - 1.0).powi(2)));
        let rope: Vec<_> = (0..=12).map(|part| spot(part as f32 / 12.0)).collect();
        canvas.line(&rope, 0.9, scene.on(hue(0.3, 0.02, 60.0)));
        let size = camera.scale((0.0, z));
        for part in 1..many {
            let (x, y) = spot(part as f32 / many as f32);
            hanging(canvas, scene, chance, (x, y), size);
        }
    }
}

fn hanging(canvas: &mut Canvas, scene: &Scene, chance: &Chance, (x, y): (f32, f32), size: f32) {
    let bright = *chance.pick(&[
        hue(0.92, 0.03, 90.0),
        hue(0.70, 0.15, 20.0),
        hue(0.80, 0.13, 85.0),
        hue(0.62, 0.11, 245.0),
        hue(0.66, 0.10, 160.0),
    ]);
    match scene.home.region {
        Region::Colour => canvas.poly(
            &[
                (x - 0.45 * size, y),
                (x + 0.45 * size, y),
                (x + 0.45 * size, y + 0.6 * size),
                (x, y + 0.48 * size),
                (x - 0.45 * size, y + 0.6 * size),
            ],
            scene.on(bright),
        ),
        Region::Tiles | Region::Islands if !scene.is_dark() => {
            let long = size * chance.between(0.6, 1.0);
            canvas.rect(x - 0.32 * size, y, 0.64 * size, long, scene.on(bright.mix(hue(0.95, 0.01, 90.0), 0.5)));
        }
        Region::Machiya => canvas.oval(
            x,
            y + 0.3 * size,
            0.22 * size,
            0.32 * size,
            if scene.is_dark() { scene.glow } else { scene.on(hue(0.64, 0.16, 30.0)) },
        ),
        _ => {
            let ink = if scene.is_dark() { scene.glow } else { scene.on(bright) };
            canvas.disc(x, y + 0.1 * size, 0.11 * size, ink);
            if scene.is_dark() {
                canvas.glow(x, y + 0.1 * size, 0.6 * size, scene.glow, 0.5);
            }
        }
    }
}

fn furnish(canvas: &mut Canvas, scene: &Scene, chance: &Chance, camera: &Camera, half: f32) {
    if chance.happens(0.6) {
        let spot = (half * 0.75, chance.between(9.0, 14.0));
        let high = chance.between(4.0, 6.0) * camera.scale(spot);
        trees::tree(canvas, scene, chance, camera.at(spot, 0.0), high);
    }
    if chance.happens(0.6) {
        lamp(canvas, scene, camera, (-half * 0.7, chance.between(8.0, 12.0)));
    }
    for _ in 0..3 {
        let side = if chance.happens(0.5) { -0.88 } else { 0.88 };
        let spot = (half * side, chance.between(6.0, 9.0));
        let high = chance.between(0.9, 1.5) * camera.scale(spot);
        trees::pot(canvas, scene, chance, camera.at(spot, 0.0), high);
    }
}
