//! The Sandbox's own books: payments and the events about them.

use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, DatabaseConnection, DatabaseTransaction, EntityTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, sea_query::Expr,
};
use uuid::Uuid;

use super::disputes;
use crate::{
    Error, Result, database,
    entities::{sandbox_disputes, sandbox_events, sandbox_intents, sandbox_refunds},
    payments::{Intent, IntentStatus, Touched},
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

/// What an event tells of: a payment, or a refund or dispute of it.
pub(super) struct Event<'a> {
    pub intent: &'a str,
    pub object: Option<&'a str>,
    pub kind: &'a str,
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
        let told = Event {
            intent: &intent.id,
            object: None,
            kind: change.event,
        };
        record_event(&txn, &told, now).await?;
        if change.to == IntentStatus::Succeeded {
            disputes::after_capture(&txn, intent, now).await?;
        }
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
        .col_expr(C::PaymentMethod, Expr::value(intent.payment_method.clone()))
        .col_expr(C::UpdatedAt, Expr::value(now))
        .filter(C::Id.eq(&intent.id))
        .filter(C::Status.eq(change.from.as_str()))
        .exec(txn)
        .await?;
    Ok(changed.rows_affected == 1)
}

pub(super) async fn record_event(
    txn: &DatabaseTransaction,
    told: &Event<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let event = sandbox_events::ActiveModel {
        id: Set(format!("evt_{}", Uuid::new_v4().simple())),
        intent_id: Set(told.intent.to_owned()),
        kind: Set(told.kind.to_owned()),
        delivered_at: Set(None),
        attempts: Set(0),
        created_at: Set(now),
        object_id: Set(told.object.map(str::to_owned)),
    };
    sandbox_events::Entity::insert(event)
        .exec_without_returning(txn)
        .await?;
    Ok(())
}

/// The payment as it is now, and nobody else changes it until the transaction ends.
pub(super) async fn locked(txn: &DatabaseTransaction, id: &str) -> Result<sandbox_intents::Model> {
    let unknown = || Error::Internal(format!("no such payment: {id}"));
    sandbox_intents::Entity::find_by_id(id)
        .lock_exclusive()
        .one(txn)
        .await?
        .ok_or_else(unknown)
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
        client_secret: row.client_secret,
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

/// So many payments are on a page.
const PAGE: u64 = 100;

/// Payments that were made, refunded or disputed since, by their ids; the page begins after the id `after`.
pub(super) async fn touched_since(
    db: &DatabaseConnection,
    since: DateTime<Utc>,
    after: Option<&str>,
) -> Result<Touched> {
    use sandbox_intents::Column as C;
    let refunded = sandbox_refunds::Entity::find()
        .select_only()
        .column(sandbox_refunds::Column::IntentId)
        .filter(sandbox_refunds::Column::UpdatedAt.gte(since))
        .into_query();
    let disputed = sandbox_disputes::Entity::find()
        .select_only()
        .column(sandbox_disputes::Column::IntentId)
        .filter(sandbox_disputes::Column::UpdatedAt.gte(since))
        .into_query();
    let touched = Condition::any()
        .add(C::CreatedAt.gte(since))
        .add(C::Id.in_subquery(refunded))
        .add(C::Id.in_subquery(disputed));
    let intents: Vec<String> = sandbox_intents::Entity::find()
        .select_only()
        .column(C::Id)
        .filter(C::Id.gt(after.unwrap_or_default()))
        .filter(touched)
        .order_by_asc(C::Id)
        .limit(PAGE)
        .into_tuple()
        .all(db)
        .await?;
    let full = intents.len() as u64 == PAGE;
    let next = intents.last().filter(|_| full).cloned();
    Ok(Touched { intents, next })
}
