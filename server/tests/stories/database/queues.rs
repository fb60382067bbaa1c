//! Many who want the same row, and those who only look.

use std::{sync::Arc, time::Duration};

use sea_orm::{SqliteTransactionMode, TransactionOptions, TransactionTrait};
use server::{Result, database::transaction};
use tokio::{sync::Barrier, task::JoinSet, time::timeout};

use crate::{database::rates::*, support::*};

stories! {
    async fn no_change_is_lost_when_eight_want_the_same_row(state: TestState) {
        rate(&state, "GBP", 0).await;
        let mut tasks = JoinSet::new();
        for _ in 0..8 {
            let db = state.db().clone();
            tasks.spawn(async move {
                for _ in 0..5 {
                    transaction(&db, async |txn| raise(&txn, "GBP").await).await.expect("a change");
                }
            });
        }
        tasks.join_all().await;
        assert_eq!(rate_of(state.db(), "GBP").await, 40);
    }

    async fn readers_do_not_wait_for_a_queue_of_writers(state: TestState) {
        rate(&state, "GBP", 7).await;
        let first = state.db().begin_with_options(immediate()).await.expect("a transaction");
        raise(&first, "GBP").await.expect("a change");
        let queued = Arc::new(Barrier::new(7));
        let mut writers = JoinSet::new();
        for _ in 0..6 {
            let (db, queued) = (state.db().clone(), queued.clone());
            writers.spawn(async move {
                queued.wait().await;
                transaction(&db, async |txn| raise(&txn, "GBP").await).await
            });
        }
        queued.wait().await;
        // Long enough for all six to have asked for the lock.
        for _ in 0..300 {
            let read = timeout(Duration::from_secs(2), rate_of(state.db(), "GBP")).await;
            assert_eq!(read.expect("an answer meanwhile"), 7);
        }
        first.commit().await.expect("the first change");
        assert!(writers.join_all().await.iter().all(Result::is_ok));
        assert_eq!(rate_of(state.db(), "GBP").await, 14);
    }
}

fn immediate() -> TransactionOptions {
    TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    }
}
