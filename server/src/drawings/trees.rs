//! What grows: each region's trees in each season, bushes, flowers, pots.

use super::{
    canvas::{Canvas, Point},
    chance::Chance,
    home::{Scene, Season},
    ink::{Ink, hue},
    region::Tree,
};

/// A tree `high` units tall whose foot is at `(x, y)`, of the home's kind or another of its region.
pub fn tree(canvas: &mut Canvas, scene: &Scene, chance: &Chance, (x, y): Point, high: f32) {
    let kind = if chance.happens(0.7) { scene.home.tree } else { *chance.pick(scene.home.place.trees) };
    grow(canvas, scene, chance, kind, (x, y), high);
}

pub fn grow(canvas: &mut Canvas, scene: &Scene, chance: &Chance, kind: Tree, at: Point, high: f32) {
    let (x, y) = at;
    canvas.oval(x + high * 0.1, y, high * 0.28, high * 0.035, scene.light.shadow());
    let spring = scene.home.season == Season::Spring;
    match kind {
        Tree::Fir => fir(canvas, scene, at, high),
        Tree::Cypress | Tree::Poplar => column(canvas, scene, chance, kind, at, high),
        Tree::Palm => palm(canvas, scene, chance, at, high),
        Tree::Stone => pine(canvas, scene, chance, at, high),
        Tree::Gum => crown(canvas, scene, chance, at, high, hue(0.58, 0.06, 150.0), 0.8),
        Tree::Jacaranda => {
            let leaf = if spring || scene.home.season == Season::Summer { hue(0.62, 0.13, 300.0) } else { hue(0.58, 0.09, 135.0) };
            crown(canvas, scene, chance, at, high, leaf, 1.25);
        }
        Tree::Blossom if spring => crown(canvas, scene, chance, at, high, hue(0.85, 0.085, 5.0), 1.15),
        _ if scene.snow() => bare(canvas, scene, chance, at, high),
        Tree::Birch => crown(canvas, scene, chance, at, high, scene.leaf.lit(0.05), 0.75),
        _ => crown(canvas, scene, chance, at, high, scene.leaf, 1.0),
    }
}

fn crown(canvas: &mut Canvas, scene: &Scene, chance: &Chance, (x, y): Point, high: f32, leaf: Ink, broad: f32) {
    let trunk = scene.on(scene.trunk);
    let lean = chance.between(-0.05, 0.05) * high;
    let fork = y - high * 0.42;
    canvas.poly(&[(x - high * 0.028, y), (x + high * 0.028, y), (x + lean + high * 0.016, fork), (x + lean - high * 0.016, fork)], trunk);
    for side in [-1.0, 1.0] {
        canvas.line(&[(x + lean, fork + high * 0.06), (x + lean + side * high * 0.15, y - high * 0.62)], high * 0.022, trunk);
    }
    let middle = (x + lean, y - high * 0.66);
    foliage(canvas, scene, chance, middle, (high * 0.30 * broad, high * 0.31), leaf);
}

/// Leaves in three tones: shade below, their colour, light from the sun's side.
pub fn foliage(canvas: &mut Canvas, scene: &Scene, chance: &Chance, (x, y): Point, (rx, ry): (f32, f32), leaf: Ink) {
    let sun = if scene.sun_left { -1.0 } else { 1.0 };
    let dark = scene.light.shaded(leaf);
    let mid = scene.on(leaf).lit(-0.02);
    let lit = scene.light.sunlit(leaf).lit(0.05);
    for (ink, many, reach, size, shift) in [(dark, 7, 0.62, 0.52, 0.0), (mid, 7, 0.55, 0.40, 0.16), (lit, 6, 0.52, 0.22, 0.34)] {
        for step in 0..many {
            let angle = step as f32 / many as f32 * std::f32::consts::TAU + chance.between(-0.4, 0.4);
            let far = reach * chance.between(0.6, 1.1);
            let (px, py) = (x + rx * (far * angle.cos() + sun * shift), y + ry * (far * angle.sin() - shift));
            let own = size * chance.between(0.75, 1.2);
            canvas.blob(px, py, rx * own, ry * own * 0.9, chance, ink);
        }
        if size > 0.3 {
            canvas.blob(x + sun * rx * shift, y - ry * shift, rx * 0.6, ry * 0.6, chance, ink);
        }
    }
    for _ in 0..10 {
        let (dx, dy) = (chance.between(-0.95, 0.95), chance.between(-0.95, 0.9));
        let ink = if dy > 0.2 { dark } else { lit };
        canvas.oval(x + rx * dx, y + ry * dy, rx * 0.06, rx * 0.045, ink);
    }
}

fn bare(canvas: &mut Canvas, scene: &Scene, chance: &Chance, (x, y): Point, high: f32) {
    let ink = scene.on(scene.trunk);
    canvas.line(&[(x, y), (x, y - high * 0.55)], high * 0.045, ink);
    for step in 0..9 {
        let side = if step % 2 == 0 { -1.0 } else { 1.0 };
        let from = y - high * (0.28 + 0.05 * step as f32);
        let (dx, up) = (side * high * chance.between(0.14, 0.32), high * chance.between(0.16, 0.32));
        let tip = (x + dx, from - up);
        canvas.line(&[(x, from), (x + dx * 0.55, from - up * 0.4), tip], high * 0.016, ink);
        canvas.line(&[(x + dx * 0.55, from - up * 0.4), (x + dx * 0.5, from - up * 1.1)], high * 0.009, ink);
        canvas.line(&[(x + dx * 0.3, from - up * 0.3), (x + dx * 0.62, from - up * 0.52)], high * 0.014, scene.on(hue(0.97, 0.01, 245.0)));
    }
}

fn fir(canvas: &mut Canvas, scene: &Scene, (x, y): Point, high: f32) {
    let leaf = hue(0.42, 0.07, 160.0);
    let sun = if scene.sun_left { -1.0 } else { 1.0 };
    canvas.rect(x - high * 0.02, y - high * 0.12, high * 0.04, high * 0.12, scene.on(scene.trunk));
    for layer in 0..5 {
        let step = layer as f32;
        let (low, half) = (y - high * (0.07 + 0.155 * step), high * (0.23 - 0.037 * step));
        let tip = low - high * 0.33;
        canvas.poly(
            &[(x, tip), (x + half, low), (x + half * 0.3, low - high * 0.02), (x - half * 0.4, low + high * 0.012), (x - half, low)],
            scene.light.shaded(leaf).lit(0.012 * step),
        );
        canvas.poly(&[(x, tip), (x + sun * half, low), (x + sun * half * 0.25, low - high * 0.02)], scene.light.sunlit(leaf).lit(0.03));
        if scene.snow() {
            canvas.poly(
                &[
                    (x, tip),
                    (x + sun * half * 0.8, low - high * 0.04),
                    (x + sun * half * 0.2, low - high * 0.12),
                    (x - half * 0.3, low - high * 0.14),
                ],
                scene.on(hue(0.97, 0.012, 240.0)),
            );
        }
    }
}

fn column(canvas: &mut Canvas, scene: &Scene, chance: &Chance, kind: Tree, (x, y): Point, high: f32) {
    let leaf = if kind == Tree::Cypress { hue(0.42, 0.07, 150.0) } else { scene.leaf };
    let half = high * if kind == Tree::Cypress { 0.085 } else { 0.12 };
    canvas.rect(x - high * 0.015, y - high * 0.12, high * 0.03, high * 0.12, scene.on(scene.trunk));
    let sun = if scene.sun_left { -1.0 } else { 1.0 };
    let mut ring = |half: f32, shift: f32, ink: Ink| {
        let jig = || chance.between(0.9, 1.1);
        let points = [(0.0, 1.0), (0.5, 0.8), (1.0, 0.42), (0.8, 0.12), (0.0, 0.05), (-0.8, 0.12), (-1.0, 0.42), (-0.5, 0.8)];
        let points: Vec<Point> = points.iter().map(|(dx, up)| (x + shift + half * dx * jig(), y - high * up)).collect();
        canvas.smooth(&points, ink);
    };
    ring(half, 0.0, scene.light.shaded(leaf));
    ring(half * 0.6, sun * half * 0.3, scene.light.sunlit(leaf));
}

fn pine(canvas: &mut Canvas, scene: &Scene, chance: &Chance, (x, y): Point, high: f32) {
    let lean = chance.between(-0.12, 0.12) * high;
    canvas.line(&[(x, y), (x + lean * 0.4, y - high * 0.4), (x + lean, y - high * 0.72)], high * 0.045, scene.on(hue(0.45, 0.06, 45.0)));
    let leaf = hue(0.46, 0.075, 145.0);
    for (dx, dy, rx) in [(-0.22, 0.66, 0.2), (0.24, 0.72, 0.2), (0.0, 0.82, 0.3)] {
        foliage(canvas, scene, chance, (x + lean + dx * high, y - dy * high), (rx * high, high * 0.1), leaf);
    }
}

fn palm(canvas: &mut Canvas, scene: &Scene, chance: &Chance, (x, y): Point, high: f32) {
    let lean = chance.between(-0.14, 0.14) * high;
    let top = (x + lean, y - high * 0.78);
    canvas.line(&[(x, y), (x + lean * 0.35, y - high * 0.4), top], high * 0.036, scene.on(hue(0.52, 0.05, 60.0)));
    let leaf = hue(0.50, 0.09, 145.0);
    for (step, angle) in [200.0_f32, 340.0, 165.0, 15.0, 228.0, 312.0, 130.0, 48.0, 272.0].into_iter().enumerate() {
        let (sin, cos) = (angle + chance.between(-9.0, 9.0)).to_radians().sin_cos();
        let reach = high * chance.between(0.28, 0.38);
        let tip = (top.0 + reach * cos, top.1 + reach * sin * 0.62 + high * 0.10);
        let bend = (top.0 + reach * cos * 0.55, top.1 + reach * sin * 0.62 - high * 0.05);
        let under = (bend.0 - cos.signum() * high * 0.01, bend.1 + high * 0.055);
        let ink = if step % 3 == 0 {
            scene.light.sunlit(leaf).lit(0.05)
        } else if step % 3 == 1 {
            scene.on(leaf)
        } else {
            scene.light.shaded(leaf)
        };
        canvas.smooth(&[top, bend, tip, tip, under], ink);
    }
}

/// Low green along an edge, with flowers while they bloom.
pub fn bushes(canvas: &mut Canvas, scene: &Scene, chance: &Chance, (left, right): (f32, f32), y: f32, size: f32) {
    let leaf = if scene.snow() { hue(0.90, 0.015, 240.0) } else { scene.leaf.mix(hue(0.5, 0.08, 145.0), 0.4) };
    let mut x = left;
    while x < right {
        let own = size * chance.between(0.7, 1.2);
        canvas.blob(x, y, own, own * 0.75, chance, scene.light.shaded(leaf));
        let sun = if scene.sun_left { -0.25 } else { 0.25 };
        canvas.blob(x + own * sun, y - own * 0.25, own * 0.62, own * 0.42, chance, scene.light.sunlit(leaf));
        x += own * 1.1;
    }
    if matches!(scene.home.season, Season::Spring | Season::Summer) {
        let bloom = *chance.pick(&[hue(0.75, 0.15, 5.0), hue(0.93, 0.04, 95.0), hue(0.82, 0.15, 85.0), hue(0.62, 0.13, 300.0)]);
        for _ in 0..((right - left) / size * 2.0) as usize {
            let (bx, by) = (chance.between(left, right), y + chance.between(-0.7, 0.2) * size);
            canvas.oval(bx, by, size * 0.1, size * 0.09, scene.on(bloom));
        }
    }
}

/// A pot with something in it, its foot at `(x, y)`.
pub fn pot(canvas: &mut Canvas, scene: &Scene, chance: &Chance, (x, y): Point, high: f32) {
    let clay = *chance.pick(&[hue(0.60, 0.11, 42.0), hue(0.50, 0.09, 240.0), hue(0.85, 0.03, 85.0)]);
    canvas.poly(
        &[(x - high * 0.2, y - high * 0.4), (x + high * 0.2, y - high * 0.4), (x + high * 0.14, y), (x - high * 0.14, y)],
        scene.on(clay),
    );
    canvas.poly(
        &[(x + high * 0.05, y - high * 0.4), (x + high * 0.2, y - high * 0.4), (x + high * 0.14, y), (x + high * 0.05, y)],
        scene.light.shaded(clay),
    );
    let green = hue(0.52, 0.10, 142.0);
    foliage(canvas, scene, chance, (x, y - high * 0.66), (high * 0.3, high * 0.3), green);
    if chance.happens(0.6) {
        let bloom = *chance.pick(&[hue(0.65, 0.18, 20.0), hue(0.92, 0.05, 90.0), hue(0.75, 0.14, 350.0)]);
        for _ in 0..7 {
            let (dx, dy) = (chance.between(-0.28, 0.28), chance.between(-0.28, 0.2));
            canvas.disc(x + high * dx, y - high * (0.7 - dy), high * 0.045, scene.on(bloom));
        }
    }
}
