//! Transactions: all or nothing, tried again when they meet, and readers that do not wait.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use chrono::NaiveDate;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DatabaseTransaction, EntityTrait,
    QuerySelect, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use server::{
    Error, Result,
    database::{is_transient, transaction},
    entities::exchange_rates,
};
use tokio::{sync::Barrier, task::JoinSet, time::timeout};

use crate::support::*;

async fn rate(state: &TestState, currency: &str, rate: i64) {
    let row = exchange_rates::ActiveModel {
        currency: Set(currency.into()),
        rate_micro: Set(rate),
        as_of: Set(NaiveDate::default()),
    };
    row.insert(state.db()).await.expect("a rate");
}

async fn rate_of(db: &impl ConnectionTrait, currency: &str) -> i64 {
    let row = exchange_rates::Entity::find_by_id(currency)
        .one(db)
        .await
        .expect("a look");
    row.expect("the rate").rate_micro
}

/// Reads, thinks, writes: wrong without a lock that both databases give.
async fn raise(txn: &DatabaseTransaction, currency: &str) -> Result<()> {
    let row = exchange_rates::Entity::find_by_id(currency)
        .lock_exclusive()
        .one(txn)
        .await?;
    let row = row.ok_or_else(|| Error::Internal("no such rate".into()))?;
    let raised = row.rate_micro + 1;
    tokio::task::yield_now().await;
    let change = exchange_rates::ActiveModel {
        rate_micro: Set(raised),
        ..row.into()
    };
    change.update(txn).await?;
    Ok(())
}

stories! {
    async fn what_fails_leaves_nothing_behind(state: TestState) {
        rate(&state, "GBP", 1).await;
        let failed: Result<()> = transaction(state.db(), async |txn| {
            raise(&txn, "GBP").await?;
            Err(domain::Error::Refused("No.".into()).into())
        }).await;
        assert!(matches!(failed, Err(Error::User(domain::Error::Refused(_)))));
        assert_eq!(rate_of(state.db(), "GBP").await, 1);
    }

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
        for _ in 0..20 {
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_of_two_that_lock_each_other_out_on_tidb_is_tried_again() {
    let story = "one_of_two_that_lock_each_other_out_on_tidb_is_tried_again";
    let Some(state) = TestState::on_tidb(story).await else {
        return;
    };
    rate(&state, "EUR", 0).await;
    rate(&state, "GBP", 0).await;
    let both_hold_one = Arc::new(Barrier::new(2));
    let attempts = Arc::new(AtomicU32::new(0));
    let mut tasks = JoinSet::new();
    for order in [["EUR", "GBP"], ["GBP", "EUR"]] {
        let (db, barrier, attempts) = (state.db().clone(), both_hold_one.clone(), attempts.clone());
        tasks.spawn(async move {
            transaction(&db, async |txn| {
                raise(&txn, order[0]).await?;
                // Only at the first try: later ones come alone.
                if attempts.fetch_add(1, Ordering::SeqCst) < 2 {
                    barrier.wait().await;
                }
                raise(&txn, order[1]).await
            })
            .await
        });
    }
    assert!(
        tasks.join_all().await.iter().all(Result::is_ok),
        "both succeed in the end"
    );
    assert_eq!(
        attempts.load(Ordering::SeqCst),
        3,
        "one of them at its second try"
    );
    assert_eq!(
        (
            rate_of(state.db(), "EUR").await,
            rate_of(state.db(), "GBP").await
        ),
        (2, 2)
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite_that_is_busy_is_worth_another_try() {
    let state = TestState::on_sqlite().await;
    rate(&state, "GBP", 0).await;
    let mut options = sea_orm::ConnectOptions::new(&state.url);
    options.map_sqlx_sqlite_opts(|options| options.busy_timeout(Duration::from_millis(1)));
    let impatient = sea_orm::Database::connect(options)
        .await
        .expect("a connection");
    transaction(state.db(), async |txn| {
        raise(&txn, "GBP").await?;
        let refused = impatient
            .execute_unprepared("DELETE FROM exchange_rates")
            .await;
        assert!(is_transient(&refused.expect_err("busy")));
        Ok(())
    })
    .await
    .expect("a change");
}
