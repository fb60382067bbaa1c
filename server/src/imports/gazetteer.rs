//! The towns and cities that are known without being told, 15,000 people and more, and all capitals: what imports and hosts
//! name a place by. From GeoNames (CC BY 4.0), packed by `scripts/gazetteer.mjs`.

mod packed;

use domain::places::fold;

use super::countries::{Country, country};
use packed::all;

/// A city as the gazetteer has it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct City {
    /// GeoNames' number.
    pub id: u32,
    pub name: &'static str,
    /// Where people name it with a city ("MO", "Scotland"); empty elsewhere.
    pub region: &'static str,
    pub country: Country,
    pub centre: Point,
    pub population: u32,
    /// A larger city in the neighbourhood, where nothing else tells it from another of its name; empty otherwise.
    pub near: &'static str,
}

impl City {
    /// "Springfield, MO, United States"
    pub fn label(&self) -> String {
        let parts = [self.name, self.region, self.country.name];
        let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let near = match self.near {
            "" => String::new(),
            near => format!(" (near {near})"),
        };
        format!("{}{near}", said.join(", "))
    }
}

/// Degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub latitude: f64,
    pub longitude: f64,
}

impl Point {
    /// Kilometres over the ground (a sphere: right to half a per cent).
    pub fn distance(self, other: Self) -> f64 {
        let (a, b) = (self.latitude.to_radians(), other.latitude.to_radians());
        let half = |from: f64, to: f64| ((to - from) / 2.0).sin().powi(2);
        let turn = half(self.longitude.to_radians(), other.longitude.to_radians());
        2.0 * 6371.0 * (half(a, b) + a.cos() * b.cos() * turn).sqrt().asin()
    }
}

/// How many cities are offered at most.
const OFFERED: usize = 12;
/// Fewer letters could begin anything.
const SHORTEST_BEGINNING: usize = 3;
/// How far away, in kilometres, a city is still named to tell another from its namesakes.
const NEIGHBOURHOOD: f64 = 150.0;
/// Within so many kilometres cities tell in which country and region a point lies.
const COUNTRYSIDE: f64 = 300.0;
/// Another country's city within so many kilometres makes one doubt.
const BORDERLAND: f64 = 50.0;

/// The city to which `point` belongs, of those within `within` kilometres: the one that draws most, by its people and the
/// square of the distance, so that a suburb is not taken for the city around it.
pub fn nearest(point: Point, within: f64) -> Option<City> {
    // Within a kilometre of its middle nobody is nearer than anybody else.
    let pull = |city: &City, distance: f64| f64::from(city.population) / distance.max(1.0).powi(2);
    all()
        .map(|(city, _)| (city.centre.distance(point), city))
        .filter(|(distance, _)| *distance <= within)
        .max_by(|(a_far, a), (b_far, b)| pull(a, *a_far).total_cmp(&pull(b, *b_far)))
        .map(|(_, city)| *city)
}

/// The city nearest to `point`, however far; there is always one.
pub fn closest(point: Point) -> Option<City> {
    let far = |city: &City| city.centre.distance(point);
    all()
        .map(|(city, _)| *city)
        .min_by(|a, b| far(a).total_cmp(&far(b)))
}

/// The countries in which `point` may lie, by the cities around it: one deep inside a country, several near a border, none
/// far from everything.
pub fn countries_around(point: Point) -> Vec<Country> {
    let mut near: Vec<(f64, Country)> = all()
        .map(|(city, _)| (city.centre.distance(point), city.country))
        .filter(|(distance, _)| *distance <= COUNTRYSIDE)
        .collect();
    near.sort_by(|a, b| a.0.total_cmp(&b.0));
    let around = near
        .first()
        .map_or(0.0, |(nearest, _)| (nearest * 1.5).max(BORDERLAND));
    let mut countries: Vec<Country> = Vec::new();
    for (_, country) in near
        .into_iter()
        .take_while(|(distance, _)| *distance <= around)
    {
        if !countries.contains(&country) {
            countries.push(country);
        }
    }
    countries
}

/// The region in which `point` lies, as its nearest city in the country tells; empty where people name none.
pub fn region(point: Point, country_code: &str) -> &'static str {
    all()
        .map(|(city, _)| (city.centre.distance(point), city))
        .filter(|(distance, city)| *distance <= COUNTRYSIDE && city.country.code == country_code)
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map_or("", |(_, city)| city.region)
}

/// The known city with this name, whatever accents and case; of several the one nearest to `point`.
pub fn named(name: &str, country_code: Option<&str>, point: Point) -> Option<City> {
    let from = |city: &City| city.centre.distance(point);
    bearing(&fold(name))
        .filter(|city| country_code.is_none_or(|code| code == city.country.code))
        .min_by(|a, b| from(a).total_cmp(&from(b)))
}

/// The cities called so, whatever accents and case, the largest first; "Springfield, United States" means those there, by
/// region, country or its code.
pub fn called(text: &str) -> Vec<City> {
    let whole: Vec<City> = bearing(&fold(text)).collect();
    if !whole.is_empty() {
        return whole;
    }
    let mut parts = text.split(',');
    let name = fold(parts.next().unwrap_or_default());
    let around: Vec<&str> = parts.collect();
    let lies = |city: &City| around.iter().all(|part| lies_in(city, part));
    bearing(&name).filter(lies).collect()
}

/// At most twelve cities called so, the largest first; when there is none, those whose name begins so.
pub fn search(text: &str) -> Vec<City> {
    let mut found = called(text);
    let folded = fold(text);
    if found.is_empty() && folded.len() >= SHORTEST_BEGINNING {
        let begins = all().filter(|(_, names)| names.lines().any(|name| name.starts_with(&folded)));
        found = begins.map(|(city, _)| *city).take(OFFERED).collect();
    }
    found.truncate(OFFERED);
    told_apart(found)
}

fn bearing(folded: &str) -> impl Iterator<Item = City> {
    all()
        .filter(move |(_, names)| !folded.is_empty() && names.lines().any(|name| name == folded))
        .map(|(city, _)| *city)
}

fn lies_in(city: &City, around: &str) -> bool {
    let around_folded = fold(around);
    around_folded == fold(city.region)
        || country(around).is_some_and(|country| country == city.country)
}

/// Names a larger city beside those that would read alike.
fn told_apart(found: Vec<City>) -> Vec<City> {
    let labels: Vec<String> = found.iter().map(City::label).collect();
    let alike = |label: &String| labels.iter().filter(|other| *other == label).count() > 1;
    let told = found.iter().zip(&labels).map(|(city, label)| City {
        near: if alike(label) { beside(city) } else { "" },
        ..*city
    });
    told.collect()
}

fn beside(city: &City) -> &'static str {
    // The largest come first.
    all()
        .map(|(other, _)| other)
        .take_while(|other| other.population > city.population)
        .find(|other| other.name != city.name && other.centre.distance(city.centre) < NEIGHBOURHOOD)
        .map_or("", |other| other.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTHURS_SEAT: Point = Point {
        latitude: 55.9441,
        longitude: -3.1618,
    };

    fn point(latitude: f64, longitude: f64) -> Point {
        Point {
            latitude,
            longitude,
        }
    }

    #[test]
    fn a_point_belongs_to_the_city_around_it_within_reach() {
        for (at, name, currency) in [
            (ARTHURS_SEAT, "Edinburgh", "GBP"),
            (point(34.985, 135.76), "Kyoto", "JPY"),
            (point(40.73, -73.97), "New York", "USD"),
            (point(38.72, -9.15), "Lisbon", "EUR"),
            (point(35.9, 14.5), "Valletta", "EUR"),
        ] {
            let city = nearest(at, 40.0).map(|city| (city.name, city.country.currency));
            assert_eq!(city, Some((name, currency)));
        }
        assert_eq!(
            nearest(point(58.357, -3.896), 40.0),
            None,
            "the moors of Caithness"
        );
    }

    #[test]
    fn the_cities_around_a_village_tell_its_country_and_region_but_not_at_a_border() {
        let codes = |latitude, longitude| -> Vec<&str> {
            let around = countries_around(point(latitude, longitude));
            around.iter().map(|country| country.code).collect()
        };
        assert_eq!(codes(57.4125, -6.1942), ["GB"], "Skye");
        assert_eq!(codes(46.6167, 9.1833), ["CH"], "Vals");
        assert!(codes(47.491, 7.485).len() > 1, "Leymen, by Basel");
        assert!(codes(-40.0, -120.0).is_empty(), "the South Pacific");
        assert_eq!(region(point(57.4125, -6.1942), "GB"), "Scotland");
        assert_eq!(region(point(51.45, -2.59), "GB"), "England");
        assert_eq!(region(point(38.72, -9.14), "PT"), "");
    }

    #[test]
    fn a_name_is_found_without_accents_and_of_two_the_nearer_one_counts() {
        let code = |name, country| named(name, country, ARTHURS_SEAT).map(|city| city.country.code);
        assert_eq!(code("montreal", None), Some("CA"));
        assert_eq!(code("Cambridge", None), Some("GB"));
        assert_eq!(code("cambridge", Some("US")), Some("US"));
    }

    #[test]
    fn cities_are_called_by_their_english_name_and_known_by_the_one_at_home() {
        for (typed, name) in [
            ("koln", "Cologne"),
            ("Cologne", "Cologne"),
            ("münchen", "Munich"),
            ("washington dc", "Washington, D.C."),
            ("Washington, D.C.", "Washington, D.C."),
            ("new york city", "New York"),
            ("sao paulo", "São Paulo"),
        ] {
            assert_eq!(
                called(typed).first().map(|city| city.name),
                Some(name),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_country_or_a_region_tells_namesakes_apart() {
        assert!(called("Springfield").len() > 3);
        let labels = |typed| called(typed).iter().map(City::label).collect::<Vec<_>>();
        assert_eq!(
            labels("Springfield, MO"),
            ["Springfield, MO, United States"]
        );
        assert_eq!(
            labels("Springfield, IL, United States"),
            ["Springfield, IL, United States"]
        );
        assert_eq!(
            labels("perth, scotland"),
            ["Perth, Scotland, United Kingdom"]
        );
        assert!(called("Kyoto, FR").is_empty());
    }

    #[test]
    fn what_is_offered_reads_differently_and_the_largest_comes_first() {
        for typed in [
            "Springfield",
            "San Isidro",
            "Victoria",
            "Edinb",
            "Santa Ana",
        ] {
            let mut labels: Vec<String> = search(typed).iter().map(City::label).collect();
            assert!(!labels.is_empty() && labels.len() <= OFFERED, "{typed}");
            let offered = labels.len();
            labels.sort();
            labels.dedup();
            assert_eq!(labels.len(), offered, "{labels:?}");
        }
        assert_eq!(
            search("Edinb").first().map(|city| city.name),
            Some("Edinburgh")
        );
        assert_eq!(
            search("London").first().map(|city| city.country.code),
            Some("GB")
        );
        assert!(search("").is_empty() && search("ed").is_empty());
    }
}
