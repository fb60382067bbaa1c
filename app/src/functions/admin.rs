//! What the site's owner writes down.

use leptos::prelude::*;

use super::{Go, Refusal};

/// The host of `booking` has been paid what was due: `shown_amount`, in minor units, is what the page said, and when it is another by now
/// nothing happens. `note` says how, such as the bank's reference. For everybody but the site's owner there is no such page.
#[server]
pub async fn mark_paid(booking: String, shown_amount: i64, note: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    let actor = here.actor.as_ref().ok_or(domain::Error::NotFound("Page"))?;
    let booking = super::id(&booking, "Payout")?;
    let marked =
        server::payments::payouts::mark_paid(&here.ctx, actor, booking, shown_amount, &note);
    marked.await?;
    Ok(Go::to("/admin/payouts?saved=paid"))
}

/// The money of `refund`, which was paid before HBnB moved or could not be sent, has been given back by hand: `shown_amount`, in minor
/// units, is what the page said. For everybody but the site's owner there is no such page.
#[server]
pub async fn mark_given_back(refund: String, shown_amount: i64) -> Result<Go, Refusal> {
    let here = super::here()?;
    let actor = here.actor.as_ref().ok_or(domain::Error::NotFound("Page"))?;
    let refund = super::id(&refund, "Refund")?;
    server::payments::refunds::made(&here.ctx, actor, refund, shown_amount).await?;
    Ok(Go::to("/admin/money?saved=given-back"))
}
