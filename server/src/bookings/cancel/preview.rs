//! What cancelling would do, before it is done.

use chrono::{DateTime, Utc};
use domain::{
    Money, Quote,
    bookings::Who,
    calendars::Nights,
    cancellation::{Part, Terms, not_begun, parts, timeline},
};
use sea_orm::EntityTrait;
use uuid::Uuid;

use super::{check_state, due};
use crate::{
    Context, Result,
    accounts::Actor,
    bookings::{CancelView, checkout::home_of, records},
    entities::{bookings, users},
};

/// What comes back when the actor, the booking's guest or its host, cancels now: by the policy for a guest, everything (under
/// way: the nights not begun) when the host does.
///
/// `Refused` when there is nothing to cancel, or it was cancelled already; another's is not found.
pub async fn cancel_preview(ctx: &Context, actor: &Actor, id: Uuid) -> Result<CancelView> {
    let now = ctx.clock.now();
    let booking = records::of_either(&ctx.db, actor, id).await?;
    check_state(&ctx.db, &booking, now).await?;
    let by = records::side(&booking, actor);
    let columns = home_of(ctx, id).await?;
    let quote = records::quote(&ctx.db, &booking).await?;
    let terms = due::terms(&booking, columns.city(), now)?;
    let refund = due::due(&ctx.db, &booking, by, now).await?.refund;
    let steps = match by {
        Who::Host => Vec::new(),
        _ => timeline(&terms, &quote, now),
    };
    let Told { lines, kept_lines } = told(&quote, parts(&terms, &quote, now, by), refund);
    Ok(CancelView {
        id,
        by,
        home: columns.home(),
        other: other(ctx, &booking, by).await?,
        stay: terms.stay,
        guests: booking.guests,
        state: records::state(&booking)?,
        timezone: terms.timezone,
        policy: terms.policy,
        imported: booking.imported,
        refund: quote.money(refund),
        kept: quote.money(quote.total - refund),
        lines,
        kept_lines,
        blocked: blocked(&terms, by, now),
        step: steps.first().cloned(),
        steps,
    })
}

/// The lines of the preview.
struct Told {
    lines: Vec<(String, Money)>,
    kept_lines: Vec<(String, Money)>,
}

/// The parts that are not zero. What went back before is taken off what comes back, so that the lines add up to `refund`.
fn told(quote: &Quote, parts: Vec<Part>, refund: i64) -> Told {
    let some = |of: fn(&Part) -> Money| {
        let amounts = parts.iter().map(|part| (part.label.clone(), of(part)));
        amounts
            .filter(|(_, amount)| amount.minor != 0)
            .collect::<Vec<_>>()
    };
    let mut lines = some(|part| part.back);
    let before = lines.iter().map(|(_, amount)| amount.minor).sum::<i64>() - refund;
    if before > 0 {
        lines.push(("Given back before".to_owned(), quote.money(-before)));
    }
    Told {
        lines,
        kept_lines: some(|part| part.kept),
    }
}

fn blocked(terms: &Terms, by: Who, now: DateTime<Utc>) -> Option<Nights> {
    not_begun(terms, now).filter(|_| by == Who::Host)
}

/// The first name of the one on the other side; a sample home has nobody.
async fn other(ctx: &Context, booking: &bookings::Model, by: Who) -> Result<Option<String>> {
    let id = match by {
        Who::Host => Some(booking.guest_id),
        _ => booking.host_id,
    };
    let Some(id) = id else { return Ok(None) };
    let found = users::Entity::find_by_id(id).one(&ctx.db).await?;
    Ok(found.map(|user| user.first_name))
}
