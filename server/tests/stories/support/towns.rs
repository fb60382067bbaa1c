//! The places that homes of stories stand in.

use chrono_tz::Tz;
use domain::places::fold;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};
use server::entities::places;
use uuid::Uuid;

/// A city with one neighbourhood, in a country with its currency.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Town {
    pub neighbourhood: &'static str,
    pub city: &'static str,
    pub country: &'static str,
    pub country_code: &'static str,
    pub latitude: f64,
    pub longitude: f64,
    pub timezone: Tz,
    pub currency: &'static str,
    /// Minor units of the reference currency for a hundred minor units of this one: near enough for stories.
    pub per_hundred: i64,
}

pub const EDINBURGH: Town = Town {
    neighbourhood: "Leith",
    city: "Edinburgh",
    country: "United Kingdom",
    country_code: "GB",
    latitude: 55.9757,
    longitude: -3.1660,
    timezone: Tz::Europe__London,
    currency: "GBP",
    per_hundred: 118,
};
pub const KYOTO: Town = Town {
    neighbourhood: "Fushimi",
    city: "Kyoto",
    country: "Japan",
    country_code: "JP",
    latitude: 34.9361,
    longitude: 135.7613,
    timezone: Tz::Asia__Tokyo,
    currency: "JPY",
    per_hundred: 64,
};
pub const MEXICO_CITY: Town = Town {
    neighbourhood: "Coyoacán",
    city: "Mexico City",
    country: "Mexico",
    country_code: "MX",
    latitude: 19.3500,
    longitude: -99.1620,
    timezone: Tz::America__Mexico_City,
    currency: "MXN",
    per_hundred: 5,
};

impl Town {
    pub fn country_id(&self) -> Uuid {
        id(&fold(self.country))
    }

    pub fn city_id(&self) -> Uuid {
        id(&self.path("city"))
    }

    pub fn neighbourhood_id(&self) -> Uuid {
        id(&self.path("neighbourhood"))
    }

    /// Writes the three places, once.
    pub async fn settle(&self, db: &impl ConnectionTrait) {
        let country = self.row("country", self.country, None);
        let city = self.row("city", self.city, Some(self.country_id()));
        let neighbourhood = self.row("neighbourhood", self.neighbourhood, Some(self.city_id()));
        let once = OnConflict::new()
            .do_nothing_on([places::Column::Id])
            .to_owned();
        let rows = places::Entity::insert_many([country, city, neighbourhood]).on_conflict(once);
        rows.exec_without_returning(db).await.expect("places");
    }

    fn path(&self, kind: &str) -> String {
        let (neighbourhood, city, country) = (
            fold(self.neighbourhood),
            fold(self.city),
            fold(self.country),
        );
        match kind {
            "country" => country,
            "city" => format!("{city} {country}"),
            _ => format!("{neighbourhood} {city} {country}"),
        }
    }

    fn row(&self, kind: &str, name: &str, parent: Option<Uuid>) -> places::ActiveModel {
        let path = self.path(kind);
        places::ActiveModel {
            id: Set(id(&path)),
            kind: Set(kind.into()),
            name: Set(name.into()),
            folded: Set(fold(name)),
            path: Set(path),
            country_code: Set(self.country_code.into()),
            parent_id: Set(parent),
            latitude: Set(self.latitude),
            longitude: Set(self.longitude),
            timezone: Set((kind != "country").then(|| self.timezone.name().into())),
            listings: Set(1),
            hosted: Set(1),
        }
    }
}

fn id(path: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, path.as_bytes())
}
