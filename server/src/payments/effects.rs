//! What the outbox does at the payment provider: create, capture, cancel, refund. Every effect may run twice and acts once.

mod run;

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use crate::{
    Result,
    entities::{bookings, outbox, refunds},
    jobs::outbox::{NewEffect, enqueue},
};

pub use run::run;

/// How the names of all of them begin.
pub(super) const ALL: &str = "payment.";
const CREATE: &str = "payment.create";
const CAPTURE: &str = "payment.capture";
const CANCEL: &str = "payment.cancel";
const VOID: &str = "payment.void";
pub(super) const REFUND: &str = "payment.refund";

/// The provider shall know of the payment of a new hold.
pub async fn create(conn: &impl ConnectionTrait, booking: Uuid, now: DateTime<Utc>) -> Result<()> {
    enqueue(
        conn,
        effect(
            CREATE,
            booking,
            format!("{CREATE}:{booking}"),
            String::new(),
        ),
        now,
    )
    .await
}

/// The authorised money shall be taken.
pub async fn capture(conn: &impl ConnectionTrait, booking: Uuid, now: DateTime<Utc>) -> Result<()> {
    enqueue(
        conn,
        effect(
            CAPTURE,
            booking,
            format!("{CAPTURE}:{booking}"),
            String::new(),
        ),
        now,
    )
    .await
}

/// The payment of a hold that ended shall end too. Once for each state the booking comes to: an effect that found
/// the booking paid after all does not stand in the way of a later one.
pub async fn cancel(
    conn: &impl ConnectionTrait,
    booking: &bookings::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let key = format!("{CANCEL}:{}:{}", booking.id, booking.version);
    enqueue(conn, effect(CANCEL, booking.id, key, String::new()), now).await
}

/// A payment that is not the booking's shall end, whatever the booking's state.
pub(super) async fn void(
    conn: &impl ConnectionTrait,
    booking: Uuid,
    intent: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    enqueue(
        conn,
        effect(VOID, booking, format!("{VOID}:{intent}"), intent.to_owned()),
        now,
    )
    .await
}

/// The refund shall be sent.
pub(super) async fn refund(
    conn: &impl ConnectionTrait,
    refund: &refunds::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    send_refund(conn, refund, format!("{REFUND}:{}", refund.id), now).await
}

/// The refund waited for a dispute, which is settled: it shall be sent now. Not when an effect has it in hand already: two would send
/// it under two keys. The transaction has locked the booking.
pub(super) async fn refund_again(
    txn: &DatabaseTransaction,
    refund: &refunds::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    use outbox::Column as C;
    let in_hand = outbox::Entity::find()
        .filter(C::BookingId.eq(refund.booking_id))
        .filter(C::Kind.eq(REFUND))
        .filter(C::Payload.eq(refund.id.to_string()))
        .filter(C::State.eq("pending"))
        .lock_exclusive()
        .one(txn)
        .await?;
    if in_hand.is_some() {
        return Ok(());
    }
    let key = format!("{REFUND}:{}:{}", refund.id, Uuid::new_v4());
    send_refund(txn, refund, key, now).await
}

async fn send_refund(
    conn: &impl ConnectionTrait,
    refund: &refunds::Model,
    key: String,
    now: DateTime<Utc>,
) -> Result<()> {
    let effect = effect(REFUND, refund.booking_id, key, refund.id.to_string());
    enqueue(conn, effect, now).await
}

fn effect(kind: &'static str, booking_id: Uuid, dedupe_key: String, payload: String) -> NewEffect {
    NewEffect {
        kind,
        booking_id: Some(booking_id),
        dedupe_key,
        payload,
    }
}
