//! The Sandbox's own books: payments and the events about them.

use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseConnection, DatabaseTransaction, EntityTrait,
    PaginatorTrait, QueryFilter, sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    Result, database,
    entities::{sandbox_events, sandbox_intents},
    payments::{Intent, IntentStatus},
};

/// How long an authorisation can be captured.
const AUTHORISATION: Duration = Duration::days(7);

pub(super) const DECLINED: &str = "payment_intent.payment_failed";

/// What changes in a payment, and the event that tells of it.
pub(super) struct Change<'a> {
    pub from: IntentStatus,
    pub to: IntentStatus,
    pub event: &'a str,
    pub last_error: Option<&'a str>,
}

/// The payment with this id; an authorisation that was not captured in time is gone by now.
pub(super) async fn find(
    db: &DatabaseConnection,
    id: &str,
    now: DateTime<Utc>,
) -> Result<Option<sandbox_intents::Model>> {
    let found = sandbox_intents::Entity::find_by_id(id).one(db).await?;
    let Some(intent) = found else {
        return Ok(None);
    };
    if status(&intent) != IntentStatus::RequiresCapture || now < lapses_at(&intent) {
        return Ok(Some(intent));
    }
    let lapse = Change {
        from: IntentStatus::RequiresCapture,
        to: IntentStatus::Canceled,
        event: "payment_intent.canceled",
        last_error: Some("The authorisation lapsed."),
    };
    change(db, &intent, lapse, now).await?;
    Ok(sandbox_intents::Entity::find_by_id(id).one(db).await?)
}

/// Changes a payment if it still is where `change` starts from, and writes the event with it; false when it is elsewhere.
pub(super) async fn change(
    db: &DatabaseConnection,
    intent: &sandbox_intents::Model,
    change: Change<'_>,
    now: DateTime<Utc>,
) -> Result<bool> {
    database::repeatable(db, async |txn| {
        if !set(&txn, intent, &change, now).await? {
            return Ok(false);
        }
        record_event(&txn, &intent.id, change.event, now).await?;
        Ok(true)
    })
    .await
}

async fn set(
    txn: &DatabaseTransaction,
    intent: &sandbox_intents::Model,
    change: &Change<'_>,
    now: DateTime<Utc>,
) -> Result<bool> {
    use sandbox_intents::Column as C;
    let captured = match change.to {
        IntentStatus::Succeeded => intent.amount,
        _ => intent.captured,
    };
    let changed = sandbox_intents::Entity::update_many()
        .col_expr(C::Status, Expr::value(change.to.as_str()))
        .col_expr(C::Captured, Expr::value(captured))
        .col_expr(
            C::LastError,
            Expr::value(change.last_error.map(str::to_owned)),
        )
        .col_expr(C::UpdatedAt, Expr::value(now))
        .filter(C::Id.eq(&intent.id))
        .filter(C::Status.eq(change.from.as_str()))
        .exec(txn)
        .await?;
    Ok(changed.rows_affected == 1)
}

async fn record_event(
    txn: &DatabaseTransaction,
    intent_id: &str,
    kind: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let event = sandbox_events::ActiveModel {
        id: Set(format!("evt_{}", Uuid::new_v4().simple())),
        intent_id: Set(intent_id.to_owned()),
        kind: Set(kind.to_owned()),
        delivered_at: Set(None),
        attempts: Set(0),
        created_at: Set(now),
        object_id: Set(None),
    };
    sandbox_events::Entity::insert(event)
        .exec_without_returning(txn)
        .await?;
    Ok(())
}

pub(super) fn status(intent: &sandbox_intents::Model) -> IntentStatus {
    // Only this module writes the column; anything else cannot be paid.
    IntentStatus::parse(&intent.status).unwrap_or(IntentStatus::Canceled)
}

/// The authorisation was the row's last change.
fn lapses_at(intent: &sandbox_intents::Model) -> DateTime<Utc> {
    intent.updated_at + AUTHORISATION
}

/// The payment as a provider's client sees it.
pub(super) async fn present(
    db: &DatabaseConnection,
    row: sandbox_intents::Model,
) -> Result<Intent> {
    let declined = sandbox_events::Entity::find()
        .filter(sandbox_events::Column::IntentId.eq(&row.id))
        .filter(sandbox_events::Column::Kind.eq(DECLINED))
        .count(db)
        .await?;
    let status = status(&row);
    Ok(Intent {
        capture_before: (status == IntentStatus::RequiresCapture).then(|| lapses_at(&row)),
        page: Some(format!("/sandbox/pay/{}", row.id)),
        client_secret: None,
        declined_cards: u32::try_from(declined).unwrap_or(u32::MAX),
        status,
        id: row.id,
        booking_id: row.booking_id,
        amount: row.amount,
        currency: row.currency,
        captured: row.captured,
        last_error: row.last_error,
    })
}
