//! Which pictures a home has, from its facts.

use domain::listings::Property;
use uuid::Uuid;

use super::{
    captions,
    spec::{Spec, View},
};

/// What the pictures are chosen from.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub id: Uuid,
    pub property: Property,
    /// ISO 3166, two letters; anything else is drawn as nowhere in particular.
    pub country_code: &'a str,
    /// None: a studio.
    pub bedrooms: u32,
    pub beds: u32,
    /// Slugs of the catalogue.
    pub amenities: &'a [&'a str],
}

/// A picture of a home, and what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    pub spec: Spec,
    pub alt: String,
}

/// The home's first picture, for lists that know no more of it.
pub fn cover(id: Uuid, property: Property, country_code: &str, beds: u32) -> Spec {
    Spec::new(property, country_code, seed(id), beds, View::Outside)
}

fn seed(id: Uuid) -> u16 {
    let bytes = id.as_bytes();
    u16::from_be_bytes([bytes[0], bytes[15]])
}

const FEWEST: usize = 5;
const MOST: usize = 8;

/// Five to eight pictures, the cover first.
pub fn of(facts: &Facts) -> Vec<Drawing> {
    let cover = cover(facts.id, facts.property, facts.country_code, facts.beds);
    let mut views = indoors(facts);
    for (index, view) in offered(facts).into_iter().take(3).enumerate() {
        if views.len() + 2 < MOST {
            views.insert((2 + index).min(views.len()), (view, 1));
        }
    }
    for view in [View::Bath, View::Evening, View::Dining, View::Outlook] {
        let wanted = matches!(view, View::Bath | View::Evening) || views.len() + 1 < FEWEST;
        if wanted && views.len() + 1 < MOST {
            views.push((view, 1));
        }
    }
    std::iter::once((View::Outside, u32::from(cover.beds)))
        .chain(views)
        .map(|(view, beds)| {
            let spec = Spec::new(facts.property, facts.country_code, cover.seed, beds, view);
            Drawing {
                alt: captions::alt(&spec),
                spec,
            }
        })
        .collect()
}

/// Where one sits, sleeps and cooks; together they show all beds, up to eighteen.
fn indoors(facts: &Facts) -> Vec<(View, u32)> {
    let beds = facts.beds.clamp(1, 18);
    let kitchen = ["kitchen", "hob", "oven", "microwave"]
        .iter()
        .any(|slug| facts.amenities.contains(slug));
    let mut views = Vec::new();
    if facts.bedrooms == 0 && beds <= 6 {
        views.push((View::Studio, beds));
    } else {
        views.push((View::Living, 1));
        let rooms = facts.bedrooms.clamp(beds.div_ceil(6), 3).min(beds);
        for room in 0..rooms {
            let share = beds / rooms + u32::from(room >= rooms - beds % rooms);
            views.push((
                [View::Bedroom, View::Second, View::Bunks][room as usize],
                share,
            ));
        }
    }
    if kitchen {
        views.push((View::Kitchen, 1));
    }
    views
}

/// What of its amenities makes a picture, the rarest first.
fn offered(facts: &Facts) -> Vec<View> {
    let shown = [
        ("pool", View::Pool),
        ("sauna", View::Sauna),
        ("fireplace", View::Fireside),
        ("waterfront", View::Outlook),
        ("garden", View::Garden),
        ("balcony", View::Balcony),
        ("dedicated-workspace", View::Desk),
        ("barbecue", View::Garden),
        ("breakfast", View::Dining),
    ];
    let mut views = Vec::new();
    for (slug, view) in shown {
        if facts.amenities.contains(&slug) && !views.contains(&view) {
            views.push(view);
        }
    }
    views
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts<'a>(bedrooms: u32, beds: u32, amenities: &'a [&'a str]) -> Facts<'a> {
        Facts {
            id: Uuid::from_u128(0x51),
            property: Property::Cottage,
            country_code: "GB",
            bedrooms,
            beds,
            amenities,
        }
    }

    #[test]
    fn a_home_has_five_to_eight_pictures_each_its_own_the_cover_first() {
        let all = [
            "pool",
            "sauna",
            "fireplace",
            "waterfront",
            "garden",
            "balcony",
            "kitchen",
            "dedicated-workspace",
            "breakfast",
        ];
        for bedrooms in 0..6 {
            for beds in 0..25 {
                for amenities in [&all[..0], &all[..3], &all[..]] {
                    let drawings = of(&facts(bedrooms, beds, amenities));
                    assert!((FEWEST..=MOST).contains(&drawings.len()), "{drawings:?}");
                    assert_eq!(drawings[0].spec.view, View::Outside);
                    let specs: std::collections::HashSet<_> =
                        drawings.iter().map(|drawing| drawing.spec).collect();
                    assert_eq!(specs.len(), drawings.len(), "{drawings:?}");
                }
            }
        }
    }

    #[test]
    fn the_pictures_show_as_many_beds_as_the_home_has() {
        for bedrooms in 0..6 {
            for beds in 1..=18 {
                let shown: u32 = of(&facts(
                    bedrooms,
                    beds,
                    &["kitchen", "pool", "garden", "balcony"],
                ))
                .iter()
                .filter(|drawing| {
                    matches!(
                        drawing.spec.view,
                        View::Studio | View::Bedroom | View::Second | View::Bunks
                    )
                })
                .map(|drawing| u32::from(drawing.spec.beds))
                .sum();
                assert_eq!(shown, beds, "{bedrooms} bedrooms");
            }
        }
    }

    #[test]
    fn what_a_home_offers_is_shown_and_nothing_else() {
        let views = |amenities| -> Vec<View> {
            of(&facts(1, 1, amenities))
                .iter()
                .map(|drawing| drawing.spec.view)
                .collect()
        };
        assert!(views(&["pool"]).contains(&View::Pool));
        assert!(!views(&["kitchen"]).contains(&View::Pool));
        assert!(!views(&["wifi"]).contains(&View::Kitchen));
    }
}
