//! Rooms: a shell in one-point perspective, a window with the outside's hour, and furniture from a small kit.

use super::{
    canvas::Canvas,
    chance::Chance,
    ink::{Ink, Scene, hue},
};

/// Back wall: left, top, right, bottom.
const BACK: (f32, f32, f32, f32) = (110.0, 60.0, 490.0, 290.0);

pub(super) struct Room {
    pub wall: Ink,
    pub floor: Ink,
    pub wood: Ink,
}

pub(super) fn shell(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) -> Room {
    let dim = if scene.is_dark() { -0.16 } else { 0.0 };
    let warm = if scene.is_dark() { 0.16 } else { 0.05 };
    let paint = *chance.pick(&[
        hue(0.93, 0.02, 85.0),
        hue(0.88, 0.03, 165.0),
        hue(0.88, 0.03, 235.0),
        hue(0.89, 0.04, 50.0),
    ]);
    let wall = paint.mix(scene.glow, warm).lit(dim);
    let wood = hue(0.60, 0.07, 62.0).mix(scene.glow, warm).lit(dim * 0.8);
    let floor = wood.lit(0.1);
    let (left, top, right, bottom) = BACK;
    canvas.rect(0.0, 0.0, 600.0, 400.0, wall.lit(-0.03));
    canvas.shape(
        &[(0.0, 0.0), (600.0, 0.0), (right, top), (left, top)],
        wall.lit(0.05),
    );
    canvas.shape(
        &[(600.0, 0.0), (600.0, 400.0), (right, bottom), (right, top)],
        wall.lit(-0.07),
    );
    canvas.rect(left, top, right - left, bottom - top, wall);
    canvas.shape(
        &[
            (0.0, 400.0),
            (left, bottom),
            (right, bottom),
            (600.0, 400.0),
        ],
        floor,
    );
    for board in 1..7 {
        let share = board as f32 / 7.0;
        let (far, near) = (left + (right - left) * share, 600.0 * share);
        canvas.shape(
            &[
                (far, bottom),
                (far + 1.5, bottom),
                (near + 2.5, 400.0),
                (near, 400.0),
            ],
            floor.lit(-0.06),
        );
    }
    canvas.rect(left, bottom - 8.0, right - left, 8.0, scene.trim.lit(dim));
    Room { wall, floor, wood }
}

/// A window in the back wall: sky, hill, curtains, and its light on the floor.
pub(super) fn window(
    canvas: &mut Canvas,
    scene: &Scene,
    chance: &mut Chance,
    x: f32,
    y: f32,
    w: f32,
    h: f32,
) {
    canvas.rect(x - 7.0, y - 7.0, w + 14.0, h + 14.0, scene.trim.lit(0.02));
    canvas.fade(x, y, w, h, scene.sky[0], scene.sky[1]);
    let hill: Vec<_> = (0..=3)
        .map(|step| {
            (
                x + w * step as f32 / 3.0,
                y + h * chance.between(0.55, 0.75),
            )
        })
        .collect();
    canvas.wave(&hill, y + h, scene.far);
    let near: Vec<_> = (0..=3)
        .map(|step| {
            (
                x + w * step as f32 / 3.0,
                y + h * chance.between(0.74, 0.88),
            )
        })
        .collect();
    canvas.wave(&near, y + h, scene.hill);
    canvas.rect(x + w / 2.0 - 2.0, y, 4.0, h, scene.trim);
    canvas.rect(x, y + h * 0.45, w, 4.0, scene.trim);
    canvas.rect(x - 12.0, y + h + 6.0, w + 24.0, 6.0, scene.trim.lit(-0.04));
    for (side, flip) in [(x - 26.0, 1.0), (x + w + 26.0, -1.0)] {
        let ink = scene.cloth.lit(0.16);
        canvas.shape(
            &[
                (side, y - 14.0),
                (side + 34.0 * flip, y - 14.0),
                (side + 18.0 * flip, y + h + 22.0),
                (side, y + h + 22.0),
            ],
            ink,
        );
        canvas.shape(
            &[
                (side, y - 14.0),
                (side + 12.0 * flip, y - 14.0),
                (side + 8.0 * flip, y + h + 22.0),
                (side, y + h + 22.0),
            ],
            ink.lit(-0.05),
        );
    }
    canvas.rect(x - 36.0, y - 18.0, w + 72.0, 4.0, scene.trunk);
    if !scene.is_dark() {
        canvas.shape(
            &[
                (x - 10.0, 300.0),
                (x + w - 30.0, 300.0),
                (x + w - 80.0, 384.0),
                (x - 110.0, 384.0),
            ],
            scene.sun.mix(scene.wall, 0.1),
        );
    }
}

fn picture(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance, x: f32, y: f32) {
    canvas.rect(x, y, 58.0, 70.0, scene.trunk.lit(0.05));
    canvas.rect(x + 4.0, y + 4.0, 50.0, 62.0, scene.trim);
    canvas.disc(x + chance.between(20.0, 38.0), y + 28.0, 11.0, scene.glow);
    canvas.wave(
        &[
            (x + 8.0, y + 46.0),
            (x + 28.0, y + 36.0),
            (x + 50.0, y + 44.0),
        ],
        y + 60.0,
        scene.cloth,
    );
}

fn lamp(canvas: &mut Canvas, scene: &Scene, x: f32, floor: f32, height: f32) {
    let top = floor - height;
    if scene.is_dark() {
        canvas.glow(x, top + 14.0, 130.0, scene.glow, 0.75);
    }
    canvas.rect(x - 2.0, top + 26.0, 4.0, height - 26.0, scene.trunk);
    canvas.oval(x, floor, 16.0, 4.0, scene.trunk, 1.0);
    canvas.shape(
        &[
            (x - 13.0, top),
            (x + 13.0, top),
            (x + 22.0, top + 30.0),
            (x - 22.0, top + 30.0),
        ],
        if scene.is_dark() {
            scene.glow
        } else {
            scene.trim
        },
    );
}

pub(super) fn plant(canvas: &mut Canvas, scene: &Scene, x: f32, floor: f32, height: f32) {
    let leaf = hue(0.52, 0.09, 150.0).mix(scene.leaf, 0.35);
    for (lean, size) in [(-0.36, 0.8), (0.34, 0.86), (-0.14, 1.0), (0.14, 0.94)] {
        let (tip_x, tip_y) = (x + height * lean, floor - height * size);
        canvas.shape(
            &[
                (x - 2.0, floor - 22.0),
                (tip_x - height * 0.1, tip_y + height * 0.3),
                (tip_x, tip_y),
                (tip_x + height * 0.1, tip_y + height * 0.32),
                (x + 2.0, floor - 22.0),
            ],
            leaf.lit(lean * 0.16),
        );
    }
    canvas.shape(
        &[
            (x - 19.0, floor - 32.0),
            (x + 19.0, floor - 32.0),
            (x + 14.0, floor),
            (x - 14.0, floor),
        ],
        scene.trim.lit(-0.05),
    );
    canvas.shape(
        &[
            (x + 4.0, floor - 32.0),
            (x + 19.0, floor - 32.0),
            (x + 14.0, floor),
            (x + 4.0, floor),
        ],
        scene.trim.lit(-0.12),
    );
}

fn rug(canvas: &mut Canvas, room: &Room, ink: Ink, x: f32, y: f32, across: f32) {
    canvas.oval(x, y, across, across * 0.2, ink.mix(room.floor, 0.25), 1.0);
    canvas.oval(
        x,
        y,
        across * 0.8,
        across * 0.15,
        ink.mix(room.floor, 0.45),
        1.0,
    );
}

pub fn living(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    let room = shell(canvas, scene, chance);
    window(canvas, scene, chance, 240.0, 90.0, 130.0, 110.0);
    picture(canvas, scene, chance, 140.0, 110.0);
    rug(canvas, &room, scene.cloth, 300.0, 352.0, 190.0);
    let sofa = scene.cloth.lit(if scene.is_dark() { 0.0 } else { 0.03 });
    canvas.oval(300.0, 326.0, 160.0, 14.0, room.floor.lit(-0.14), 0.6);
    canvas.round(160.0, 226.0, 280.0, 80.0, 18.0, sofa.lit(-0.05));
    canvas.round(176.0, 266.0, 248.0, 46.0, 10.0, sofa);
    canvas.rect(299.0, 268.0, 2.0, 42.0, sofa.lit(-0.08));
    canvas.round(144.0, 252.0, 42.0, 66.0, 16.0, sofa.lit(-0.02));
    canvas.round(414.0, 252.0, 42.0, 66.0, 16.0, sofa.lit(-0.09));
    for leg in [158.0, 432.0] {
        canvas.rect(leg, 316.0, 8.0, 12.0, room.wood.lit(-0.12));
    }
    canvas.round(196.0, 238.0, 50.0, 42.0, 10.0, scene.trim);
    canvas.round(
        352.0,
        236.0,
        52.0,
        44.0,
        10.0,
        scene.glow.mix(scene.trim, 0.25),
    );
    canvas.oval(300.0, 356.0, 74.0, 15.0, room.wood.lit(-0.1), 1.0);
    canvas.oval(300.0, 350.0, 74.0, 15.0, room.wood, 1.0);
    canvas.round(276.0, 336.0, 40.0, 9.0, 2.0, scene.door);
    canvas.oval(330.0, 346.0, 9.0, 4.0, scene.trim, 1.0);
    lamp(canvas, scene, 496.0, 330.0, 176.0);
    plant(canvas, scene, 78.0, 352.0, 168.0);
}

pub fn sleeping(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    let room = shell(canvas, scene, chance);
    window(canvas, scene, chance, 152.0, 92.0, 96.0, 112.0);
    picture(canvas, scene, chance, 350.0, 100.0);
    rug(canvas, &room, scene.cloth, 330.0, 366.0, 220.0);
    let linen = scene.trim.mix(room.wall, 0.15);
    canvas.round(264.0, 186.0, 216.0, 112.0, 12.0, room.wood.lit(-0.05));
    canvas.shape(
        &[
            (272.0, 268.0),
            (472.0, 268.0),
            (506.0, 352.0),
            (238.0, 352.0),
        ],
        linen,
    );
    canvas.shape(
        &[
            (238.0, 352.0),
            (506.0, 352.0),
            (506.0, 378.0),
            (238.0, 378.0),
        ],
        linen.lit(-0.09),
    );
    canvas.round(286.0, 236.0, 82.0, 40.0, 14.0, linen.lit(0.03));
    canvas.round(378.0, 236.0, 82.0, 40.0, 14.0, linen.lit(-0.01));
    canvas.round(338.0, 250.0, 66.0, 32.0, 12.0, scene.glow.mix(linen, 0.3));
    canvas.shape(
        &[
            (257.0, 304.0),
            (487.0, 304.0),
            (506.0, 352.0),
            (238.0, 352.0),
        ],
        scene.cloth.lit(0.06),
    );
    canvas.shape(
        &[
            (238.0, 352.0),
            (506.0, 352.0),
            (506.0, 370.0),
            (238.0, 370.0),
        ],
        scene.cloth.lit(-0.04),
    );
    for leg in [242.0, 494.0] {
        canvas.rect(leg, 376.0, 8.0, 12.0, room.wood.lit(-0.14));
    }
    canvas.rect(198.0, 268.0, 54.0, 8.0, room.wood.lit(0.03));
    canvas.rect(202.0, 276.0, 46.0, 44.0, room.wood.lit(-0.04));
    canvas.rect(206.0, 294.0, 38.0, 2.0, room.wood.lit(-0.12));
    lamp(canvas, scene, 225.0, 268.0, 62.0);
    plant(canvas, scene, 70.0, 356.0, 150.0);
}
