//! The picture that fills the upper half of the home page: a town between hill and water, rows of lived-in houses.

use domain::listings::Property;

use super::{
    canvas::Canvas,
    chance::Chance,
    city::Window,
    ink::{Hour, Ink, Scene, hue},
    nature,
};

const WIDTH: f32 = 1600.0;

/// 1600 by 760; what matters stands below the middle, since words stand above it.
pub fn panorama(hour: Hour) -> String {
    let mut chance = Chance::new(41);
    let scene = Scene {
        winter: false,
        ..Scene::new(&mut Chance::new(9), Property::Apartment, hour)
    };
    let mut canvas = Canvas::new(1600, 760);
    nature::sky_with_sun(&mut canvas, &scene, &mut chance, WIDTH, 470.0, 0.9);
    nature::hills(
        &mut canvas,
        &mut chance,
        scene.far.mix(scene.sky[1], 0.3),
        WIDTH,
        520.0,
        90.0,
        760.0,
    );
    castle(&mut canvas, &scene);
    nature::hills(
        &mut canvas,
        &mut chance,
        scene.far.mix(scene.hill, 0.5),
        WIDTH,
        590.0,
        40.0,
        760.0,
    );
    row(&mut canvas, &scene, &mut chance, 628.0, 0.54, 0.5);
    row(&mut canvas, &scene, &mut chance, 684.0, 0.74, 0.22);
    trees(&mut canvas, &scene, &mut chance, 696.0, 60.0);
    row(&mut canvas, &scene, &mut chance, 746.0, 1.0, 0.0);
    trees(&mut canvas, &scene, &mut chance, 768.0, 84.0);
    canvas.rect(0.0, 744.0, WIDTH, 16.0, scene.street.lit(-0.1));
    canvas.finish()
}

/// A rock with walls and towers, far away.
fn castle(canvas: &mut Canvas, scene: &Scene) {
    let rock = scene.far.mix(scene.trunk, 0.16);
    canvas.wave(
        &[
            (960.0, 610.0),
            (1060.0, 530.0),
            (1150.0, 462.0),
            (1330.0, 458.0),
            (1410.0, 520.0),
            (1560.0, 600.0),
        ],
        680.0,
        rock,
    );
    let stone = rock.mix(scene.wall, 0.22);
    canvas.rect(1148.0, 436.0, 190.0, 40.0, stone);
    for (x, w, h) in [
        (1156.0, 44.0, 66.0),
        (1220.0, 60.0, 88.0),
        (1300.0, 36.0, 56.0),
    ] {
        canvas.rect(x, 462.0 - h, w, h, stone.lit(0.02));
        canvas.rect(x + w * 0.7, 462.0 - h, w * 0.3, h, stone.lit(-0.03));
        for merlon in 0..3 {
            canvas.rect(
                x + w * 0.36 * merlon as f32,
                456.0 - h,
                w * 0.2,
                8.0,
                stone.lit(0.02),
            );
        }
        if scene.is_dark() {
            canvas.rect(x + w * 0.3, 484.0 - h, 5.0, 9.0, scene.glow);
        }
    }
}

/// Houses shoulder to shoulder. `haze` is how much of the distance lies over them.
fn row(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance, floor: f32, size: f32, haze: f32) {
    let dark = if scene.is_dark() { 0.42 } else { 0.0 };
    let night = hue(0.27, 0.06, 275.0);
    let walls = [
        hue(0.83, 0.055, 78.0),
        hue(0.70, 0.085, 40.0),
        hue(0.90, 0.03, 85.0),
        hue(0.78, 0.045, 235.0),
        hue(0.80, 0.06, 25.0),
        hue(0.80, 0.05, 165.0),
    ];
    let mut x = -chance.between(10.0, 60.0);
    let mut last = 9;
    while x < WIDTH {
        let mut pick = chance.between(0.0, 6.0) as usize;
        if pick == last {
            pick = (pick + 1) % walls.len();
        }
        last = pick;
        let wall = walls[pick].mix(night, dark).mix(scene.far, haze);
        let w = size * chance.between(86.0, 128.0);
        let h = size * chance.between(130.0, 190.0);
        house(
            canvas,
            scene,
            chance,
            &House {
                x,
                floor,
                w,
                h,
                size,
                wall,
                haze,
            },
        );
        x += w;
    }
}

struct House {
    x: f32,
    floor: f32,
    w: f32,
    h: f32,
    size: f32,
    wall: Ink,
    haze: f32,
}

fn house(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance, house: &House) {
    let House {
        x,
        floor,
        w,
        h,
        size,
        wall,
        haze,
    } = *house;
    let top = floor - h;
    let roof = scene.roof.mix(scene.far, haze);
    let rise = size * 36.0;
    canvas.rect(
        x + w * 0.14,
        top - rise - size * 16.0,
        size * 18.0,
        rise + size * 16.0,
        wall.lit(-0.08),
    );
    if chance.happens(0.45) {
        canvas.shape(
            &[
                (x, top + 1.0),
                (x + w / 2.0, top - rise * 1.5),
                (x + w, top + 1.0),
            ],
            wall,
        );
        canvas.shape(
            &[
                (x - 3.0, top + 4.0),
                (x + w / 2.0, top - rise * 1.5 - 8.0),
                (x + w / 2.0, top - rise * 1.5 + 3.0),
            ],
            roof,
        );
        canvas.shape(
            &[
                (x + w + 3.0, top + 4.0),
                (x + w / 2.0, top - rise * 1.5 - 8.0),
                (x + w / 2.0, top - rise * 1.5 + 3.0),
            ],
            roof.lit(-0.05),
        );
    } else {
        canvas.shape(
            &[
                (x - 2.0, top),
                (x + w * 0.12, top - rise),
                (x + w * 0.88, top - rise),
                (x + w + 2.0, top),
            ],
            roof,
        );
    }
    canvas.rect(x, top, w, h + 2.0, wall);
    canvas.rect(
        x + w - size * 9.0,
        top,
        size * 9.0,
        h + 2.0,
        wall.lit(-0.06),
    );
    let columns = if w > size * 108.0 { 3 } else { 2 };
    let step = (w - size * 14.0) / columns as f32;
    let rows = (h / (size * 46.0)) as usize;
    let door = if haze == 0.0 { columns / 2 } else { columns };
    for row in 0..rows {
        for column in 0..columns {
            let (wx, wy) = (
                x + size * 14.0 + step * column as f32,
                top + size * (14.0 + 45.0 * row as f32),
            );
            if row + 1 == rows && column == door {
                canvas.arch(
                    wx - 1.0,
                    floor - size * 48.0,
                    size * 21.0,
                    size * 48.0,
                    scene.trim,
                );
                canvas.arch(
                    wx + 2.0,
                    floor - size * 45.0,
                    size * 16.0,
                    size * 45.0,
                    wall.mix(scene.door, 0.7).lit(-0.08),
                );
            } else {
                pane(canvas, scene, chance, house, wx, wy);
            }
        }
    }
}

/// Near windows are drawn whole, far ones as a touch of the brush.
fn pane(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance, house: &House, x: f32, y: f32) {
    let (w, h) = (house.size * 18.0, house.size * 26.0);
    if house.haze == 0.0 {
        return Window { x, y, w, h }.paint(canvas, scene, chance);
    }
    let lit = scene.is_dark() && chance.happens(0.5);
    let ink = if lit {
        scene.glow.mix(scene.far, house.haze * 0.4)
    } else {
        scene.glass.mix(house.wall, 0.3 + house.haze)
    };
    canvas.rect(x, y, w, h, ink);
}

fn trees(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance, floor: f32, height: f32) {
    let mut x = chance.between(0.0, 120.0);
    while x < WIDTH {
        let own = height * chance.between(0.8, 1.2);
        nature::tree(canvas, scene, chance, x, floor, own);
        x += chance.between(90.0, 320.0);
    }
}
