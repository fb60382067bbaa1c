//! Transactions that are tried again, whole, when they met another one.

use std::time::Duration;

use rand::Rng;
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};

use super::is_transient;
use crate::{Error, Result};

const ATTEMPTS: u32 = 5;

/// Runs `work` in one transaction: committed when it succeeds, rolled back when it fails.
///
/// When the database says that the transaction met another one (deadlock, lock wait, write conflict, busy), all of `work` runs
/// again, at most five times in all, after a short random pause. So `work` must change nothing outside its transaction, and it must use
/// only the transaction it is given: asking the pool for a second connection inside it can wait for itself.
///
/// SQLite takes the write lock at the beginning, so that a transaction never fails half way for want of it; TiDB locks row by
/// row (its pessimistic mode, the default).
///
/// # Errors
/// Whatever `work` says, or the database's.
pub async fn transaction<T, F>(db: &DatabaseConnection, work: F) -> Result<T>
where
    F: AsyncFn(&DatabaseTransaction) -> Result<T>,
{
    let mut attempt = 1;
    loop {
        match once(db, &work).await {
            Err(Error::Database(error)) if attempt < ATTEMPTS && is_transient(&error) => {
                tracing::debug!(attempt, %error, "a transaction met another one and is tried again");
                tokio::time::sleep(pause(attempt)).await;
                attempt += 1;
            }
            finished => return finished,
        }
    }
}

async fn once<T, F>(db: &DatabaseConnection, work: &F) -> Result<T>
where
    F: AsyncFn(&DatabaseTransaction) -> Result<T>,
{
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    };
    let transaction = db.begin_with_options(options).await?;
    match work(&transaction).await {
        Ok(value) => {
            transaction.commit().await?;
            Ok(value)
        }
        Err(error) => {
            // The first failure is what the caller must hear of.
            if let Err(rollback) = transaction.rollback().await {
                tracing::warn!(error = %rollback, "a failed transaction could not be rolled back");
            }
            Err(error)
        }
    }
}

/// Between half and all of 10 ms, 20 ms, 40 ms, …: two that met do not meet again at the same moment.
fn pause(attempt: u32) -> Duration {
    let longest = 10_u64 << attempt.min(6);
    Duration::from_millis(rand::rng().random_range(longest / 2..=longest))
}
