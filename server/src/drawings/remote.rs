//! Houses far out: cabin in the wood, farm, villa.

use super::{
    canvas::Canvas,
    chance::Chance,
    city::Window,
    country::{GROUND, chimney, door, gable, land, path, roof, wall, windows},
    ink::Scene,
    nature,
};

pub fn cabin(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    land(canvas, scene, chance);
    for step in 0..9 {
        let x = 8.0 + 73.0 * step as f32 + chance.between(-18.0, 18.0);
        nature::fir(canvas, scene, x, 312.0, chance.between(130.0, 215.0));
    }
    let x = chance.between(170.0, 230.0);
    nature::shadow(canvas, scene, x + 110.0, GROUND + 6.0, 190.0);
    let iron = scene.trunk.lit(-0.1);
    canvas.rect(x + 160.0, 108.0, 12.0, 60.0, iron);
    if scene.winter || scene.is_dark() {
        for puff in 0..3 {
            let puff = puff as f32;
            canvas.oval(
                x + 172.0 + 14.0 * puff,
                96.0 - 18.0 * puff,
                10.0 + 6.0 * puff,
                8.0 + 3.0 * puff,
                scene.sky[1].lit(0.04),
                0.5 - 0.12 * puff,
            );
        }
    }
    gable(canvas, scene, x, 212.0, 220.0, 104.0, scene.wall);
    for board in 1..9 {
        canvas.rect(
            x,
            212.0 + 11.0 * board as f32,
            220.0,
            2.0,
            scene.wall.lit(-0.06),
        );
    }
    let glass = if scene.is_dark() {
        scene.glow
    } else {
        scene.glass
    };
    canvas.shape(
        &[
            (x + 72.0, 200.0),
            (x + 72.0, 172.0),
            (x + 110.0, 136.0),
            (x + 148.0, 172.0),
            (x + 148.0, 200.0),
        ],
        scene.trim,
    );
    canvas.shape(
        &[
            (x + 77.0, 196.0),
            (x + 77.0, 174.0),
            (x + 110.0, 143.0),
            (x + 143.0, 174.0),
            (x + 143.0, 196.0),
        ],
        glass,
    );
    canvas.rect(x + 108.0, 143.0, 4.0, 54.0, scene.trim);
    Window {
        x: x + 26.0,
        y: 228.0,
        w: 46.0,
        h: 48.0,
    }
    .paint(canvas, scene, chance);
    Window {
        x: x + 148.0,
        y: 228.0,
        w: 46.0,
        h: 48.0,
    }
    .paint(canvas, scene, chance);
    door(canvas, scene, x + 91.0, 38.0, 84.0);
    canvas.rect(x - 30.0, GROUND - 2.0, 280.0, 9.0, scene.trunk.lit(0.12));
    canvas.rect(x - 30.0, GROUND + 7.0, 280.0, 6.0, scene.trunk);
    path(canvas, scene, x + 90.0, 40.0);
    nature::fir(canvas, scene, x - 88.0, 378.0, 250.0);
    nature::bushes(canvas, scene, chance, 470.0, 610.0, 402.0, 32.0);
}

pub fn farm(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    land(canvas, scene, chance);
    let field = scene.ground.mix(scene.glow, 0.22);
    for row in 0..4 {
        let y = 300.0 + 5.0 * row as f32;
        canvas.rect(0.0, y, 600.0, 2.0, field.lit(-0.06));
    }
    let x = chance.between(90.0, 130.0);
    let barn = scene.door.mix(scene.trunk, 0.4);
    nature::shadow(canvas, scene, x + 330.0, GROUND + 4.0, 130.0);
    canvas.shape(
        &[
            (x + 250.0, GROUND),
            (x + 250.0, 216.0),
            (x + 276.0, 176.0),
            (x + 328.0, 150.0),
            (x + 380.0, 176.0),
            (x + 406.0, 216.0),
            (x + 406.0, GROUND),
        ],
        barn,
    );
    canvas.shape(
        &[
            (x + 242.0, 222.0),
            (x + 270.0, 172.0),
            (x + 328.0, 142.0),
            (x + 328.0, 154.0),
            (x + 278.0, 180.0),
            (x + 252.0, 224.0),
        ],
        scene.roof.lit(0.03),
    );
    canvas.shape(
        &[
            (x + 414.0, 222.0),
            (x + 386.0, 172.0),
            (x + 328.0, 142.0),
            (x + 328.0, 154.0),
            (x + 378.0, 180.0),
            (x + 404.0, 224.0),
        ],
        scene.roof.lit(-0.05),
    );
    canvas.rect(x + 296.0, 244.0, 64.0, 78.0, scene.trim);
    canvas.rect(x + 300.0, 248.0, 27.0, 74.0, barn.lit(0.05));
    canvas.rect(x + 329.0, 248.0, 27.0, 74.0, barn.lit(0.02));
    canvas.rect(x + 318.0, 188.0, 20.0, 24.0, scene.trim);
    nature::shadow(canvas, scene, x + 100.0, GROUND + 4.0, 150.0);
    chimney(canvas, scene, chance, x + 24.0, 164.0);
    wall(canvas, scene, x, 216.0, 206.0, scene.wall);
    roof(canvas, scene, x, 216.0, 206.0, 62.0, scene.roof);
    windows(
        canvas,
        scene,
        chance,
        &[
            (x + 22.0, 236.0),
            (x + 66.0, 236.0),
            (x + 112.0, 236.0),
            (x + 158.0, 236.0),
            (x + 22.0, 280.0),
            (x + 158.0, 280.0),
        ],
        26.0,
        28.0,
    );
    path(canvas, scene, x + 88.0, 32.0);
    door(canvas, scene, x + 88.0, 32.0, 50.0);
    nature::tree(canvas, scene, chance, x + 226.0, GROUND + 4.0, 130.0);
    for bale in [470.0, 520.0, 496.0] {
        let y = if bale == 496.0 { 338.0 } else { 364.0 };
        canvas.disc(bale, y, 24.0, field.mix(scene.glow, 0.3));
        canvas.disc(bale, y, 15.0, field.mix(scene.glow, 0.3).lit(-0.04));
        canvas.disc(bale, y, 6.0, field.mix(scene.glow, 0.3));
    }
}

pub fn villa(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    land(canvas, scene, chance);
    let x = chance.between(110.0, 150.0);
    for tree in [x - 66.0, x - 30.0, x + 392.0, x + 430.0] {
        nature::cypress(canvas, scene, tree, 330.0, chance.between(150.0, 215.0));
    }
    nature::shadow(canvas, scene, x + 180.0, GROUND + 4.0, 240.0);
    wall(canvas, scene, x + 70.0, 156.0, 190.0, scene.wall.lit(-0.02));
    roof(canvas, scene, x + 70.0, 156.0, 190.0, 34.0, scene.roof);
    wall(canvas, scene, x, 232.0, 360.0, scene.wall);
    canvas.rect(x - 12.0, 226.0, 384.0, 9.0, scene.roof);
    canvas.rect(x - 12.0, 233.0, 384.0, 4.0, scene.roof.lit(-0.1));
    windows(
        canvas,
        scene,
        chance,
        &[(x + 92.0, 176.0), (x + 152.0, 176.0), (x + 212.0, 176.0)],
        28.0,
        38.0,
    );
    let inside = if scene.is_dark() {
        scene.glow
    } else {
        scene.glass
    };
    for arch in 0..4 {
        let ax = x + 18.0 + 52.0 * arch as f32;
        canvas.arch(ax - 3.0, 249.0, 46.0, 73.0, scene.trim);
        canvas.arch(
            ax,
            252.0,
            40.0,
            70.0,
            inside.lit(if arch % 2 == 0 { 0.0 } else { 0.03 }),
        );
    }
    door(canvas, scene, x + 250.0, 38.0, 66.0);
    Window {
        x: x + 312.0,
        y: 262.0,
        w: 30.0,
        h: 38.0,
    }
    .paint(canvas, scene, chance);
    canvas.rect(x - 30.0, GROUND, 420.0, 16.0, scene.street.lit(0.08));
    canvas.shape(
        &[
            (x + 10.0, 346.0),
            (x + 292.0, 346.0),
            (x + 326.0, 386.0),
            (x - 34.0, 386.0),
        ],
        scene.trim,
    );
    canvas.shape(
        &[
            (x + 18.0, 350.0),
            (x + 284.0, 350.0),
            (x + 312.0, 382.0),
            (x - 20.0, 382.0),
        ],
        scene.water.mix(scene.sky[0], 0.3),
    );
    canvas.oval(x + 120.0, 362.0, 60.0, 3.0, scene.trim, 0.5);
    canvas.oval(x + 200.0, 373.0, 46.0, 3.0, scene.trim, 0.4);
    nature::bushes(canvas, scene, chance, 500.0, 620.0, 404.0, 34.0);
}
