//! `hbnb reconcile`

use chrono::{DateTime, Days};
use server::payments;

use crate::{Failure, cli::ReconcileArgs, config::Config, context};

/// Fails when something differs, so that a scheduler notices.
pub async fn run(config: Config, args: ReconcileArgs) -> Result<(), Failure> {
    let ctx = context::open(&config).await?;
    let since = match args.days {
        Some(days) => ctx.clock.now() - Days::new(u64::from(days)),
        None => DateTime::UNIX_EPOCH,
    };
    let found = payments::report(&ctx, since).await?;
    println!("{}", found.body());
    match found.differences {
        0 => Ok(()),
        _ => Err(Failure::Other(anyhow::anyhow!(
            "the ledger and the payment provider differ"
        ))),
    }
}
