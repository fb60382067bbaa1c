//! Looking again at what nobody told us about: payments, refunds and disputes that are not final.

use chrono::{DateTime, Duration, Utc};
use domain::refunds::RefundState;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::Expr,
};

use super::{DisputeStatus, IntentStatus, advance, settle};
use crate::{
    Context, Result,
    entities::{disputes, payments, refunds},
};

/// What is not final is looked at this long after its last news.
const SILENCE: Duration = Duration::minutes(2);
/// Disputes last for weeks, and so may a refund that has been on its way for an hour: they are looked at this often.
const LONG_SILENCE: Duration = Duration::hours(1);

/// Looks at silent payments, oldest first; one that fails does not hold up the others.
pub async fn reconcile(ctx: &Context) -> Result<()> {
    let silent = payments::Entity::find()
        .filter(payments::Column::IntentId.is_not_null())
        .filter(payments::Column::Provider.eq(ctx.gateway.name()))
        .filter(silent_at(ctx.clock.now()))
        .order_by_asc(payments::Column::UpdatedAt)
        .limit(50)
        .all(&ctx.db)
        .await?;
    for payment in silent {
        if claim(ctx, &payment).await?
            && let Err(error) = look(ctx, &payment).await
        {
            tracing::warn!(booking = %payment.booking_id, %error, "a payment could not be looked at");
        }
    }
    Ok(())
}

fn silent_at(now: DateTime<Utc>) -> Condition {
    use payments::Column as C;
    let ended = [IntentStatus::Succeeded, IntentStatus::Canceled].map(IntentStatus::as_str);
    let open = || {
        refunds::Entity::find()
            .select_only()
            .column(refunds::Column::BookingId)
            .filter(
                refunds::Column::State
                    .is_in([RefundState::Queued.as_str(), RefundState::Pending.as_str()]),
            )
    };
    let fresh = open().filter(refunds::Column::CreatedAt.gt(now - LONG_SILENCE));
    let disputed = disputes::Entity::find()
        .select_only()
        .column(disputes::Column::BookingId)
        .filter(disputes::Column::Status.eq(DisputeStatus::Open.as_str()));
    let soon = Condition::any()
        .add(C::Status.is_not_in(ended))
        .add(C::BookingId.in_subquery(fresh.into_query()));
    let later = Condition::any()
        .add(C::BookingId.in_subquery(open().into_query()))
        .add(C::BookingId.in_subquery(disputed.into_query()));
    Condition::any()
        .add(all_before(now - SILENCE, soon))
        .add(all_before(now - LONG_SILENCE, later))
}

/// Of those, the payments whose last news are as old as that.
fn all_before(at: DateTime<Utc>, those: Condition) -> Condition {
    Condition::all()
        .add(payments::Column::UpdatedAt.lte(at))
        .add(those)
}

async fn look(ctx: &Context, payment: &payments::Model) -> Result<()> {
    advance(ctx, payment.booking_id).await?;
    settle(ctx, payment.booking_id).await
}

/// Notes that somebody looks now, so that three servers do not all ask; false when another was faster.
async fn claim(ctx: &Context, payment: &payments::Model) -> Result<bool> {
    let claimed = payments::Entity::update_many()
        .col_expr(payments::Column::Version, Expr::value(payment.version + 1))
        .col_expr(payments::Column::UpdatedAt, Expr::value(ctx.clock.now()))
        .filter(payments::Column::Id.eq(payment.id))
        .filter(payments::Column::Version.eq(payment.version))
        .exec(&ctx.db)
        .await?;
    Ok(claimed.rows_affected == 1)
}
