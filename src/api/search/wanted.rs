//! What is searched for.

use domain::SearchQuery;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::api::{answer::ApiResult, json::Asked};

/// The filters. All are optional.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// A neighbourhood, city or country, such as `Leith, Edinburgh`.
    #[serde(rename = "where")]
    #[param(rename = "where", max_length = 100)]
    place: Option<String>,
    /// The day of arrival, such as 2026-06-01; together with `check_out`.
    #[param(format = Date)]
    check_in: Option<String>,
    /// The day of departure.
    #[param(format = Date)]
    check_out: Option<String>,
    #[param(minimum = 1, maximum = 50)]
    guests: Option<u32>,
    /// `entire_home`, `private_room`, `shared_room` or `hotel_room`; several are either or.
    #[serde(default)]
    #[param(required = false)]
    kind: Vec<String>,
    /// Whole euros for a night with all that must be paid.
    #[param(minimum = 0, maximum = 1000000)]
    min_price: Option<u32>,
    #[param(minimum = 0, maximum = 1000000)]
    max_price: Option<u32>,
    /// Slugs, such as `wifi`; a place must have them all.
    #[serde(default)]
    #[param(required = false)]
    amenity: Vec<String>,
    /// `recommended`, `price_low`, `price_high`, `rating` or `newest`.
    sort: Option<String>,
}

impl Asked for Wanted {
    const PAGED: bool = true;
}

impl Wanted {
    /// Reads it as the pages do.
    ///
    /// # Errors
    /// 400, each mistake at its parameter.
    pub fn read(self, after: Option<String>) -> ApiResult<SearchQuery> {
        let number = |number: Option<u32>| number.map(|number| number.to_string());
        let one = [
            ("where", self.place),
            ("check_in", self.check_in),
            ("check_out", self.check_out),
            ("guests", number(self.guests)),
            ("min_price", number(self.min_price)),
            ("max_price", number(self.max_price)),
            ("sort", self.sort),
            ("after", after),
        ];
        let one = one
            .iter()
            .filter_map(|(name, value)| Some((*name, value.as_deref()?)));
        let kinds = self.kind.iter().map(|kind| ("kind", kind.as_str()));
        let amenities = self.amenity.iter().map(|slug| ("amenity", slug.as_str()));
        let (query, refused) = SearchQuery::from_pairs(one.chain(kinds).chain(amenities));
        domain::error::none_refused(refused)?;
        Ok(query)
    }
}
