//! What is known of a home, for the rule that says what it still lacks.

use domain::hosting::{Facts, Missing, Registration, missing, registration};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::records::pricing;
use crate::{
    Error, Result,
    entities::{listings, photos, places},
    imports::gazetteer::{self, Point},
};

/// What the place of the home demands.
pub(super) async fn demanded(
    home: &listings::Model,
    country_code: &str,
    city: &str,
) -> Result<Option<Registration>> {
    let point = Point {
        latitude: home.latitude,
        longitude: home.longitude,
    };
    let (country_code, city) = (country_code.to_owned(), city.to_owned());
    // It looks through all cities of the gazetteer.
    let looking = tokio::task::spawn_blocking(move || {
        let region = gazetteer::region(point, &country_code);
        registration(&country_code, region, &city)
    });
    looking
        .await
        .map_err(|error| Error::Internal(error.to_string()))
}

pub(super) fn facts(
    home: &listings::Model,
    amenities: usize,
    photos: usize,
    demanded: Option<Registration>,
) -> Result<Facts> {
    Ok(Facts {
        address: home.address.clone(),
        kind: home.kind.clone(),
        property: home.property.clone(),
        capacity: home.capacity,
        amenities,
        photos,
        title: home.title.clone(),
        description: home.description.clone(),
        nightly: pricing(home)?.nightly,
        min_nights: home.min_nights,
        demanded,
        registration: home.registration.clone(),
    })
}

/// What the home lacks, photos as the database has them.
pub(super) async fn lacks(
    conn: &impl ConnectionTrait,
    home: &listings::Model,
) -> Result<Vec<Missing>> {
    let photos = photos::Entity::find().filter(photos::Column::ListingId.eq(home.id));
    let photos = photos.count(conn).await?;
    let city = places::Entity::find_by_id(home.city_id).one(conn).await?;
    let demanded = match city {
        Some(city) => demanded(home, &city.country_code, &city.name).await?,
        None => None,
    };
    Ok(missing(&facts(home, 0, photos as usize, demanded)?))
}
