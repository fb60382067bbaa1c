//! Transactions that are tried again, whole, when they met another one.

use std::{future::Future, ops::Deref, sync::Arc, time::Duration};

use rand::Rng;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult,
    QueryResult, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};

use tokio::sync::Mutex;

use super::{errors::is_lost, is_transient};
use crate::{Error, Result};

const ATTEMPTS: u32 = 5;

/// SQLite has one writer. Those who wait for their turn do it here, in order, and not with a connection in hand: else a few writers
/// would keep every reader of this process waiting, and the driver asks for the lock by trying again and again.
static SQLITE_WRITER: Mutex<()> = Mutex::const_new(());

/// A running transaction; `&transaction` is taken wherever a connection is.
///
/// It is handed over as a value, because the compiler cannot see that work over a borrowed one may move between threads.
pub struct Transaction(Arc<DatabaseTransaction>);

/// Runs `work` in one transaction: committed when it succeeds, rolled back when it fails.
///
/// ```text
/// let id = transaction(&ctx.db, async |txn| hold(&txn, &request).await).await?;
/// ```
///
/// When the database says that the transaction met another one (deadlock, lock wait, write conflict, busy), all of `work` runs
/// again, at most five times in all, after a short random pause. So `work` must change nothing outside its transaction, and it must
/// use only the transaction it is given: asking the pool for a second connection inside it can wait for itself.
///
/// SQLite takes the write lock at the beginning, so that a transaction never fails half way for want of it; TiDB locks row by
/// row (its pessimistic mode, the default).
///
/// # Errors
/// Whatever `work` says, or the database's.
pub async fn transaction<T, F, Fut>(db: &DatabaseConnection, work: F) -> Result<T>
where
    F: Fn(Transaction) -> Fut,
    Fut: Future<Output = Result<T>>,
{
    run(
        db,
        work,
        |failure| matches!(failure, Failure::Database(error, _) if is_transient(error)),
    )
    .await
}

/// The same for work that finds what it did before: it runs again also when the connection was lost while the database
/// was committing, and nobody knows whether it did.
pub async fn repeatable<T, F, Fut>(db: &DatabaseConnection, work: F) -> Result<T>
where
    F: Fn(Transaction) -> Fut,
    Fut: Future<Output = Result<T>>,
{
    run(db, work, |failure| match failure {
        Failure::Database(error, Step::Commit) => is_transient(error) || is_lost(error),
        Failure::Database(error, Step::Work) => is_transient(error),
        Failure::Other(_) => false,
    })
    .await
}

/// What a transaction failed at.
enum Failure {
    Database(DbErr, Step),
    Other(Error),
}

enum Step {
    Work,
    Commit,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Database(error) => Self::Database(error, Step::Work),
            other => Self::Other(other),
        }
    }
}

async fn run<T, F, Fut>(
    db: &DatabaseConnection,
    work: F,
    is_worth_another_try: impl Fn(&Failure) -> bool,
) -> Result<T>
where
    F: Fn(Transaction) -> Fut,
    Fut: Future<Output = Result<T>>,
{
    let mut attempt = 1;
    loop {
        let failure = match once(db, &work).await {
            Ok(value) => return Ok(value),
            Err(failure) => failure,
        };
        let again = attempt < ATTEMPTS && is_worth_another_try(&failure);
        let error = match failure {
            Failure::Database(error, _) => Error::Database(error),
            Failure::Other(error) => error,
        };
        if !again {
            return Err(error);
        }
        tracing::debug!(attempt, %error, "a transaction is tried again");
        tokio::time::sleep(pause(attempt)).await;
        attempt += 1;
    }
}

async fn once<T, F, Fut>(db: &DatabaseConnection, work: &F) -> std::result::Result<T, Failure>
where
    F: Fn(Transaction) -> Fut,
    Fut: Future<Output = Result<T>>,
{
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    };
    let _turn = match db.get_database_backend() {
        DbBackend::Sqlite => Some(SQLITE_WRITER.lock().await),
        _ => None,
    };
    let begun = db.begin_with_options(options).await;
    let transaction = Arc::new(begun.map_err(Error::Database)?);
    let outcome = work(Transaction(transaction.clone())).await;
    let Some(transaction) = Arc::into_inner(transaction) else {
        // It is rolled back when whoever kept it lets it go.
        let sentence = "a transaction was kept beyond its end".to_owned();
        return Err(Error::Internal(sentence).into());
    };
    match outcome {
        Ok(value) => {
            let committed = transaction.commit().await;
            committed.map_err(|error| Failure::Database(error, Step::Commit))?;
            Ok(value)
        }
        Err(error) => {
            // The first failure is what the caller must hear of.
            if let Err(rollback) = transaction.rollback().await {
                tracing::warn!(error = %rollback, "a failed transaction could not be rolled back");
            }
            Err(error.into())
        }
    }
}

/// Between half and all of 20 ms, 40 ms, 80 ms, …: two that met do not meet again at the same moment.
fn pause(attempt: u32) -> Duration {
    let longest = 10_u64 << attempt.min(6);
    Duration::from_millis(rand::rng().random_range(longest / 2..=longest))
}

impl Deref for Transaction {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.0
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Transaction {
    fn get_database_backend(&self) -> DbBackend {
        self.0.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> std::result::Result<ExecResult, DbErr> {
        self.0.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> std::result::Result<ExecResult, DbErr> {
        self.0.execute_unprepared(sql).await
    }

    async fn query_one_raw(
        &self,
        statement: Statement,
    ) -> std::result::Result<Option<QueryResult>, DbErr> {
        self.0.query_one_raw(statement).await
    }

    async fn query_all_raw(
        &self,
        statement: Statement,
    ) -> std::result::Result<Vec<QueryResult>, DbErr> {
        self.0.query_all_raw(statement).await
    }
}
