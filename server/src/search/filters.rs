//! Which listings a search is about, as one SQL condition.

use chrono::{DateTime, Utc};
use domain::{SearchQuery, Stay, listings::Status};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait, SelectStatement},
};
use uuid::Uuid;

use super::{view::PlaceKind, zones};
use crate::entities::{amenities, listing_amenities, listings, listings::Column, nights};

/// Minor units in one major unit of the reference currency (EUR).
const REFERENCE_MINOR: i64 = 100;

/// Everything that decides whether a listing is found.
#[derive(Clone, Copy)]
pub(super) struct Filters<'a> {
    pub query: &'a SearchQuery,
    pub place: Option<(PlaceKind, Uuid)>,
    /// The dates, when they were not refused.
    pub stay: Option<&'a Stay>,
    pub now: DateTime<Utc>,
    /// Imported homes are among them.
    pub samples: bool,
}

impl Filters<'_> {
    /// These columns of the listings found.
    pub fn select<const N: usize>(&self, columns: [Column; N]) -> Select<listings::Entity> {
        listings::Entity::find()
            .select_only()
            .columns(columns)
            .filter(self.condition())
    }

    fn condition(&self) -> Condition {
        let query = self.query;
        let mut all = Condition::all().add(Column::Status.eq(Status::Published.as_str()));
        if !self.samples {
            all = all.add(Column::Source.is_null());
        }
        if let Some((kind, id)) = self.place {
            all = all.add(within(kind).eq(id));
        }
        if query.guests > 1 {
            all = all.add(Column::Capacity.gte(query.guests));
        }
        if !query.kinds.is_empty() {
            all = all.add(Column::Kind.is_in(query.kinds.iter().map(|kind| kind.as_str())));
        }
        for slug in &query.amenities {
            all = all.add(Expr::exists(offers(slug)));
        }
        self.with_stay(self.with_prices(all))
    }

    /// Prices are per night with all that must be paid: of the stay when there is one, else of the shortest stay.
    fn with_prices(&self, mut all: Condition) -> Condition {
        let (price, nights) = match self.stay {
            Some(stay) => (stay_price(stay.nights()), i64::from(stay.nights())),
            None => (Expr::col((listings::Entity, Column::ShortestRef)), 1),
        };
        // Both sides are multiplied by the nights, because division rounds differently on the two databases.
        let limit = |major: i64| major.saturating_mul(REFERENCE_MINOR).saturating_mul(nights);
        if let Some(least) = self.query.min_price {
            all = all.add(price.clone().gte(limit(least)));
        }
        if let Some(most) = self.query.max_price {
            all = all.add(price.lte(limit(most)));
        }
        all
    }

    fn with_stay(&self, mut all: Condition) -> Condition {
        let Some(stay) = self.stay else { return all };
        all = all
            .add(Column::MinNights.lte(stay.nights()))
            .add(Column::MaxNights.gte(stay.nights()))
            .add_option(zones::can_begin(stay.check_in, self.now));
        all.add(Expr::not_exists(taken(stay)))
    }
}

/// What a stay of so many nights costs in all, approximately, in minor units of the reference currency.
pub(super) fn stay_price(nights: u32) -> Expr {
    let nightly = Expr::col((listings::Entity, Column::NightlyRef));
    nightly
        .mul(i64::from(nights))
        .add(Expr::col((listings::Entity, Column::FixedRef)))
}

fn within(kind: PlaceKind) -> Column {
    match kind {
        PlaceKind::Country => Column::CountryId,
        PlaceKind::City => Column::CityId,
        PlaceKind::Neighbourhood => Column::NeighbourhoodId,
    }
}

/// The night of the check-out day is not part of the stay, so one stay can follow another.
fn taken(stay: &Stay) -> SelectStatement {
    nights::Entity::find()
        .select_only()
        .column(nights::Column::Night)
        .filter(own(nights::Entity, nights::Column::ListingId))
        .filter(nights::Column::Night.gte(stay.check_in))
        .filter(nights::Column::Night.lt(stay.check_out))
        .into_query()
}

/// The amenity's id is a subquery of its own, so that its row is looked up once and the offer by its whole key.
fn offers(slug: &str) -> SelectStatement {
    let amenity = amenities::Entity::find()
        .select_only()
        .column(amenities::Column::Id)
        .filter(amenities::Column::Slug.eq(slug))
        .into_query();
    listing_amenities::Entity::find()
        .select_only()
        .column(listing_amenities::Column::AmenityId)
        .filter(own(
            listing_amenities::Entity,
            listing_amenities::Column::ListingId,
        ))
        .filter(
            listing_amenities::Column::AmenityId
                .into_expr()
                .eq(Expr::from(amenity)),
        )
        .into_query()
}

/// The row belongs to the listing that is looked at.
fn own<E: EntityTrait>(entity: E, listing_id: E::Column) -> Expr {
    Expr::col((entity, listing_id)).equals((listings::Entity, Column::Id))
}
