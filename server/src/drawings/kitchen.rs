//! The kitchen, with a table laid.

use super::{
    canvas::Canvas,
    chance::Chance,
    ink::Scene,
    nature,
    rooms::{Room, plant, shell, window},
};

pub fn cooking(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    let room = shell(canvas, scene, chance);
    window(canvas, scene, chance, 250.0, 84.0, 110.0, 90.0);
    let front = scene.door.mix(room.wall, 0.35);
    canvas.rect(116.0, 210.0, 368.0, 8.0, room.wood);
    canvas.rect(120.0, 218.0, 360.0, 76.0, front);
    canvas.light(120.0, 218.0, 360.0, 76.0, scene.sun, 0.2);
    for drawer in 1..5 {
        canvas.rect(
            120.0 + 72.0 * drawer as f32,
            220.0,
            2.0,
            72.0,
            front.lit(-0.08),
        );
    }
    for knob in 0..5 {
        canvas.rect(
            146.0 + 72.0 * knob as f32,
            230.0,
            20.0,
            3.0,
            scene.glow.lit(-0.1),
        );
    }
    canvas.rect(410.0, 224.0, 64.0, 64.0, scene.trunk.lit(0.02));
    canvas.rect(418.0, 238.0, 48.0, 36.0, scene.glass.lit(-0.05));
    canvas.rect(404.0, 206.0, 70.0, 5.0, scene.trunk.lit(-0.08));
    canvas.round(418.0, 188.0, 34.0, 19.0, 4.0, scene.cloth);
    canvas.rect(404.0, 126.0, 80.0, 7.0, room.wood.lit(-0.04));
    for jar in 0..4 {
        let ink = [scene.trim, scene.cloth, scene.glow, scene.leaf][jar];
        canvas.round(410.0 + 18.0 * jar as f32, 106.0, 13.0, 20.0, 3.0, ink);
    }
    canvas.rect(126.0, 120.0, 84.0, 7.0, room.wood.lit(-0.04));
    for plate in 0..3 {
        canvas.oval(
            146.0 + 22.0 * plate as f32,
            108.0,
            9.0,
            12.0,
            scene.trim.lit(-0.03 * plate as f32),
            1.0,
        );
    }
    canvas.shape(
        &[
            (300.0, 196.0),
            (304.0, 196.0),
            (304.0, 210.0),
            (300.0, 210.0),
        ],
        scene.trunk,
    );
    table(canvas, scene, &room);
    let cord = 300.0;
    canvas.rect(cord - 1.0, 0.0, 2.0, 26.0, scene.trunk);
    if scene.is_dark() {
        canvas.glow(cord, 46.0, 150.0, scene.glow, 0.7);
    }
    canvas.shape(
        &[
            (cord - 12.0, 24.0),
            (cord + 12.0, 24.0),
            (cord + 34.0, 52.0),
            (cord - 34.0, 52.0),
        ],
        scene.cloth,
    );
    plant(canvas, scene, 546.0, 372.0, 130.0);
}

fn table(canvas: &mut Canvas, scene: &Scene, room: &Room) {
    canvas.oval(300.0, 388.0, 170.0, 14.0, room.floor.lit(-0.14), 0.6);
    for (x, flip) in [(150.0, 1.0), (450.0, -1.0)] {
        let ink = room.wood.lit(-0.1);
        canvas.round(x - 24.0, 276.0, 48.0, 10.0, 4.0, ink);
        canvas.rect(x - 22.0 * flip, 276.0, 5.0 * flip.abs(), 100.0, ink);
        canvas.rect(x - 26.0, 330.0, 52.0, 8.0, ink.lit(0.05));
        canvas.rect(x + 18.0 * flip, 336.0, 5.0, 44.0, ink);
    }
    canvas.shape(
        &[
            (184.0, 306.0),
            (416.0, 306.0),
            (444.0, 334.0),
            (156.0, 334.0),
        ],
        room.wood.lit(0.06),
    );
    canvas.rect(156.0, 334.0, 288.0, 8.0, room.wood.lit(-0.06));
    canvas.rect(172.0, 342.0, 10.0, 50.0, room.wood.lit(-0.1));
    canvas.rect(418.0, 342.0, 10.0, 50.0, room.wood.lit(-0.1));
    canvas.round(288.0, 284.0, 20.0, 32.0, 7.0, scene.trim);
    nature::bouquet(canvas, scene, 298.0, 276.0);
    canvas.oval(232.0, 322.0, 22.0, 5.0, scene.trim, 1.0);
    canvas.oval(366.0, 322.0, 22.0, 5.0, scene.trim, 1.0);
    canvas.oval(330.0, 316.0, 20.0, 6.0, scene.cloth, 1.0);
    for (x, y) in [(322.0, 310.0), (332.0, 308.0), (340.0, 311.0)] {
        canvas.disc(x, y, 7.0, scene.glow);
    }
}
