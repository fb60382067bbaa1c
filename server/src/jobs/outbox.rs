//! The outbox: effects on the outside world, written in the transaction that causes them and done once by a worker
//! that holds a lease. A worker that lost its lease cannot finish: the fence has moved on.

use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use crate::{
    Context, Error, Result,
    entities::outbox,
    interruptions, mail,
    payments::{effects, webhooks},
    photos,
};

/// Longer than any effect takes.
const LEASE: Duration = Duration::seconds(60);
/// After so long an effect is cut off, and tried again later.
const LONGEST: std::time::Duration = std::time::Duration::from_secs(30);
/// The kinds of effects that are mail.
const MAIL: &str = "mail.%";

/// An effect to be written.
pub struct NewEffect {
    pub kind: &'static str,
    /// The booking whose page waits for it, if one does.
    pub booking_id: Option<Uuid>,
    /// Asking twice with the same key is one effect.
    pub dedupe_key: String,
    pub payload: String,
}

/// Writes the effect with what causes it, unless it is there already.
pub async fn enqueue(
    conn: &impl ConnectionTrait,
    effect: NewEffect,
    now: DateTime<Utc>,
) -> Result<()> {
    enqueue_at(conn, effect, now, now).await
}

/// The same, to be done at `run_at` or after.
pub async fn enqueue_at(
    conn: &impl ConnectionTrait,
    effect: NewEffect,
    now: DateTime<Utc>,
    run_at: DateTime<Utc>,
) -> Result<()> {
    let row = outbox::ActiveModel {
        id: Set(Uuid::new_v4()),
        kind: Set(effect.kind.to_owned()),
        booking_id: Set(effect.booking_id),
        dedupe_key: Set(effect.dedupe_key),
        payload: Set(effect.payload),
        state: Set("pending".to_owned()),
        attempts: Set(0),
        run_at: Set(run_at),
        lease_owner: Set(None),
        lease_until: Set(None),
        fence: Set(0),
        last_error: Set(None),
        created_at: Set(now),
        done_at: Set(None),
    };
    let once = OnConflict::column(outbox::Column::DedupeKey)
        .do_nothing_on([outbox::Column::Id])
        .to_owned();
    outbox::Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(conn)
        .await?;
    Ok(())
}

/// Notes that the effect is done, with what shows that there is nothing more to do. The note of the worker that holds it comes after and
/// says the same.
pub async fn done(
    conn: &impl ConnectionTrait,
    effect: &outbox::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    outbox::Entity::update_many()
        .col_expr(outbox::Column::State, Expr::value("done"))
        .col_expr(outbox::Column::DoneAt, Expr::value(now))
        .filter(outbox::Column::Id.eq(effect.id))
        .filter(outbox::Column::Fence.eq(effect.fence))
        .exec(conn)
        .await?;
    Ok(())
}

/// Does what is due but mail, oldest first, for one booking or for all. Returns how many effects this worker was the one to do.
pub async fn run_due(ctx: &Context, booking: Option<Uuid>) -> Result<usize> {
    let of_booking = booking.map(|id| outbox::Column::BookingId.eq(id));
    let wanted = Condition::all()
        .add(outbox::Column::Kind.not_like(MAIL))
        .add_option(of_booking);
    run_wanted(ctx, wanted).await
}

/// Sends the mail that is due, as [`run_due`] does everything else: apart from it, because a mail server may be slow.
pub async fn run_mail(ctx: &Context) -> Result<usize> {
    let wanted = Condition::all().add(outbox::Column::Kind.like(MAIL));
    run_wanted(ctx, wanted).await
}

async fn run_wanted(ctx: &Context, wanted: Condition) -> Result<usize> {
    let worker = Uuid::new_v4();
    let mut done = 0;
    for effect in due(ctx, wanted).await? {
        if let Some(lease) = claim(ctx, effect, worker).await? {
            done += usize::from(run(ctx, lease).await?);
        }
    }
    Ok(done)
}

async fn due(ctx: &Context, wanted: Condition) -> Result<Vec<outbox::Model>> {
    let query = outbox::Entity::find()
        .filter(outbox::Column::State.eq("pending"))
        .filter(outbox::Column::RunAt.lte(ctx.clock.now()))
        .filter(free_at(ctx.clock.now()))
        .filter(wanted)
        .order_by_asc(outbox::Column::RunAt)
        .order_by_asc(outbox::Column::Id)
        .limit(50);
    Ok(query.all(&ctx.db).await?)
}

fn free_at(now: DateTime<Utc>) -> Condition {
    Condition::any()
        .add(outbox::Column::LeaseUntil.is_null())
        .add(outbox::Column::LeaseUntil.lt(now))
}

/// Takes the lease by moving the fence; `None` when another worker was faster.
async fn claim(
    ctx: &Context,
    effect: outbox::Model,
    worker: Uuid,
) -> Result<Option<outbox::Model>> {
    let now = ctx.clock.now();
    let fence = effect.fence + 1;
    let attempts = effect.attempts + 1;
    let claimed = outbox::Entity::update_many()
        .col_expr(outbox::Column::LeaseOwner, Expr::value(worker))
        .col_expr(outbox::Column::LeaseUntil, Expr::value(now + LEASE))
        .col_expr(outbox::Column::Fence, Expr::value(fence))
        .col_expr(outbox::Column::Attempts, Expr::value(attempts))
        .filter(outbox::Column::Id.eq(effect.id))
        .filter(outbox::Column::State.eq("pending"))
        .filter(outbox::Column::Fence.eq(effect.fence))
        .filter(free_at(now))
        .exec(&ctx.db)
        .await?;
    Ok((claimed.rows_affected == 1).then_some(outbox::Model {
        fence,
        attempts,
        ..effect
    }))
}

/// True when the effect was done and this worker's lease still held.
async fn run(ctx: &Context, lease: outbox::Model) -> Result<bool> {
    let silence = |_| {
        Err(Error::Gateway(
            "it took longer than half a minute".to_owned(),
        ))
    };
    interruptions::reach(&lease.kind, "leased").await;
    let outcome = tokio::time::timeout(LONGEST, perform(ctx, &lease))
        .await
        .unwrap_or_else(silence);
    interruptions::reach(&lease.kind, "done").await;
    let now = ctx.clock.now();
    let finish = outbox::Entity::update_many()
        .col_expr(outbox::Column::LeaseOwner, Expr::value(None::<Uuid>))
        .col_expr(
            outbox::Column::LeaseUntil,
            Expr::value(None::<DateTime<Utc>>),
        )
        .filter(outbox::Column::Id.eq(lease.id))
        .filter(outbox::Column::Fence.eq(lease.fence));
    let finish = match &outcome {
        Ok(()) => finish
            .col_expr(outbox::Column::State, Expr::value("done"))
            .col_expr(outbox::Column::DoneAt, Expr::value(now)),
        Err(error) => {
            tracing::warn!(effect = %lease.id, kind = lease.kind, attempts = lease.attempts, %error, "an effect failed");
            finish
                .col_expr(outbox::Column::State, Expr::value(after(error)))
                .col_expr(outbox::Column::RunAt, Expr::value(now + backoff(&lease)))
                .col_expr(outbox::Column::LastError, Expr::value(error.to_string()))
                .filter(outbox::Column::State.eq("pending"))
        }
    };
    let finished = finish.exec(&ctx.db).await?;
    Ok(outcome.is_ok() && finished.rows_affected == 1)
}

async fn perform(ctx: &Context, effect: &outbox::Model) -> Result<()> {
    match effect.kind.as_str() {
        photos::REMOVE_FILES => photos::remove_files(ctx, effect).await,
        kind if kind.starts_with("mail.") => mail::deliver(ctx, effect).await,
        webhooks::FOLLOW => webhooks::follow(ctx, effect).await,
        _ => effects::run(ctx, effect).await,
    }
}

/// What cannot be understood will not be understood later. Everything else is tried until the provider gives a
/// final answer: it ends each payment after its own time.
fn after(error: &Error) -> &'static str {
    match error {
        Error::Internal(_) => "dead",
        _ => "pending",
    }
}

/// 2, 4, 8 … seconds up to ten minutes, and up to a second more by the effect's id, so that many do not come at once.
fn backoff(lease: &outbox::Model) -> Duration {
    let seconds = 2_i64.saturating_pow(lease.attempts.min(10)).min(600);
    let spread = i64::try_from(lease.id.as_u128() % 1000).unwrap_or(0);
    Duration::seconds(seconds) + Duration::milliseconds(spread)
}
