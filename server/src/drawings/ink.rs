//! Colour: inks mixed in OKLab, and the palette that a home keeps in all its pictures while the hour changes.

use domain::listings::Property;

use super::chance::Chance;

/// A colour in OKLab, so that mixing and shading look as with paint.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ink {
    l: f32,
    a: f32,
    b: f32,
}

/// Lightness 0–1, chroma, hue in degrees.
pub const fn ink(l: f32, a: f32, b: f32) -> Ink {
    Ink { l, a, b }
}

/// As people name colours: lightness 0–1, chroma, hue in degrees.
pub fn hue(l: f32, chroma: f32, degrees: f32) -> Ink {
    let (sin, cos) = degrees.to_radians().sin_cos();
    ink(l, chroma * cos, chroma * sin)
}

impl Ink {
    pub fn mix(self, other: Ink, share: f32) -> Ink {
        let between = |from: f32, to: f32| from + (to - from) * share;
        ink(
            between(self.l, other.l),
            between(self.a, other.a),
            between(self.b, other.b),
        )
    }

    /// Lighter or, below zero, darker; darker is a little cooler too.
    pub fn lit(self, by: f32) -> Ink {
        ink((self.l + by).clamp(0.0, 1.0), self.a, self.b + by * 0.08)
    }

    /// `#rrggbb`, clipped to what a screen shows.
    pub fn hex(self) -> String {
        let l = (self.l + 0.396_337_78 * self.a + 0.215_803_76 * self.b).powi(3);
        let m = (self.l - 0.105_561_346 * self.a - 0.063_854_17 * self.b).powi(3);
        let s = (self.l - 0.089_484_18 * self.a - 1.291_485_5 * self.b).powi(3);
        let red = 4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s;
        let green = -1.268_438 * l + 2.609_757_4 * m - 0.341_319_38 * s;
        let blue = -0.004_196_086_3 * l - 0.703_418_6 * m + 1.707_614_7 * s;
        let [red, green, blue] = [red, green, blue].map(channel);
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

fn channel(linear: f32) -> u8 {
    let linear = linear.clamp(0.0, 1.0);
    let encoded = if linear <= 0.003_130_8 {
        12.92 * linear
    } else {
        1.055 * linear.powf(1.0 / 2.4) - 0.055
    };
    (encoded * 255.0).round() as u8
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hour {
    Morning,
    Day,
    Evening,
    Dusk,
}

/// The inks of one picture.
#[derive(Debug, Clone)]
pub struct Scene {
    pub hour: Hour,
    pub sky: [Ink; 2],
    pub sun: Ink,
    pub far: Ink,
    pub hill: Ink,
    pub ground: Ink,
    pub leaf: Ink,
    pub trunk: Ink,
    pub wall: Ink,
    pub roof: Ink,
    pub trim: Ink,
    pub door: Ink,
    pub street: Ink,
    pub water: Ink,
    pub glass: Ink,
    pub glow: Ink,
    pub winter: bool,
    /// The colour of cloth and cushions inside.
    pub cloth: Ink,
}

impl Scene {
    /// Material and season are the home's; the hour colours them.
    pub fn new(chance: &mut Chance, property: Property, hour: Hour) -> Self {
        let season = *chance.pick(&[0, 1, 1, 2, 3]);
        let (leaf, ground) = [
            (hue(0.70, 0.11, 128.0), hue(0.78, 0.10, 122.0)),
            (hue(0.56, 0.085, 148.0), hue(0.70, 0.09, 130.0)),
            (hue(0.66, 0.13, 62.0), hue(0.72, 0.08, 95.0)),
            (hue(0.52, 0.04, 170.0), hue(0.93, 0.012, 240.0)),
        ][season];
        let (wall, roof) = material(chance, property);
        let door = *chance.pick(&[
            hue(0.42, 0.09, 165.0),
            hue(0.50, 0.14, 28.0),
            hue(0.45, 0.09, 245.0),
            hue(0.80, 0.13, 80.0),
            hue(0.55, 0.08, 200.0),
        ]);
        let cloth = *chance.pick(&[
            hue(0.62, 0.10, 45.0),
            hue(0.55, 0.07, 165.0),
            hue(0.60, 0.07, 250.0),
            hue(0.78, 0.11, 82.0),
            hue(0.60, 0.09, 15.0),
        ]);
        let light = Light::of(hour);
        Self {
            hour,
            sky: light.sky,
            sun: light.sun,
            far: light.on(hue(0.76, 0.04, 230.0)).mix(light.sky[1], 0.35),
            hill: light.on(leaf.mix(hue(0.70, 0.04, 220.0), 0.55)),
            ground: light.on(ground),
            leaf: light.on(leaf),
            trunk: light.on(hue(0.42, 0.04, 55.0)),
            wall: light.on(wall),
            roof: light.on(roof),
            trim: light.on(hue(0.95, 0.012, 85.0)),
            door: light.on(door),
            street: light.on(hue(0.74, 0.02, 70.0)),
            water: light.on(hue(0.68, 0.06, 225.0)).mix(light.sky[1], 0.25),
            glass: light.glass,
            glow: hue(0.87, 0.13, 82.0),
            winter: season == 3,
            cloth: light.on(cloth),
        }
    }

    pub fn is_dark(&self) -> bool {
        self.hour == Hour::Dusk
    }
}

/// What an hour does to colours.
struct Light {
    sky: [Ink; 2],
    sun: Ink,
    glass: Ink,
    tint: Ink,
    share: f32,
}

impl Light {
    fn of(hour: Hour) -> Self {
        match hour {
            Hour::Morning => Self {
                sky: [hue(0.84, 0.055, 240.0), hue(0.95, 0.035, 70.0)],
                sun: hue(0.97, 0.05, 85.0),
                glass: hue(0.60, 0.05, 235.0),
                tint: hue(0.93, 0.04, 70.0),
                share: 0.10,
            },
            Hour::Day => Self {
                sky: [hue(0.79, 0.075, 235.0), hue(0.93, 0.03, 200.0)],
                sun: hue(0.98, 0.03, 95.0),
                glass: hue(0.52, 0.05, 240.0),
                tint: hue(0.95, 0.02, 100.0),
                share: 0.03,
            },
            Hour::Evening => Self {
                sky: [hue(0.80, 0.06, 285.0), hue(0.90, 0.085, 62.0)],
                sun: hue(0.93, 0.11, 72.0),
                glass: hue(0.66, 0.08, 55.0),
                tint: hue(0.76, 0.11, 52.0),
                share: 0.20,
            },
            Hour::Dusk => Self {
                sky: [hue(0.36, 0.07, 272.0), hue(0.68, 0.09, 35.0)],
                sun: hue(0.92, 0.03, 95.0),
                glass: hue(0.34, 0.05, 270.0),
                tint: hue(0.27, 0.06, 275.0),
                share: 0.52,
            },
        }
    }

    fn on(&self, ink: Ink) -> Ink {
        ink.mix(self.tint, self.share)
    }
}

/// Wall and roof, of what such houses are built of.
fn material(chance: &mut Chance, property: Property) -> (Ink, Ink) {
    let slate = hue(0.46, 0.025, 255.0);
    let tile = hue(0.58, 0.11, 40.0);
    let stone = hue(0.80, 0.055, 78.0);
    let red_stone = hue(0.66, 0.085, 38.0);
    let granite = hue(0.76, 0.015, 250.0);
    let white = hue(0.95, 0.012, 90.0);
    let brick = hue(0.58, 0.10, 36.0);
    let choices: &[(Ink, Ink)] = match property {
        Property::Apartment | Property::Hotel => &[
            (stone, slate),
            (red_stone, slate),
            (granite, slate),
            (hue(0.86, 0.05, 60.0), tile),
        ],
        Property::Townhouse => &[
            (hue(0.84, 0.05, 20.0), slate),
            (hue(0.84, 0.05, 230.0), slate),
            (brick, slate),
            (hue(0.88, 0.06, 95.0), slate),
        ],
        Property::Loft => &[
            (brick, slate),
            (hue(0.50, 0.07, 32.0), slate),
            (hue(0.72, 0.06, 70.0), slate),
        ],
        Property::Villa => &[
            (white, tile),
            (hue(0.88, 0.05, 70.0), tile),
            (hue(0.80, 0.07, 50.0), tile),
        ],
        Property::Cabin => &[
            (hue(0.45, 0.05, 50.0), slate),
            (hue(0.50, 0.12, 32.0), slate),
            (hue(0.36, 0.02, 250.0), slate),
            (hue(0.68, 0.08, 70.0), slate),
        ],
        Property::Boat => &[
            (hue(0.42, 0.08, 245.0), white),
            (hue(0.50, 0.13, 28.0), white),
            (hue(0.42, 0.07, 165.0), white),
            (hue(0.34, 0.02, 250.0), hue(0.80, 0.10, 80.0)),
        ],
        Property::Farm => &[
            (white, slate),
            (stone, tile),
            (hue(0.52, 0.12, 30.0), slate),
        ],
        Property::Guesthouse => &[
            (hue(0.88, 0.05, 90.0), slate),
            (hue(0.86, 0.045, 165.0), slate),
            (hue(0.86, 0.05, 25.0), slate),
        ],
        Property::Cottage => &[
            (white, slate),
            (white, hue(0.66, 0.06, 80.0)),
            (hue(0.88, 0.05, 35.0), slate),
        ],
        Property::House | Property::Other => &[
            (stone, slate),
            (white, tile),
            (brick, slate),
            (hue(0.84, 0.04, 220.0), slate),
        ],
    };
    *chance.pick(choices)
}
