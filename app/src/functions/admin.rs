//! What the site's owner writes down.

use leptos::prelude::*;

use super::{Go, Refusal};

/// The host of `booking` has been paid what was due. `note` says how, such as the bank's reference. For everybody but the
/// site's owner there is no such page.
#[server]
pub async fn mark_paid(booking: String, note: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    let actor = here.actor.as_ref().ok_or(domain::Error::NotFound("Page"))?;
    let booking = super::id(&booking, "Payout")?;
    server::payments::payouts::mark_paid(&here.ctx, actor, booking, &note).await?;
    Ok(Go::to("/admin/payouts?saved=paid"))
}

/// The money of `refund`, which was paid before HBnB moved, has been given back by hand. For everybody but the site's owner there
/// is no such page.
#[server]
pub async fn mark_given_back(refund: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    let actor = here.actor.as_ref().ok_or(domain::Error::NotFound("Page"))?;
    let refund = super::id(&refund, "Refund")?;
    server::payments::refunds::made(&here.ctx, actor, refund).await?;
    Ok(Go::to("/admin/money?saved=given-back#by-hand"))
}
