//! A new review, after a stay.

use domain::{
    FieldError,
    bookings::State,
    error::{keep, none_refused},
    reviews::{stars, words},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::{locked, standing};
use crate::{
    Context, Result,
    accounts::Actor,
    database,
    entities::{bookings, reviews},
    idempotency,
    imports::texts,
};

/// What a guest says of a home.
#[derive(Debug, Clone)]
pub struct WriteReview {
    pub listing_id: Uuid,
    /// 1 to 5.
    pub rating: i64,
    pub text: String,
}

/// What it says, clean.
pub(super) struct Said {
    pub rating: u32,
    pub text: String,
}

/// Keeps the review and returns its id; the home's rating counts it at once.
///
/// Refuses mistakes (`Invalid`, at `text` and `rating`); one's own home, a second review, and a home at which the actor has not
/// completed a stay (`Refused`). A home that guests cannot see is not found.
pub async fn write(ctx: &Context, actor: &Actor, wanted: WriteReview) -> Result<Uuid> {
    let said = Said::read(&wanted.text, wanted.rating)?;
    let now = ctx.clock.now();
    let id = idempotency::new_id();
    database::transaction(&ctx.db, async |txn| {
        let stay = completed_stay(&txn, actor, wanted.listing_id).await?;
        let home = locked::home(&txn, wanted.listing_id).await?;
        if home.owner_id == Some(actor.user_id) {
            return Err(refused("This is your own home, so you cannot review it."));
        }
        match own_review(&txn, actor, home.id).await? {
            // The same request was done before, and its answer was lost.
            Some(own) if own == id => return Ok(()),
            Some(_) => return Err(refused("You have already reviewed this home.")),
            None => {}
        }
        let stay =
            stay.ok_or_else(|| refused("Only guests who have stayed here can review it."))?;
        let row = reviews::ActiveModel {
            id: Set(id),
            listing_id: Set(home.id),
            author_id: Set(actor.user_id),
            booking_id: Set(Some(stay)),
            rating: Set(said.rating),
            text: Set(said.text.clone()),
            imported: Set(false),
            created_at: Set(now),
            updated_at: Set(now),
            archived_at: Set(None),
        };
        reviews::Entity::insert(row)
            .exec_without_returning(&txn)
            .await?;
        standing::count(&txn, home.id).await
    })
    .await?;
    Ok(id)
}

impl Said {
    /// Refuses, each at its field, words that say nothing or too much and stars that there are not.
    pub fn read(text: &str, rating: i64) -> domain::Result<Self> {
        let mut refused: Vec<FieldError> = Vec::new();
        let text = keep(&mut refused, clean(text));
        let rating = keep(&mut refused, stars(rating));
        none_refused(refused)?;
        Ok(Self {
            text: text.unwrap_or_default(),
            rating: rating.unwrap_or_default(),
        })
    }
}

/// Words without HTML; refused at `text` when they say nothing or too much.
pub(super) fn clean(typed: &str) -> domain::Result<String> {
    words(&texts::paragraphs(typed))
}

/// The actor's latest stay there.
async fn completed_stay(
    txn: &DatabaseTransaction,
    actor: &Actor,
    home: Uuid,
) -> Result<Option<Uuid>> {
    let stay = bookings::Entity::find()
        .select_only()
        .column(bookings::Column::Id)
        .filter(bookings::Column::ListingId.eq(home))
        .filter(bookings::Column::GuestId.eq(actor.user_id))
        .filter(bookings::Column::State.eq(State::Completed.as_str()))
        .order_by_desc(bookings::Column::CheckOut)
        .order_by_desc(bookings::Column::Id)
        .lock_exclusive()
        .into_tuple::<Uuid>()
        .one(txn)
        .await?;
    Ok(stay)
}

/// The home is locked, so that no other request of the actor's writes one meanwhile.
async fn own_review(txn: &DatabaseTransaction, actor: &Actor, home: Uuid) -> Result<Option<Uuid>> {
    let own = reviews::Entity::find()
        .select_only()
        .column(reviews::Column::Id)
        .filter(reviews::Column::ListingId.eq(home))
        .filter(reviews::Column::AuthorId.eq(actor.user_id))
        .filter(reviews::Column::ArchivedAt.is_null())
        .lock_exclusive()
        .into_tuple::<Uuid>()
        .one(txn)
        .await?;
    Ok(own)
}

fn refused(sentence: &str) -> crate::Error {
    domain::Error::Refused(sentence.to_owned()).into()
}
