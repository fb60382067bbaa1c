//! What was to be done at the provider and was given up, because it can never be done: somebody must look at it.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

use super::Comparison;
use crate::{
    Context, Result,
    entities::outbox,
    payments::{effects::ALL, webhooks},
};

/// Tells each that was given up since, the oldest first.
pub(super) async fn effects(
    ctx: &Context,
    since: DateTime<Utc>,
    found: &mut Comparison,
) -> Result<()> {
    use outbox::Column as C;
    let of_money = Condition::any()
        .add(C::Kind.starts_with(ALL))
        .add(C::Kind.eq(webhooks::FOLLOW));
    // Whoever gave it up has set when it would have been tried again.
    let dead = outbox::Entity::find()
        .filter(C::State.eq("dead"))
        .filter(C::RunAt.gte(since))
        .filter(of_money)
        .order_by_asc(C::RunAt)
        .order_by_asc(C::Id)
        .all(&ctx.db)
        .await?;
    for effect in dead {
        let of = effect
            .booking_id
            .map_or(effect.payload, |id| format!("booking {id}"));
        let why = effect.last_error.unwrap_or_default();
        found.given_up += 1;
        found.tell(format!("Given up, {} of {of}: {why}", effect.kind));
    }
    Ok(())
}
