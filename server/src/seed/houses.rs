//! The demo's homes as rows: places, listings and what they offer.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::{
    Currency, Pricing,
    listings::Status,
    pricing::{DatedPrice, Fees},
};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{
    days::instant,
    homes::{Home, TOWNS, Town, tariff},
    pictures,
};
use crate::{
    Error, Result,
    database::rows,
    entities::{listing_amenities, listings, photos},
    imports::{
        amenities,
        countries::country,
        gazetteer::Point,
        places::{self, Place},
        ranking::{Merit, rank},
        rates::Rates,
    },
};

/// How many days ago the first of them was published; the others followed day by day.
const FIRST_PUBLISHED: i64 = 600;

/// A home as it was written, with the price that its stays are reckoned by.
pub struct House {
    pub home: &'static Home,
    pub town: &'static Town,
    pub pricing: Pricing,
    /// The platform's.
    pub fees: Fees,
    /// The cover first.
    pub photos: Vec<photos::Model>,
}

/// Every home of every town. Draws their pictures: not for async threads.
pub fn all(today: NaiveDate, fees: Fees) -> Result<Vec<House>> {
    let homes = TOWNS
        .iter()
        .flat_map(|town| town.homes.iter().map(|home| (*town, home)));
    homes
        .map(|(town, home)| {
            let pricing = pricing(home, town, today)?;
            Ok(House {
                home,
                town,
                pricing,
                fees,
                photos: pictures::of(home, town, today)?,
            })
        })
        .collect()
}

/// Writes the towns and their homes.
pub async fn write(
    db: &impl ConnectionTrait,
    houses: &[House],
    today: NaiveDate,
    rates: &Rates,
) -> Result<()> {
    let mut maps = HashMap::new();
    for town in TOWNS {
        let map = Map::of(town)?;
        places::add(db, &map.places()).await?;
        maps.insert(town.name, map);
    }
    let listings: Result<Vec<listings::Model>> = (0..)
        .zip(houses)
        .map(|(index, house)| {
            let published = instant(today, index - FIRST_PUBLISHED);
            listing(house, &maps[house.town.name], rates, published)
        })
        .collect();
    rows::insert::<listings::Entity>(db, listings?).await?;
    let photos = houses.iter().flat_map(|house| house.photos.clone());
    rows::insert::<photos::Entity>(db, photos.collect()).await?;
    rows::insert::<listing_amenities::Entity>(db, offered(houses)).await
}

fn offered(houses: &[House]) -> Vec<listing_amenities::Model> {
    let pairs = houses.iter().flat_map(|House { home, .. }| {
        home.amenities
            .split_whitespace()
            .map(|slug| listing_amenities::Model {
                listing_id: home.id(),
                amenity_id: amenities::id(slug),
            })
    });
    pairs.collect()
}

/// A town's rows of places.
struct Map {
    country: Place,
    city: Place,
    neighbourhoods: Vec<Place>,
}

impl Map {
    fn of(town: &Town) -> Result<Self> {
        let point = |(latitude, longitude)| Point {
            latitude,
            longitude,
        };
        let unknown = || Error::Internal(format!("no such country: {}", town.country));
        let country = Place::country(
            country(town.country).ok_or_else(unknown)?,
            point(town.centre),
        );
        let city = country.city(town.name, point(town.centre), town.timezone);
        let neighbourhoods = town
            .neighbourhoods
            .iter()
            .map(|&(name, latitude, longitude)| {
                city.neighbourhood(name, point((latitude, longitude)))
            })
            .collect();
        Ok(Self {
            country,
            city,
            neighbourhoods,
        })
    }

    fn places(&self) -> Vec<Place> {
        let around = [self.country.clone(), self.city.clone()];
        around
            .into_iter()
            .chain(self.neighbourhoods.iter().cloned())
            .collect()
    }

    fn neighbourhood(&self, name: &str) -> Option<Uuid> {
        self.neighbourhoods
            .iter()
            .find(|place| place.name() == name)
            .map(Place::id)
    }
}

/// The season of last year, this year and next year: all that stays of the demo can touch.
fn pricing(home: &Home, town: &Town, today: NaiveDate) -> Result<Pricing> {
    let season = home.season.iter();
    let dated = season.flat_map(|season| {
        (today.year() - 1..=today.year() + 1).filter_map(|year| {
            Some(DatedPrice {
                from: NaiveDate::from_ymd_opt(year, season.from.0, season.from.1)?,
                to: NaiveDate::from_ymd_opt(year, season.to.0, season.to.1)?,
                nightly: season.nightly,
            })
        })
    });
    let currency = Currency::parse(town.currency)?;
    let plain = Pricing::plain(currency, home.nightly, home.cleaning_fee);
    let pricing = tariff(home.key).onto(plain, town.name);
    Ok(Pricing {
        dated: dated.collect(),
        ..pricing
    })
}

fn listing(
    House {
        home,
        town,
        pricing,
        fees,
        photos,
    }: &House,
    map: &Map,
    rates: &Rates,
    published: DateTime<Utc>,
) -> Result<listings::Model> {
    let reference = rates.reference_prices(pricing, home.min_nights, fees)?;
    let amenities = home.amenities.split_whitespace().count();
    let cover = photos.first();
    Ok(listings::Model {
        id: home.id(),
        owner_id: Some(home.host.id()),
        source: None,
        source_id: None,
        source_url: None,
        source_licence: None,
        host_name: None,
        status: Status::Published.as_str().into(),
        version: 1,
        title: home.title.into(),
        description: home.description.join("\n\n"),
        kind: home.kind.as_str().into(),
        property: home.property.as_str().into(),
        country_id: map.country.id(),
        city_id: map.city.id(),
        neighbourhood_id: map.neighbourhood(home.neighbourhood),
        address: home.address.into(),
        latitude: home.point.0,
        longitude: home.point.1,
        timezone: town.timezone.name().into(),
        capacity: home.capacity,
        bedrooms: home.bedrooms,
        beds: home.beds,
        half_baths: home.half_baths,
        currency: town.currency.into(),
        pricing: serde_json::to_string(pricing)
            .map_err(|error| Error::Internal(error.to_string()))?,
        nightly_ref: reference.nightly,
        fixed_ref: reference.fixed,
        shortest_ref: reference.shortest,
        min_nights: home.min_nights,
        max_nights: home.max_nights,
        check_in_from: home.check_in.0 * 60,
        check_in_until: home.check_in.1 * 60,
        check_out_by: home.check_out * 60,
        cutoff: home.cutoff * 60,
        policy: home.policy.as_str().into(),
        instant_book: !tariff(home.key).by_request,
        house_rules: home.house_rules.into(),
        arrival_notes: home.arrival_notes.into(),
        // No city's own number: some cities ask for one, and this home is not there.
        registration: Some(format!(
            "HBNB-DEMO-{:02X}{:02X}",
            home.id().as_bytes()[0],
            home.id().as_bytes()[1]
        )),
        rating: None,
        review_count: 0,
        source_rating: None,
        source_review_count: 0,
        cover: cover.map(|photo| photo.id),
        rank: rank(&Merit {
            has_owner: true,
            rating: None,
            reviews: 0,
            amenities,
        }),
        created_at: published,
        updated_at: published,
        published_at: Some(published),
        cover_alt: cover.map(|photo| photo.alt.clone()),
        cover_placeholder: cover
            .map(|photo| photo.placeholder.clone())
            .filter(|uri| !uri.is_empty()),
        cover_drawing: cover.and_then(|photo| photo.drawing.clone()),
        cover_widths: None,
        archived_at: None,
        imported_at: None,
        confirmed_at: None,
    })
}
