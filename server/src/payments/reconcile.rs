//! Looking again at payments that nobody told us about.

use chrono::Duration;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};

use super::{IntentStatus, advance};
use crate::{Context, Result, entities::payments};

/// A payment that is not final is looked at this long after its last news.
const SILENCE: Duration = Duration::minutes(2);

/// Advances the bookings of silent payments, oldest first; one that fails does not hold up the others.
pub async fn reconcile(ctx: &Context) -> Result<()> {
    let now = ctx.clock.now();
    let ended = [IntentStatus::Succeeded, IntentStatus::Canceled].map(IntentStatus::as_str);
    let silent = payments::Entity::find()
        .filter(payments::Column::IntentId.is_not_null())
        .filter(payments::Column::Status.is_not_in(ended))
        .filter(payments::Column::UpdatedAt.lte(now - SILENCE))
        .order_by_asc(payments::Column::UpdatedAt)
        .limit(50)
        .all(&ctx.db)
        .await?;
    for payment in silent {
        if claim(ctx, &payment).await?
            && let Err(error) = advance(ctx, payment.booking_id).await
        {
            tracing::warn!(booking = %payment.booking_id, %error, "a payment could not be looked at");
        }
    }
    Ok(())
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
