//! News from the provider. Nothing in a message is believed but which payment to look at.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;

use super::{advance, sandbox::signature};
use crate::{
    Context, Result,
    database::is_duplicate,
    entities::{payments, webhook_events},
    interruptions,
};

pub use super::sandbox::signature::HEADER as SIGNATURE_HEADER;

/// What we read of a message; it has more.
#[derive(Deserialize)]
struct Event {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    object: Object,
}

#[derive(Deserialize)]
struct Object {
    id: String,
}

/// Takes one signed message of the Sandbox: stores its id once, fetches the payment it speaks of, and advances the
/// booking. `body` is the raw request body. `Forbidden` when the signature is missing, wrong or old.
pub async fn receive(ctx: &Context, signature: Option<&str>, body: &[u8]) -> Result<()> {
    let now = ctx.clock.now();
    let signed =
        signature.is_some_and(|header| signature::verify(&ctx.settings.secret, header, body, now));
    if !signed || ctx.gateway.name() != "sandbox" {
        return Err(domain::Error::Forbidden.into());
    }
    let unreadable = |_| domain::Error::field("", "This is not an event.");
    let event: Event = serde_json::from_slice(body).map_err(unreadable)?;
    if !store(ctx, &event).await? {
        return Ok(());
    }
    interruptions::reach("webhook", "stored").await;
    let followed = follow(ctx, &event.data.object.id).await;
    if followed.is_err() {
        // The provider sends it again; then it must not look like one that was dealt with.
        webhook_events::Entity::delete_by_id(event.id)
            .exec(&ctx.db)
            .await?;
    }
    followed
}

/// False when the event was here before.
async fn store(ctx: &Context, event: &Event) -> Result<bool> {
    let row = webhook_events::ActiveModel {
        id: Set(event.id.clone()),
        kind: Set(event.kind.clone()),
        received_at: Set(ctx.clock.now()),
        provider: Set(None),
        object_id: Set(None),
        handled_at: Set(None),
    };
    match webhook_events::Entity::insert(row)
        .exec_without_returning(&ctx.db)
        .await
    {
        Ok(_) => Ok(true),
        Err(error) if is_duplicate(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// A payment that we do not know (yet) is left to the reconciler.
async fn follow(ctx: &Context, intent_id: &str) -> Result<()> {
    let payment = payments::Entity::find()
        .filter(payments::Column::IntentId.eq(intent_id))
        .one(&ctx.db)
        .await?;
    if let Some(payment) = payment {
        advance(ctx, payment.booking_id).await?;
    }
    Ok(())
}
