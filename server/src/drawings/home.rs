//! What stays the same in all pictures of a home, and the scene that an hour makes of it.

use domain::listings::Property;

use super::{
    chance::Chance,
    ink::{Ink, hue},
    light::{Hour, Light},
    region::{Paint, Pane, Place, Region, Roof, Tree},
    spec::{Spec, View},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// The house, its colours, its time of year.
pub struct Home {
    pub property: Property,
    pub region: Region,
    pub place: &'static Place,
    pub season: Season,
    /// When its first picture is seen.
    pub hour: Hour,
    pub seed: u64,
    wall: Ink,
    roof: Ink,
    door: Ink,
    cloth: Ink,
    second: Ink,
    pub pane: Pane,
    pub roofing: Roof,
    pub tree: Tree,
}

fn of((l, chroma, degrees): Paint) -> Ink {
    hue(l, chroma, degrees)
}

const CLOTHS: &[Paint] = &[
    (0.64, 0.11, 45.0),
    (0.52, 0.07, 165.0),
    (0.55, 0.08, 250.0),
    (0.80, 0.12, 82.0),
    (0.60, 0.11, 18.0),
    (0.48, 0.08, 300.0),
    (0.70, 0.05, 120.0),
    (0.45, 0.07, 225.0),
];

impl Home {
    pub fn of(spec: &Spec) -> Self {
        let country = (u64::from(spec.country[0]) << 8) | u64::from(spec.country[1]);
        let seed = (u64::from(spec.seed) << 24) | (country << 8) | spec.property as u64;
        let chance = Chance::new(seed);
        let chance = &chance;
        let region = Region::of(spec.country());
        let place = region.place();
        let (season, hour) = (season(chance, place), hour(chance));
        let (wall, roof) = material(chance, spec.property, place);
        let first = chance.below(CLOTHS.len());
        let second = (first + 1 + chance.below(CLOTHS.len() - 1)) % CLOTHS.len();
        let firs = spec.property == Property::Cabin && place.winter && chance.happens(0.7);
        let tree = if firs { Tree::Fir } else { *chance.pick(place.trees) };
        Self {
            property: spec.property,
            region,
            place,
            season,
            hour,
            seed,
            wall,
            roof,
            door: of(*chance.pick(place.doors)),
            cloth: of(CLOTHS[first]),
            second: of(CLOTHS[second]),
            pane: *chance.pick(place.panes),
            roofing: place.roof,
            tree,
        }
    }

    /// Chance of its own for each purpose, so that one more tree moves nothing else.
    pub fn chance(&self, purpose: u64) -> Chance {
        Chance::new(self.seed ^ purpose.wrapping_mul(0xD6E8_FEB8_6659_FD93))
    }

    pub fn at(&self, hour: Hour) -> Scene<'_> {
        Scene::new(self, hour)
    }

    /// The hour at which a view of it is seen: the first one's, or another one.
    pub fn hour_of(&self, view: View) -> Hour {
        match (view, self.hour) {
            (View::Outside, hour) => hour,
            (View::Evening, Hour::Dawn | Hour::Day) => Hour::Dusk,
            (View::Evening, Hour::Golden) => Hour::Night,
            (View::Evening, Hour::Dusk | Hour::Night) => Hour::Day,
            (View::Fireside, _) => Hour::Dusk,
            _ => *self.chance(89 + view as u64).pick(&[Hour::Dawn, Hour::Day, Hour::Day, Hour::Golden, Hour::Golden, Hour::Dusk]),
        }
    }
}

fn season(chance: &Chance, place: &Place) -> Season {
    use Season::{Autumn, Spring, Summer, Winter};
    let some: &[Season] = if place.winter { &[Spring, Summer, Summer, Autumn, Autumn, Winter] } else { &[Spring, Summer, Summer, Autumn] };
    *chance.pick(some)
}

fn hour(chance: &Chance) -> Hour {
    use Hour::{Dawn, Day, Dusk, Golden, Night};
    *chance.pick(&[Dawn, Day, Day, Day, Day, Golden, Golden, Golden, Dusk, Dusk, Night, Dawn])
}

/// Wall and roof, of what such houses are built of there.
fn material(chance: &Chance, property: Property, place: &Place) -> (Ink, Ink) {
    let roof = of(*chance.pick(place.roofs));
    let wood: &[Paint] = &[(0.48, 0.06, 52.0), (0.36, 0.03, 60.0), (0.60, 0.08, 60.0), (0.52, 0.11, 32.0), (0.62, 0.02, 230.0)];
    let wall = match property {
        Property::Cabin => wood,
        Property::Boat => {
            &[(0.42, 0.08, 165.0), (0.48, 0.13, 28.0), (0.38, 0.07, 255.0), (0.30, 0.02, 250.0), (0.92, 0.02, 90.0), (0.62, 0.09, 230.0)]
        }
        Property::Loft => &[(0.52, 0.10, 34.0), (0.46, 0.06, 42.0), (0.62, 0.07, 50.0), (0.70, 0.015, 240.0), (0.40, 0.03, 250.0)],
        _ => place.walls,
    };
    (of(*chance.pick(wall)), roof)
}

/// The inks of one picture.
pub struct Scene<'a> {
    pub home: &'a Home,
    pub light: Light,
    pub wall: Ink,
    pub roof: Ink,
    pub trim: Ink,
    pub door: Ink,
    pub leaf: Ink,
    pub ground: Ink,
    pub street: Ink,
    pub trunk: Ink,
    pub water: Ink,
    pub glass: Ink,
    pub glow: Ink,
    pub far: Ink,
    /// Cloth inside: two that go together.
    pub cloth: Ink,
    pub second: Ink,
    /// The sun stands at the left.
    pub sun_left: bool,
}

impl<'a> Scene<'a> {
    fn new(home: &'a Home, hour: Hour) -> Self {
        let chance = home.chance(7 + hour as u64);
        let light = Light::of(hour, &chance);
        let (leaf, ground) = match home.season {
            Season::Spring => (hue(0.72, 0.13, 125.0), hue(0.78, 0.12, 122.0)),
            Season::Summer => (hue(0.55, 0.10, 142.0), hue(0.70, 0.11, 128.0)),
            Season::Autumn => (*chance.pick(&[hue(0.68, 0.15, 62.0), hue(0.58, 0.16, 38.0), hue(0.76, 0.14, 82.0)]), hue(0.72, 0.09, 95.0)),
            Season::Winter => (hue(0.45, 0.04, 160.0), hue(0.94, 0.012, 245.0)),
        };
        let dry = matches!(home.region, Region::Riad | Region::Islands | Region::Cape);
        let ground = if dry { ground.mix(hue(0.82, 0.07, 80.0), 0.7) } else { ground };
        let glass = match hour {
            Hour::Dawn => hue(0.62, 0.05, 250.0),
            Hour::Day => hue(0.46, 0.05, 240.0),
            Hour::Golden => hue(0.56, 0.07, 40.0),
            Hour::Dusk => hue(0.33, 0.06, 270.0),
            Hour::Night => hue(0.25, 0.05, 262.0),
        };
        Self {
            wall: home.wall,
            roof: home.roof,
            trim: of(home.place.trim),
            door: home.door,
            leaf,
            ground,
            street: if home.season == Season::Winter { hue(0.90, 0.012, 250.0) } else { hue(0.74, 0.025, 70.0) },
            trunk: hue(0.38, 0.04, 50.0),
            water: hue(0.62, 0.08, 220.0),
            glass,
            glow: hue(0.87, 0.14, 80.0),
            far: light.on(hue(0.72, 0.05, 240.0)).mix(light.sky[1], 0.3),
            cloth: home.cloth,
            second: home.second,
            sun_left: chance.happens(0.5),
            home,
            light,
        }
    }

    pub fn is_dark(&self) -> bool {
        self.light.hour.is_dark()
    }

    pub fn on(&self, ink: Ink) -> Ink {
        self.light.on(ink)
    }

    pub fn snow(&self) -> bool {
        self.home.season == Season::Winter && self.home.place.winter
    }

    /// Haze between us and what is far: 0 here, 1 at the horizon.
    pub fn air(&self, ink: Ink, far: f32) -> Ink {
        self.on(ink).mix(self.light.sky[1], far)
    }
}
