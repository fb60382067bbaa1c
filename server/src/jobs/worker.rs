//! One pass over everything that is due, and the loop that makes passes.

use tokio_util::sync::CancellationToken;

use crate::{Context, Error, Result};

/// One pass over everything that is due.
pub async fn tick(_ctx: &Context) -> Result<()> {
    Err(Error::Internal("jobs::tick".into()))
}

/// Makes passes, woken by `ctx.wake` or a timer, until `shutdown` is cancelled.
pub async fn run_worker(_ctx: Context, shutdown: CancellationToken) {
    shutdown.cancelled().await;
}
