//! The home from outside: which view of it, by what it is and where.

use domain::listings::Property;

use super::{
    canvas::Canvas,
    chance::Chance,
    doorstep,
    home::{Home, Scene},
    land, lane,
    region::Region,
    sky, street, water,
};

/// How we stand to the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Before a row of houses.
    Row,
    /// At a corner, two fronts in sight.
    Corner,
    /// In a lane that runs up to what is famous there.
    Lane,
    /// Over the water.
    Quay,
    /// At the door.
    Doorstep,
    /// In a garden or field.
    Garden,
    /// Far off, small under the sky.
    Afar,
    /// On the water.
    Afloat,
}

/// What suits such a home.
fn views(property: Property, region: Region) -> &'static [View] {
    use View::{Afar, Afloat, Corner, Doorstep, Garden, Lane, Quay, Row};
    let wet = matches!(region, Region::Harbour | Region::Cape | Region::Verandah);
    match property {
        Property::Boat => &[Afloat],
        Property::Cabin | Property::Farm => &[Garden, Garden, Afar],
        Property::Cottage => &[Garden, Garden, Afar, Doorstep],
        Property::Villa => &[Garden, Garden, Afar],
        Property::House | Property::Other => &[Garden, Garden, Corner, Doorstep, Row],
        Property::Guesthouse => &[Garden, Corner, Row, Doorstep, Lane],
        Property::Apartment | Property::Hotel | Property::Loft if wet => &[Row, Corner, Lane, Quay, Quay, Doorstep],
        Property::Hotel | Property::Loft => &[Corner, Row, Corner, Lane],
        Property::Apartment => &[Row, Corner, Lane, Row, Lane, Corner, Doorstep, Quay],
        Property::Townhouse => &[Row, Lane, Doorstep, Corner],
    }
}

impl View {
    /// Follows the name of the building.
    pub fn words(self) -> &'static str {
        match self {
            Self::Row => "in a row of houses",
            Self::Corner => "at a street corner",
            Self::Lane => "in a narrow lane",
            Self::Quay => "in a row of houses on a quay",
            Self::Doorstep => "with its front door and pots beside it",
            Self::Garden => "with a path to its door and trees around it",
            Self::Afar => "seen from afar, with land around it",
            Self::Afloat => "on the water, moored near the bank",
        }
    }
}

/// From where the home is seen, always the same.
pub fn view(home: &Home) -> View {
    *home.chance(13).pick(views(home.property, home.region))
}

/// The same house at every hour.
pub fn paint(canvas: &mut Canvas, scene: &Scene) {
    let chance = &scene.home.chance(11);
    if chance.happens(0.5) {
        canvas.mirror();
    }
    match view(scene.home) {
        View::Row => street::row(canvas, scene, chance),
        View::Corner => street::corner(canvas, scene, chance),
        View::Lane => lane::lane(canvas, scene, chance),
        View::Quay => water::quay(canvas, scene, chance),
        View::Doorstep => doorstep::doorstep(canvas, scene, chance),
        View::Garden => land::garden(canvas, scene, chance),
        View::Afar => land::afar(canvas, scene, chance),
        View::Afloat => water::afloat(canvas, scene, chance),
    }
    finish(canvas, scene, chance);
}

/// Weather, and the day's light over all of it.
fn finish(canvas: &mut Canvas, scene: &Scene, chance: &Chance) {
    sky::weather(canvas, scene, chance);
    let all = [(0.0, 0.0), (600.0, 0.0), (600.0, 400.0), (0.0, 400.0)];
    let (from, to) = if scene.sun_left { ((0.0, 0.0), (600.0, 400.0)) } else { ((600.0, 0.0), (0.0, 400.0)) };
    canvas.sweep(&all, from, scene.light.sun.thin(0.12), to, scene.light.shade.thin(0.15));
}
