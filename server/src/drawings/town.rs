//! Pictures of pages rather than of homes: the town that fills the upper half of the home page, by day and at dusk, and
//! the boat of pages that have nothing to show.

use domain::listings::Property;

use super::{
    camera::Camera,
    canvas::{Canvas, Point},
    chance::Chance,
    home::{Home, Scene},
    house::House,
    ink::hue,
    light::Hour,
    region::Roof,
    sky,
    spec::{Spec, View},
    street::{height, neighbour},
    trees,
};

const WIDTH: f32 = 1600.0;
const HEIGHT: u32 = 760;

/// 1600 by 760; what matters stands below the middle, since words stand above it.
pub fn panorama(hour: Hour) -> String {
    let home = Home::of(&Spec::new(Property::Apartment, "dk", 0x1d0b, 1, View::Outside));
    let scene = &home.at(hour);
    let chance = &Chance::new(46);
    let canvas = &mut Canvas::new(WIDTH as u32, HEIGHT, 0);
    sky::sky(canvas, scene, chance, WIDTH, 500.0);
    hills(canvas, scene, chance);
    let ground = scene.light.shaded(scene.street);
    canvas.rect(0.0, 560.0, WIDTH, 200.0, ground);
    for (near, rise, haze) in [(118.0, 92.0, 0.55), (98.0, 52.0, 0.34), (80.0, 20.0, 0.16), (66.0, 0.0, 0.0)] {
        let camera = Camera { eye: 6.0, yaw: 0.0, focal: 900.0, centre: 800.0, horizon: 596.0 - rise };
        row(canvas, scene, chance, &camera, near, haze);
    }
    water(canvas, scene, chance, 700.0);
    std::mem::replace(canvas, Canvas::new(1, 1, 0)).finish()
}

fn hills(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    for (top, rise, air) in [(440.0, 46.0, 0.66), (490.0, 26.0, 0.48)] {
        let points: Vec<Point> = (0..=9).map(|step| (step as f32 * 180.0 - 10.0, top + chance.between(-rise, rise))).collect();
        canvas.wave(&points, 600.0, scene.air(hue(0.64, 0.06, 165.0), air));
    }
    for (x, high) in [(250.0, 170.0), (905.0, 130.0), (1330.0, 190.0)] {
        spire(canvas, scene, x, high);
    }
}

fn spire(canvas: &mut Canvas, scene: &Scene, x: f32, high: f32) {
    let (wall, roof) = (scene.air(hue(0.66, 0.06, 55.0), 0.42), scene.air(hue(0.60, 0.07, 175.0), 0.38));
    let (w, top) = (high * 0.2, 540.0 - high * 0.6);
    canvas.rect(x, top, w, 120.0, wall);
    canvas.rect(x + w * 0.62, top, w * 0.38, 120.0, wall.lit(-0.05));
    canvas.poly(&[(x - 4.0, top), (x + w / 2.0, top - high * 0.55), (x + w + 4.0, top)], roof);
    canvas.line(&[(x + w / 2.0, top - high * 0.5), (x + w / 2.0, top - high * 0.68)], 2.4, roof);
}

/// Houses shoulder to shoulder, seen through some air.
fn row(canvas: &mut Canvas, scene: &Scene, chance: &Chance, camera: &Camera, near: f32, haze: f32) {
    let mut houses = Vec::new();
    let mut left = -near * 0.93;
    while left < near * 0.93 {
        let house = house(scene, chance, left, near, haze);
        left = house.right + if chance.happens(0.15) { chance.between(1.0, 5.0) } else { 0.0 };
        houses.push(house);
    }
    // Who stands nearer to the middle hides the side of the next.
    houses.sort_by(|a, b| (b.left + b.right).abs().total_cmp(&(a.left + a.right).abs()));
    for house in houses {
        house.paint(canvas, scene, chance, camera);
        if chance.happens(0.2) {
            let spot = (house.right, near - 1.0);
            let high = chance.between(5.0, 9.0) * camera.scale(spot);
            trees::tree(canvas, scene, chance, camera.at(spot, 0.0), high);
        }
    }
}

fn house(scene: &Scene, chance: &Chance, left: f32, near: f32, haze: f32) -> House {
    let mut front = neighbour(scene, chance, true);
    front.wall = front.wall.mix(scene.far, haze);
    front.storeys = chance.between(2.0, 4.9) as usize;
    House {
        left,
        right: left + chance.between(6.0, 10.5),
        near,
        far: near + 8.0,
        high: height(&front, chance),
        front,
        roof: *chance.pick(&[Roof::Slope, Roof::Gable, Roof::Slope]),
        roof_ink: scene.roof.lit(chance.between(-0.06, 0.06)).mix(scene.far, haze),
    }
}

/// Quay, water, what it mirrors.
fn water(canvas: &mut Canvas, scene: &Scene, chance: &Chance, line: f32) {
    let stone = scene.light.sunlit(scene.street);
    canvas.rect(0.0, line - 14.0, WIDTH, 16.0, stone);
    canvas.rect(0.0, line, WIDTH, 12.0, scene.light.shaded(scene.street));
    let [high, low] = scene.light.sky;
    let water = scene.on(scene.water);
    canvas.fade(0.0, line + 11.0, WIDTH, 800.0 - line, water.mix(low, 0.3), water.mix(high, 0.4));
    for _ in 0..60 {
        let (x, y) = (chance.between(0.0, WIDTH), chance.between(line + 14.0, 758.0));
        let ink = if scene.is_dark() && chance.happens(0.5) { scene.glow } else { low.lit(0.03) };
        canvas.oval(x, y, chance.between(20.0, 90.0), 1.8, ink.thin(0.45));
    }
}

/// A boat at dusk, somewhere.
pub fn empty() -> Spec {
    Spec::new(Property::Boat, "dk", 0x2b0a, 1, View::Evening)
}
