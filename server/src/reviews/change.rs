//! Another word about a stay.

use domain::{
    error::{keep, none_refused},
    reviews::stars,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    locked, standing,
    write::{Said, clean},
};
use crate::{Context, Result, accounts::Actor, database, entities::reviews};

/// What is said instead; `None` leaves it as it is, and unlooked at: what was imported may be longer than a new review.
#[derive(Debug, Clone, Default)]
pub struct ChangeReview {
    /// 1 to 5.
    pub rating: Option<i64>,
    pub text: Option<String>,
}

/// Changes the review, by its author or an admin; the same change again changes nothing more. The home's rating follows.
///
/// Refuses mistakes (`Invalid`, at `text` and `rating`) and whoever else asks (`Forbidden`). A review that was taken back, or whose
/// home guests cannot see, is not found.
pub async fn change(ctx: &Context, actor: &Actor, id: Uuid, wanted: ChangeReview) -> Result<()> {
    let now = ctx.clock.now();
    database::transaction(&ctx.db, async |txn| {
        let review = locked::review(&txn, actor, id).await?;
        let said = wanted.over(&review)?;
        if (said.rating, &said.text) == (review.rating, &review.text) {
            return Ok(());
        }
        let row = reviews::ActiveModel {
            rating: Set(said.rating),
            text: Set(said.text),
            updated_at: Set(now),
            ..Default::default()
        };
        reviews::Entity::update_many()
            .set(row)
            .filter(reviews::Column::Id.eq(id))
            .exec(&txn)
            .await?;
        standing::count(&txn, review.listing_id).await
    })
    .await
}

impl ChangeReview {
    fn over(&self, review: &reviews::Model) -> domain::Result<Said> {
        let mut refused = Vec::new();
        let text = self.text.as_deref().filter(|typed| *typed != review.text);
        let text = text.and_then(|typed| keep(&mut refused, clean(typed)));
        let rating = self
            .rating
            .and_then(|given| keep(&mut refused, stars(given)));
        none_refused(refused)?;
        Ok(Said {
            rating: rating.unwrap_or(review.rating),
            text: text.unwrap_or_else(|| review.text.clone()),
        })
    }
}
