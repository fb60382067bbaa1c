//! Completing stays after check-out.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{bookings::State, stays::local_to_utc};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationTrait,
};
use uuid::Uuid;

use crate::{
    Context, Result,
    bookings::{By, records, transition},
    database,
    entities::{bookings, listings},
};

#[derive(FromQueryResult)]
struct Leaving {
    id: Uuid,
    check_out: NaiveDate,
    timezone: String,
    /// As agreed at booking; bookings older than the column have none.
    check_out_minutes: Option<u32>,
    check_out_by: u32,
}

impl Leaving {
    /// Whether the home's clock is past its check-out time.
    fn has_left(&self, now: DateTime<Utc>) -> Result<bool> {
        let timezone = records::timezone(&self.timezone)?;
        let minutes = self.check_out_minutes.unwrap_or(self.check_out_by);
        Ok(local_to_utc(timezone, self.check_out, minutes) <= now)
    }
}

/// Completes what is due; one that fails does not hold up the others.
pub(super) async fn complete_due(ctx: &Context) -> Result<()> {
    let now = ctx.clock.now();
    for stay in leaving(ctx, now).await? {
        let done = complete(ctx, &stay, now).await;
        if let Err(error) = done {
            tracing::warn!(booking = %stay.id, %error, "a stay could not be completed");
        }
    }
    Ok(())
}

/// Confirmed stays that may be over somewhere on earth.
async fn leaving(ctx: &Context, now: DateTime<Utc>) -> Result<Vec<Leaving>> {
    let latest = now.date_naive() + Days::new(1);
    let rows = bookings::Entity::find()
        .select_only()
        .columns([
            bookings::Column::Id,
            bookings::Column::CheckOut,
            bookings::Column::Timezone,
            bookings::Column::CheckOutMinutes,
        ])
        .column(listings::Column::CheckOutBy)
        .join(JoinType::InnerJoin, bookings::Relation::Listing.def())
        .filter(bookings::Column::State.eq(State::Confirmed.as_str()))
        .filter(bookings::Column::CheckOut.lte(latest))
        .order_by_asc(bookings::Column::CheckOut)
        .limit(200)
        .into_model::<Leaving>()
        .all(&ctx.db)
        .await?;
    Ok(rows)
}

async fn complete(ctx: &Context, stay: &Leaving, now: DateTime<Utc>) -> Result<()> {
    if !stay.has_left(now)? {
        return Ok(());
    }
    database::transaction(&ctx.db, async |txn| {
        let booking = records::booking_locked(&txn, stay.id).await?;
        if records::state(&booking)? == State::Confirmed {
            transition(
                &txn,
                booking,
                State::Completed,
                By::System,
                "The guest checked out.",
                now,
            )
            .await?;
        }
        Ok(())
    })
    .await
}
