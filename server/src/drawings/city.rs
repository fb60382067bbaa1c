//! Houses of a town: tenement, terrace; and what all that stand at a street are made of.

use super::{
    canvas::Canvas,
    chance::Chance,
    ink::{Ink, Scene},
    nature,
};

pub(super) const STREET: f32 = 338.0;

/// A window with frame, sill and one pane; some are lit when it is dark.
pub struct Window {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

impl Window {
    pub fn paint(&self, canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
        let Window { x, y, w, h } = *self;
        let lit = chance.happens(0.6) && scene.is_dark();
        let glass = if lit {
            scene.glow.lit(chance.between(-0.06, 0.04))
        } else {
            scene.glass
        };
        canvas.rect(x - 2.0, y - 2.0, w + 4.0, h + 4.0, scene.trim);
        canvas.rect(x, y, w, h, glass);
        if !lit {
            canvas.shape(
                &[(x, y), (x + w * 0.75, y), (x, y + h * 0.6)],
                glass.lit(0.09),
            );
        }
        canvas.rect(x, y + h * 0.47, w, 2.0, scene.trim);
        canvas.rect(x - 4.0, y + h + 2.0, w + 8.0, 3.0, scene.trim.lit(-0.08));
    }
}

/// Sky, distant gables, and the street with its kerb.
pub(super) fn street(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    nature::sky(canvas, scene, chance, 600.0, 300.0);
    nature::hills(canvas, chance, scene.far, 600.0, 215.0, 60.0, 350.0);
    let mut x = -20.0;
    while x < 600.0 {
        let (w, top) = (chance.between(46.0, 90.0), chance.between(170.0, 235.0));
        let ink = scene
            .far
            .mix(scene.wall, chance.between(0.12, 0.3))
            .lit(-0.03);
        canvas.shape(
            &[
                (x, 345.0),
                (x, top + 18.0),
                (x + w / 2.0, top),
                (x + w, top + 18.0),
                (x + w, 345.0),
            ],
            ink,
        );
        x += w;
    }
    canvas.rect(0.0, STREET, 600.0, 62.0, scene.street);
    canvas.rect(0.0, STREET + 20.0, 600.0, 42.0, scene.street.lit(-0.14));
    canvas.rect(0.0, STREET + 18.0, 600.0, 3.0, scene.street.lit(0.08));
}

/// A wall with soft light from the left, its shaded side at the right, and a cornice.
pub(super) fn block(canvas: &mut Canvas, scene: &Scene, x: f32, top: f32, w: f32, wall: Ink) {
    let h = STREET + 2.0 - top;
    canvas.rect(x, top, w, h, wall);
    canvas.light(x, top, w, h, scene.sun, 0.22);
    canvas.rect(x + w - 14.0, top, 14.0, h, wall.lit(-0.09));
    canvas.rect(x - 5.0, top - 4.0, w + 10.0, 8.0, wall.lit(0.05));
    canvas.rect(x, top + 4.0, w, 4.0, wall.lit(-0.08));
    canvas.rect(x, STREET - 14.0, w, 16.0, wall.lit(-0.1));
}

pub(super) fn chimney(canvas: &mut Canvas, scene: &Scene, x: f32, base: f32) {
    canvas.rect(x, base - 36.0, 30.0, 38.0, scene.wall.lit(-0.05));
    canvas.rect(x + 20.0, base - 36.0, 10.0, 38.0, scene.wall.lit(-0.13));
    for pot in 0..3 {
        canvas.rect(
            x + 2.0 + 10.0 * pot as f32,
            base - 47.0,
            6.0,
            12.0,
            scene.roof.mix(scene.wall, 0.5).lit(-0.04),
        );
    }
}

pub(super) fn door(canvas: &mut Canvas, scene: &Scene, x: f32, floor: f32) {
    canvas.arch(x - 5.0, floor - 72.0, 44.0, 72.0, scene.trim);
    canvas.arch(x, floor - 66.0, 34.0, 66.0, scene.door);
    let fan = if scene.is_dark() {
        scene.glow
    } else {
        scene.glass.lit(0.1)
    };
    canvas.arch(x + 3.0, floor - 63.0, 28.0, 14.0, fan);
    canvas.rect(x + 17.0, floor - 48.0, 17.0, 48.0, scene.door.lit(-0.05));
    canvas.disc(x + 28.0, floor - 26.0, 2.0, scene.glow);
    canvas.rect(x - 9.0, floor - 3.0, 52.0, 5.0, scene.trim.lit(-0.1));
}

pub(super) fn lamp(canvas: &mut Canvas, scene: &Scene, x: f32) {
    let iron = scene.trunk.lit(-0.1);
    if scene.is_dark() {
        canvas.glow(x, 236.0, 64.0, scene.glow, 0.75);
    }
    canvas.rect(x - 2.0, 244.0, 4.0, 112.0, iron);
    canvas.shape(
        &[
            (x - 8.0, 228.0),
            (x + 8.0, 228.0),
            (x + 5.0, 246.0),
            (x - 5.0, 246.0),
        ],
        if scene.is_dark() {
            scene.glow
        } else {
            scene.trim
        },
    );
    canvas.shape(&[(x - 10.0, 228.0), (x, 220.0), (x + 10.0, 228.0)], iron);
    canvas.rect(x - 5.0, 350.0, 10.0, 8.0, iron);
}

pub fn tenement(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    street(canvas, scene, chance);
    let (x, top) = (chance.between(60.0, 150.0), chance.between(66.0, 92.0));
    let columns = 5;
    let w = 62.0 * columns as f32 + 26.0;
    let slope = scene.roof;
    canvas.shape(
        &[
            (x - 2.0, top),
            (x + 26.0, top - 30.0),
            (x + w - 26.0, top - 30.0),
            (x + w + 2.0, top),
        ],
        slope,
    );
    canvas.shape(
        &[
            (x + w - 70.0, top),
            (x + w - 48.0, top - 30.0),
            (x + w - 26.0, top - 30.0),
            (x + w + 2.0, top),
        ],
        slope.lit(-0.06),
    );
    chimney(canvas, scene, x + 46.0, top - 26.0);
    chimney(canvas, scene, x + w - 92.0, top - 26.0);
    block(canvas, scene, x, top, w, scene.wall);
    let storey = (STREET - 34.0 - top) / 4.0;
    for row in 0..4 {
        for column in 0..columns {
            let (wx, wy) = (
                x + 30.0 + 62.0 * column as f32,
                top + 20.0 + storey * row as f32,
            );
            if row == 3 && column == 2 {
                door(canvas, scene, wx - 4.0, STREET + 1.0);
            } else {
                Window {
                    x: wx,
                    y: wy,
                    w: 26.0,
                    h: storey * 0.62,
                }
                .paint(canvas, scene, chance);
            }
        }
    }
    lamp(canvas, scene, if x > 105.0 { 40.0 } else { 560.0 });
    nature::tree(
        canvas,
        scene,
        chance,
        if x > 105.0 { 560.0 } else { 40.0 },
        356.0,
        190.0,
    );
}

pub fn terrace(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    street(canvas, scene, chance);
    let first = chance.between(-90.0, -30.0);
    for house in 0..5 {
        let x = first + 142.0 * house as f32;
        let own = house == 2;
        let wall = if own {
            scene.wall
        } else {
            scene
                .wall
                .mix(scene.far, 0.3)
                .lit(if house % 2 == 0 { -0.05 } else { 0.03 })
        };
        let top = 120.0 + if own { 0.0 } else { chance.between(-4.0, 14.0) };
        canvas.shape(
            &[
                (x - 3.0, top),
                (x + 14.0, top - 40.0),
                (x + 128.0, top - 40.0),
                (x + 145.0, top),
            ],
            scene.roof.lit(if own { 0.0 } else { -0.03 }),
        );
        canvas.shape(
            &[
                (x + 46.0, top - 8.0),
                (x + 46.0, top - 32.0),
                (x + 70.0, top - 50.0),
                (x + 94.0, top - 32.0),
                (x + 94.0, top - 8.0),
            ],
            wall.lit(0.02),
        );
        Window {
            x: x + 58.0,
            y: top - 32.0,
            w: 24.0,
            h: 20.0,
        }
        .paint(canvas, scene, chance);
        block(canvas, scene, x, top, 142.0, wall);
        for row in 0..3 {
            let y = top + 18.0 + 68.0 * row as f32;
            if row < 2 {
                Window {
                    x: x + 22.0,
                    y,
                    w: 28.0,
                    h: 44.0,
                }
                .paint(canvas, scene, chance);
            }
            let half = if row == 2 { 22.0 } else { 88.0 };
            Window {
                x: x + half,
                y,
                w: 28.0,
                h: 44.0,
            }
            .paint(canvas, scene, chance);
        }
        door(canvas, scene, x + 84.0, STREET + 1.0);
    }
    for post in 0..38 {
        canvas.rect(
            4.0 + 16.0 * post as f32,
            334.0,
            3.0,
            26.0,
            scene.trunk.lit(-0.12),
        );
    }
    canvas.rect(0.0, 338.0, 600.0, 3.0, scene.trunk.lit(-0.12));
    nature::tree(canvas, scene, chance, chance_side(first), 372.0, 200.0);
}

fn chance_side(first: f32) -> f32 {
    if first < -60.0 { 548.0 } else { 52.0 }
}
