//! From what the source says of a home to a row of ours, with the stated defaults for what it does not say.

use chrono::{DateTime, Utc};
use domain::{
    Pricing,
    cancellation::Policy,
    listings::{Kind, Property, Status},
    pricing::Fees,
};

use super::{
    SOURCE,
    destination::{Destination, FAR},
    properties::property,
    source_home::SourceHome,
};
use crate::{
    Result,
    entities::listings,
    imports::{
        ids,
        ranking::{Merit, rank},
        rates::Rates,
        texts,
        timezones::timezone_at,
    },
};

/// What is written where the source says nothing. Help, report and code say the same.
pub const DEFAULTS: &str = "\
No cleaning fee. Check-in 15:00 to 22:00, check-out by 11:00, same-day booking until 18:00.
Flexible cancellation, instant book, no house rules, no arrival notes; the address is neighbourhood, city and country.
Where a row does not say: 2 guests (1 in a shared room), 1 bedroom, 1 bed for each bedroom and at least 1, 1 bathroom.
The summary file has no texts, amenities, ratings or capacity: homes from it have none, and these defaults.
Fewest nights 1 to 365, 1 if not said; most nights up to 365, 365 if not said, never below the fewest.
A home without a name is called by its type and place. A type of building that we have no word for is Home.";

const CHECK_IN_FROM: u32 = 15 * 60;
const CHECK_IN_UNTIL: u32 = 22 * 60;
const CHECK_OUT_BY: u32 = 11 * 60;
const CUTOFF: u32 = 18 * 60;
const YEAR: u32 = 365;
const LICENCE: &str = "CC BY 4.0";
const LINK: &str = "https://insideairbnb.com/";

/// The row for a home, as it would be if it were new at `now`.
///
/// # Errors
/// Why it is refused, as the end of a sentence: it lies too far from its city.
pub fn listing(
    home: &SourceHome,
    destination: &Destination,
    rates: &Rates,
    fees: &Fees,
    amenities: usize,
    now: DateTime<Utc>,
) -> Result<std::result::Result<listings::Model, String>> {
    let distance = home.point.distance(destination.centre);
    if distance > FAR {
        return Ok(Err(format!(
            "it lies {distance:.0} km from {}",
            destination.city.name()
        )));
    }
    let min_nights = home.min_nights.unwrap_or(1).clamp(1, YEAR);
    let pricing = pricing(home, destination);
    if pricing.nightly == 0 {
        return Ok(Err("its price is less than the smallest coin".into()));
    }
    let reference = rates.reference_prices(&pricing, min_nights, fees)?;
    let neighbourhood = destination.neighbourhoods.get(&home.neighbourhood);
    let building = property(&home.property_type);
    let bedrooms = home.bedrooms.unwrap_or(1);
    let merit = Merit {
        has_owner: false,
        rating: home.rating,
        reviews: home.reviews,
        amenities,
    };
    Ok(Ok(listings::Model {
        id: ids::home(SOURCE, &home.id),
        owner_id: None,
        source: Some(SOURCE.into()),
        source_id: Some(home.id.clone()),
        source_url: Some(LINK.into()),
        source_licence: Some(LICENCE.into()),
        host_name: said(texts::at_most(120, texts::line(&home.host_name))),
        status: Status::Published.as_str().into(),
        version: 1,
        title: title(home, building, destination),
        description: texts::at_most(8_000, texts::paragraphs(&home.description)),
        kind: home.kind.as_str().into(),
        property: building.as_str().into(),
        country_id: destination.country.id(),
        city_id: destination.city.id(),
        neighbourhood_id: neighbourhood.map(|place| place.id()),
        address: address(neighbourhood.map(|place| place.name()), destination),
        latitude: home.point.latitude,
        longitude: home.point.longitude,
        timezone: timezone(home, destination),
        capacity: home
            .capacity
            .unwrap_or(if home.kind == Kind::SharedRoom { 1 } else { 2 }),
        bedrooms,
        beds: home.beds.unwrap_or(bedrooms.max(1)),
        half_baths: home.half_baths.unwrap_or(2),
        currency: destination.currency.code().into(),
        pricing: serde_json::to_string(&pricing)
            .map_err(|error| crate::Error::Internal(error.to_string()))?,
        nightly_ref: reference.nightly,
        fixed_ref: reference.fixed,
        shortest_ref: reference.shortest,
        min_nights,
        max_nights: home.max_nights.unwrap_or(YEAR).clamp(min_nights, YEAR),
        check_in_from: CHECK_IN_FROM,
        check_in_until: CHECK_IN_UNTIL,
        check_out_by: CHECK_OUT_BY,
        cutoff: CUTOFF,
        policy: Policy::Flexible.as_str().into(),
        instant_book: true,
        house_rules: String::new(),
        arrival_notes: String::new(),
        registration: said(texts::at_most(200, texts::line(&home.registration))),
        rating: None,
        review_count: 0,
        source_rating: home.rating,
        source_review_count: home.reviews,
        cover: None,
        rank: rank(&merit),
        created_at: now,
        updated_at: now,
        published_at: Some(now),
        cover_alt: None,
        cover_placeholder: None,
        cover_drawing: None,
        cover_widths: None,
        archived_at: None,
        imported_at: None,
        confirmed_at: None,
    }))
}

/// The source has one price a night and no fees. Rounded to the nearest minor unit of the currency.
fn pricing(home: &SourceHome, destination: &Destination) -> Pricing {
    let nightly = (home.price * destination.currency.minor_per_major() + 5_000) / 10_000;
    Pricing::plain(destination.currency, nightly, 0)
}

fn title(home: &SourceHome, building: Property, destination: &Destination) -> String {
    let name = texts::line(&home.name);
    if !name.is_empty() {
        return texts::at_most(200, name);
    }
    let place = destination
        .neighbourhoods
        .get(&home.neighbourhood)
        .unwrap_or(&destination.city);
    format!("{} in {}", building.label(), place.name())
}

fn address(neighbourhood: Option<&str>, destination: &Destination) -> String {
    let places = [
        neighbourhood,
        Some(destination.city.name()),
        Some(destination.country.name()),
    ];
    texts::at_most(
        300,
        places.into_iter().flatten().collect::<Vec<_>>().join(", "),
    )
}

fn timezone(home: &SourceHome, destination: &Destination) -> String {
    let zone = destination
        .timezone
        .or_else(|| timezone_at(home.point))
        .unwrap_or(destination.city_timezone);
    zone.name().to_owned()
}

fn said(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}
