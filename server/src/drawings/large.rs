//! Large houses of a town: warehouse, grand hotel.

use super::{
    canvas::Canvas,
    chance::Chance,
    city::{STREET, Window, block, door, lamp, street},
    ink::Scene,
    nature,
};

pub fn warehouse(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    street(canvas, scene, chance);
    let (x, top, w) = (chance.between(70.0, 130.0), 84.0, 396.0);
    let iron = scene.trunk.lit(-0.12);
    let tank = x + w * chance.between(0.15, 0.6);
    canvas.shape(
        &[
            (tank + 4.0, top),
            (tank + 12.0, top - 30.0),
            (tank + 16.0, top - 30.0),
            (tank + 12.0, top),
        ],
        iron,
    );
    canvas.shape(
        &[
            (tank + 56.0, top),
            (tank + 48.0, top - 30.0),
            (tank + 44.0, top - 30.0),
            (tank + 48.0, top),
        ],
        iron,
    );
    canvas.rect(tank + 6.0, top - 66.0, 48.0, 38.0, scene.trunk.lit(0.06));
    canvas.rect(tank + 38.0, top - 66.0, 16.0, 38.0, scene.trunk);
    canvas.shape(
        &[
            (tank + 2.0, top - 64.0),
            (tank + 30.0, top - 82.0),
            (tank + 58.0, top - 64.0),
        ],
        iron,
    );
    block(canvas, scene, x, top, w, scene.wall);
    for row in 0..2 {
        for column in 0..4 {
            let (wx, wy) = (
                x + 22.0 + 91.0 * column as f32,
                top + 24.0 + 112.0 * row as f32,
            );
            if row == 1 && column == 1 {
                canvas.rect(wx - 4.0, wy + 6.0, 80.0, STREET - wy - 6.0, iron);
                canvas.rect(wx, wy + 10.0, 72.0, STREET - wy - 10.0, scene.door);
                canvas.rect(
                    wx + 35.0,
                    wy + 10.0,
                    3.0,
                    STREET - wy - 10.0,
                    scene.door.lit(-0.1),
                );
                continue;
            }
            let lit = scene.is_dark() && chance.happens(0.65);
            let glass = if lit { scene.glow } else { scene.glass };
            canvas.arch(wx - 4.0, wy - 4.0, 80.0, 92.0, scene.wall.lit(-0.1));
            canvas.arch(wx, wy, 72.0, 86.0, glass);
            for bar in 1..4 {
                canvas.rect(
                    wx + 18.0 * bar as f32 - 1.0,
                    wy + if bar == 2 { 1.0 } else { 6.0 },
                    2.0,
                    84.0,
                    iron,
                );
                canvas.rect(wx, wy + 16.0 + 18.0 * bar as f32, 72.0, 2.0, iron);
            }
            canvas.rect(wx - 6.0, wy + 86.0, 84.0, 5.0, scene.wall.lit(0.1));
        }
    }
    lamp(canvas, scene, 560.0);
    nature::tree(canvas, scene, chance, 30.0, 358.0, 170.0);
}

pub fn grand(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    street(canvas, scene, chance);
    let (x, top, w) = (96.0, 112.0, 408.0);
    canvas.shape(
        &[
            (x - 6.0, top),
            (x + 18.0, top - 52.0),
            (x + w - 18.0, top - 52.0),
            (x + w + 6.0, top),
        ],
        scene.roof,
    );
    canvas.shape(
        &[
            (x + w * 0.5, top),
            (x + w * 0.5, top - 52.0),
            (x + w - 18.0, top - 52.0),
            (x + w + 6.0, top),
        ],
        scene.roof.lit(-0.05),
    );
    canvas.shape(
        &[
            (x + w / 2.0 - 52.0, top),
            (x + w / 2.0 - 52.0, top - 44.0),
            (x + w / 2.0, top - 84.0),
            (x + w / 2.0 + 52.0, top - 44.0),
            (x + w / 2.0 + 52.0, top),
        ],
        scene.wall.lit(0.03),
    );
    canvas.disc(
        x + w / 2.0,
        top - 42.0,
        13.0,
        if scene.is_dark() {
            scene.glow
        } else {
            scene.trim
        },
    );
    for column in [0, 1, 4, 5] {
        Window {
            x: x + 36.0 + 62.0 * column as f32,
            y: top - 36.0,
            w: 22.0,
            h: 24.0,
        }
        .paint(canvas, scene, chance);
    }
    block(canvas, scene, x, top, w, scene.wall);
    for row in 0..3 {
        for column in 0..6 {
            Window {
                x: x + 32.0 + 63.0 * column as f32,
                y: top + 18.0 + 54.0 * row as f32,
                w: 26.0,
                h: 34.0,
            }
            .paint(canvas, scene, chance);
        }
    }
    for column in [0, 1, 3, 4] {
        let ax = x + 18.0 + 80.0 * column as f32;
        canvas.rect(
            ax + 4.0,
            288.0,
            50.0,
            50.0,
            if scene.is_dark() {
                scene.glow
            } else {
                scene.glass
            },
        );
        canvas.shape(
            &[
                (ax + 4.0, 276.0),
                (ax + 54.0, 276.0),
                (ax + 60.0, 294.0),
                (ax - 2.0, 294.0),
            ],
            scene.door,
        );
        canvas.shape(
            &[
                (ax + 28.0, 276.0),
                (ax + 54.0, 276.0),
                (ax + 60.0, 294.0),
                (ax + 28.0, 294.0),
            ],
            scene.door.lit(-0.05),
        );
    }
    door(canvas, scene, x + w / 2.0 - 17.0, STREET + 1.0);
    for side in [44.0, 556.0] {
        nature::tree(canvas, scene, chance, side, 358.0, 150.0);
    }
}
