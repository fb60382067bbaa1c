//! The pictures of one home while their host changes them: locked, changed in memory, and written as one.

use chrono::{DateTime, Utc};
use domain::listings::Status;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait,
    FromQueryResult, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::{
    Error, Result,
    accounts::Actor,
    entities::{listings, photos},
};

/// What is known of the home itself.
#[derive(Debug, FromQueryResult)]
struct Home {
    id: Uuid,
    status: String,
    version: u32,
    timezone: String,
    updated_at: DateTime<Utc>,
}

pub(super) struct Album {
    home: Home,
    /// In their order; `position` is set when they are kept.
    pub photos: Vec<photos::Model>,
    before: Vec<photos::Model>,
}

impl Album {
    /// The pictures of the actor's own home, which nobody else changes until the transaction ends. `seen` is the version
    /// that a page showed, as it came back.
    ///
    /// # Errors
    /// `NotFound` for another's home; `Refused` when it is archived, or was changed since it was seen.
    pub async fn open(
        txn: &DatabaseTransaction,
        actor: &Actor,
        home: Uuid,
        seen: Option<&str>,
    ) -> Result<Self> {
        let home = locked(txn, actor, home).await?;
        if home.status == Status::Archived.as_str() {
            let sentence = "This home is archived, so its pictures stay as they are.";
            return Err(domain::Error::Refused(sentence.to_owned()).into());
        }
        if seen.is_some_and(|seen| seen.trim() != home.version.to_string()) {
            return Err(elsewhere(&home).into());
        }
        let photos = photos::Entity::find()
            .filter(photos::Column::ListingId.eq(home.id))
            .order_by_asc(photos::Column::Position)
            .order_by_asc(photos::Column::Id)
            .all(txn)
            .await?;
        let before = photos.clone();
        Ok(Self {
            home,
            photos,
            before,
        })
    }

    pub fn version(&self) -> u32 {
        self.home.version
    }

    pub fn is_published(&self) -> bool {
        self.home.status == Status::Published.as_str()
    }

    pub fn find(&self, id: Uuid) -> Option<usize> {
        self.photos.iter().position(|photo| photo.id == id)
    }

    /// Says that what was seen is no longer so.
    pub fn elsewhere(&self) -> domain::Error {
        elsewhere(&self.home)
    }

    /// Writes what has changed, with the cover that cards show. Returns the home's version, which is a new one when
    /// anything changed.
    pub async fn keep(mut self, txn: &DatabaseTransaction, now: DateTime<Utc>) -> Result<u32> {
        for (photo, position) in self.photos.iter_mut().zip(0..) {
            photo.position = position;
        }
        if self.photos == self.before {
            return Ok(self.home.version);
        }
        let gone: Vec<Uuid> = ids(&self.before)
            .filter(|id| ids(&self.photos).all(|kept| kept != *id))
            .collect();
        if !gone.is_empty() {
            let these = photos::Column::Id.is_in(gone);
            photos::Entity::delete_many()
                .filter(these)
                .exec(txn)
                .await?;
        }
        for photo in &self.photos {
            write(txn, photo, &self.before).await?;
        }
        let version = self.home.version + 1;
        cover(self.home.id, self.photos.first(), version, now)
            .update(txn)
            .await?;
        Ok(version)
    }
}

fn ids(photos: &[photos::Model]) -> impl Iterator<Item = Uuid> {
    photos.iter().map(|photo| photo.id)
}

async fn locked(txn: &DatabaseTransaction, actor: &Actor, home: Uuid) -> Result<Home> {
    use listings::Column as C;
    listings::Entity::find_by_id(home)
        .filter(C::OwnerId.eq(actor.user_id))
        .select_only()
        .columns([C::Id, C::Status, C::Version, C::Timezone, C::UpdatedAt])
        .lock_exclusive()
        .into_model::<Home>()
        .one(txn)
        .await?
        .ok_or(Error::User(domain::Error::NotFound("Home")))
}

/// Writes the picture when it is new or other than before.
async fn write(
    txn: &DatabaseTransaction,
    photo: &photos::Model,
    before: &[photos::Model],
) -> Result<()> {
    let row = photo.clone().into_active_model().reset_all();
    match before.iter().find(|known| known.id == photo.id) {
        None => photos::Entity::insert(row)
            .exec_without_returning(txn)
            .await
            .map(drop)?,
        Some(known) if known != photo => row.update(txn).await.map(drop)?,
        Some(_) => {}
    }
    Ok(())
}

fn cover(
    home: Uuid,
    first: Option<&photos::Model>,
    version: u32,
    now: DateTime<Utc>,
) -> listings::ActiveModel {
    let said = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    listings::ActiveModel {
        id: Set(home),
        cover: Set(first.map(|photo| photo.id)),
        cover_alt: Set(first.and_then(|photo| said(&photo.alt))),
        cover_placeholder: Set(first.and_then(|photo| said(&photo.placeholder))),
        cover_drawing: Set(first.and_then(|photo| photo.drawing.clone())),
        cover_widths: Set(first.and_then(|photo| said(&photo.widths))),
        version: Set(version),
        updated_at: Set(now),
        ..Default::default()
    }
}

fn elsewhere(home: &Home) -> domain::Error {
    let zone: chrono_tz::Tz = home.timezone.parse().unwrap_or(chrono_tz::UTC);
    let at = home.updated_at.with_timezone(&zone).format("%H:%M");
    domain::Error::Refused(format!(
        "This home was changed elsewhere at {at}, after this page was opened, so nothing was saved. These are its pictures as they are now: please change them again."
    ))
}
