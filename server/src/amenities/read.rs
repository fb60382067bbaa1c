//! Amenities to read.

use domain::amenities::Named;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use uuid::Uuid;

use crate::{Context, Result, entities::amenities};

/// At most `limit` amenities by name, from after the one that is folded to `after`; and what the last is folded to when more
/// follow. One statement.
pub async fn all(
    ctx: &Context,
    after: Option<String>,
    limit: u64,
) -> Result<(Vec<amenities::Model>, Option<String>)> {
    let mut amenities = amenities::Entity::find()
        .apply_if(after, |select, after| {
            select.filter(amenities::Column::Folded.gt(after))
        })
        .order_by_asc(amenities::Column::Folded)
        .limit(limit + 1)
        .all(&ctx.db)
        .await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = amenities.len() > limit;
    amenities.truncate(limit);
    let last = amenities.last().filter(|_| more);
    let next = last.map(|last| last.folded.clone());
    Ok((amenities, next))
}

/// The amenity; one that there is not is not found.
pub async fn one(ctx: &Context, id: Uuid) -> Result<amenities::Model> {
    let amenity = amenities::Entity::find_by_id(id).one(&ctx.db).await?;
    Ok(amenity.ok_or(domain::Error::NotFound("Amenity"))?)
}

/// The amenity that is called so already, whatever case, accents and gaps: "WiFi" is "Wi-Fi".
pub(crate) async fn same(
    conn: &impl ConnectionTrait,
    named: &Named,
) -> Result<Option<amenities::Model>> {
    let called = Condition::any()
        .add(amenities::Column::Folded.eq(&named.folded))
        .add(amenities::Column::Slug.eq(&named.slug));
    let found = amenities::Entity::find()
        .filter(called)
        .order_by_asc(amenities::Column::Folded)
        .one(conn)
        .await?;
    Ok(found)
}
