//! Hours: what the sun does to the sky and to every colour.

use super::{
    chance::Chance,
    ink::{Ink, hue},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hour {
    Dawn,
    Day,
    Golden,
    Dusk,
    Night,
}

impl Hour {
    pub fn is_dark(self) -> bool {
        matches!(self, Self::Dusk | Self::Night)
    }
}

/// The light of an hour.
#[derive(Debug, Clone, Copy)]
pub struct Light {
    pub hour: Hour,
    /// At the top, and above the horizon.
    pub sky: [Ink; 2],
    pub sun: Ink,
    pub cloud: Ink,
    /// What sunlit and what shaded paint is mixed with, and how much.
    pub warm: Ink,
    pub warmth: f32,
    pub shade: Ink,
    pub depth: f32,
    /// Over everything.
    pub tint: Ink,
    pub share: f32,
}

type Three = (f32, f32, f32);

fn paint((l, chroma, degrees): Three) -> Ink {
    hue(l, chroma, degrees)
}

const DAWN: &[[Three; 2]] =
    &[[(0.78, 0.06, 275.0), (0.93, 0.06, 50.0)], [(0.84, 0.045, 215.0), (0.94, 0.07, 80.0)], [(0.80, 0.07, 345.0), (0.95, 0.05, 75.0)]];
const DAY: &[[Three; 2]] = &[
    [(0.70, 0.10, 238.0), (0.92, 0.035, 215.0)],
    [(0.80, 0.075, 215.0), (0.95, 0.035, 120.0)],
    [(0.94, 0.04, 88.0), (0.90, 0.05, 70.0)],
    [(0.63, 0.11, 248.0), (0.85, 0.06, 225.0)],
    [(0.83, 0.05, 180.0), (0.96, 0.03, 95.0)],
    [(0.80, 0.02, 235.0), (0.92, 0.012, 90.0)],
];
const GOLDEN: &[[Three; 2]] = &[
    [(0.80, 0.07, 300.0), (0.90, 0.11, 65.0)],
    [(0.86, 0.09, 70.0), (0.92, 0.10, 88.0)],
    [(0.74, 0.07, 205.0), (0.92, 0.10, 82.0)],
    [(0.77, 0.11, 18.0), (0.90, 0.10, 70.0)],
];
const DUSK: &[[Three; 2]] = &[
    [(0.38, 0.09, 275.0), (0.72, 0.11, 38.0)],
    [(0.42, 0.07, 225.0), (0.80, 0.09, 75.0)],
    [(0.45, 0.10, 305.0), (0.72, 0.12, 10.0)],
    [(0.36, 0.08, 255.0), (0.62, 0.08, 220.0)],
];
const NIGHT: &[[Three; 2]] =
    &[[(0.22, 0.05, 268.0), (0.42, 0.07, 255.0)], [(0.24, 0.05, 215.0), (0.45, 0.06, 190.0)], [(0.23, 0.06, 295.0), (0.40, 0.08, 320.0)]];

impl Light {
    pub fn of(hour: Hour, chance: &Chance) -> Self {
        let choice = match hour {
            Hour::Dawn => DAWN,
            Hour::Day => DAY,
            Hour::Golden => GOLDEN,
            Hour::Dusk => DUSK,
            Hour::Night => NIGHT,
        };
        let [top, low] = chance.pick(choice).map(paint);
        let (sun, warm, warmth, shade, depth, tint, share) = match hour {
            Hour::Dawn => ((0.97, 0.06, 70.0), (0.95, 0.06, 55.0), 0.22, (0.58, 0.07, 285.0), 0.42, (0.90, 0.05, 45.0), 0.08),
            Hour::Day => ((0.98, 0.05, 95.0), (0.97, 0.05, 92.0), 0.14, (0.50, 0.07, 262.0), 0.40, (0.95, 0.02, 100.0), 0.02),
            Hour::Golden => ((0.95, 0.12, 80.0), (0.88, 0.15, 68.0), 0.30, (0.46, 0.09, 305.0), 0.45, (0.78, 0.12, 55.0), 0.12),
            Hour::Dusk => ((0.93, 0.05, 80.0), (0.62, 0.10, 30.0), 0.16, (0.26, 0.07, 280.0), 0.34, (0.34, 0.08, 278.0), 0.42),
            Hour::Night => ((0.94, 0.03, 95.0), (0.45, 0.06, 235.0), 0.16, (0.17, 0.05, 270.0), 0.34, (0.22, 0.06, 262.0), 0.60),
        };
        let sun = paint(sun);
        Self {
            hour,
            sky: [top, low],
            sun,
            cloud: if hour.is_dark() { low.mix(top, 0.5).lit(0.05) } else { low.mix(sun, 0.6).lit(0.02) },
            warm: paint(warm),
            warmth,
            shade: paint(shade),
            depth,
            tint: paint(tint),
            share,
        }
    }

    /// Paint as this hour shows it.
    pub fn on(&self, ink: Ink) -> Ink {
        ink.mix(self.tint, self.share)
    }

    /// Paint that faces the sun.
    pub fn sunlit(&self, ink: Ink) -> Ink {
        self.on(ink).mix(self.warm, self.warmth)
    }

    /// Paint that the sun does not reach.
    pub fn shaded(&self, ink: Ink) -> Ink {
        self.on(ink).mix(self.shade, self.depth)
    }

    /// A shadow lying on something.
    pub fn shadow(&self) -> Ink {
        self.shade.thin(match self.hour {
            Hour::Day => 0.34,
            Hour::Golden => 0.36,
            Hour::Dawn => 0.28,
            Hour::Dusk | Hour::Night => 0.30,
        })
    }
}
