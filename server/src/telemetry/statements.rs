//! Counting SQL statements, and naming the slow ones.

use std::{cell::Cell, future::Future, time::Duration};

use sea_orm::metric::Info;

/// Statements that take longer are logged, without their values.
const SLOW: Duration = Duration::from_millis(500);

tokio::task_local! {
    static COUNT: Cell<u32>;
}

/// Runs `work` and says how many SQL statements its task sent to the database. BEGIN and COMMIT are not among them, nor is what
/// `work` spawns into other tasks.
pub async fn counted<F: Future>(work: F) -> (F::Output, u32) {
    let (output, count) = COUNT
        .scope(Cell::new(0), async {
            let output = work.await;
            (output, COUNT.with(Cell::get))
        })
        .await;
    add(count);
    (output, count)
}

/// Called by SeaORM after every statement, in the task that sent it.
pub(crate) fn record(info: &Info<'_>) {
    add(1);
    if info.elapsed >= SLOW {
        let milliseconds = u64::try_from(info.elapsed.as_millis()).unwrap_or(u64::MAX);
        // A statement that writes a hundred rows would fill the terminal.
        let sql = domain::text::excerpt(&info.statement.sql, 400);
        tracing::warn!(milliseconds, sql, "slow statement");
    }
}

/// Adds to the count of this task, if it is counted: counting within counting is seen by both.
fn add(statements: u32) {
    let _ = COUNT.try_with(|count| count.set(count.get() + statements));
}
