//! Pictures for homes that have no photographs: drawn by us, by program, in one hand, as a gouache poster is. A home has one
//! palette, material and time of year in all its pictures; the hour changes.
//!
//! A [`Spec`] says all that a picture depends on, so that the same spec is the same picture for ever, as long as [`EDITION`]
//! stays. [`of`] chooses the pictures of a home from its facts.

mod canvas;
mod chance;
mod city;
mod country;
mod flats;
mod ink;
mod kitchen;
mod large;
mod nature;
mod raster;
mod remote;
mod rooms;
mod scenes;
mod spec;
mod town;
mod water;

pub use raster::webp;
pub use scenes::{Drawing, Facts, cover, of};
pub use spec::{Spec, View};

use canvas::Canvas;
use chance::Chance;
use domain::listings::Property;
use ink::{Hour, Scene};

/// Part of a picture's address: raised when the hand changes, so that no cache keeps what we no longer draw.
pub const EDITION: u32 = 1;

/// A picture of a page rather than of a home, as SVG: `town-day`, `town-dusk`, `empty`.
pub fn decoration(name: &str) -> Option<String> {
    match name {
        "town-day" => Some(town::panorama(Hour::Morning)),
        "town-dusk" => Some(town::panorama(Hour::Dusk)),
        "empty" => Some(svg(&Spec::new(Property::Boat, "", 0x2b0a, 1, View::Evening))),
        _ => None,
    }
}

/// The picture as SVG, 600 by 400.
pub fn svg(spec: &Spec) -> String {
    let property = spec.property;
    let mut chance = Chance::new(u64::from(spec.seed) << 8 | property as u64);
    let first = *chance.pick(&[
        Hour::Day,
        Hour::Morning,
        Hour::Evening,
        Hour::Day,
        Hour::Dusk,
    ]);
    let other = if first == Hour::Dusk {
        Hour::Day
    } else {
        Hour::Dusk
    };
    let late = spec.view == View::Evening;
    let scene = Scene::new(&mut chance, property, if late { other } else { first });
    let mut canvas = Canvas::new(600, 400);
    canvas.frame(0, 0, 600, false);
    match spec.view {
        View::Outside | View::Evening => outside(&mut canvas, &scene, chance, property),
        View::Bedroom => rooms::sleeping(&mut canvas, &scene, &mut chance),
        View::Kitchen => kitchen::cooking(&mut canvas, &scene, &mut chance),
        _ => rooms::living(&mut canvas, &scene, &mut chance),
    }
    canvas.finish()
}

/// Takes its own chance: the house is the same at every hour.
fn outside(canvas: &mut Canvas, scene: &Scene, mut chance: Chance, property: Property) {
    let chance = &mut chance;
    match property {
        Property::Apartment => flats::flats(canvas, scene, chance),
        Property::Townhouse => city::terrace(canvas, scene, chance),
        Property::Loft => large::warehouse(canvas, scene, chance),
        Property::Hotel => large::grand(canvas, scene, chance),
        Property::Boat => water::houseboat(canvas, scene, chance),
        Property::Villa => remote::villa(canvas, scene, chance),
        Property::Cabin => remote::cabin(canvas, scene, chance),
        Property::Farm => remote::farm(canvas, scene, chance),
        Property::Cottage => country::cottage(canvas, scene, chance),
        Property::Guesthouse => country::guesthouse(canvas, scene, chance),
        Property::House | Property::Other => country::house(canvas, scene, chance),
    }
}
