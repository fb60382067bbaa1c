//! Pictures for homes that have none: drawn by us, by program, in one hand. Flat layered shapes in soft light, as in a
//! gouache poster. A home has one palette and one time of year in all its pictures; the hour changes.
//!
//! A drawing is an SVG of its own address, so that pages stay small and browsers keep it for good.

mod canvas;
mod chance;
mod city;
mod country;
mod flats;
mod ink;
mod kitchen;
mod large;
mod nature;
mod remote;
mod rooms;
mod town;
mod water;

use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::listings::Property;
use uuid::Uuid;

use canvas::Canvas;
use chance::Chance;
use ink::{Hour, Scene};

/// What the pictures of a home show, in their order, in words.
const VIEWS: [&str; 5] = [
    "Drawing of the house from outside",
    "Drawing of a living room with a sofa by the window",
    "Drawing of a bedroom with a made bed",
    "Drawing of a kitchen with a table",
    "Drawing of the house at another hour",
];

const AFLOAT: [&str; 5] = [
    "Drawing of the boat on the water",
    "Drawing of a cabin with a sofa by the window",
    "Drawing of a berth with a made bed",
    "Drawing of a galley with a table",
    "Drawing of the boat at another hour",
];

/// The alternative texts of a home's pictures, in their order.
pub fn views(property: Property) -> &'static [&'static str] {
    if property == Property::Boat {
        &AFLOAT
    } else {
        &VIEWS
    }
}

/// The address of a home's picture: its property, two bytes of its id, and which of [`views`].
pub fn src(id: Uuid, property: Property, view: usize) -> String {
    let bytes = id.as_bytes();
    format!(
        "/drawings/{}-{:02x}{:02x}-{view}.svg",
        property.as_str(),
        bytes[0],
        bytes[15]
    )
}

/// For pages that have nothing else to show.
pub fn empty() -> &'static str {
    "/drawings/boat-2b0a-4.svg"
}

/// `GET /drawings/{name}`: the same bytes for ever, or 404.
pub async fn respond(Path(name): Path<String>) -> Response {
    match svg(&name) {
        Some(svg) => {
            let headers = [
                (header::CONTENT_TYPE, "image/svg+xml"),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
            ];
            (headers, svg).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn svg(name: &str) -> Option<String> {
    let name = name.strip_suffix(".svg")?;
    match name {
        "town-day" => return Some(town::panorama(Hour::Morning)),
        "town-dusk" => return Some(town::panorama(Hour::Dusk)),
        _ => {}
    }
    let mut parts = name.split('-');
    let property = Property::parse(parts.next()?)?;
    let seed = parts.next().filter(|seed| seed.len() == 4)?;
    let seed = u64::from(u16::from_str_radix(seed, 16).ok()?);
    let view: usize = parts.next()?.parse().ok()?;
    (parts.next().is_none() && view < VIEWS.len()).then(|| draw(property, seed, view))
}

fn draw(property: Property, seed: u64, view: usize) -> String {
    let mut chance = Chance::new(seed << 8 | property as u64);
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
    let scene = Scene::new(&mut chance, property, if view == 4 { other } else { first });
    let mut canvas = Canvas::new(600, 400);
    match view {
        0 | 4 => outside(&mut canvas, &scene, chance, property),
        1 => rooms::living(&mut canvas, &scene, &mut chance),
        2 => rooms::sleeping(&mut canvas, &scene, &mut chance),
        _ => kitchen::cooking(&mut canvas, &scene, &mut chance),
    }
    canvas.finish()
}

/// Takes its own chance: the house is the same at every hour.
fn outside(canvas: &mut Canvas, scene: &Scene, mut chance: Chance, property: Property) {
    let chance = &mut chance;
    let tall = matches!(
        property,
        Property::Apartment | Property::Loft | Property::Hotel | Property::Townhouse
    );
    let frames: &[_] = match tall {
        true => &[(0, 0, 600), (0, 0, 600), (30, 14, 560), (10, 20, 560)],
        false => &[(0, 0, 600), (40, 40, 520), (20, 53, 520), (66, 68, 480)],
    };
    let (left, top, wide) = *chance.pick(frames);
    canvas.frame(left, top, wide, chance.happens(0.5));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_property_has_five_small_pictures() {
        for property in Property::ALL {
            for view in 0..5 {
                let svg = svg(&format!("{}-2b0a-{view}.svg", property.as_str())).unwrap();
                assert!(
                    svg.len() < 18_000,
                    "{property:?} {view}: {} bytes",
                    svg.len()
                );
                assert!(!svg.contains("NaN"), "{property:?} {view}");
            }
        }
    }

    #[test]
    fn a_name_we_do_not_draw_is_nothing() {
        for name in [
            "cabin-2b0a-5.svg",
            "cabin-2b0a-0",
            "castle-2b0a-0.svg",
            "cabin-2b-0.svg",
            "cabin-2b0a-0-0.svg",
        ] {
            assert_eq!(svg(name), None, "{name}");
        }
    }

    #[test]
    fn the_same_name_is_the_same_picture() {
        assert_eq!(svg("cabin-2b0a-0.svg"), svg("cabin-2b0a-0.svg"));
        assert_ne!(svg("cabin-2b0a-0.svg"), svg("cabin-2b0b-0.svg"));
    }
}
