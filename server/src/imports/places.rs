//! Countries, cities and neighbourhoods as rows that "where" finds.

use chrono_tz::Tz;
use domain::{listings::Status, places::fold};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, OnConflict, SelectStatement},
};
use uuid::Uuid;

use super::{countries::Country, gazetteer::Point, ids};
use crate::{
    Result,
    entities::{listings, places},
};

/// A place about to be written. The same place from two sources is one row.
#[derive(Debug, Clone)]
pub struct Place {
    kind: &'static str,
    name: String,
    /// Folded, with the places around it.
    path: String,
    country_code: &'static str,
    parent: Option<Uuid>,
    centre: Point,
    timezone: Option<Tz>,
}

impl Place {
    /// `centre` is where a map would open.
    pub fn country(country: Country, centre: Point) -> Self {
        Self {
            kind: "country",
            name: country.name.to_owned(),
            path: fold(country.name),
            country_code: country.code,
            parent: None,
            centre,
            timezone: None,
        }
    }

    pub fn city(&self, name: &str, centre: Point, timezone: Tz) -> Self {
        self.within("city", name, centre, Some(timezone))
    }

    pub fn neighbourhood(&self, name: &str, centre: Point) -> Self {
        self.within("neighbourhood", name, centre, self.timezone)
    }

    pub fn id(&self) -> Uuid {
        ids::place(self.country_code, &self.path)
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    fn within(&self, kind: &'static str, name: &str, centre: Point, timezone: Option<Tz>) -> Self {
        Self {
            kind,
            name: name.to_owned(),
            path: format!("{} {}", fold(name), self.path),
            country_code: self.country_code,
            parent: Some(self.id()),
            centre,
            timezone,
        }
    }

    fn row(&self) -> places::ActiveModel {
        places::ActiveModel {
            id: Set(self.id()),
            kind: Set(self.kind.to_owned()),
            name: Set(self.name.clone()),
            folded: Set(fold(&self.name)),
            path: Set(self.path.clone()),
            country_code: Set(self.country_code.to_owned()),
            parent_id: Set(self.parent),
            latitude: Set(self.centre.latitude),
            longitude: Set(self.centre.longitude),
            timezone: Set(self.timezone.map(|zone| zone.name().to_owned())),
            listings: Set(0),
            hosted: Set(0),
        }
    }
}

/// Writes the places that are not there yet; the others stay as they are. Counts are for [`recount`].
pub async fn add(db: &impl ConnectionTrait, new: &[Place]) -> Result<()> {
    for batch in new.chunks(500) {
        places::Entity::insert_many(batch.iter().map(Place::row))
            .on_conflict(
                OnConflict::new()
                    .do_nothing_on([places::Column::Id])
                    .to_owned(),
            )
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// Counts the published homes of every place, and those that are no samples.
pub async fn recount(db: &impl ConnectionTrait) -> Result<()> {
    let levels = [
        ("country", listings::Column::CountryId),
        ("city", listings::Column::CityId),
        ("neighbourhood", listings::Column::NeighbourhoodId),
    ];
    for (kind, column) in levels {
        let published = published_in(column);
        let hosted = published
            .clone()
            .and_where(listings::Column::Source.is_null())
            .take();
        places::Entity::update_many()
            .col_expr(places::Column::Listings, Expr::from(published))
            .col_expr(places::Column::Hosted, Expr::from(hosted))
            .filter(places::Column::Kind.eq(kind))
            .exec(db)
            .await?;
    }
    Ok(())
}

fn published_in(place: listings::Column) -> SelectStatement {
    let this_place = Expr::col((places::Entity, places::Column::Id));
    listings::Entity::find()
        .select_only()
        .expr(Expr::col((listings::Entity, listings::Column::Id)).count())
        .filter(Expr::col((listings::Entity, place)).eq(this_place))
        .filter(listings::Column::Status.eq(Status::Published.as_str()))
        .into_query()
}
