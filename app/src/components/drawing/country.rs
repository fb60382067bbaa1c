//! Houses with land around them: house, cottage, guest house, cabin, farm, villa.

use super::{
    canvas::Canvas,
    chance::Chance,
    city::Window,
    ink::{Ink, Scene},
    nature,
};

const GROUND: f32 = 322.0;

/// Sky, two ranges of hills, and a meadow up to the house.
fn land(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance) {
    nature::sky(canvas, scene, chance, 600.0, 270.0);
    nature::hills(canvas, chance, scene.far, 600.0, 235.0, 90.0, 320.0);
    nature::hills(canvas, chance, scene.hill, 600.0, 275.0, 46.0, 330.0);
    nature::meadow(canvas, scene, chance, 600.0, 296.0, 104.0);
}

/// A wall seen from the front.
fn wall(canvas: &mut Canvas, scene: &Scene, x: f32, top: f32, w: f32, ink: Ink) {
    let h = GROUND - top;
    canvas.rect(x, top, w, h, ink);
    canvas.light(x, top, w, h, scene.sun, 0.25);
    canvas.rect(x, GROUND - 10.0, w, 10.0, ink.lit(-0.1));
}

/// A roof whose long side faces us.
fn roof(canvas: &mut Canvas, scene: &Scene, x: f32, top: f32, w: f32, rise: f32, ink: Ink) {
    canvas.shape(&[(x - 14.0, top + 4.0), (x + 16.0, top - rise), (x + w - 16.0, top - rise), (x + w + 14.0, top + 4.0)], ink);
    canvas.shape(
        &[(x + w * 0.62, top + 4.0), (x + w * 0.7, top - rise), (x + w - 16.0, top - rise), (x + w + 14.0, top + 4.0)],
        ink.lit(-0.04),
    );
    canvas.rect(x - 14.0, top + 2.0, w + 28.0, 5.0, ink.lit(-0.1));
    if scene.winter {
        canvas.shape(&[(x + 2.0, top - rise * 0.45), (x + 16.0, top - rise - 5.0), (x + w - 16.0, top - rise - 5.0), (x + w - 4.0, top - rise * 0.5)], scene.ground);
    }
}

/// A gable that faces us: wall and roof edge.
fn gable(canvas: &mut Canvas, scene: &Scene, x: f32, top: f32, w: f32, rise: f32, ink: Ink) {
    let middle = x + w / 2.0;
    canvas.shape(&[(x, GROUND), (x, top), (middle, top - rise), (x + w, top), (x + w, GROUND)], ink);
    canvas.light(x, top, w, GROUND - top, scene.sun, 0.25);
    canvas.shape(&[(middle, top - rise - 12.0), (x - 16.0, top + 10.0), (x - 6.0, top + 14.0), (middle, top - rise + 4.0)], scene.roof.lit(0.03));
    canvas.shape(&[(middle, top - rise - 12.0), (x + w + 16.0, top + 10.0), (x + w + 6.0, top + 14.0), (middle, top - rise + 4.0)], scene.roof.lit(-0.05));
    canvas.rect(x, GROUND - 10.0, w, 10.0, ink.lit(-0.1));
}

fn chimney(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance, x: f32, base: f32) {
    let ink = scene.wall.lit(-0.07);
    canvas.rect(x, base - 34.0, 24.0, 40.0, ink);
    canvas.rect(x + 16.0, base - 34.0, 8.0, 40.0, ink.lit(-0.08));
    canvas.rect(x - 3.0, base - 38.0, 30.0, 6.0, ink.lit(0.05));
    if scene.winter || scene.is_dark() {
        let smoke = scene.sky[1].lit(0.04);
        for puff in 0..3 {
            let puff = puff as f32;
            canvas.oval(x + 14.0 + 12.0 * puff + chance.between(-3.0, 3.0), base - 52.0 - 17.0 * puff, 9.0 + 5.0 * puff, 7.0 + 3.0 * puff, smoke, 0.55 - 0.13 * puff);
        }
    }
}

fn door(canvas: &mut Canvas, scene: &Scene, x: f32, w: f32, h: f32) {
    let top = GROUND - h;
    canvas.rect(x - 4.0, top - 4.0, w + 8.0, h + 4.0, scene.trim);
    canvas.rect(x, top, w, h, scene.door);
    canvas.rect(x + w * 0.5, top, w * 0.5, h, scene.door.lit(-0.04));
    canvas.rect(x + 5.0, top + 6.0, w - 10.0, h * 0.24, if scene.is_dark() { scene.glow } else { scene.glass.lit(0.1) });
    canvas.disc(x + w - 6.0, top + h * 0.55, 2.0, scene.glow);
    canvas.rect(x - 8.0, GROUND - 2.0, w + 16.0, 5.0, scene.street);
}

/// From the door to the lower edge.
fn path(canvas: &mut Canvas, scene: &Scene, x: f32, w: f32) {
    let ink = scene.street.lit(0.06).mix(scene.ground, 0.2);
    canvas.shape(&[(x, GROUND + 2.0), (x + w, GROUND + 2.0), (x + w + 66.0, 400.0), (x - 24.0, 400.0)], ink);
    if scene.is_dark() {
        canvas.oval(x + w / 2.0, GROUND + 16.0, 70.0, 16.0, scene.glow, 0.22);
    }
}

fn windows(canvas: &mut Canvas, scene: &Scene, chance: &mut Chance, places: &[(f32, f32)], w: f32, h: f32) {
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
    windows(canvas, scene, chance, &[(x + 54.0, 140.0), (x + 24.0, 200.0), (x + 82.0, 200.0)], 32.0, 38.0);
    windows(canvas, scene, chance, &[(x + 170.0, 206.0), (x + 230.0, 206.0), (x + 230.0, 264.0), (x + 24.0, 264.0), (x + 82.0, 264.0)], 34.0, 36.0);
    path(canvas, scene, x + 168.0, 36.0);
    door(canvas, scene, x + 168.0, 36.0, 62.0);
    nature::bushes(canvas, scene, chance, x + 214.0, x + 300.0, GROUND + 6.0, 15.0);
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
        canvas.shape(&[(dx - 8.0, 194.0), (dx + 23.0, 164.0), (dx + 54.0, 194.0)], scene.roof.lit(-0.08));
        Window { x: dx + 11.0, y: 200.0, w: 24.0, h: 26.0 }.paint(canvas, scene, chance);
    }
    windows(canvas, scene, chance, &[(x + 32.0, 254.0), (x + 76.0, 254.0), (x + 188.0, 254.0), (x + 232.0, 254.0)], 28.0, 32.0);
    path(canvas, scene, x + 126.0, 34.0);
    door(canvas, scene, x + 126.0, 34.0, 60.0);
    nature::bushes(canvas, scene, chance, x - 10.0, x + 110.0, GROUND + 4.0, 14.0);
    nature::bushes(canvas, scene, chance, x + 176.0, x + 300.0, GROUND + 4.0, 14.0);
    if !scene.winter {
        for _ in 0..22 {
            let (fx, fy) = (chance.between(x - 10.0, x + 290.0), GROUND + chance.between(-8.0, 8.0));
            canvas.disc(fx, fy, 3.0, if chance.happens(0.5) { scene.cloth.lit(0.08) } else { scene.trim });
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
    wall(canvas, scene, x + 100.0, 174.0, 160.0, scene.wall.lit(-0.04));
    roof(canvas, scene, x + 100.0, 174.0, 160.0, 56.0, scene.roof);
    for side in [0.0, 220.0] {
        gable(canvas, scene, x + side, 172.0, 130.0, 78.0, scene.wall);
        windows(canvas, scene, chance, &[(x + side + 51.0, 128.0), (x + side + 22.0, 190.0), (x + side + 80.0, 190.0)], 28.0, 34.0);
        canvas.rect(x + side + 16.0, 252.0, 98.0, 58.0, scene.trim);
        for pane in 0..3 {
            Window { x: x + side + 20.0 + 31.0 * pane as f32, y: 258.0, w: 26.0, h: 44.0 }.paint(canvas, scene, chance);
        }
    }
    Window { x: x + 160.0, y: 194.0, w: 30.0, h: 36.0 }.paint(canvas, scene, chance);
    canvas.rect(x + 132.0, 244.0, 86.0, 7.0, scene.trim);
    canvas.rect(x + 134.0, 250.0, 6.0, GROUND - 250.0, scene.trim);
    canvas.rect(x + 210.0, 250.0, 6.0, GROUND - 250.0, scene.trim);
    path(canvas, scene, x + 156.0, 38.0);
    door(canvas, scene, x + 156.0, 38.0, 62.0);
    canvas.rect(x + 400.0, 262.0, 5.0, 76.0, scene.trunk);
    canvas.round(x + 368.0, 266.0, 68.0, 30.0, 5.0, scene.door);
    canvas.rect(x + 380.0, 279.0, 44.0, 4.0, scene.trim);
    nature::bushes(canvas, scene, chance, x - 6.0, x + 140.0, GROUND + 6.0, 13.0);
    nature::bushes(canvas, scene, chance, x + 214.0, x + 360.0, GROUND + 6.0, 13.0);
}

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
            canvas.oval(x + 172.0 + 14.0 * puff, 96.0 - 18.0 * puff, 10.0 + 6.0 * puff, 8.0 + 3.0 * puff, scene.sky[1].lit(0.04), 0.5 - 0.12 * puff);
        }
    }
    gable(canvas, scene, x, 212.0, 220.0, 104.0, scene.wall);
    for board in 1..9 {
        canvas.rect(x, 212.0 + 11.0 * board as f32, 220.0, 2.0, scene.wall.lit(-0.06));
    }
    let glass = if scene.is_dark() { scene.glow } else { scene.glass };
    canvas.shape(&[(x + 72.0, 200.0), (x + 72.0, 172.0), (x + 110.0, 136.0), (x + 148.0, 172.0), (x + 148.0, 200.0)], scene.trim);
    canvas.shape(&[(x + 77.0, 196.0), (x + 77.0, 174.0), (x + 110.0, 143.0), (x + 143.0, 174.0), (x + 143.0, 196.0)], glass);
    canvas.rect(x + 108.0, 143.0, 4.0, 54.0, scene.trim);
    Window { x: x + 26.0, y: 228.0, w: 46.0, h: 48.0 }.paint(canvas, scene, chance);
    Window { x: x + 148.0, y: 228.0, w: 46.0, h: 48.0 }.paint(canvas, scene, chance);
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
    canvas.shape(&[(x + 250.0, GROUND), (x + 250.0, 216.0), (x + 276.0, 176.0), (x + 328.0, 150.0), (x + 380.0, 176.0), (x + 406.0, 216.0), (x + 406.0, GROUND)], barn);
    canvas.shape(&[(x + 242.0, 222.0), (x + 270.0, 172.0), (x + 328.0, 142.0), (x + 328.0, 154.0), (x + 278.0, 180.0), (x + 252.0, 224.0)], scene.roof.lit(0.03));
    canvas.shape(&[(x + 414.0, 222.0), (x + 386.0, 172.0), (x + 328.0, 142.0), (x + 328.0, 154.0), (x + 378.0, 180.0), (x + 404.0, 224.0)], scene.roof.lit(-0.05));
    canvas.rect(x + 296.0, 244.0, 64.0, 78.0, scene.trim);
    canvas.rect(x + 300.0, 248.0, 27.0, 74.0, barn.lit(0.05));
    canvas.rect(x + 329.0, 248.0, 27.0, 74.0, barn.lit(0.02));
    canvas.rect(x + 318.0, 188.0, 20.0, 24.0, scene.trim);
    nature::shadow(canvas, scene, x + 100.0, GROUND + 4.0, 150.0);
    chimney(canvas, scene, chance, x + 24.0, 164.0);
    wall(canvas, scene, x, 216.0, 206.0, scene.wall);
    roof(canvas, scene, x, 216.0, 206.0, 62.0, scene.roof);
    windows(canvas, scene, chance, &[(x + 22.0, 236.0), (x + 66.0, 236.0), (x + 112.0, 236.0), (x + 158.0, 236.0), (x + 22.0, 280.0), (x + 158.0, 280.0)], 26.0, 28.0);
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
    windows(canvas, scene, chance, &[(x + 92.0, 176.0), (x + 152.0, 176.0), (x + 212.0, 176.0)], 28.0, 38.0);
    let inside = if scene.is_dark() { scene.glow } else { scene.glass };
    for arch in 0..4 {
        let ax = x + 18.0 + 52.0 * arch as f32;
        canvas.arch(ax - 3.0, 249.0, 46.0, 73.0, scene.trim);
        canvas.arch(ax, 252.0, 40.0, 70.0, inside.lit(if arch % 2 == 0 { 0.0 } else { 0.03 }));
    }
    door(canvas, scene, x + 250.0, 38.0, 66.0);
    Window { x: x + 312.0, y: 262.0, w: 30.0, h: 38.0 }.paint(canvas, scene, chance);
    canvas.rect(x - 30.0, GROUND, 420.0, 16.0, scene.street.lit(0.08));
    canvas.shape(&[(x + 10.0, 346.0), (x + 292.0, 346.0), (x + 326.0, 386.0), (x - 34.0, 386.0)], scene.trim);
    canvas.shape(&[(x + 18.0, 350.0), (x + 284.0, 350.0), (x + 312.0, 382.0), (x - 20.0, 382.0)], scene.water.mix(scene.sky[0], 0.3));
    canvas.oval(x + 120.0, 362.0, 60.0, 3.0, scene.trim, 0.5);
    canvas.oval(x + 200.0, 373.0, 46.0, 3.0, scene.trim, 0.4);
    nature::bushes(canvas, scene, chance, 500.0, 620.0, 404.0, 34.0);
}
