//! What a search, a suggestion and the home page show.

use std::fmt;

use domain::{
    FieldError, Money, Stay,
    listings::{Kind, Property},
};
use uuid::Uuid;

use crate::photos::Picture;

/// A page of search results.
#[derive(Debug, Clone, Default)]
pub struct SearchPage {
    /// The place that `where` was understood as; `None` when nothing was asked, or nothing was found.
    pub place: Option<PlaceHit>,
    /// Other places that were possibly meant; when `place` is `None` and something was asked, the nearest names we have.
    pub suggestions: Vec<PlaceHit>,
    /// At most as many as were asked for; 24 on the site.
    pub cards: Vec<Card>,
    pub count: Count,
    /// The query string of the next page, canonical, without `?`.
    pub next: Option<String>,
    /// What `SearchQuery::after` is there.
    pub after: Option<String>,
    /// When nothing was found: the filters that, dropped alone, would show homes.
    pub emptied_by: Vec<Emptied>,
    /// What was refused (past dates, more than a year ahead): the cards are then shown as if it had not been asked.
    pub errors: Vec<FieldError>,
    /// The stay the cards carry totals for; `None` without dates, or when they were refused.
    pub stay: Option<Stay>,
}

/// How many homes match: exact to 1,000.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    pub exact: u32,
    /// There are more than `exact`.
    pub more: bool,
}

impl fmt::Display for Count {
    /// "0", "1", "999", "1,000", "1,000+".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.exact {
            n if n >= 1000 => write!(f, "{},{:03}", n / 1000, n % 1000)?,
            n => write!(f, "{n}")?,
        }
        f.write_str(if self.more { "+" } else { "" })
    }
}

/// A filter without which there would be homes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Emptied {
    /// The filter as its chip says it.
    pub label: String,
    /// The query string without it, canonical, without `?`.
    pub without: String,
    pub count: Count,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceKind {
    Country,
    City,
    Neighbourhood,
}

impl PlaceKind {
    /// The column's word; anything else is a neighbourhood.
    pub fn parse(text: &str) -> Self {
        match text {
            "country" => Self::Country,
            "city" => Self::City,
            _ => Self::Neighbourhood,
        }
    }
}

/// A place that has homes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceHit {
    pub id: Uuid,
    pub kind: PlaceKind,
    /// "Leith"
    pub name: String,
    /// What it lies in: "Edinburgh, United Kingdom"; empty for a country.
    pub detail: String,
    /// How many homes are on the site there.
    pub listings: u32,
    /// What the search box holds when this place was chosen: "Leith, Edinburgh, United Kingdom".
    pub text: String,
    /// The canonical query string that finds its homes, without `?`.
    pub query: String,
}

/// A rating out of five and the number of reviews behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rating {
    /// Hundredths: 483 is 4.83.
    pub hundredths: u32,
    pub count: u32,
}

impl Rating {
    /// `None` where nobody has rated; `hundredths` is what the column holds.
    pub fn of(hundredths: Option<i32>, count: u32) -> Option<Self> {
        let hundredths = u32::try_from(hundredths?).ok()?;
        (count > 0).then_some(Self { hundredths, count })
    }
}

impl fmt::Display for Rating {
    /// "4.83"
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.hundredths / 100, self.hundredths % 100)
    }
}

/// What a stay costs in all, as it will be charged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StayTotal {
    pub total: Money,
    pub nights: u32,
}

/// One home in a list.
#[derive(Debug, Clone)]
pub struct Card {
    pub id: Uuid,
    pub title: String,
    pub kind: Kind,
    pub property: Property,
    /// "Leith, Edinburgh"
    pub place_name: String,
    pub capacity: u32,
    pub bedrooms: u32,
    pub beds: u32,
    /// From stays booked here; never mixed with the source's.
    pub rating: Option<Rating>,
    /// What the source of an imported home says; to be labelled as the source's.
    pub source_rating: Option<Rating>,
    /// "Inside Airbnb" for an imported home.
    pub source: Option<String>,
    pub cover: Picture,
    /// Per night, mandatory charges included, in the home's own currency: of the stay when dates are known, else of the
    /// shortest stay.
    pub per_night: Money,
    /// With dates: the total of the stay.
    pub total: Option<StayTotal>,
}

/// The homes of the busiest city that are free from the next Friday to Sunday.
#[derive(Debug, Clone)]
pub struct Weekend {
    pub place: PlaceHit,
    pub stay: Stay,
    pub cards: Vec<Card>,
    /// The canonical query string of all of them, without `?`.
    pub query: String,
}

/// The home page.
#[derive(Debug, Clone)]
pub struct Home {
    pub weekend: Option<Weekend>,
    pub worth_seeing: Vec<Card>,
    /// Cities with homes, the busiest first.
    pub places: Vec<PlaceHit>,
}
