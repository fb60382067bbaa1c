//! The gazetteer as it lies in the executable: unpacked when it is first asked, about 4 MB from then on.

use std::{collections::HashMap, io::Read, sync::LazyLock};

use domain::places::fold;
use flate2::read::GzDecoder;

use super::{City, Point};
use crate::imports::countries::{self, Country};

/// One line a city: GeoNames' number, country, region, latitude, longitude, population, name, other names.
const PACKED: &[u8] = include_bytes!("../../../data/cities.tsv.gz");

/// Each with its folded names, one a line.
static CITIES: LazyLock<Vec<(City, Box<str>)>> = LazyLock::new(unpacked);

/// All cities with their folded names, one a line; the largest come first.
pub(super) fn all() -> impl Iterator<Item = (&'static City, &'static str)> {
    CITIES.iter().map(|(city, names)| (city, names.as_ref()))
}

fn unpacked() -> Vec<(City, Box<str>)> {
    let mut text = String::with_capacity(1_200_000);
    if let Err(error) = GzDecoder::new(PACKED).read_to_string(&mut text) {
        tracing::error!(%error, "the gazetteer cannot be unpacked");
    }
    // Unpacked once, and needed as long as the program runs.
    let text: &'static str = Box::leak(text.into_boxed_str());
    let countries: HashMap<&str, Country> = countries::all()
        .map(|country| (country.code, country))
        .collect();
    text.lines()
        .filter_map(|line| city(line, &countries))
        .collect()
}

fn city(line: &'static str, countries: &HashMap<&str, Country>) -> Option<(City, Box<str>)> {
    let mut columns = line.split('\t');
    let mut next = || columns.next();
    let id = next()?.parse().ok()?;
    let country = *countries.get(next()?)?;
    let region = next()?;
    let centre = Point {
        latitude: next()?.parse().ok()?,
        longitude: next()?.parse().ok()?,
    };
    let population = next()?.parse().ok()?;
    let (name, others) = (next()?, next()?);
    let city = City {
        id,
        name,
        region,
        country,
        centre,
        population,
        near: "",
    };
    Some((city, folded(name, others)))
}

fn folded(name: &str, others: &str) -> Box<str> {
    let others = others.split(';').filter(|other| !other.is_empty());
    let names: Vec<String> = std::iter::once(name).chain(others).map(fold).collect();
    names.join("\n").into_boxed_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_city_of_a_known_country() {
        let mut text = String::new();
        GzDecoder::new(PACKED)
            .read_to_string(&mut text)
            .expect("a text");
        assert!(text.lines().count() > 20_000);
        assert_eq!(all().count(), text.lines().count());
    }

    #[test]
    fn the_largest_come_first() {
        assert!(CITIES.is_sorted_by(|(a, _), (b, _)| a.population >= b.population));
    }
}
