//! At the water: houses over a quay, and the boat that is lived on.

use super::{
    camera::{Camera, Face},
    canvas::{Canvas, Point},
    chance::Chance,
    distance,
    facade::Front,
    home::Scene,
    house::{House, smoke},
    ink::{Ink, hue},
    panes::window,
    region::{Pane, Roof},
    sky,
    street::{front, height, neighbour},
    trees,
};

pub fn quay(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    let near = chance.between(22.0, 28.0);
    let camera = Camera { eye: 3.0, yaw: 0.0, focal: 600.0, centre: 300.0, horizon: chance.between(226.0, 246.0) };
    sky::sky(canvas, scene, chance, 600.0, camera.horizon);
    distance::distance(canvas, scene, chance, camera.horizon - 40.0, camera.horizon + 30.0);
    let line = camera.at((0.0, near - 2.5), 0.0).1;
    let mut left = chance.between(-19.0, -15.0);
    let own = chance.below(3) + 1;
    let mut fronts: Vec<(Point, f32, Ink)> = Vec::new();
    let mut index = 0;
    while left < 16.0 {
        let wide = chance.between(5.0, 8.5);
        let front = if index == own { front(scene, chance, true) } else { neighbour(scene, chance, true) };
        let high = height(&front, chance).min(14.0);
        let roof = if scene.home.roofing == Roof::Slope && chance.happens(0.35) { Roof::Gable } else { scene.home.roofing };
        fronts.push((camera.at((left, near), 0.0), camera.at((left + wide, near), high).0, front.ink(scene)));
        House { left, right: left + wide, near, far: near + 8.0, high, front, roof, roof_ink: scene.roof.lit(chance.between(-0.05, 0.05)) }
            .paint(canvas, scene, chance, &camera);
        left += wide;
        index += 1;
    }
    let stone = scene.light.sunlit(scene.street);
    canvas.rect(0.0, camera.at((0.0, near), 0.0).1 - 1.0, 600.0, 14.0, stone);
    canvas.rect(0.0, line, 600.0, 16.0, scene.light.shaded(scene.street));
    surface(canvas, scene, line + 14.0);
    for ((x, _), right, ink) in fronts {
        mirrored(canvas, scene, (x, right), line + 14.0, ink);
    }
    ripples(canvas, scene, chance, line + 16.0);
    moored(canvas, scene, chance, (chance.between(90.0, 460.0), (line + chance.between(40.0, 70.0)).min(378.0)), chance.between(0.8, 1.25));
    for _ in 0..2 {
        let x = chance.between(20.0, 580.0);
        trees::tree(canvas, scene, chance, (x, line + 3.0), chance.between(70.0, 110.0));
    }
}

/// Water to the lower edge.
fn surface(canvas: &mut Canvas, scene: &Scene, top: f32) {
    let [high, low] = scene.light.sky;
    let water = scene.on(scene.water);
    canvas.fade(0.0, top, 600.0, 402.0 - top, water.mix(low, 0.35), water.mix(high, 0.45).lit(-0.06));
}

fn mirrored(canvas: &mut Canvas, scene: &Scene, (left, right): (f32, f32), top: f32, ink: Ink) {
    let clear = ink.mix(scene.on(scene.water), 0.35);
    canvas.sweep(&[(left, top), (right, top), (right, 402.0), (left, 402.0)], (0.0, top), clear.thin(0.85), (0.0, 396.0), clear.thin(0.0));
    if scene.is_dark() {
        for share in [0.25, 0.6] {
            let x = left + (right - left) * share;
            canvas.rect(x, top + 12.0, (right - left) * 0.12, 90.0, scene.glow.thin(0.28));
        }
    }
}

fn ripples(canvas: &mut Canvas, scene: &Scene, chance: &Chance, top: f32) {
    for _ in 0..46 {
        let deep = chance.between(0.0, 1.0);
        let (x, y) = (chance.between(0.0, 600.0), top + deep * (400.0 - top));
        let ink = if chance.happens(0.5) { scene.light.sky[1].lit(0.03) } else { scene.on(scene.water).lit(-0.06) };
        canvas.oval(x, y, 14.0 + 44.0 * deep * chance.between(0.5, 1.0), 0.8 + 1.6 * deep, ink.thin(0.55));
    }
}

/// A small boat: hull, mast or cabin.
fn moored(canvas: &mut Canvas, scene: &Scene, chance: &Chance, (x, y): Point, size: f32) {
    let hull = scene.on(*chance.pick(&[hue(0.45, 0.12, 28.0), hue(0.94, 0.02, 90.0), hue(0.40, 0.08, 250.0), hue(0.45, 0.08, 165.0)]));
    canvas.oval(x + 6.0, y + 5.0 * size, 84.0 * size, 6.0 * size, scene.light.shade.thin(0.35));
    canvas.placed("M-80 -22C-40 -14 40 -14 84 -26C78 -6 70 4 60 6H-58C-70 2 -78 -10 -80 -22Z", (x, y), (size, size), hull);
    canvas.placed("M-80 -22C-40 -14 40 -14 84 -26L83 -21C40 -9 -40 -9 -79 -17Z", (x, y), (size, size), scene.light.sunlit(scene.trim));
    canvas.placed("M-36 -19V-44H26L34 -18Z", (x, y), (size, size), scene.light.sunlit(hue(0.66, 0.07, 60.0)));
    for pane in [-28.0, -8.0, 10.0] {
        let ink = if scene.is_dark() { scene.glow } else { scene.glass };
        canvas.rect(x + pane * size, y - 38.0 * size, 11.0 * size, 9.0 * size, ink);
    }
    if chance.happens(0.6) {
        canvas.line(&[(x - 44.0 * size, y - 18.0 * size), (x - 44.0 * size, y - 150.0 * size)], 2.6 * size, scene.on(scene.trunk));
        canvas.line(&[(x - 44.0 * size, y - 148.0 * size), (x + 80.0 * size, y - 26.0 * size)], 0.8, scene.on(scene.trunk));
    }
}

/// The home itself on the water, with the bank behind it.
pub fn afloat(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    let horizon = chance.between(196.0, 240.0);
    sky::sky(canvas, scene, chance, 600.0, horizon);
    distance::distance(canvas, scene, chance, horizon - 12.0, horizon + 40.0);
    let bank = horizon + chance.between(16.0, 26.0);
    if chance.happens(0.5) {
        distance::roofs(canvas, scene, chance, bank - 8.0, bank + 4.0);
    }
    distance::ridge(canvas, chance, scene.air(scene.ground.mix(scene.leaf, 0.5), 0.15), bank, 5.0, bank + 30.0);
    for _ in 0..6 {
        let x = chance.between(-10.0, 610.0);
        trees::tree(canvas, scene, chance, (x, bank + 4.0), chance.between(46.0, 110.0));
    }
    surface(canvas, scene, bank + 6.0);
    ripples(canvas, scene, chance, bank + 8.0);
    let (x, y, size) = (chance.between(70.0, 170.0), chance.between(318.0, 350.0), chance.between(0.86, 1.12));
    vessel(canvas, scene, chance, (x, y), size);
    ripples(canvas, scene, chance, y + 6.0);
    if chance.happens(0.5) {
        reeds(canvas, scene, chance);
    } else {
        jetty(canvas, scene, chance);
    }
}

fn vessel(canvas: &mut Canvas, scene: &Scene, chance: &Chance, (x, y): Point, size: f32) {
    let s = (size, size);
    let hull = scene.light.sunlit(scene.wall);
    let wood = scene.light.sunlit(hue(0.62, 0.08, 58.0).mix(scene.roof, 0.25));
    canvas.placed("M-10 0H400L372 56H30Z", (x, y), (size, size * 0.9), scene.on(scene.wall).mix(scene.on(scene.water), 0.45).thin(0.7));
    let high = chance.between(62.0, 82.0) * size;
    let deck = y - 44.0 * size;
    let (left, right) = (x + 52.0 * size, x + chance.between(290.0, 330.0) * size);
    let cabin = Face::upright((left, deck - high), (right, deck), high / 2.6);
    let front = Front { wall: scene.roof, sunny: true, storeys: 1, bay: 2.0, pane: Pane::Sash, door: false, brow: 0.0, boards: true };
    let ink = front.wall(canvas, scene, chance, &cabin);
    let many = chance.below(3) + 4;
    for pane in 0..many {
        let step = (cabin.wide - 1.0) / many as f32;
        let at = (0.6 + step * pane as f32, 0.9, step * 0.62, 1.0);
        if pane == many / 2 {
            cabin.rect(canvas, at.0, 0.0, at.2.min(1.0), 2.0, scene.on(scene.door));
        } else {
            window(canvas, scene, chance, &cabin, at, *chance.pick(&[Pane::Sash, Pane::Casement]), ink);
        }
    }
    canvas.rect(left - 16.0 * size, deck - high - 8.0 * size, right - left + 34.0 * size, 9.0 * size, wood);
    canvas.rect(left - 16.0 * size, deck - high + 1.0 * size, right - left + 34.0 * size, 5.0 * size, scene.light.shade.thin(0.35));
    canvas.placed(
        "M-28 -58C-10 -44 20 -44 60 -44H340C372 -44 398 -54 420 -72C416 -40 404 -12 388 0H8C-10 -14 -22 -34 -28 -58Z",
        (x, y),
        s,
        hull,
    );
    canvas.placed("M200 -44H340C372 -44 398 -54 420 -72C416 -40 404 -12 388 0H180Z", (x, y), s, scene.light.shade.thin(0.16));
    canvas.placed(
        "M-28 -58C-10 -44 20 -44 60 -44H340C372 -44 398 -54 420 -72L419 -64C398 -46 372 -36 340 -36H60C20 -36 -10 -36 -26 -50Z",
        (x, y),
        s,
        scene.light.sunlit(scene.trim),
    );
    on_roof(canvas, scene, chance, (left, deck - high - 8.0 * size), right - left, size);
}

fn on_roof(canvas: &mut Canvas, scene: &Scene, chance: &Chance, (x, y): Point, wide: f32, size: f32) {
    let iron = scene.on(hue(0.28, 0.02, 250.0));
    let stack = x + wide * chance.between(0.15, 0.3);
    canvas.rect(stack, y - 26.0 * size, 9.0 * size, 27.0 * size, iron);
    canvas.rect(stack - 3.0 * size, y - 29.0 * size, 15.0 * size, 5.0 * size, iron);
    if scene.snow() || scene.is_dark() {
        smoke(canvas, scene, chance, (stack + 4.0, y - 32.0 * size), 16.0);
    }
    for step in 0..4 {
        if chance.happens(0.7) {
            let px = x + wide * (0.42 + 0.15 * step as f32);
            trees::pot(canvas, scene, chance, (px, y + 1.0), chance.between(24.0, 40.0) * size);
        }
    }
    if chance.happens(0.5) {
        let mast = x + wide + 26.0 * size;
        canvas.rect(mast, y - 60.0 * size, 3.5, 60.0 * size + 70.0 * size, scene.on(scene.trunk));
        canvas.poly(
            &[(mast + 3.0, y - 58.0 * size), (mast + 36.0 * size, y - 48.0 * size), (mast + 3.0, y - 36.0 * size)],
            scene.on(scene.cloth),
        );
    }
}

fn jetty(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    let wood = scene.light.sunlit(hue(0.60, 0.05, 60.0));
    let y = chance.between(372.0, 384.0);
    canvas.rect(0.0, y, 600.0, 30.0, wood);
    for plank in 0..20 {
        canvas.rect(31.0 * plank as f32, y, 1.8, 30.0, wood.lit(-0.1));
    }
    for post in [chance.between(30.0, 90.0), chance.between(480.0, 570.0)] {
        canvas.rect(post, y - 40.0, 15.0, 64.0, scene.on(scene.trunk));
        canvas.rect(post + 10.0, y - 40.0, 5.0, 64.0, scene.on(scene.trunk).lit(-0.07));
        canvas.oval(post + 7.5, y - 40.0, 7.5, 3.0, scene.on(scene.trunk).lit(0.12));
    }
}

fn reeds(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    let ink = scene.light.shaded(scene.leaf.mix(hue(0.6, 0.09, 110.0), 0.5));
    for _ in 0..46 {
        let x = chance.between(0.0, 1.0).powi(2) * 230.0;
        let x = if chance.happens(0.65) { x } else { 600.0 - x * 0.7 };
        let (high, lean) = (chance.between(30.0, 92.0), chance.between(-12.0, 12.0));
        canvas.poly(&[(x - 2.0, 404.0), (x + lean, 404.0 - high), (x + 3.0, 404.0)], ink.lit(chance.between(-0.03, 0.06)));
    }
}
