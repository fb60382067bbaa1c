//! Letters about a booking. Each is written from what its reader would see on the booking's own page at this moment, so that mail and page
//! never differ.

mod guest;
mod host;
mod owner;
mod receipt;
mod returned;
mod words;

use domain::bookings::State;
use uuid::Uuid;

use super::{Attachment, Block, Letter, letter::foot};
use crate::{
    Context, Result,
    accounts::Actor,
    bookings::records,
    entities::{bookings, users},
    mail::{Mail, To},
};

/// What is written of a letter besides its reader.
struct Written {
    subject: String,
    blocks: Vec<Block>,
    attachments: Vec<Attachment>,
}

impl Written {
    fn new(subject: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self {
            subject: subject.into(),
            blocks,
            attachments: Vec::new(),
        }
    }
}

/// The letter as it is true now; none when the booking has moved on, or when there is nobody to write to.
///
/// # Errors
/// `NotFound` when there is no such booking.
pub async fn letter(
    ctx: &Context,
    id: Uuid,
    booking: Uuid,
    mail: Mail,
    to: To,
) -> Result<Option<Letter>> {
    let booking = records::booking(&ctx.db, booking).await?;
    if !still_true(ctx, &booking, mail)? {
        return Ok(None);
    }
    match to {
        To::Owner => owner::letter(ctx, id, &booking, mail).await,
        To::Guest => {
            let guest = reader(ctx, Some(booking.guest_id)).await?;
            person(ctx, id, &booking, mail, to, guest).await
        }
        To::Host => {
            let host = reader(ctx, booking.host_id).await?;
            person(ctx, id, &booking, mail, to, host).await
        }
    }
}

async fn person(
    ctx: &Context,
    id: Uuid,
    booking: &bookings::Model,
    mail: Mail,
    to: To,
    reader: Option<users::Model>,
) -> Result<Option<Letter>> {
    let Some(reader) = reader else {
        return Ok(None);
    };
    let actor = Actor {
        user_id: reader.id,
        first_name: reader.first_name.clone(),
        is_admin: false,
    };
    let written = match to {
        To::Host => host::write(ctx, &actor, booking, mail).await?,
        _ => guest::write(ctx, &actor, booking, mail).await?,
    };
    Ok(written.map(|written| addressed(ctx, id, &reader, written)))
}

/// Nobody for sample homes, and for accounts that are closed or have no address.
async fn reader(ctx: &Context, user: Option<Uuid>) -> Result<Option<users::Model>> {
    use sea_orm::EntityTrait;
    let Some(id) = user else {
        return Ok(None);
    };
    let user = users::Entity::find_by_id(id).one(&ctx.db).await?;
    // An account that came without an address has one that cannot be.
    let reached = |user: &users::Model| !user.email.ends_with(".invalid");
    Ok(user.filter(|user| user.archived_at.is_none() && reached(user)))
}

fn addressed(ctx: &Context, id: Uuid, reader: &users::Model, written: Written) -> Letter {
    let mut blocks = vec![Block::text(format!("Hello {},", reader.first_name))];
    blocks.extend(written.blocks);
    Letter {
        id,
        name: format!("{} {}", reader.first_name, reader.last_name),
        address: reader.email.clone(),
        subject: domain::text::line(&written.subject),
        blocks,
        foot: foot(&ctx.settings, "a booking"),
        attachments: written.attachments,
    }
}

/// Whether the booking stands where the letter says. That a refund failed and is still owed is looked at with the refund.
fn still_true(ctx: &Context, booking: &bookings::Model, mail: Mail) -> Result<bool> {
    let state = records::state(booking)?;
    Ok(match mail {
        Mail::RequestReceived => state == State::Authorized,
        Mail::Accepted => matches!(
            state,
            State::Capturing | State::Confirmed | State::Completed
        ),
        Mail::Declined => state == State::Declined,
        Mail::Expired => state == State::Expired,
        Mail::Confirmed => matches!(state, State::Confirmed | State::Completed),
        Mail::PaymentFailed => state == State::PaymentFailed,
        Mail::Cancelled => state == State::Cancelled,
        Mail::RefundFailed(_) => true,
        Mail::Reminder => state == State::Confirmed && ctx.clock.now() < check_in(booking)?,
    })
}

fn check_in(booking: &bookings::Model) -> Result<chrono::DateTime<chrono::Utc>> {
    let timezone = records::timezone(&booking.timezone)?;
    Ok(domain::stays::local_to_utc(
        timezone,
        booking.check_in,
        booking.check_in_minutes,
    ))
}
