//! The boat that people live on.

use super::{canvas::Canvas, chance::Chance, city::Window, ink::Scene, nature};

const LINE: f32 = 306.0;

pub fn houseboat(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    nature::sky(canvas, scene, chance, 600.0, 250.0);
    nature::hills(canvas, chance, scene.far, 600.0, 232.0, 70.0, 300.0);
    nature::hills(canvas, chance, scene.hill, 600.0, 256.0, 30.0, 300.0);
    for _ in 0..5 {
        let x = chance.between(0.0, 600.0);
        nature::tree(canvas, scene, chance, x, 266.0, 70.0);
    }
    canvas.fade(
        0.0,
        260.0,
        600.0,
        140.0,
        scene.water.lit(0.06),
        scene.water.lit(-0.08),
    );
    let x = chance.between(100.0, 150.0);
    reflection(canvas, scene, x);
    let hull = scene.wall;
    canvas.shape(
        &[
            (x - 20.0, 264.0),
            (x + 370.0, 264.0),
            (x + 396.0, 248.0),
            (x + 380.0, LINE),
            (x + 4.0, LINE),
        ],
        hull,
    );
    canvas.shape(
        &[
            (x + 180.0, 264.0),
            (x + 370.0, 264.0),
            (x + 396.0, 248.0),
            (x + 380.0, LINE),
            (x + 180.0, LINE),
        ],
        hull.lit(-0.04),
    );
    canvas.rect(x - 18.0, 270.0, 402.0, 5.0, scene.trim);
    canvas.rect(x + 26.0, 192.0, 264.0, 72.0, scene.roof);
    canvas.light(x + 26.0, 192.0, 264.0, 72.0, scene.sun, 0.25);
    canvas.rect(x + 14.0, 184.0, 288.0, 10.0, scene.trunk.lit(0.16));
    canvas.rect(x + 14.0, 192.0, 288.0, 3.0, scene.trunk);
    for pane in 0..4 {
        Window {
            x: x + 44.0 + 48.0 * pane as f32,
            y: 208.0,
            w: 32.0,
            h: 30.0,
        }
        .paint(canvas, scene, chance);
    }
    canvas.rect(x + 242.0, 204.0, 32.0, 60.0, scene.door);
    canvas.rect(x + 258.0, 204.0, 16.0, 60.0, scene.door.lit(-0.05));
    canvas.disc(
        x + 258.0,
        222.0,
        7.0,
        if scene.is_dark() {
            scene.glow
        } else {
            scene.glass
        },
    );
    canvas.rect(x + 60.0, 152.0, 12.0, 34.0, scene.trunk.lit(-0.1));
    canvas.rect(x + 57.0, 150.0, 18.0, 5.0, scene.trunk.lit(-0.1));
    for pot in [104.0, 140.0, 176.0] {
        canvas.shape(
            &[
                (x + pot, 170.0),
                (x + pot + 20.0, 170.0),
                (x + pot + 17.0, 184.0),
                (x + pot + 3.0, 184.0),
            ],
            scene.cloth,
        );
        canvas.disc(x + pot + 6.0, 164.0, 8.0, scene.leaf);
        canvas.disc(x + pot + 15.0, 162.0, 8.0, scene.leaf.lit(-0.05));
    }
    canvas.rect(x + 330.0, 132.0, 5.0, 132.0, scene.trunk);
    canvas.shape(
        &[(x + 335.0, 134.0), (x + 374.0, 144.0), (x + 335.0, 156.0)],
        scene.cloth,
    );
    quay(canvas, scene, chance);
}

/// Hull and lights, upside down and broken by the water.
fn reflection(canvas: &mut Canvas, scene: &Scene, x: f32) {
    canvas.shape(
        &[
            (x + 4.0, LINE),
            (x + 380.0, LINE),
            (x + 350.0, 336.0),
            (x + 40.0, 336.0),
        ],
        scene.water.mix(scene.wall, 0.45),
    );
    canvas.shape(
        &[
            (x + 60.0, 336.0),
            (x + 300.0, 336.0),
            (x + 280.0, 362.0),
            (x + 84.0, 362.0),
        ],
        scene.water.mix(scene.roof, 0.3),
    );
    if scene.is_dark() {
        for pane in 0..4 {
            canvas.rect(
                x + 48.0 + 48.0 * pane as f32,
                340.0,
                24.0,
                34.0,
                scene.water.mix(scene.glow, 0.5),
            );
        }
    }
    for (step, y) in [320.0_f32, 334.0, 348.0, 362.0].into_iter().enumerate() {
        canvas.oval(
            x + 90.0 + 70.0 * step as f32,
            y,
            90.0,
            2.5,
            scene.water.lit(0.1),
            0.7,
        );
    }
}

fn quay(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    canvas.rect(0.0, 378.0, 600.0, 22.0, scene.trunk.lit(0.18));
    for plank in 0..16 {
        canvas.rect(38.0 * plank as f32, 378.0, 2.0, 22.0, scene.trunk.lit(0.06));
    }
    for post in [52.0, 540.0] {
        canvas.rect(post, 336.0, 14.0, 62.0, scene.trunk);
        canvas.rect(post + 9.0, 336.0, 5.0, 62.0, scene.trunk.lit(-0.07));
        canvas.oval(post + 7.0, 336.0, 7.0, 3.0, scene.trunk.lit(0.1), 1.0);
    }
    nature::bushes(canvas, scene, chance, -20.0, 30.0, 384.0, 26.0);
}
