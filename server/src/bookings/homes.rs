//! The home of a booking: its title, where it is in words, and its picture.

use domain::listings::{Kind, Property};
use sea_orm::{
    EntityTrait, FromQueryResult, JoinType, QuerySelect, RelationDef, RelationTrait, Select,
    sea_query::{Alias, Expr},
};
use uuid::Uuid;

use super::Home;
use crate::{
    entities::{bookings, listings, places},
    photos::CoverColumns,
};

/// The columns of a home beside those of its booking.
#[derive(Debug, FromQueryResult)]
pub(crate) struct HomeColumns {
    home_id: Uuid,
    home_title: String,
    home_kind: String,
    home_property: String,
    home_beds: u32,
    #[sea_orm(nested)]
    cover: CoverColumns,
    country_code: Option<String>,
    city_name: Option<String>,
    neighbourhood_name: Option<String>,
}

impl HomeColumns {
    pub(crate) fn home(self) -> Home {
        let city = self.city_name.unwrap_or_default();
        // Words we do not know (yet) are shown as the plainest ones.
        let property = Property::parse(&self.home_property).unwrap_or(Property::Other);
        let country = self.country_code.unwrap_or_default();
        Home {
            id: self.home_id,
            title: named(
                self.home_title,
                self.neighbourhood_name.as_deref().unwrap_or(&city),
            ),
            place_name: match self.neighbourhood_name {
                Some(neighbourhood) => format!("{neighbourhood}, {city}"),
                None => city,
            },
            kind: Kind::parse(&self.home_kind).unwrap_or(Kind::EntireHome),
            property,
            cover: self
                .cover
                .picture(self.home_id, property, &country, self.home_beds),
        }
    }

    /// Whose time the home's deadlines are in.
    pub(crate) fn city(&self) -> Option<String> {
        self.city_name.clone()
    }
}

/// A draft that has no title yet goes by its place.
fn named(title: String, place: &str) -> String {
    if title.is_empty() {
        format!("Home in {place}")
    } else {
        title
    }
}

/// Joins the home and the names of its places to a query of bookings.
pub(crate) fn with_home(query: Select<bookings::Entity>) -> Select<bookings::Entity> {
    with_columns(query.join(JoinType::InnerJoin, bookings::Relation::Listing.def()))
}

/// Reads a home and the names of its places in a query that has the table of homes.
pub(crate) fn with_columns<E: EntityTrait>(query: Select<E>) -> Select<E> {
    let (city, neighbourhood) = (Alias::new("city"), Alias::new("neighbourhood"));
    query
        .join_as(
            JoinType::LeftJoin,
            place_by(listings::Column::CityId),
            city.clone(),
        )
        .join_as(
            JoinType::LeftJoin,
            place_by(listings::Column::NeighbourhoodId),
            neighbourhood.clone(),
        )
        .column_as(listings::Column::Id, "home_id")
        .column_as(listings::Column::Title, "home_title")
        .column_as(listings::Column::Kind, "home_kind")
        .column_as(listings::Column::Property, "home_property")
        .column_as(listings::Column::Beds, "home_beds")
        .columns(CoverColumns::ALL)
        .expr_as(Expr::col((city.clone(), places::Column::Name)), "city_name")
        .expr_as(
            Expr::col((city, places::Column::CountryCode)),
            "country_code",
        )
        .expr_as(
            Expr::col((neighbourhood, places::Column::Name)),
            "neighbourhood_name",
        )
}

fn place_by(column: listings::Column) -> RelationDef {
    listings::Entity::belongs_to(places::Entity)
        .from(column)
        .to(places::Column::Id)
        .into()
}
