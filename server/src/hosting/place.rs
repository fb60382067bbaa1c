//! Where a home is, as its columns and the rows of places say it.

use domain::{hosting::PlaceForm, places::fold};
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use super::found::{self, Found, Here, find};
use crate::{
    Error, Result,
    entities::{listings, places},
    imports::{
        countries::country,
        gazetteer::Point,
        places::{Place, add},
        texts,
    },
};

/// A home's place, read and found, its rows still to be written.
pub(super) struct Located {
    found: Found,
    address: String,
    neighbourhood: Option<String>,
    /// The rows of places, those around others first.
    rows: Vec<Place>,
    /// Of the city, when the home was there before.
    kept: Option<Kept>,
}

/// The places in which a home already is.
struct Kept {
    city: places::Model,
    neighbourhood: Option<places::Model>,
}

impl Located {
    /// Reads the form, and finds what it names. `home` is where the home is so far.
    pub async fn read(
        conn: &impl ConnectionTrait,
        form: PlaceForm,
        home: Option<&listings::Model>,
    ) -> Result<Self> {
        let typed = domain::hosting::place(&PlaceForm {
            neighbourhood: texts::line(&form.neighbourhood),
            address: texts::paragraphs(&form.address),
            ..form
        })?;
        let kept = match home {
            Some(home) => kept(conn, home).await?,
            None => None,
        };
        let here = kept.as_ref().and_then(Kept::here);
        let place = typed.clone();
        let finding = tokio::task::spawn_blocking(move || find(&place, here.as_ref())).await;
        let found = finding.map_err(|error| Error::Internal(error.to_string()))??;
        let kept = kept.filter(|kept| kept.is_city(&found));
        let rows = rows(&found, typed.neighbourhood.as_deref());
        Ok(Self {
            found,
            address: typed.address,
            neighbourhood: typed.neighbourhood,
            rows,
            kept,
        })
    }

    /// Finds what lies around the point; `home` is the home so far, which keeps its address.
    pub async fn around(
        conn: &impl ConnectionTrait,
        point: Point,
        home: Option<&listings::Model>,
    ) -> Result<Self> {
        let kept = match home {
            Some(home) => kept(conn, home).await?,
            None => None,
        };
        let here = kept.as_ref().and_then(Kept::here);
        let finding =
            tokio::task::spawn_blocking(move || found::around(point, here.as_ref())).await;
        let found = finding.map_err(|error| Error::Internal(error.to_string()))??;
        let kept = kept.filter(|kept| kept.is_city(&found));
        let neighbourhood = kept.as_ref().and_then(|kept| kept.neighbourhood.as_ref());
        let neighbourhood = neighbourhood.map(|kept| kept.name.clone());
        Ok(Self {
            rows: rows(&found, neighbourhood.as_deref()),
            address: home.map(|home| home.address.clone()).unwrap_or_default(),
            found,
            neighbourhood,
            kept,
        })
    }

    /// The currency of the country.
    pub fn currency(&self) -> &'static str {
        self.found.country.currency
    }

    /// Writes the rows of places that are not there yet.
    pub async fn write(&self, conn: &impl ConnectionTrait) -> Result<()> {
        add(conn, &self.rows).await
    }

    /// The home as it is with this place.
    pub fn onto(&self, home: &listings::Model) -> listings::Model {
        let (country_id, city_id) = match &self.kept {
            Some(_) => (home.country_id, home.city_id),
            None => (self.rows[0].id(), self.rows[1].id()),
        };
        listings::Model {
            country_id,
            city_id,
            neighbourhood_id: self.neighbourhood_id(),
            address: self.address.clone(),
            latitude: self.found.point.latitude,
            longitude: self.found.point.longitude,
            timezone: self.found.timezone.name().to_owned(),
            ..home.clone()
        }
    }

    fn neighbourhood_id(&self) -> Option<Uuid> {
        let name = fold(self.neighbourhood.as_deref()?);
        let kept = self
            .kept
            .as_ref()
            .and_then(|kept| kept.neighbourhood.as_ref());
        match kept.filter(|kept| kept.folded == name) {
            Some(kept) => Some(kept.id),
            None => self.rows.get(2).map(Place::id),
        }
    }
}

impl Kept {
    fn here(&self) -> Option<Here> {
        Some(Here {
            city: self.city.name.clone(),
            country: country(&self.city.country_code)?,
            centre: Point {
                latitude: self.city.latitude,
                longitude: self.city.longitude,
            },
        })
    }

    fn is_city(&self, found: &Found) -> bool {
        self.city.country_code == found.country.code && self.city.folded == fold(&found.city)
    }
}

/// Country, city and, when there is one, neighbourhood.
fn rows(found: &Found, neighbourhood: Option<&str>) -> Vec<Place> {
    let country = Place::country(found.country, found.centre);
    let city = country.city(&found.city, found.centre, found.timezone);
    let neighbourhood = neighbourhood.map(|name| city.neighbourhood(name, found.point));
    [Some(country), Some(city), neighbourhood]
        .into_iter()
        .flatten()
        .collect()
}

async fn kept(conn: &impl ConnectionTrait, home: &listings::Model) -> Result<Option<Kept>> {
    let city = places::Entity::find_by_id(home.city_id).one(conn).await?;
    let neighbourhood = match home.neighbourhood_id {
        Some(id) => places::Entity::find_by_id(id).one(conn).await?,
        None => None,
    };
    Ok(city.map(|city| Kept {
        city,
        neighbourhood,
    }))
}
