//! What a search has found.

use serde::Serialize;
use server::search::{Card, Emptied, PlaceHit, SearchPage};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::{answer::ApiResult, money::major};

/// A page of results.
#[derive(Debug, Serialize, ToSchema)]
pub struct Found {
    /// How many places match, counted to 1,000.
    pub count: u32,
    /// There are more than `count`.
    pub more: bool,
    /// What `where` was understood as; null when nothing was asked, or nothing bears that name.
    #[serde(rename = "where")]
    pub place: Option<Where>,
    /// What else may have been meant.
    pub suggestions: Vec<Where>,
    pub results: Vec<Hit>,
    /// When nothing was found: filters that, dropped alone, would show places.
    pub emptied_by: Vec<Filter>,
}

/// A neighbourhood, a city or a country.
#[derive(Debug, Serialize, ToSchema)]
pub struct Where {
    /// What `where` holds for exactly this one.
    pub text: String,
    /// How many places are on the site there.
    pub places: u32,
}

/// A filter that leaves nothing.
#[derive(Debug, Serialize, ToSchema)]
pub struct Filter {
    pub label: String,
    /// How many places there would be without it, counted to 1,000.
    pub count: u32,
}

/// A place that matches.
#[derive(Debug, Serialize, ToSchema)]
pub struct Hit {
    pub id: Uuid,
    pub title: String,
    pub kind: String,
    pub property: String,
    /// "Leith, Edinburgh"
    pub location: String,
    pub max_guests: u32,
    pub bedrooms: u32,
    pub beds: u32,
    /// Of five, from stays here.
    pub rating: Option<f64>,
    pub review_count: u32,
    pub photo: String,
    /// A night with all that must be paid, in major units: of the stay when there are dates, else of the shortest stay.
    pub price: f64,
    /// The same in minor units.
    pub price_minor: i64,
    /// ISO 4217.
    pub currency: String,
    /// Of the stay that was asked for, as it will be charged; null without dates.
    pub total_price: Option<f64>,
    pub total_minor: Option<i64>,
    pub nights: Option<u32>,
}

impl Found {
    /// `site` is where pictures are fetched.
    ///
    /// # Errors
    /// 400 for dates that no place can be booked for.
    pub fn of(page: SearchPage, site: &str) -> ApiResult<Self> {
        domain::error::none_refused(page.errors)?;
        Ok(Self {
            count: page.count.exact,
            more: page.count.more,
            place: page.place.map(Where::from),
            suggestions: page.suggestions.into_iter().map(Where::from).collect(),
            results: page
                .cards
                .into_iter()
                .map(|card| Hit::of(card, site))
                .collect(),
            emptied_by: page.emptied_by.into_iter().map(Filter::from).collect(),
        })
    }
}

impl Hit {
    fn of(card: Card, site: &str) -> Self {
        Self {
            id: card.id,
            kind: card.kind.as_str().to_owned(),
            property: card.property.as_str().to_owned(),
            rating: card
                .rating
                .map(|rating| f64::from(rating.hundredths) / 100.0),
            review_count: card.rating.map_or(0, |rating| rating.count),
            photo: format!("{site}{}", card.cover.src(960)),
            price: major(card.per_night),
            price_minor: card.per_night.minor,
            currency: card.per_night.currency.code().to_owned(),
            total_price: card.total.as_ref().map(|stay| major(stay.total)),
            total_minor: card.total.as_ref().map(|stay| stay.total.minor),
            nights: card.total.as_ref().map(|stay| stay.nights),
            title: card.title,
            location: card.place_name,
            max_guests: card.capacity,
            bedrooms: card.bedrooms,
            beds: card.beds,
        }
    }
}

impl From<PlaceHit> for Where {
    fn from(hit: PlaceHit) -> Self {
        Self {
            text: hit.text,
            places: hit.listings,
        }
    }
}

impl From<Emptied> for Filter {
    fn from(filter: Emptied) -> Self {
        Self {
            label: filter.label,
            count: filter.count.exact,
        }
    }
}
