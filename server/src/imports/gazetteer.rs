//! The cities that imports know without being told: coordinates to the nearest thousandth of a degree or better
//! (GeoNames, CC BY 4.0). Inside Airbnb's larger cities, and some more.

use domain::places::fold;

use super::countries::{Country, country};

/// A city of the table below.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct City {
    pub name: &'static str,
    pub country: Country,
    pub centre: Point,
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

/// The known city nearest to `point`, if one lies within `within` kilometres.
pub fn nearest(point: Point, within: f64) -> Option<City> {
    cities()
        .map(|city| (city.centre.distance(point), city))
        .filter(|(distance, _)| *distance <= within)
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, city)| city)
}

/// The known city with this name, whatever accents and case; of several the one nearest to `point`.
pub fn named(name: &str, country_code: Option<&str>, point: Point) -> Option<City> {
    let wanted = fold(name);
    cities()
        .filter(|city| fold(city.name) == wanted)
        .filter(|city| country_code.is_none_or(|code| code == city.country.code))
        .min_by(|a, b| {
            a.centre
                .distance(point)
                .total_cmp(&b.centre.distance(point))
        })
}

fn cities() -> impl Iterator<Item = City> {
    CITIES
        .iter()
        .filter_map(|&(name, code, latitude, longitude)| {
            Some(City {
                name,
                country: country(code)?,
                centre: Point {
                    latitude,
                    longitude,
                },
            })
        })
}

#[rustfmt::skip]
const CITIES: &[(&str, &str, f64, f64)] = &[
    ("Adelaide", "AU", -34.9287, 138.5986),
    ("Albany", "US", 42.6526, -73.7562),
    ("Amsterdam", "NL", 52.374, 4.8897),
    ("Antwerp", "BE", 51.2205, 4.4003),
    ("Asheville", "US", 35.6009, -82.554),
    ("Athens", "GR", 37.9838, 23.7278),
    ("Auckland", "NZ", -36.8485, 174.7635),
    ("Austin", "US", 30.2672, -97.7431),
    ("Bangkok", "TH", 13.754, 100.5014),
    ("Barcelona", "ES", 41.3888, 2.159),
    ("Bari", "IT", 41.1207, 16.8698),
    ("Basel", "CH", 47.5584, 7.5733),
    ("Beijing", "CN", 39.9075, 116.3972),
    ("Bergamo", "IT", 45.696, 9.6672),
    ("Berlin", "DE", 52.5244, 13.4105),
    ("Bilbao", "ES", 43.2627, -2.9253),
    ("Bogotá", "CO", 4.6097, -74.0817),
    ("Bologna", "IT", 44.4938, 11.3387),
    ("Bordeaux", "FR", 44.8412, -0.5805),
    ("Boston", "US", 42.3584, -71.0598),
    ("Bozeman", "US", 45.6797, -111.0386),
    ("Brisbane", "AU", -27.4679, 153.0281),
    ("Bristol", "GB", 51.4552, -2.5966),
    ("Bruges", "BE", 51.2089, 3.2242),
    ("Brussels", "BE", 50.8505, 4.3488),
    ("Bucharest", "RO", 44.4323, 26.1063),
    ("Budapest", "HU", 47.4984, 19.0404),
    ("Buenos Aires", "AR", -34.6131, -58.3772),
    ("Cairo", "EG", 30.0626, 31.2497),
    ("Cambridge", "GB", 52.2, 0.1167),
    ("Cambridge", "US", 42.3751, -71.1056),
    ("Cape Town", "ZA", -33.9258, 18.4232),
    ("Chicago", "US", 41.85, -87.65),
    ("Christchurch", "NZ", -43.5333, 172.6333),
    ("Cologne", "DE", 50.9333, 6.95),
    ("Columbus", "US", 39.9612, -82.9988),
    ("Copenhagen", "DK", 55.6759, 12.5655),
    ("Dallas", "US", 32.7831, -96.8067),
    ("Denver", "US", 39.7392, -104.9847),
    ("Dubai", "AE", 25.0772, 55.3093),
    ("Dublin", "IE", 53.3331, -6.2489),
    ("Dubrovnik", "HR", 42.6412, 18.1091),
    ("Edinburgh", "GB", 55.9521, -3.1965),
    ("Florence", "IT", 43.7792, 11.2463),
    ("Fort Lauderdale", "US", 26.1223, -80.1434),
    ("Fort Worth", "US", 32.7254, -97.3208),
    ("Geneva", "CH", 46.2022, 6.1457),
    ("Ghent", "BE", 51.05, 3.7167),
    ("Girona", "ES", 41.9831, 2.8249),
    ("Glasgow", "GB", 55.8651, -4.2576),
    ("Gothenburg", "SE", 57.7072, 11.9668),
    ("Hamburg", "DE", 53.5507, 9.993),
    ("Helsinki", "FI", 60.1695, 24.9354),
    ("Heraklion", "GR", 35.3279, 25.1434),
    ("Hobart", "AU", -42.8794, 147.3294),
    ("Hong Kong", "HK", 22.2783, 114.1747),
    ("Honolulu", "US", 21.3069, -157.8583),
    ("Istanbul", "TR", 41.0138, 28.9497),
    ("Jersey City", "US", 40.7282, -74.0776),
    ("Johannesburg", "ZA", -26.2023, 28.0436),
    ("Kraków", "PL", 50.0614, 19.9366),
    ("Kyoto", "JP", 35.0211, 135.7538),
    ("Las Vegas", "US", 36.175, -115.1372),
    ("Lausanne", "CH", 46.516, 6.6328),
    ("Lima", "PE", -12.0432, -77.0282),
    ("Lisbon", "PT", 38.7251, -9.1498),
    ("Liverpool", "GB", 53.4106, -2.9779),
    ("London", "GB", 51.5085, -0.1257),
    ("Los Angeles", "US", 34.0522, -118.2437),
    ("Lyon", "FR", 45.7491, 4.8479),
    ("Madrid", "ES", 40.4165, -3.7026),
    ("Manchester", "GB", 53.4809, -2.2374),
    ("Marrakech", "MA", 31.6342, -7.9999),
    ("Marseille", "FR", 43.297, 5.3811),
    ("Medellín", "CO", 6.245, -75.5715),
    ("Melbourne", "AU", -37.814, 144.9633),
    ("Mexico City", "MX", 19.4285, -99.1277),
    ("Miami", "US", 25.7743, -80.1937),
    ("Milan", "IT", 45.4643, 9.1895),
    ("Minneapolis", "US", 44.98, -93.2638),
    ("Montevideo", "UY", -34.9033, -56.1882),
    ("Montreal", "CA", 45.5088, -73.5878),
    ("Mumbai", "IN", 19.0728, 72.8826),
    ("Munich", "DE", 48.1374, 11.5755),
    ("Málaga", "ES", 36.7202, -4.4203),
    ("Nairobi", "KE", -1.2833, 36.8167),
    ("Naples", "IT", 40.8522, 14.2681),
    ("Nashville", "US", 36.1659, -86.7844),
    ("New Orleans", "US", 29.9547, -90.0751),
    ("New York", "US", 40.7143, -74.006),
    ("Newark", "US", 40.7357, -74.1724),
    ("Nice", "FR", 43.7031, 7.2661),
    ("Oakland", "US", 37.8044, -122.2708),
    ("Osaka", "JP", 34.6938, 135.5011),
    ("Oslo", "NO", 59.9127, 10.7461),
    ("Ottawa", "CA", 45.4112, -75.6981),
    ("Pacific Grove", "US", 36.6177, -121.9166),
    ("Palermo", "IT", 38.1166, 13.3636),
    ("Palma", "ES", 39.5694, 2.6502),
    ("Paris", "FR", 48.8534, 2.3488),
    ("Perth", "AU", -31.9522, 115.8614),
    ("Philadelphia", "US", 39.9524, -75.1636),
    ("Portland", "US", 45.5234, -122.6762),
    ("Porto", "PT", 41.1485, -8.611),
    ("Prague", "CZ", 50.088, 14.4208),
    ("Providence", "US", 41.824, -71.4128),
    ("Quebec City", "CA", 46.8123, -71.2145),
    ("Reykjavík", "IS", 64.1355, -21.8954),
    ("Riga", "LV", 56.946, 24.1059),
    ("Rio de Janeiro", "BR", -22.9064, -43.1822),
    ("Rochester", "US", 43.1548, -77.6156),
    ("Rome", "IT", 41.8919, 12.5113),
    ("Rotterdam", "NL", 51.9225, 4.4792),
    ("Salem", "US", 44.9429, -123.0351),
    ("San Diego", "US", 32.7157, -117.1647),
    ("San Francisco", "US", 37.7749, -122.4194),
    ("San Jose", "US", 37.3394, -121.895),
    ("San Mateo", "US", 37.563, -122.3255),
    ("San Sebastián", "ES", 43.3128, -1.975),
    ("Santa Cruz", "US", 36.9741, -122.0308),
    ("Santiago", "CL", -33.4569, -70.6483),
    ("Seattle", "US", 47.6062, -122.3321),
    ("Seoul", "KR", 37.566, 126.9784),
    ("Seville", "ES", 37.3828, -5.9732),
    ("Shanghai", "CN", 31.2222, 121.4581),
    ("Singapore", "SG", 1.2897, 103.8501),
    ("Split", "HR", 43.5089, 16.4392),
    ("Stockholm", "SE", 59.3294, 18.0687),
    ("Sydney", "AU", -33.8678, 151.2073),
    ("São Paulo", "BR", -23.5475, -46.6361),
    ("Taipei", "TW", 25.0531, 121.5264),
    ("Tallinn", "EE", 59.437, 24.7535),
    ("The Hague", "NL", 52.0767, 4.2986),
    ("Thessaloniki", "GR", 40.6407, 22.9349),
    ("Tokyo", "JP", 35.6895, 139.6917),
    ("Toronto", "CA", 43.7064, -79.3986),
    ("Trento", "IT", 46.0679, 11.1211),
    ("Turin", "IT", 45.0705, 7.6868),
    ("Valencia", "ES", 39.4739, -0.3797),
    ("Valletta", "MT", 35.8997, 14.5148),
    ("Vancouver", "CA", 49.2497, -123.1193),
    ("Venice", "IT", 45.4371, 12.3326),
    ("Victoria", "CA", 48.4359, -123.3516),
    ("Vienna", "AT", 48.2085, 16.3721),
    ("Vilnius", "LT", 54.6892, 25.2798),
    ("Warsaw", "PL", 52.2298, 21.0118),
    ("Washington, D.C.", "US", 38.8951, -77.0364),
    ("Wellington", "NZ", -41.2866, 174.7756),
    ("Winnipeg", "CA", 49.8844, -97.147),
    ("Zagreb", "HR", 45.8144, 15.978),
    ("Zurich", "CH", 47.3667, 8.55),
];

#[cfg(test)]
mod tests {
    use super::*;

    const ARTHURS_SEAT: Point = Point {
        latitude: 55.9441,
        longitude: -3.1618,
    };

    #[test]
    fn a_point_belongs_to_the_nearest_city_within_reach() {
        let city = nearest(ARTHURS_SEAT, 40.0).map(|city| (city.name, city.country.currency));
        assert_eq!(city, Some(("Edinburgh", "GBP")));
        let dundee = Point {
            latitude: 56.462,
            longitude: -2.9707,
        };
        assert_eq!(nearest(dundee, 40.0), None);
    }

    #[test]
    fn a_name_is_found_without_accents_and_of_two_the_nearer_one_counts() {
        assert_eq!(
            named("montreal", None, ARTHURS_SEAT).map(|city| city.country.code),
            Some("CA")
        );
        assert_eq!(
            named("Cambridge", None, ARTHURS_SEAT).map(|city| city.country.code),
            Some("GB")
        );
        assert_eq!(
            named("cambridge", Some("US"), ARTHURS_SEAT).map(|city| city.country.code),
            Some("US")
        );
    }

    #[test]
    fn every_city_lies_in_a_known_country() {
        assert_eq!(cities().count(), CITIES.len());
    }
}
