//! An amenity that nobody is to offer any more.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::locked::locked;
use crate::{
    Context, Result,
    accounts::Actor,
    database,
    entities::{amenities, listing_amenities},
    imports::amenities::CATALOGUE,
};

/// Takes the amenity away, by an admin, from all homes that offer it.
///
/// `Refused` for one of our own catalogue, which comes back by itself; `Forbidden` for whoever is no admin. An amenity that there is
/// not is not found.
pub async fn remove(ctx: &Context, actor: &Actor, id: Uuid) -> Result<()> {
    database::transaction(&ctx.db, async |txn| {
        let amenity = locked(&txn, actor, id).await?;
        if CATALOGUE.iter().any(|ours| ours.slug == amenity.slug) {
            let sentence = format!(
                "{} belongs to the catalogue, and stays in it.",
                amenity.name
            );
            return Err(domain::Error::Refused(sentence).into());
        }
        listing_amenities::Entity::delete_many()
            .filter(listing_amenities::Column::AmenityId.eq(id))
            .exec(&txn)
            .await?;
        amenities::Entity::delete_by_id(id).exec(&txn).await?;
        Ok(())
    })
    .await
}
