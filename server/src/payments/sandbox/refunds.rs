//! Refunds in the Sandbox's books: as with Stripe, a key is known for a day, no more goes back than is left, and some
//! cards fail later.

use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseConnection, DatabaseTransaction, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::{
    books::{self, Event, locked},
    cards::{Later, Method},
    disputes,
};
use crate::{
    Result, database,
    entities::{sandbox_intents, sandbox_refunds},
    payments::{IntentStatus, NewRefund, ProviderRefund, RefundAnswer, RefundStatus},
};

/// So long the provider remembers what it was asked under a key.
const KEYS: Duration = Duration::days(1);
/// After so long a refund that does not end at once has ended.
const COURSE: Duration = Duration::seconds(30);

/// A refund that has succeeded, and of which only the provider knows that it will fail.
const FAILING: &str = "failing";
const LOST: &str = "The card was lost or stolen.";

/// What is asked for.
pub(super) struct Asked<'a> {
    pub key: String,
    pub intent: &'a str,
    /// Ours, kept with the refund; none when it is made in the provider's dashboard.
    pub refund: Option<Uuid>,
    /// In the provider's units.
    pub amount: i64,
}

impl<'a> Asked<'a> {
    pub(super) fn new(effect: Uuid, refund: &'a NewRefund) -> Self {
        Self {
            key: effect.to_string(),
            intent: &refund.intent_id,
            refund: Some(refund.refund),
            amount: refund.amount,
        }
    }
}

/// Makes the refund, or gives the answer that the same key had before.
pub(super) async fn make(
    db: &DatabaseConnection,
    asked: &Asked<'_>,
    now: DateTime<Utc>,
) -> Result<RefundAnswer> {
    database::repeatable(db, async |txn| {
        let intent = locked(&txn, asked.intent).await?;
        if let Some(known) = remembered(&txn, &asked.key, now).await? {
            return Ok(RefundAnswer::Made(present(known)));
        }
        if books::status(&intent) != IntentStatus::Succeeded {
            return Ok(refused("This payment was not captured."));
        }
        if disputes::bar(&txn, &intent.id).await? {
            return Ok(RefundAnswer::Barred);
        }
        if asked.amount < 1 || asked.amount > disputes::left(&txn, &intent).await? {
            return Ok(refused("This is more than is left of the payment."));
        }
        write(&txn, &intent, asked, now)
            .await
            .map(RefundAnswer::Made)
    })
    .await
}

fn refused(why: &str) -> RefundAnswer {
    RefundAnswer::Refused(why.to_owned())
}

/// What was made under the key within the last day; one that is older gives its key up.
async fn remembered(
    txn: &DatabaseTransaction,
    key: &str,
    now: DateTime<Utc>,
) -> Result<Option<sandbox_refunds::Model>> {
    use sandbox_refunds::Column as C;
    let known = sandbox_refunds::Entity::find()
        .filter(C::IdempotencyKey.eq(key))
        .lock_exclusive()
        .one(txn)
        .await?;
    let Some(known) = known else { return Ok(None) };
    if now - known.created_at <= KEYS {
        return Ok(Some(known));
    }
    sandbox_refunds::Entity::update_many()
        .col_expr(
            C::IdempotencyKey,
            Expr::value(format!("forgotten:{}", known.id)),
        )
        .filter(C::Id.eq(&known.id))
        .exec(txn)
        .await?;
    Ok(None)
}

async fn write(
    txn: &DatabaseTransaction,
    intent: &sandbox_intents::Model,
    asked: &Asked<'_>,
    now: DateTime<Utc>,
) -> Result<ProviderRefund> {
    let status = match Method::later_of(intent.payment_method.as_deref()) {
        Later::RefundPends => RefundStatus::Pending.as_str(),
        Later::RefundFails => FAILING,
        _ => RefundStatus::Succeeded.as_str(),
    };
    let refund = sandbox_refunds::Model {
        id: format!("re_{}", Uuid::new_v4().simple()),
        idempotency_key: asked.key.clone(),
        intent_id: intent.id.clone(),
        refund_id: asked.refund,
        amount: asked.amount,
        status: status.to_owned(),
        failure: None,
        created_at: now,
        updated_at: now,
    };
    sandbox_refunds::Entity::insert(refund.clone().into_active_model().reset_all())
        .exec_without_returning(txn)
        .await?;
    count(txn, &intent.id, asked.amount).await?;
    tell(txn, &refund, "refund.created", now).await?;
    Ok(present(refund))
}

/// The payment's sum of what went back.
async fn count(txn: &DatabaseTransaction, intent: &str, amount: i64) -> Result<()> {
    use sandbox_intents::Column as C;
    sandbox_intents::Entity::update_many()
        .col_expr(C::Refunded, Expr::col(C::Refunded).add(amount))
        .filter(C::Id.eq(intent))
        .exec(txn)
        .await?;
    Ok(())
}

async fn tell(
    txn: &DatabaseTransaction,
    refund: &sandbox_refunds::Model,
    kind: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let event = Event {
        intent: &refund.intent_id,
        object: Some(&refund.id),
        kind,
    };
    books::record_event(txn, &event, now).await
}

/// Every refund of the payment, oldest first, as they are now.
pub(super) async fn list(
    db: &DatabaseConnection,
    intent: &str,
    now: DateTime<Utc>,
) -> Result<Vec<ProviderRefund>> {
    use sandbox_refunds::Column as C;
    end_due(db, Some(intent), now).await?;
    let rows = sandbox_refunds::Entity::find()
        .filter(C::IntentId.eq(intent))
        .order_by_asc(C::CreatedAt)
        .order_by_asc(C::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(present).collect())
}

/// Ends what has been on its way for half a minute, of one payment or of all.
pub(super) async fn end_due(
    db: &DatabaseConnection,
    intent: Option<&str>,
    now: DateTime<Utc>,
) -> Result<()> {
    use sandbox_refunds::Column as C;
    let mut due = sandbox_refunds::Entity::find()
        .filter(C::Status.is_in([FAILING, RefundStatus::Pending.as_str()]))
        .filter(C::CreatedAt.lte(now - COURSE));
    if let Some(intent) = intent {
        due = due.filter(C::IntentId.eq(intent));
    }
    for refund in due.limit(50).all(db).await? {
        database::repeatable(db, async |txn| end(&txn, &refund, now).await).await?;
    }
    Ok(())
}

/// The refund comes to its end, unless another server was faster.
async fn end(
    txn: &DatabaseTransaction,
    refund: &sandbox_refunds::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    use sandbox_refunds::Column as C;
    let fails = refund.status == FAILING;
    let (status, failure, kind) = match fails {
        true => (RefundStatus::Failed, Some(LOST), "refund.failed"),
        false => (RefundStatus::Succeeded, None, "refund.updated"),
    };
    locked(txn, &refund.intent_id).await?;
    let ended = sandbox_refunds::Entity::update_many()
        .col_expr(C::Status, Expr::value(status.as_str()))
        .col_expr(C::Failure, Expr::value(failure.map(str::to_owned)))
        .col_expr(C::UpdatedAt, Expr::value(now))
        .filter(C::Id.eq(&refund.id))
        .filter(C::Status.eq(&refund.status))
        .exec(txn)
        .await?;
    if ended.rows_affected == 0 {
        return Ok(());
    }
    if fails {
        count(txn, &refund.intent_id, -refund.amount).await?;
    }
    tell(txn, refund, kind, now).await
}

fn present(row: sandbox_refunds::Model) -> ProviderRefund {
    let status = match row.status.as_str() {
        FAILING => RefundStatus::Succeeded,
        // Only this module writes the column.
        other => RefundStatus::parse(other).unwrap_or(RefundStatus::Failed),
    };
    ProviderRefund {
        status,
        id: row.id,
        refund: row.refund_id,
        amount: row.amount,
        failure: row.failure,
        created_at: row.created_at,
    }
}
