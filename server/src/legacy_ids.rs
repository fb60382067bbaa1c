//! Ids of the replaced system that are no UUIDs, and what they have become.

use sea_orm::EntityTrait;
use uuid::Uuid;

use crate::{Context, Result, entities::legacy_ids};

/// In characters; the replaced system's column has 60.
const LONGEST: usize = 100;

/// What an old id was the id of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    User,
    Place,
    Amenity,
    Review,
    Booking,
}

impl Kind {
    /// The word in `legacy_ids.kind`.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::User => "user",
            Kind::Place => "place",
            Kind::Amenity => "amenity",
            Kind::Review => "review",
            Kind::Booking => "booking",
        }
    }
}

/// What has this old id now; `None` when nothing came with it.
///
/// # Errors
/// Only the database's.
pub async fn find(ctx: &Context, kind: Kind, old_id: &str) -> Result<Option<Uuid>> {
    if old_id.is_empty() || old_id.chars().count() > LONGEST {
        return Ok(None);
    }
    let key = (kind.as_str().to_owned(), old_id.to_owned());
    let found = legacy_ids::Entity::find_by_id(key).one(&ctx.db).await?;
    Ok(found.map(|row| row.id))
}
