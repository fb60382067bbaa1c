//! Keeping nights free.

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendars::{Keep, Nights, RangeForm, keep_free};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::{homes, nights};
use crate::{
    Context, Error, Result,
    accounts::Actor,
    database::{self, is_duplicate},
    entities::blocks,
    jobs,
};

/// How many ranges of booked nights a refusal names.
const NAMED: usize = 5;

/// What came of one attempt.
enum Outcome {
    Kept(Nights),
    /// Nothing was written, because guests have the second of these.
    Booked(Nights, Vec<NaiveDate>),
}

/// Keeps the nights of the actor's own home free, all of them or none, as one block with its note; blocks that had some
/// of them make way. Returns the nights; the same request again changes nothing.
///
/// Refuses mistakes (`Invalid`, with fields `first_night`, `last_night`, `note`), nights that a booking has and archived
/// homes (`Refused`); another's home is not found.
pub async fn block(
    ctx: &Context,
    actor: &Actor,
    listing: Uuid,
    form: &RangeForm,
) -> Result<Nights> {
    let mut outcome = attempt(ctx, actor, listing, form).await?;
    // The time of a hold may be over, and the worker has not come by yet.
    if let Outcome::Booked(nights, _) = &outcome
        && jobs::end_overlapping(ctx, listing, &nights.stay()).await?
    {
        outcome = attempt(ctx, actor, listing, form).await?;
    }
    match outcome {
        Outcome::Kept(nights) => Ok(nights),
        Outcome::Booked(_, taken) => Err(refused(booked(taken))),
    }
}

async fn attempt(ctx: &Context, actor: &Actor, listing: Uuid, form: &RangeForm) -> Result<Outcome> {
    let now = ctx.clock.now();
    let outcome = database::repeatable(&ctx.db, async |txn| {
        let today = homes::locked_today(&txn, actor, listing, now).await?;
        let kept = keep_free(form, today)?;
        keep(&txn, (listing, actor.user_id), kept, now).await
    })
    .await;
    match outcome {
        // Whoever takes nights locks the home first; the key holds for those who do not.
        Err(Error::Database(error)) if is_duplicate(&error) => Err(refused(
            "Some of these nights have just been taken. Look at the calendar again.".to_owned(),
        )),
        outcome => outcome,
    }
}

async fn keep(
    txn: &DatabaseTransaction,
    (listing, host): (Uuid, Uuid),
    kept: Keep,
    now: DateTime<Utc>,
) -> Result<Outcome> {
    let rows = nights::locked(txn, listing, kept.nights).await?;
    let of_guests = rows.iter().filter(|row| row.block_id.is_none());
    let taken: Vec<NaiveDate> = of_guests.map(|row| row.night).collect();
    if !taken.is_empty() {
        return Ok(Outcome::Booked(kept.nights, taken));
    }
    let blocks = nights::blocks_locked(txn, listing, kept.nights).await?;
    if !blocks.iter().any(|block| is_same(block, &kept)) {
        nights::clear(txn, listing, kept.nights).await?;
        nights::take(txn, (listing, host), &kept, now).await?;
    }
    Ok(Outcome::Kept(kept.nights))
}

fn is_same(block: &blocks::Model, kept: &Keep) -> bool {
    let nights = (block.first_night, block.last_night);
    nights == (kept.nights.first, kept.nights.last) && block.note == kept.note
}

/// Names the nights.
fn booked(taken: Vec<NaiveDate>) -> String {
    let ranges = Nights::of(taken);
    let labels: Vec<String> = ranges.iter().take(NAMED).map(Nights::label).collect();
    let more = match ranges.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    format!(
        "Guests have booked {}{more}. Nothing was changed: choose nights without these.",
        labels.join("; ")
    )
}

fn refused(sentence: String) -> Error {
    domain::Error::Refused(sentence).into()
}
