//! What others may know of a person.

use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::{Context, Result, entities::users};

/// A person as anybody sees them.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Person {
    pub id: Uuid,
    pub first_name: String,
    pub last_name: String,
}

/// # Errors
/// `NotFound` when there is no open account of this id.
pub async fn person(ctx: &Context, id: Uuid) -> Result<Person> {
    let found = users::Entity::find_by_id(id)
        .select_only()
        .columns([
            users::Column::Id,
            users::Column::FirstName,
            users::Column::LastName,
        ])
        .filter(users::Column::ArchivedAt.is_null())
        .into_model::<Person>()
        .one(&ctx.db)
        .await?;
    found.ok_or_else(|| domain::Error::NotFound("User").into())
}
