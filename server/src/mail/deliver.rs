//! The worker's part: looks at how things stand, writes the letter if it is still true, and hands it to the mailer.

use serde::de::DeserializeOwned;

use super::{
    about,
    accounts::{self, CONFIRM, RESET},
    queue::{ABOUT_BOOKING, About},
};
use crate::{Context, Error, Result, entities::outbox};

/// Sends the mail of an effect, or nothing when what it says has passed.
///
/// # Errors
/// `Mail` while the mail server does not take it.
pub(crate) async fn deliver(ctx: &Context, effect: &outbox::Model) -> Result<()> {
    let letter = match effect.kind.as_str() {
        ABOUT_BOOKING => {
            let About { booking, mail, to } = payload(effect)?;
            about::letter(ctx, effect.id, booking, mail, to).await?
        }
        CONFIRM => accounts::confirmation(ctx, effect.id, payload(effect)?).await?,
        RESET => accounts::reset(ctx, effect.id, payload(effect)?).await?,
        other => return Err(Error::Internal(format!("no such mail: {other}"))),
    };
    match letter {
        Some(letter) => ctx.mailer.send(&letter, ctx.clock.now()).await,
        None => Ok(()),
    }
}

fn payload<T: DeserializeOwned>(effect: &outbox::Model) -> Result<T> {
    serde_json::from_str(&effect.payload).map_err(|error| Error::Internal(error.to_string()))
}
