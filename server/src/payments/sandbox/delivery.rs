//! Posting events to our own endpoint, signed, again and again until it answers well.

use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use serde_json::json;

use super::{
    Sandbox,
    faults::{self, Fault},
    signature,
};
use crate::{Result, entities::sandbox_events};

/// After as many attempts an event is given up: the reconciler looks at the payment anyway.
const ATTEMPTS: u32 = 12;

/// Delivers what is due, oldest first; an event that cannot be delivered waits longer each time.
pub(super) async fn deliver_due(sandbox: &Sandbox) -> Result<()> {
    let now = sandbox.clock.now();
    let waiting = sandbox_events::Entity::find()
        .filter(sandbox_events::Column::DeliveredAt.is_null())
        .filter(due_by(now))
        .order_by_asc(sandbox_events::Column::CreatedAt)
        .order_by_asc(sandbox_events::Column::Id)
        .limit(50)
        .all(&sandbox.db)
        .await?;
    for event in waiting {
        if claim(sandbox, &event).await? && deliver(sandbox, &event, now).await? {
            sandbox_events::Entity::update_many()
                .col_expr(sandbox_events::Column::DeliveredAt, Expr::value(now))
                .filter(sandbox_events::Column::Id.eq(&event.id))
                .exec(&sandbox.db)
                .await?;
        }
    }
    Ok(())
}

/// Whether it need not be sent again. A message may be told to be dropped, to come twice, or not to come this time.
async fn deliver(
    sandbox: &Sandbox,
    event: &sandbox_events::Model,
    now: DateTime<Utc>,
) -> Result<bool> {
    Ok(match faults::next(&sandbox.db, "webhook").await? {
        None => post(sandbox, event, now).await,
        Some(Fault::Lost) => true,
        Some(Fault::Doubled) => {
            post(sandbox, event, now).await;
            post(sandbox, event, now).await
        }
        Some(Fault::Late(_) | Fault::Down) => false,
    })
}

/// An event is due at once, then 2, 6, 14, 30 … seconds after it was written. The database picks them out, so that many
/// that wait for another attempt do not stand before a new one.
fn due_by(now: DateTime<Utc>) -> Condition {
    use sandbox_events::Column as C;
    (0..ATTEMPTS).fold(Condition::any(), |due, attempts| {
        let written = now - Duration::seconds((1_i64 << (attempts + 1)) - 2);
        due.add(C::Attempts.eq(attempts).and(C::CreatedAt.lte(written)))
    })
}

/// Counts the attempt; false when another server has just made it.
async fn claim(sandbox: &Sandbox, event: &sandbox_events::Model) -> Result<bool> {
    let claimed = sandbox_events::Entity::update_many()
        .col_expr(
            sandbox_events::Column::Attempts,
            Expr::value(event.attempts + 1),
        )
        .filter(sandbox_events::Column::Id.eq(&event.id))
        .filter(sandbox_events::Column::Attempts.eq(event.attempts))
        .exec(&sandbox.db)
        .await?;
    Ok(claimed.rows_affected == 1)
}

/// What the event is about, in the fields that Stripe has, too.
fn object(event: &sandbox_events::Model) -> serde_json::Value {
    let Some(object) = &event.object_id else {
        return json!({ "id": event.intent_id, "object": "payment_intent" });
    };
    let what = if object.starts_with("dp_") {
        "dispute"
    } else {
        "refund"
    };
    json!({ "id": object, "object": what, "payment_intent": event.intent_id })
}

async fn post(sandbox: &Sandbox, event: &sandbox_events::Model, now: DateTime<Utc>) -> bool {
    let body = json!({
        "id": event.id,
        "type": event.kind,
        "created": event.created_at.timestamp(),
        "data": { "object": object(event) },
    })
    .to_string();
    let sent = sandbox
        .http
        .post(format!("{}/webhooks/sandbox", sandbox.webhook_base))
        .header("content-type", "application/json")
        .header(
            signature::HEADER,
            signature::sign(&sandbox.secret, now, body.as_bytes()),
        )
        .body(body)
        .send()
        .await;
    match sent {
        Ok(answer) if answer.status().is_success() => true,
        Ok(answer) => {
            tracing::warn!(
                event = event.id,
                status = answer.status().as_u16(),
                "a Sandbox webhook was refused"
            );
            false
        }
        Err(error) => {
            tracing::warn!(event = event.id, %error, "a Sandbox webhook was not delivered");
            false
        }
    }
}
