//! Houses with land around them: house, cottage, guest house; and what all such houses are made of.

use super::{
    canvas::Canvas,
    chance::Chance,
    city::Window,
    ink::{Ink, Scene},
    nature,
};

pub(super) const GROUND: f32 = 322.0;

/// Sky, two ranges of hills, and a meadow up to the house.
pub(super) fn land(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    nature::sky(canvas, scene, chance, 600.0, 270.0);
    nature::hills(canvas, chance, scene.far, 600.0, 235.0, 90.0, 320.0);
    nature::hills(canvas, chance, scene.hill, 600.0, 275.0, 46.0, 330.0);
    nature::meadow(canvas, scene, chance, 600.0, 296.0, 104.0);
}

/// A wall seen from the front.
pub(super) fn wall(canvas: &mut Canvas, scene: &Scene, x: f32, top: f32, w: f32, ink: Ink) {
    let h = GROUND - top;
    canvas.rect(x, top, w, h, ink);
    canvas.light(x, top, w, h, scene.sun, 0.25);
    canvas.rect(x, GROUND - 10.0, w, 10.0, ink.lit(-0.1));
}

/// A roof whose long side faces us.
pub(super) fn roof(
    canvas: &mut Canvas,
    scene: &Scene,
    x: f32,
    top: f32,
    w: f32,
    rise: f32,
    ink: Ink,
) {
    canvas.shape(
        &[
            (x - 14.0, top + 4.0),
            (x + 16.0, top - rise),
            (x + w - 16.0, top - rise),
            (x + w + 14.0, top + 4.0),
        ],
        ink,
    );
    canvas.shape(
        &[
            (x + w * 0.62, top + 4.0),
            (x + w * 0.7, top - rise),
            (x + w - 16.0, top - rise),
            (x + w + 14.0, top + 4.0),
        ],
        ink.lit(-0.04),
    );
    canvas.rect(x - 14.0, top + 2.0, w + 28.0, 5.0, ink.lit(-0.1));
    if scene.winter {
        canvas.shape(
            &[
                (x + 2.0, top - rise * 0.45),
                (x + 16.0, top - rise - 5.0),
                (x + w - 16.0, top - rise - 5.0),
                (x + w - 4.0, top - rise * 0.5),
            ],
            scene.ground,
        );
    }
}

/// A gable that faces us: wall and roof edge.
pub(super) fn gable(
    canvas: &mut Canvas,
    scene: &Scene,
    x: f32,
    top: f32,
    w: f32,
    rise: f32,
    ink: Ink,
) {
    let middle = x + w / 2.0;
    canvas.shape(
        &[
            (x, GROUND),
            (x, top),
            (middle, top - rise),
            (x + w, top),
            (x + w, GROUND),
        ],
        ink,
    );
    canvas.light(x, top, w, GROUND - top, scene.sun, 0.25);
    canvas.shape(
        &[
            (middle, top - rise - 12.0),
            (x - 16.0, top + 10.0),
            (x - 6.0, top + 14.0),
            (middle, top - rise + 4.0),
        ],
        scene.roof.lit(0.03),
    );
    canvas.shape(
        &[
            (middle, top - rise - 12.0),
            (x + w + 16.0, top + 10.0),
            (x + w + 6.0, top + 14.0),
            (middle, top - rise + 4.0),
        ],
        scene.roof.lit(-0.05),
    );
    canvas.rect(x, GROUND - 10.0, w, 10.0, ink.lit(-0.1));
}

pub(super) fn chimney(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance, x: f32, base: f32) {
    let ink = scene.wall.lit(-0.07);
    canvas.rect(x, base - 34.0, 24.0, 40.0, ink);
    canvas.rect(x + 16.0, base - 34.0, 8.0, 40.0, ink.lit(-0.08));
    canvas.rect(x - 3.0, base - 38.0, 30.0, 6.0, ink.lit(0.05));
    if scene.winter || scene.is_dark() {
        let smoke = scene.sky[1].lit(0.04);
        for puff in 0..3 {
            let puff = puff as f32;
            canvas.oval(
                x + 14.0 + 12.0 * puff + chance.between(-3.0, 3.0),
                base - 52.0 - 17.0 * puff,
                9.0 + 5.0 * puff,
                7.0 + 3.0 * puff,
                smoke,
                0.55 - 0.13 * puff,
            );
        }
    }
}

pub(super) fn door(canvas: &mut Canvas, scene: &Scene, x: f32, w: f32, h: f32) {
    let top = GROUND - h;
    canvas.rect(x - 4.0, top - 4.0, w + 8.0, h + 4.0, scene.trim);
    canvas.rect(x, top, w, h, scene.door);
    canvas.rect(x + w * 0.5, top, w * 0.5, h, scene.door.lit(-0.04));
    canvas.rect(
        x + 5.0,
        top + 6.0,
        w - 10.0,
        h * 0.24,
        if scene.is_dark() {
            scene.glow
        } else {
            scene.glass.lit(0.1)
        },
    );
    canvas.disc(x + w - 6.0, top + h * 0.55, 2.0, scene.glow);
    canvas.rect(x - 8.0, GROUND - 2.0, w + 16.0, 5.0, scene.street);
}

/// From the door to the lower edge.
pub(super) fn path(canvas: &mut Canvas, scene: &Scene, x: f32, w: f32) {
    let ink = scene.street.lit(0.06).mix(scene.ground, 0.2);
    canvas.shape(
        &[
            (x, GROUND + 2.0),
            (x + w, GROUND + 2.0),
            (x + w + 66.0, 400.0),
            (x - 24.0, 400.0),
        ],
        ink,
    );
    if scene.is_dark() {
        canvas.oval(x + w / 2.0, GROUND + 16.0, 70.0, 16.0, scene.glow, 0.22);
    }
}

pub(super) fn windows(
    canvas: &mut Canvas,
    scene: &Scene,
    chance: &mut Chance,
    places: &[(f32, f32)],
    w: f32,
    h: f32,
) {
    for &(x, y) in places {
        Window { x, y, w, h }.paint(canvas, scene, chance);
    }
}

pub fn house(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    land(canvas, scene, chance);
    let x = chance.between(130.0, 190.0);
    nature::tree(canvas, scene, chance, x - 50.0, GROUND, 180.0);
    nature::shadow(canvas, scene, x + 150.0, GROUND + 4.0, 210.0);
    chimney(canvas, scene, chance, x + 220.0, 122.0);
    wall(canvas, scene, x + 90.0, 188.0, 200.0, scene.wall.lit(-0.05));
    roof(canvas, scene, x + 90.0, 188.0, 200.0, 72.0, scene.roof);
    gable(canvas, scene, x, 184.0, 140.0, 84.0, scene.wall);
    windows(
        canvas,
        scene,
        chance,
        &[(x + 54.0, 140.0), (x + 24.0, 200.0), (x + 82.0, 200.0)],
        32.0,
        38.0,
    );
    windows(
        canvas,
        scene,
        chance,
        &[
            (x + 170.0, 206.0),
            (x + 230.0, 206.0),
            (x + 230.0, 264.0),
            (x + 24.0, 264.0),
            (x + 82.0, 264.0),
        ],
        34.0,
        36.0,
    );
    path(canvas, scene, x + 168.0, 36.0);
    door(canvas, scene, x + 168.0, 36.0, 62.0);
    nature::bushes(
        canvas,
        scene,
        chance,
        x + 214.0,
        x + 300.0,
        GROUND + 6.0,
        15.0,
    );
    nature::tree(canvas, scene, chance, x + 360.0, 350.0, 150.0);
    nature::bushes(canvas, scene, chance, -10.0, 90.0, 404.0, 38.0);
}

pub fn cottage(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    land(canvas, scene, chance);
    let x = chance.between(130.0, 180.0);
    nature::tree(canvas, scene, chance, x + 300.0, GROUND, 165.0);
    nature::shadow(canvas, scene, x + 140.0, GROUND + 4.0, 200.0);
    chimney(canvas, scene, chance, x + 8.0, 164.0);
    chimney(canvas, scene, chance, x + 250.0, 164.0);
    wall(canvas, scene, x, 232.0, 284.0, scene.wall);
    roof(canvas, scene, x, 232.0, 284.0, 76.0, scene.roof);
    for dormer in [56.0, 190.0] {
        let dx = x + dormer;
        canvas.rect(dx, 190.0, 46.0, 42.0, scene.wall.lit(-0.02));
        canvas.shape(
            &[(dx - 8.0, 194.0), (dx + 23.0, 164.0), (dx + 54.0, 194.0)],
            scene.roof.lit(-0.08),
        );
        Window {
            x: dx + 11.0,
            y: 200.0,
            w: 24.0,
            h: 26.0,
        }
        .paint(canvas, scene, chance);
    }
    windows(
        canvas,
        scene,
        chance,
        &[
            (x + 32.0, 254.0),
            (x + 76.0, 254.0),
            (x + 188.0, 254.0),
            (x + 232.0, 254.0),
        ],
        28.0,
        32.0,
    );
    path(canvas, scene, x + 126.0, 34.0);
    door(canvas, scene, x + 126.0, 34.0, 60.0);
    nature::bushes(
        canvas,
        scene,
        chance,
        x - 10.0,
        x + 110.0,
        GROUND + 4.0,
        14.0,
    );
    nature::bushes(
        canvas,
        scene,
        chance,
        x + 176.0,
        x + 300.0,
        GROUND + 4.0,
        14.0,
    );
    if !scene.winter {
        for _ in 0..22 {
            let (fx, fy) = (
                chance.between(x - 10.0, x + 290.0),
                GROUND + chance.between(-8.0, 8.0),
            );
            canvas.disc(
                fx,
                fy,
                3.0,
                if chance.happens(0.5) {
                    scene.cloth.lit(0.08)
                } else {
                    scene.trim
                },
            );
        }
    }
    for post in 0..9 {
        canvas.rect(10.0 + 14.0 * post as f32, 352.0, 5.0, 34.0, scene.trim);
    }
    canvas.rect(4.0, 360.0, 126.0, 5.0, scene.trim.lit(-0.05));
}

pub fn guesthouse(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    land(canvas, scene, chance);
    let x = chance.between(110.0, 150.0);
    nature::tree(canvas, scene, chance, x - 30.0, GROUND, 170.0);
    nature::shadow(canvas, scene, x + 180.0, GROUND + 4.0, 230.0);
    chimney(canvas, scene, chance, x + 166.0, 122.0);
    wall(
        canvas,
        scene,
        x + 100.0,
        174.0,
        160.0,
        scene.wall.lit(-0.04),
    );
    roof(canvas, scene, x + 100.0, 174.0, 160.0, 56.0, scene.roof);
    for side in [0.0, 220.0] {
        gable(canvas, scene, x + side, 172.0, 130.0, 78.0, scene.wall);
        windows(
            canvas,
            scene,
            chance,
            &[
                (x + side + 51.0, 128.0),
                (x + side + 22.0, 190.0),
                (x + side + 80.0, 190.0),
            ],
            28.0,
            34.0,
        );
        canvas.rect(x + side + 16.0, 252.0, 98.0, 58.0, scene.trim);
        for pane in 0..3 {
            Window {
                x: x + side + 20.0 + 31.0 * pane as f32,
                y: 258.0,
                w: 26.0,
                h: 44.0,
            }
            .paint(canvas, scene, chance);
        }
    }
    Window {
        x: x + 160.0,
        y: 194.0,
        w: 30.0,
        h: 36.0,
    }
    .paint(canvas, scene, chance);
    canvas.rect(x + 132.0, 244.0, 86.0, 7.0, scene.trim);
    canvas.rect(x + 134.0, 250.0, 6.0, GROUND - 250.0, scene.trim);
    canvas.rect(x + 210.0, 250.0, 6.0, GROUND - 250.0, scene.trim);
    path(canvas, scene, x + 156.0, 38.0);
    door(canvas, scene, x + 156.0, 38.0, 62.0);
    canvas.rect(x + 400.0, 262.0, 5.0, 76.0, scene.trunk);
    canvas.round(x + 368.0, 266.0, 68.0, 30.0, 5.0, scene.door);
    canvas.rect(x + 380.0, 279.0, 44.0, 4.0, scene.trim);
    nature::bushes(
        canvas,
        scene,
        chance,
        x - 6.0,
        x + 140.0,
        GROUND + 6.0,
        13.0,
    );
    nature::bushes(
        canvas,
        scene,
        chance,
        x + 214.0,
        x + 360.0,
        GROUND + 6.0,
        13.0,
    );
}
