//! One pass over everything that is due, and the loop that makes passes.

use std::time::Duration;

use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::{holds, outbox, requests, stays};
use crate::{
    Context, Result, idempotency, limits,
    payments::{self, reconcile},
    sessions, tokens,
};

/// How long the worker sleeps when nobody wakes it.
const PAUSE: Duration = Duration::from_secs(10);
/// How often it is looked whether the day's comparison is to be made.
const LOOKS: Duration = Duration::from_secs(60);
/// How often reads are settled between servers.
const SETTLES: Duration = Duration::from_secs(2);

/// One pass over everything that is due, mail at the end.
pub async fn tick(ctx: &Context) -> Result<()> {
    let parts = [pass(ctx).await, outbox::run_mail(ctx).await.map(drop)];
    parts.into_iter().collect()
}

/// One pass over everything but mail: holds, requests, silent payments, the outbox, stays that are over, old sessions, counts and answers, and
/// last the provider's own errands, which wait for others and must keep nobody waiting. Every part has its turn even when another fails; the first failure is returned.
async fn pass(ctx: &Context) -> Result<()> {
    let parts = [
        holds::end_due(ctx).await,
        requests::end_due(ctx).await,
        reconcile(ctx).await,
        outbox::run_due(ctx, None).await.map(drop),
        stays::complete_due(ctx).await,
        sessions::delete_expired(ctx).await,
        tokens::delete_expired(ctx).await,
        limits::forget(ctx).await,
        idempotency::forget(ctx).await,
        ctx.gateway.tend().await,
    ];
    parts.into_iter().collect()
}

/// What somebody may be waiting for.
async fn urgent(ctx: &Context) -> Result<()> {
    let parts = [
        outbox::run_due(ctx, None).await.map(drop),
        ctx.gateway.tend().await,
    ];
    parts.into_iter().collect()
}

/// Makes passes until `shutdown` is cancelled: all that is due every ten seconds, the urgent part whenever
/// `ctx.wake` says that something was written. Several servers may do this at once. Mail goes its own way beside it: a mail
/// server that is slow or down keeps nothing else waiting.
pub async fn run_worker(ctx: Context, shutdown: CancellationToken) {
    let passed = Notify::new();
    tokio::join!(
        work(&ctx, &shutdown, &passed),
        post(&ctx, &shutdown, &passed),
        compare(&ctx, &shutdown),
        settle(&ctx, &shutdown)
    );
}

async fn work(ctx: &Context, shutdown: &CancellationToken, passed: &Notify) {
    let mut timer = tokio::time::interval(PAUSE);
    timer.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        let done = tokio::select! {
            () = shutdown.cancelled() => return,
            _ = timer.tick() => pass(ctx).await,
            () = ctx.clock.moved() => pass(ctx).await,
            () = ctx.wake.notified() => urgent(ctx).await,
        };
        if let Err(error) = done {
            tracing::error!(%error, "the worker could not do everything");
        }
        passed.notify_one();
    }
}

/// Compares the ledger with the provider once a day, beside everything else: it may take long.
async fn compare(ctx: &Context, shutdown: &CancellationToken) {
    let mut timer = tokio::time::interval(LOOKS);
    timer.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = shutdown.cancelled() => return,
            _ = timer.tick() => {}
        }
        let compared = tokio::select! {
            () = shutdown.cancelled() => return,
            compared = payments::daily(ctx) => compared,
        };
        if let Err(error) = compared {
            tracing::error!(%error, "the ledger could not be compared with the provider");
        }
    }
}

/// Tells the other servers how much was read here, and learns of theirs.
async fn settle(ctx: &Context, shutdown: &CancellationToken) {
    let mut timer = tokio::time::interval(SETTLES);
    timer.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = shutdown.cancelled() => return,
            _ = timer.tick() => {}
        }
        if let Err(error) = limits::settle(ctx).await {
            tracing::error!(%error, "the reads could not be settled");
        }
    }
}

/// Sends what each pass may have written.
async fn post(ctx: &Context, shutdown: &CancellationToken, passed: &Notify) {
    loop {
        tokio::select! {
            () = shutdown.cancelled() => return,
            () = passed.notified() => {}
        }
        if let Err(error) = outbox::run_mail(ctx).await {
            tracing::error!(%error, "the mail could not be sent");
        }
    }
}
