//! The time zone of a point on Earth.

use std::sync::LazyLock;

use chrono_tz::Tz;
use tzf_rs::EmbeddedFinder;

use super::gazetteer::Point;

/// Reads its 4 MB of borders in place; the finder that unpacks them would take 100 MB for the same answers.
static FINDER: LazyLock<EmbeddedFinder> = LazyLock::new(EmbeddedFinder::new);

/// The zone whose borders hold `point`; borders are exact to about 100 metres.
pub fn timezone_at(point: Point) -> Option<Tz> {
    FINDER
        .get_tz_name(point.longitude, point.latitude)
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_lie_in_their_zones() {
        for (latitude, longitude, zone) in [
            (55.9521, -3.1965, Tz::Europe__London),
            (35.0211, 135.7538, Tz::Asia__Tokyo),
            (19.4285, -99.1277, Tz::America__Mexico_City),
        ] {
            assert_eq!(
                timezone_at(Point {
                    latitude,
                    longitude
                }),
                Some(zone)
            );
        }
    }
}
