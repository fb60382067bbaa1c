//! An amenity under another name, or with other words about it.

use domain::{
    amenities::{Named, described, named, numbered},
    error::{keep, none_refused},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::NotSet, ColumnTrait, DatabaseTransaction, EntityTrait,
    IntoActiveModel, QueryFilter,
};
use uuid::Uuid;

use super::locked::locked;
use crate::{
    Context, Error, Result, accounts::Actor, database, entities::amenities, imports::texts,
};

/// What is said of it now; `None` leaves it as it is, and unlooked at: what was imported may be longer than a new one.
#[derive(Debug, Clone, Default)]
pub struct ChangeAmenity {
    pub name: Option<String>,
    pub description: Option<String>,
    pub number: Option<i64>,
}

/// Changes the amenity, by an admin, and returns it. Its slug, which stands in links, stays.
///
/// Refuses mistakes (`Invalid`, each at its field), a name that another one has (`Invalid` at `name`), and whoever is no admin
/// (`Forbidden`). An amenity that there is not is not found.
pub async fn change(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    wanted: ChangeAmenity,
) -> Result<amenities::Model> {
    let changed = database::transaction(&ctx.db, async |txn| {
        let amenity = locked(&txn, actor, id).await?;
        let next = wanted.over(amenity)?;
        if is_called(&txn, &next).await? {
            return Err(taken());
        }
        let mut row = next.clone().into_active_model().reset_all();
        row.id = NotSet;
        amenities::Entity::update_many()
            .set(row)
            .filter(amenities::Column::Id.eq(id))
            .exec(&txn)
            .await?;
        Ok(next)
    })
    .await;
    match changed {
        Err(Error::Database(error)) if database::is_duplicate(&error) => Err(taken()),
        other => other,
    }
}

impl ChangeAmenity {
    fn over(&self, kept: amenities::Model) -> domain::Result<amenities::Model> {
        let mut refused = Vec::new();
        let name = self.name.as_deref().filter(|typed| *typed != kept.name);
        let name = name.and_then(|typed| keep(&mut refused, named(&texts::line(typed))));
        let description = self.description.as_deref();
        let description = description
            .filter(|typed| *typed != kept.description)
            .and_then(|typed| keep(&mut refused, described(&texts::line(typed))));
        let number = self.number.and_then(|given| match kept.number {
            Some(number) if i64::from(number) == given => Some(number),
            _ => keep(&mut refused, numbered(given)),
        });
        none_refused(refused)?;
        let (name, folded) = match name {
            Some(Named { name, folded, .. }) => (name, folded),
            None => (kept.name, kept.folded),
        };
        Ok(amenities::Model {
            name,
            folded,
            description: description.unwrap_or(kept.description),
            number: number.or(kept.number),
            ..kept
        })
    }
}

/// Whether another one is called so.
async fn is_called(txn: &DatabaseTransaction, amenity: &amenities::Model) -> Result<bool> {
    let other = amenities::Entity::find()
        .filter(amenities::Column::Folded.eq(&amenity.folded))
        .filter(amenities::Column::Id.ne(amenity.id))
        .one(txn)
        .await?;
    Ok(other.is_some())
}

fn taken() -> Error {
    domain::Error::field("name", "Another amenity has this name.").into()
}
