//! Disputes in the Sandbox's books, in Stripe's words: a dispute takes the money at once, an inquiry only asks.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseConnection, DatabaseTransaction,
    EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use super::{
    books::{self, Event, locked},
    cards::{Later, Method},
};
use crate::{
    Error, Result, database,
    entities::{sandbox_disputes, sandbox_intents},
    payments::{DisputeStatus, IntentStatus, ProviderDispute},
};

const OPEN: &str = "needs_response";
const INQUIRY: &str = "warning_needs_response";
const INQUIRY_CLOSED: &str = "warning_closed";
const WON: &str = "won";
const LOST: &str = "lost";

/// Some cards dispute what was captured. Runs in the transaction of the capture.
pub(super) async fn after_capture(
    txn: &DatabaseTransaction,
    intent: &sandbox_intents::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let status = match Method::later_of(intent.payment_method.as_deref()) {
        Later::Disputed => OPEN,
        Later::Inquired => INQUIRY,
        _ => return Ok(()),
    };
    write(txn, &intent.id, intent.amount, status, now)
        .await
        .map(drop)
}

/// The guest's bank disputes what is left of a captured payment; as an inquiry it only asks. Returns the dispute's id.
///
/// # Errors
/// `Refused` when nothing is left of the payment.
pub(super) async fn open(
    db: &DatabaseConnection,
    intent: &str,
    inquiry: bool,
    now: DateTime<Utc>,
) -> Result<String> {
    database::transaction(db, async |txn| {
        let intent = locked(&txn, intent).await?;
        let left = left(&txn, &intent).await?;
        if books::status(&intent) != IntentStatus::Succeeded || left < 1 {
            let sentence = "Nothing of this payment can be disputed.".to_owned();
            return Err(domain::Error::Refused(sentence).into());
        }
        let status = if inquiry { INQUIRY } else { OPEN };
        write(&txn, &intent.id, left, status, now).await
    })
    .await
}

/// The bank has decided: an open dispute is won or lost by us, an inquiry is closed or, when lost, becomes a dispute of what is left
/// of the payment that is lost. A dispute that was settled stays as it is.
pub(super) async fn close(
    db: &DatabaseConnection,
    id: &str,
    won: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    database::repeatable(db, async |txn| {
        let unknown = || Error::User(domain::Error::NotFound("Dispute"));
        let dispute = sandbox_disputes::Entity::find_by_id(id)
            .one(&*txn)
            .await?
            .ok_or_else(unknown)?;
        let intent = locked(&txn, &dispute.intent_id).await?;
        let (status, amount) = match (dispute.status.as_str(), won) {
            (OPEN, true) => (WON, dispute.amount),
            (INQUIRY, true) => (INQUIRY_CLOSED, dispute.amount),
            (OPEN, false) => (LOST, dispute.amount),
            (INQUIRY, false) => (LOST, left(&txn, &intent).await?),
            _ => return Ok(()),
        };
        set(&txn, &dispute, (status, amount), now).await?;
        tell(&txn, &intent.id, id, "charge.dispute.closed", now).await
    })
    .await
}

async fn set(
    txn: &DatabaseTransaction,
    dispute: &sandbox_disputes::Model,
    (status, amount): (&str, i64),
    now: DateTime<Utc>,
) -> Result<()> {
    use sandbox_disputes::Column as C;
    sandbox_disputes::Entity::update_many()
        .col_expr(C::Status, Expr::value(status))
        .col_expr(C::Amount, Expr::value(amount))
        .col_expr(C::UpdatedAt, Expr::value(now))
        .filter(C::Id.eq(&dispute.id))
        .filter(C::Status.eq(&dispute.status))
        .exec(txn)
        .await?;
    Ok(())
}

async fn write(
    txn: &DatabaseTransaction,
    intent: &str,
    amount: i64,
    status: &str,
    now: DateTime<Utc>,
) -> Result<String> {
    let dispute = sandbox_disputes::Model {
        id: format!("dp_{}", Uuid::new_v4().simple()),
        intent_id: intent.to_owned(),
        amount,
        status: status.to_owned(),
        reason: "fraudulent".to_owned(),
        created_at: now,
        updated_at: now,
    };
    let id = dispute.id.clone();
    sandbox_disputes::Entity::insert(dispute.into_active_model().reset_all())
        .exec_without_returning(txn)
        .await?;
    tell(txn, intent, &id, "charge.dispute.created", now).await?;
    Ok(id)
}

async fn tell(
    txn: &DatabaseTransaction,
    intent: &str,
    dispute: &str,
    kind: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let event = Event {
        intent,
        object: Some(dispute),
        kind,
    };
    books::record_event(txn, &event, now).await
}

/// Whether a dispute stands in the way of refunds.
pub(super) async fn bar(txn: &DatabaseTransaction, intent: &str) -> Result<bool> {
    let rows = rows(txn, intent).await?;
    Ok(rows.iter().any(|dispute| dispute.status == OPEN))
}

/// What is left of a payment, in the provider's units: taken, less what went back and what disputes that are open or lost have taken.
pub(super) async fn left(
    txn: &DatabaseTransaction,
    intent: &sandbox_intents::Model,
) -> Result<i64> {
    let rows = rows(txn, &intent.id).await?;
    let taken = rows
        .iter()
        .filter(|dispute| [OPEN, LOST].contains(&dispute.status.as_str()));
    let taken: i64 = taken.map(|dispute| dispute.amount).sum();
    Ok((intent.captured - intent.refunded - taken).max(0))
}

/// Every dispute of the payment, oldest first.
pub(super) async fn list(db: &DatabaseConnection, intent: &str) -> Result<Vec<ProviderDispute>> {
    let rows = rows(db, intent).await?;
    Ok(rows.into_iter().map(present).collect())
}

async fn rows(conn: &impl ConnectionTrait, intent: &str) -> Result<Vec<sandbox_disputes::Model>> {
    use sandbox_disputes::Column as C;
    Ok(sandbox_disputes::Entity::find()
        .filter(C::IntentId.eq(intent))
        .order_by_asc(C::CreatedAt)
        .order_by_asc(C::Id)
        .lock_exclusive()
        .all(conn)
        .await?)
}

fn present(row: sandbox_disputes::Model) -> ProviderDispute {
    let status = match row.status.as_str() {
        WON | INQUIRY_CLOSED => DisputeStatus::Won,
        LOST => DisputeStatus::Lost,
        _ => DisputeStatus::Open,
    };
    ProviderDispute {
        refundable: [INQUIRY, INQUIRY_CLOSED].contains(&row.status.as_str()),
        status,
        id: row.id,
        amount: row.amount,
        reason: row.reason,
        opened_at: row.created_at,
    }
}
