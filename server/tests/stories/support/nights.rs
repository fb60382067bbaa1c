//! Nights that are taken, and what homes offer.

use domain::{Stay, places::fold};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, sea_query::OnConflict};
use server::entities::{amenities, listing_amenities, listings, nights};
use uuid::Uuid;

use super::TestState;

impl TestState {
    /// The stay from so many days after today for so many nights.
    pub fn stay(&self, from_today: i64, nights: i64) -> Stay {
        Stay::new(self.day(from_today), self.day(from_today + nights)).expect("a stay")
    }

    /// Somebody has these nights: `kind` is `booking`, `block` or `feed`.
    pub async fn take(&self, home: &listings::Model, stay: Stay, kind: &str) {
        let rows = stay.dates().map(|night| nights::ActiveModel {
            listing_id: Set(home.id),
            night: Set(night),
            booking_id: Set((kind == "booking").then(Uuid::new_v4)),
            block_id: Set((kind == "block").then(Uuid::new_v4)),
            kind: Set(kind.into()),
        });
        let rows = nights::Entity::insert_many(rows);
        rows.exec_without_returning(self.db())
            .await
            .expect("taken nights");
    }

    /// The home offers what the slug names.
    pub async fn offer(&self, home: &listings::Model, slug: &str) {
        let amenity = amenities::ActiveModel {
            id: Set(Uuid::new_v5(&Uuid::NAMESPACE_URL, slug.as_bytes())),
            slug: Set(slug.into()),
            name: Set(slug.into()),
            folded: Set(fold(slug)),
            description: Set(String::new()),
            icon: Set(slug.into()),
            created_at: Set(self.now()),
            number: Set(None),
        };
        let offered = listing_amenities::ActiveModel {
            listing_id: Set(home.id),
            amenity_id: amenity.id.clone(),
        };
        let once = OnConflict::new()
            .do_nothing_on([amenities::Column::Id])
            .to_owned();
        let known = amenities::Entity::insert_many([amenity]).on_conflict(once);
        known
            .exec_without_returning(self.db())
            .await
            .expect("an amenity");
        offered.insert(self.db()).await.expect("an offer");
    }
}
