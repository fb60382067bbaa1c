//! Ids of the old system: a UUID stays itself, anything else becomes a version 5 UUID, and is remembered beside it.

use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};
use uuid::Uuid;

use crate::{Result, entities::legacy_ids, imports::ids, legacy_ids::Kind};

/// Characters of the longest id that can be remembered.
const LONGEST: usize = 100;

/// An id as the dump has it, and as it is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldId {
    pub id: Uuid,
    /// When it is no UUID.
    pub old: Option<Box<str>>,
}

impl OldId {
    /// The id of a thing of this kind; none for a text that is empty or too long to be one.
    pub fn of(kind: Kind, text: &str) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > LONGEST {
            return None;
        }
        Some(match text.parse::<Uuid>() {
            Ok(id) => Self { id, old: None },
            Err(_) => Self {
                id: ids::legacy(kind.as_str(), text),
                old: Some(text.into()),
            },
        })
    }
}

/// Remembers old ids; those that are known stay.
pub(super) async fn remember<'a>(
    conn: &impl ConnectionTrait,
    kind: Kind,
    pairs: impl IntoIterator<Item = (&'a str, Uuid)>,
) -> Result<()> {
    let rows: Vec<legacy_ids::ActiveModel> = pairs
        .into_iter()
        .map(|(old, id)| legacy_ids::ActiveModel {
            kind: Set(kind.as_str().to_owned()),
            old_id: Set(old.to_owned()),
            id: Set(id),
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    let keys = [legacy_ids::Column::Kind, legacy_ids::Column::OldId];
    legacy_ids::Entity::insert_many(rows)
        .on_conflict(OnConflict::new().do_nothing_on(keys).to_owned())
        .exec_without_returning(conn)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uuid_stays_and_anything_else_becomes_the_same_uuid_each_time() {
        let uuid = "6F9619FF-8B86-D011-B42D-00C04FC964FF";
        let kept = OldId::of(Kind::User, uuid).unwrap();
        assert_eq!((kept.id.to_string(), kept.old), (uuid.to_lowercase(), None));
        let made = OldId::of(Kind::User, " 42 ").unwrap();
        assert_eq!(made.old.as_deref(), Some("42"));
        assert_eq!(made.id.get_version_num(), 5);
        assert_eq!(OldId::of(Kind::User, "42"), Some(made.clone()));
        assert_ne!(OldId::of(Kind::Place, "42").unwrap().id, made.id);
        assert_eq!(OldId::of(Kind::User, "  "), None);
        assert_eq!(OldId::of(Kind::User, &"x".repeat(101)), None);
    }
}
