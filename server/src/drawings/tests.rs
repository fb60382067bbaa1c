//! What holds for all pictures.

use domain::listings::Property;
use uuid::Uuid;

use super::{Spec, View, cover, raster, svg, webp};

const COUNTRIES: [&str; 13] = [
    "GB", "PT", "JP", "MX", "ZA", "CA", "DK", "AR", "US", "MA", "AU", "NZ", "DE",
];

/// As random as those that people's homes have, and the same in every run.
fn id(number: usize) -> Uuid {
    let mixed = (number as u128 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835);
    Uuid::from_u128(mixed ^ (mixed >> 61))
}

fn difference(one: &[u8], other: &[u8]) -> f32 {
    let sum: u32 = one
        .iter()
        .zip(other)
        .map(|(one, other)| u32::from(one.abs_diff(*other)))
        .sum();
    sum as f32 / one.len() as f32
}

/// A difference of 8 of 255 in each pixel of a stamp of 24 by 16 is one that people see at a glance.
fn are_unlike(covers: impl Iterator<Item = Spec>) {
    let stamps: Vec<_> = covers
        .map(|spec| {
            let (rgb, ..) = raster::paint(&svg(&spec), 24).expect("a stamp");
            (spec, rgb)
        })
        .collect();
    for page in stamps.chunks(24) {
        for (index, (spec, stamp)) in page.iter().enumerate() {
            for (other, other_stamp) in &page[..index] {
                let apart = difference(stamp, other_stamp);
                assert!(apart > 8.0, "{spec} and {other} are alike: {apart}");
            }
        }
    }
}

#[test]
fn no_two_covers_of_a_page_are_alike_in_the_demo() {
    are_unlike((0..120).map(|number| {
        let property = Property::ALL[number * 5 % Property::ALL.len()];
        cover(id(number), property, COUNTRIES[number % COUNTRIES.len()], 2)
    }));
}

#[test]
fn no_two_covers_of_a_page_are_alike_where_all_are_flats_of_one_city() {
    are_unlike((0..72).map(|number| {
        let property = match number % 6 {
            0 => Property::House,
            1 => Property::Townhouse,
            _ => Property::Apartment,
        };
        cover(id(number + 500), property, "GB", 1)
    }));
}

#[test]
fn every_view_of_every_property_is_drawn_and_drawn_the_same_again() {
    for (number, property) in Property::ALL.iter().enumerate() {
        for (view, country) in View::ALL.iter().zip(COUNTRIES.iter().cycle().skip(number)) {
            let spec = Spec::new(*property, country, number as u16 * 977, 3, *view);
            let drawn = svg(&spec);
            assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{spec}");
            assert_eq!(drawn, svg(&spec));
        }
    }
}

#[test]
fn a_picture_of_a_card_is_small() {
    for (number, view) in View::ALL.iter().enumerate() {
        let spec = Spec::new(Property::House, COUNTRIES[number % 13], 0x2b0a, 2, *view);
        let packed = webp(&spec, 480).expect("a picture");
        assert!(packed.len() < 20_000, "{spec}: {} bytes", packed.len());
    }
}
