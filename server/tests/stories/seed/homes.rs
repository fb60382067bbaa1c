//! The facts of the demo's homes, without a database.

use std::collections::{HashMap, HashSet};

use domain::{
    Currency,
    listings::{Kind, Property},
};
use server::{
    imports::amenities::CATALOGUE,
    seed::{
        cast,
        homes::{Home, TOWNS, Town},
    },
};

fn homes() -> impl Iterator<Item = (&'static Town, &'static Home)> {
    TOWNS
        .iter()
        .flat_map(|town| town.homes.iter().map(|home| (*town, home)))
}

/// In kilometres, near enough for cities.
fn distance(from: (f64, f64), to: (f64, f64)) -> f64 {
    let north = (to.0 - from.0) * 111.2;
    let east = (to.1 - from.1) * 111.2 * from.0.to_radians().cos();
    north.hypot(east)
}

#[test]
fn a_hundred_and_twenty_homes_stand_in_thirteen_cities_on_six_continents() {
    let keys: HashSet<_> = homes().map(|(_, home)| home.key).collect();
    assert_eq!((keys.len(), TOWNS.len()), (120, 13));
    let continent = |country: &str| match country {
        "GB" | "PT" | "DK" => "Europe",
        "JP" | "VN" | "JO" | "TR" => "Asia",
        "ZA" | "MA" => "Africa",
        "CA" | "MX" => "North America",
        "AR" => "South America",
        "NZ" => "Oceania",
        other => panic!("{other}"),
    };
    let continents: HashSet<_> = TOWNS.iter().map(|town| continent(town.country)).collect();
    assert_eq!(continents.len(), 6);
    let decimals: HashSet<_> = TOWNS
        .iter()
        .map(|town| {
            Currency::parse(town.currency)
                .expect("a currency")
                .decimals()
        })
        .collect();
    assert_eq!(decimals, HashSet::from([0, 2, 3]));
}

#[test]
fn every_host_has_homes_and_all_sorts_of_homes_are_there() {
    let mut of_host: HashMap<&str, usize> = HashMap::new();
    for (_, home) in homes() {
        *of_host.entry(home.host.email).or_default() += 1;
    }
    assert_eq!(of_host.len(), cast::HOSTS.len());
    assert!(
        of_host.values().all(|homes| (2..=5).contains(homes)),
        "{of_host:?}"
    );
    let properties: HashSet<_> = homes().map(|(_, home)| home.property.as_str()).collect();
    let all = Property::ALL
        .iter()
        .filter(|property| **property != Property::Other);
    assert!(
        all.clone()
            .all(|property| properties.contains(property.as_str()))
    );
    let kinds: HashSet<_> = homes().map(|(_, home)| home.kind.as_str()).collect();
    assert_eq!(kinds.len(), Kind::ALL.len());
}

#[test]
fn homes_are_where_they_say() {
    for (town, home) in homes() {
        let key = home.key;
        assert!(distance(town.centre, home.point) < 30.0, "{key}");
        let around = town
            .neighbourhoods
            .iter()
            .find(|(name, ..)| *name == home.neighbourhood);
        let &(_, latitude, longitude) = around.unwrap_or_else(|| panic!("{key}"));
        let away = distance((latitude, longitude), home.point);
        assert!(
            away < 2.5,
            "{key} is {away:.1} km from {}",
            home.neighbourhood
        );
    }
    let places: HashSet<_> = homes()
        .map(|(_, home)| format!("{:?}", home.point))
        .collect();
    assert_eq!(places.len(), 120);
}

#[test]
fn facts_fit_each_other() {
    for (town, home) in homes() {
        let key = home.key;
        assert!(
            home.beds <= home.capacity && home.capacity <= home.beds * 2,
            "{key}"
        );
        assert!(home.bedrooms >= 1 && home.bedrooms <= home.beds, "{key}");
        assert!(
            (1..=home.bedrooms * 2 + 2).contains(&home.half_baths),
            "{key}"
        );
        assert!(
            home.min_nights >= 1 && home.min_nights < home.max_nights,
            "{key}"
        );
        assert!(
            home.check_in.0 < home.check_in.1 && home.cutoff <= home.check_in.1,
            "{key}"
        );
        assert!(home.check_in.1 <= 23, "{key}");
        let major = Currency::parse(town.currency)
            .expect("a currency")
            .minor_per_major();
        assert_eq!(home.nightly % major, 0, "{key}");
        if let Some(season) = &home.season {
            let (least, most) = (home.nightly * 11 / 10, home.nightly * 17 / 10);
            assert!((least..=most).contains(&season.nightly), "{key}");
            assert_ne!(season.from, season.to, "{key}");
        }
    }
}

#[test]
fn amenities_are_of_the_catalogue_and_fit_the_home() {
    for (_, home) in homes() {
        let key = home.key;
        let offered: Vec<_> = home.amenities.split_whitespace().collect();
        let has = |slug: &str| offered.contains(&slug);
        let once: HashSet<_> = offered.iter().collect();
        assert_eq!(once.len(), offered.len(), "{key}");
        assert!(
            offered
                .iter()
                .all(|slug| CATALOGUE.iter().any(|known| known.slug == *slug)),
            "{key}"
        );
        assert!(
            has("smoke-alarm") && has("bed-linen") && offered.len() >= 9,
            "{key}"
        );
        assert_eq!(has("long-stays"), home.max_nights > 28, "{key}");
        assert!(
            home.property != Property::Boat || has("waterfront"),
            "{key}"
        );
    }
}
