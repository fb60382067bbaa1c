//! An amenity under another name, or with other words about it.

use domain::amenities::Named;
use sea_orm::{
    ActiveModelTrait, ActiveValue::NotSet, ColumnTrait, DatabaseTransaction, EntityTrait,
    IntoActiveModel, QueryFilter,
};
use uuid::Uuid;

use super::{
    create::{CreateAmenity, Said},
    locked::locked,
};
use crate::{Context, Error, Result, accounts::Actor, database, entities::amenities};

/// What is said of it now; `None` leaves it as it is.
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
        let said = Said::read(&CreateAmenity {
            name: wanted.name.clone().unwrap_or_else(|| amenity.name.clone()),
            description: wanted
                .description
                .clone()
                .unwrap_or_else(|| amenity.description.clone()),
            number: wanted.number.or(amenity.number.map(i64::from)),
        })?;
        if is_called(&txn, &said.named, id).await? {
            return Err(taken());
        }
        let next = amenities::Model {
            name: said.named.name,
            folded: said.named.folded,
            description: said.description,
            number: said.number,
            ..amenity
        };
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

/// Whether another one is.
async fn is_called(txn: &DatabaseTransaction, named: &Named, id: Uuid) -> Result<bool> {
    let other = amenities::Entity::find()
        .filter(amenities::Column::Folded.eq(&named.folded))
        .filter(amenities::Column::Id.ne(id))
        .one(txn)
        .await?;
    Ok(other.is_some())
}

fn taken() -> Error {
    domain::Error::field("name", "Another amenity has this name.").into()
}
