//! What homes can offer, and what one does.

use std::collections::BTreeSet;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Query},
};
use uuid::Uuid;

use super::Offer;
use crate::{
    Result,
    entities::{amenities, listing_amenities},
    imports::amenities::CATALOGUE,
};

/// Something that homes can offer, and whether this one does.
#[derive(Debug, FromQueryResult)]
pub(super) struct Choice {
    pub slug: String,
    name: String,
    description: String,
    icon: String,
    pub chosen: bool,
}

impl Choice {
    pub fn offer(self) -> Offer {
        Offer {
            slug: self.slug,
            name: self.name,
            description: self.description,
            icon: self.icon,
        }
    }
}

/// All that homes can offer, in the order in which people are shown it. One statement.
pub(super) async fn choices(conn: &impl ConnectionTrait, home: Uuid) -> Result<Vec<Choice>> {
    let offered = Query::select()
        .column(listing_amenities::Column::AmenityId)
        .from(listing_amenities::Entity)
        .and_where(Expr::col(listing_amenities::Column::ListingId).eq(home))
        .take();
    let chosen = Expr::col((amenities::Entity, amenities::Column::Id)).in_subquery(offered);
    let mut choices = amenities::Entity::find()
        .select_only()
        .columns([
            amenities::Column::Slug,
            amenities::Column::Name,
            amenities::Column::Description,
            amenities::Column::Icon,
        ])
        .expr_as(chosen, "chosen")
        .order_by_asc(amenities::Column::Folded)
        .into_model::<Choice>()
        .all(conn)
        .await?;
    // An operator's own come last.
    let place = |slug: &str| CATALOGUE.iter().position(|amenity| amenity.slug == slug);
    choices.sort_by_key(|choice| place(&choice.slug).unwrap_or(usize::MAX));
    Ok(choices)
}

/// The ids of these words. Refuses, at `amenity`, one that there is not.
pub(super) async fn known(conn: &impl ConnectionTrait, slugs: &[String]) -> Result<BTreeSet<Uuid>> {
    let wanted: BTreeSet<&str> = slugs.iter().map(|slug| slug.trim()).collect();
    let known = amenities::Entity::find()
        .select_only()
        .columns([amenities::Column::Slug, amenities::Column::Id])
        .filter(amenities::Column::Slug.is_in(wanted.iter().copied()))
        .into_tuple::<(String, Uuid)>()
        .all(conn)
        .await?;
    let strange = |slug: &&&str| !known.iter().any(|(known, _)| known == **slug);
    if let Some(strange) = wanted.iter().find(strange) {
        let strange = domain::text::excerpt(strange, 40);
        let sentence = format!("“{strange}” is nothing that a home can offer here.");
        return Err(domain::Error::field("amenity", sentence).into());
    }
    Ok(known.into_iter().map(|(_, id)| id).collect())
}

/// What the home offers. The home must be locked.
pub(super) async fn of(txn: &DatabaseTransaction, home: Uuid) -> Result<BTreeSet<Uuid>> {
    let offered = listing_amenities::Entity::find()
        .filter(listing_amenities::Column::ListingId.eq(home))
        .lock_exclusive()
        .all(txn)
        .await?;
    Ok(offered.into_iter().map(|row| row.amenity_id).collect())
}

/// Brings what the home offers from `before` to `after`.
pub(super) async fn change(
    txn: &DatabaseTransaction,
    home: Uuid,
    before: &BTreeSet<Uuid>,
    after: &BTreeSet<Uuid>,
) -> Result<()> {
    let gone: Vec<Uuid> = before.difference(after).copied().collect();
    if !gone.is_empty() {
        listing_amenities::Entity::delete_many()
            .filter(listing_amenities::Column::ListingId.eq(home))
            .filter(listing_amenities::Column::AmenityId.is_in(gone))
            .exec(txn)
            .await?;
    }
    let new: Vec<listing_amenities::ActiveModel> = after
        .difference(before)
        .map(|amenity| listing_amenities::ActiveModel {
            listing_id: sea_orm::ActiveValue::Set(home),
            amenity_id: sea_orm::ActiveValue::Set(*amenity),
        })
        .collect();
    if !new.is_empty() {
        listing_amenities::Entity::insert_many(new)
            .exec_without_returning(txn)
            .await?;
    }
    Ok(())
}
