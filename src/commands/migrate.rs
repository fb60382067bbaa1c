//! `hbnb migrate`

use crate::{Failure, config::Config, context};

/// Every command that opens the database brings it up to date; this one does nothing else.
pub async fn run(config: Config) -> Result<(), Failure> {
    context::open(&config).await?;
    println!("The database is up to date.");
    Ok(())
}
