//! Letting nights again that were kept free.

use domain::calendars::{Nights, RangeForm, let_again};
use uuid::Uuid;

use super::{homes, nights};
use crate::{Context, Result, accounts::Actor, database};

/// Ends every block on these nights of the actor's own home: each is shortened, split in two or gone. Bookings stay as
/// they are. Returns the nights; the same request again changes nothing.
///
/// Refuses mistakes (`Invalid`, with fields `first_night`, `last_night`) and archived homes (`Refused`); another's home
/// is not found.
pub async fn free(ctx: &Context, actor: &Actor, listing: Uuid, form: &RangeForm) -> Result<Nights> {
    let now = ctx.clock.now();
    database::repeatable(&ctx.db, async |txn| {
        let today = homes::locked_today(&txn, actor, listing, now).await?;
        let wanted = let_again(form, today)?;
        nights::clear(&txn, listing, wanted).await?;
        Ok(wanted)
    })
    .await
}
