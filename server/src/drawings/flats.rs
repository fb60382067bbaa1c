//! Flats, of which towns are full: four kinds of building, so that a street of them is not one picture.

use super::{
    canvas::Canvas,
    chance::Chance,
    city::{self, STREET, Window, block, chimney, door, lamp, street},
    ink::Scene,
    nature,
};

pub fn flats(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    match chance.between(0.0, 4.0) as u32 {
        0 => city::tenement(canvas, scene, chance),
        1 => turret(canvas, scene, chance),
        2 => balconies(canvas, scene, chance),
        _ => shop(canvas, scene, chance),
    }
}

/// A corner house with a round tower.
fn turret(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    street(canvas, scene, chance);
    let (x, top) = (chance.between(30.0, 70.0), 106.0);
    canvas.shape(
        &[
            (x - 2.0, top),
            (x + 22.0, top - 34.0),
            (x + 330.0, top - 34.0),
            (x + 330.0, top),
        ],
        scene.roof,
    );
    chimney(canvas, scene, x + 70.0, top - 30.0);
    chimney(canvas, scene, x + 220.0, top - 30.0);
    block(canvas, scene, x, top, 340.0, scene.wall);
    let storey = 58.0;
    for row in 0..4 {
        for column in 0..5 {
            let (wx, wy) = (
                x + 22.0 + 62.0 * column as f32,
                top + 18.0 + storey * row as f32,
            );
            if row == 3 && column == 1 {
                door(canvas, scene, wx - 4.0, STREET + 1.0);
            } else {
                Window {
                    x: wx,
                    y: wy,
                    w: 24.0,
                    h: 36.0,
                }
                .paint(canvas, scene, chance);
            }
        }
    }
    let t = x + 318.0;
    let wall = scene.wall.lit(0.03);
    canvas.rect(t, top - 34.0, 112.0, STREET + 2.0 - top + 34.0, wall);
    canvas.light(t, top - 34.0, 112.0, STREET - top + 34.0, scene.sun, 0.3);
    canvas.rect(
        t + 74.0,
        top - 34.0,
        38.0,
        STREET + 2.0 - top + 34.0,
        wall.lit(-0.08),
    );
    canvas.shape(
        &[
            (t - 8.0, top - 32.0),
            (t + 56.0, top - 104.0),
            (t + 120.0, top - 32.0),
        ],
        scene.roof.lit(0.03),
    );
    canvas.shape(
        &[
            (t + 64.0, top - 32.0),
            (t + 56.0, top - 104.0),
            (t + 120.0, top - 32.0),
        ],
        scene.roof.lit(-0.05),
    );
    canvas.rect(t - 4.0, top - 34.0, 120.0, 7.0, wall.lit(0.04));
    for row in 0..4 {
        for column in 0..2 {
            Window {
                x: t + 20.0 + 48.0 * column as f32,
                y: top - 14.0 + 57.0 * row as f32,
                w: 24.0,
                h: 36.0,
            }
            .paint(canvas, scene, chance);
        }
        canvas.rect(
            t - 2.0,
            top + 30.0 + 57.0 * row as f32,
            116.0,
            4.0,
            wall.lit(-0.06),
        );
    }
    nature::tree(canvas, scene, chance, 560.0, 360.0, 150.0);
}

/// A house of our time: a plain front, deep balconies, plants on them.
fn balconies(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    street(canvas, scene, chance);
    let (x, top, w) = (chance.between(120.0, 170.0), 56.0, 300.0);
    let wall = scene.wall.mix(scene.trim, 0.45);
    canvas.rect(x + 200.0, top - 20.0, 60.0, 24.0, wall.lit(-0.1));
    block(canvas, scene, x, top, w, wall);
    for row in 0..4 {
        let y = top + 22.0 + 62.0 * row as f32;
        for column in 0..2 {
            balcony(canvas, scene, chance, x + 20.0 + 138.0 * column as f32, y);
        }
        Window {
            x: x + 138.0,
            y: y + 4.0,
            w: 22.0,
            h: 34.0,
        }
        .paint(canvas, scene, chance);
    }
    canvas.rect(x + 116.0, STREET - 50.0, 66.0, 52.0, scene.trunk.lit(-0.08));
    canvas.rect(
        x + 120.0,
        STREET - 46.0,
        58.0,
        48.0,
        if scene.is_dark() {
            scene.glow
        } else {
            scene.glass
        },
    );
    canvas.rect(x + 148.0, STREET - 46.0, 3.0, 48.0, scene.trunk.lit(-0.08));
    canvas.rect(x + 106.0, STREET - 56.0, 86.0, 6.0, scene.door);
    nature::tree(canvas, scene, chance, x - 50.0, 358.0, 170.0);
    nature::tree(canvas, scene, chance, x + w + 56.0, 360.0, 205.0);
}

fn balcony(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance, x: f32, y: f32) {
    let lit = scene.is_dark() && chance.happens(0.6);
    let glass = if lit { scene.glow } else { scene.glass };
    canvas.rect(x, y, 104.0, 46.0, scene.wall.lit(-0.12));
    canvas.rect(x + 6.0, y + 5.0, 60.0, 41.0, glass);
    canvas.rect(x + 35.0, y + 5.0, 3.0, 41.0, scene.trim);
    canvas.rect(x + 74.0, y + 5.0, 24.0, 41.0, scene.cloth.lit(0.05));
    let leaves = chance.between(0.0, 70.0);
    for step in 0..3 {
        canvas.disc(
            x + 10.0 + leaves + 10.0 * step as f32,
            y + 28.0,
            8.0,
            scene.leaf.lit(-0.03 * step as f32),
        );
    }
    canvas.rect(x - 6.0, y + 30.0, 116.0, 18.0, scene.trim.lit(-0.04));
    canvas.rect(x - 6.0, y + 48.0, 116.0, 4.0, scene.trim.lit(-0.14));
}

/// Flats over a shop, seen from near: three storeys, an awning, the door beside it.
fn shop(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    street(canvas, scene, chance);
    let (x, top, w) = (chance.between(70.0, 110.0), 60.0, 410.0);
    canvas.shape(
        &[
            (x - 4.0, top),
            (x + 20.0, top - 36.0),
            (x + w - 20.0, top - 36.0),
            (x + w + 4.0, top),
        ],
        scene.roof,
    );
    for dormer in [70.0, 190.0, 310.0] {
        let dx = x + dormer;
        canvas.shape(
            &[
                (dx - 6.0, top),
                (dx - 6.0, top - 28.0),
                (dx + 16.0, top - 46.0),
                (dx + 38.0, top - 28.0),
                (dx + 38.0, top),
            ],
            scene.wall.lit(0.02),
        );
        Window {
            x: dx + 4.0,
            y: top - 26.0,
            w: 24.0,
            h: 22.0,
        }
        .paint(canvas, scene, chance);
    }
    block(canvas, scene, x, top, w, scene.wall);
    for row in 0..2 {
        for column in 0..5 {
            Window {
                x: x + 28.0 + 78.0 * column as f32,
                y: top + 24.0 + 84.0 * row as f32,
                w: 34.0,
                h: 56.0,
            }
            .paint(canvas, scene, chance);
        }
    }
    let front = scene.door;
    canvas.rect(x + 16.0, 236.0, 268.0, STREET - 234.0, front.lit(-0.04));
    canvas.rect(x + 16.0, 236.0, 268.0, 20.0, front);
    canvas.rect(x + 96.0, 243.0, 108.0, 6.0, scene.glow);
    for pane in 0..3 {
        canvas.rect(
            x + 28.0 + 86.0 * pane as f32,
            276.0,
            72.0,
            44.0,
            if scene.is_dark() {
                scene.glow
            } else {
                scene.glass
            },
        );
    }
    for stripe in 0..8 {
        let sx = x + 12.0 + 34.5 * stripe as f32;
        let ink = if stripe % 2 == 0 {
            scene.trim
        } else {
            scene.cloth
        };
        canvas.shape(
            &[
                (sx, 256.0),
                (sx + 34.5, 256.0),
                (sx + 34.5, 280.0),
                (sx, 280.0),
            ],
            ink,
        );
    }
    door(canvas, scene, x + 330.0, STREET + 1.0);
    for pot in [x + 60.0, x + 240.0] {
        canvas.disc(pot, 330.0, 15.0, scene.leaf);
        canvas.shape(
            &[
                (pot - 12.0, 336.0),
                (pot + 12.0, 336.0),
                (pot + 9.0, 354.0),
                (pot - 9.0, 354.0),
            ],
            scene.trim.lit(-0.08),
        );
    }
    lamp(canvas, scene, x + w + 44.0);
}
