//! Colour: inks mixed in OKLab.

/// A colour in OKLab, so that mixing and shading look as with paint; `alpha` below 1 is paint with much water.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ink {
    l: f32,
    a: f32,
    b: f32,
    pub alpha: f32,
}

/// As people name colours: lightness 0–1, chroma, hue in degrees.
pub fn hue(l: f32, chroma: f32, degrees: f32) -> Ink {
    let (sin, cos) = degrees.to_radians().sin_cos();
    Ink {
        l,
        a: chroma * cos,
        b: chroma * sin,
        alpha: 1.0,
    }
}

impl Ink {
    pub fn mix(self, other: Ink, share: f32) -> Ink {
        let between = |from: f32, to: f32| from + (to - from) * share;
        Ink {
            l: between(self.l, other.l),
            a: between(self.a, other.a),
            b: between(self.b, other.b),
            alpha: self.alpha,
        }
    }

    /// Lighter or, below zero, darker; darker is a little cooler too.
    pub fn lit(self, by: f32) -> Ink {
        Ink {
            l: (self.l + by).clamp(0.0, 1.0),
            b: self.b + by * 0.1,
            ..self
        }
    }

    /// Covers only a share of what is below.
    pub fn thin(self, alpha: f32) -> Ink {
        Ink { alpha, ..self }
    }

    pub fn is_blue(self) -> bool {
        self.b < -0.02
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

    /// The attribute that makes paint thin.
    pub fn veil(self) -> String {
        if self.alpha < 1.0 {
            format!(" fill-opacity=\"{:.2}\"", self.alpha)
        } else {
            String::new()
        }
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
