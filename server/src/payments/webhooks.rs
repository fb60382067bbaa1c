//! News from a provider. Nothing in a message is believed but which payment to look at: the message is kept once, answered
//! at once, and a worker fetches the payment again.

mod message;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, sea_query::Expr,
};

use super::{advance, sandbox, settle, signature, stripe};
use crate::{
    Context, Error, Result, database,
    entities::{outbox, payments, webhook_events},
    interruptions,
    jobs::outbox::{NewEffect, enqueue},
};
use message::Message;

/// The effect that looks at the payment of a message; its payload is the payment's id at the provider.
pub const FOLLOW: &str = "webhook.follow";

/// The header in which a provider signs.
pub fn signature_header(provider: &str) -> &'static str {
    match provider {
        "stripe" => stripe::SIGNATURE_HEADER,
        _ => sandbox::signature::HEADER,
    }
}

/// Takes in one signed message; `body` is the raw request body. Nothing is asked of the provider here, so that it has its
/// answer at once: whoever is slow gets the same message again.
///
/// # Errors
/// `Forbidden` when the signature is missing, wrong, old or of time to come, or the provider is not ours; then nothing is
/// written. `Invalid` when a signed message is no event.
pub async fn receive(
    ctx: &Context,
    provider: &str,
    signature: Option<&str>,
    body: &[u8],
) -> Result<()> {
    let now = ctx.clock.now();
    let keys = keys(ctx, provider);
    let signed = signature.is_some_and(|header| signature::verify(&keys, header, body, now));
    if !signed {
        return Err(domain::Error::Forbidden.into());
    }
    let message = Message::read(body)?;
    database::repeatable(&ctx.db, async |txn| {
        keep(&txn, ctx.gateway.name(), &message, now).await
    })
    .await?;
    interruptions::reach("webhook", "stored").await;
    ctx.wake.notify_one();
    Ok(())
}

/// What may sign: nothing, when another provider takes our payments.
fn keys(ctx: &Context, provider: &str) -> Vec<Vec<u8>> {
    match (provider == ctx.gateway.name(), &ctx.settings.stripe) {
        (false, _) => Vec::new(),
        (true, Some(stripe)) => stripe
            .webhook_secrets
            .iter()
            .map(|secret| secret.as_bytes().to_vec())
            .collect(),
        (true, None) => vec![sandbox::signature::key(&ctx.settings.secret).to_vec()],
    }
}

/// The message, and with it the effect that follows; neither when it was here before.
async fn keep(
    txn: &DatabaseTransaction,
    provider: &str,
    message: &Message,
    now: DateTime<Utc>,
) -> Result<()> {
    let seen = webhook_events::Entity::find_by_id(&message.id)
        .one(txn)
        .await?;
    if seen.is_some() {
        return Ok(());
    }
    let row = webhook_events::ActiveModel {
        id: Set(message.id.clone()),
        kind: Set(message.kind.clone()),
        received_at: Set(now),
        provider: Set(Some(provider.to_owned())),
        object_id: Set(message.object.clone()),
        handled_at: Set(None),
    };
    match webhook_events::Entity::insert(row)
        .exec_without_returning(txn)
        .await
    {
        Ok(_) => {}
        // Another server was faster with the same message.
        Err(error) if database::is_duplicate(&error) => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    let Some(intent) = &message.intent else {
        return Ok(());
    };
    let effect = NewEffect {
        kind: FOLLOW,
        booking_id: None,
        dedupe_key: format!("{FOLLOW}:{}", message.id),
        payload: intent.clone(),
    };
    enqueue(txn, effect, now).await
}

/// Looks at what a message spoke of. A payment that we do not know, yet or at all, is left to the reconciler.
pub async fn follow(ctx: &Context, effect: &outbox::Model) -> Result<()> {
    let event = effect
        .dedupe_key
        .strip_prefix(FOLLOW)
        .and_then(|key| key.strip_prefix(':'))
        .ok_or_else(|| Error::Internal("a message without its id".to_owned()))?;
    let Some(event) = webhook_events::Entity::find_by_id(event)
        .one(&ctx.db)
        .await?
    else {
        return Err(Error::Internal(format!("there is no message {event}")));
    };
    let payment = payments::Entity::find()
        .filter(payments::Column::IntentId.eq(&effect.payload))
        .one(&ctx.db)
        .await?;
    match payment {
        Some(payment) if event.kind.starts_with("payment_intent.") => {
            advance(ctx, payment.booking_id).await?;
        }
        Some(payment) => settle(ctx, payment.booking_id).await?,
        None => {}
    }
    handled(ctx, &event.id).await
}

async fn handled(ctx: &Context, event: &str) -> Result<()> {
    webhook_events::Entity::update_many()
        .col_expr(
            webhook_events::Column::HandledAt,
            Expr::value(ctx.clock.now()),
        )
        .filter(webhook_events::Column::Id.eq(event))
        .exec(&ctx.db)
        .await?;
    Ok(())
}
