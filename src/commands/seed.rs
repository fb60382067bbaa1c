//! `hbnb seed`

use chrono::NaiveDate;

use crate::{Failure, cli::SeedArgs, config::Config, context};

pub async fn run(config: Config, args: SeedArgs) -> Result<(), Failure> {
    let today = args.today.as_deref().map(day).transpose()?;
    let ctx = context::open(&config).await?;
    let today = today.unwrap_or_else(|| ctx.clock.now().date_naive());
    println!("{}", server::seed::run(&ctx, today).await?);
    Ok(())
}

fn day(text: &str) -> Result<NaiveDate, Failure> {
    text.parse().map_err(|_| {
        Failure::Setting(format!(
            "--today must be a day such as 2026-06-05, not {text:?}."
        ))
    })
}
