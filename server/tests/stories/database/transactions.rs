//! Transactions: all or nothing, and tried again when they meet.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use sea_orm::ConnectionTrait;
use server::{
    Error, Result,
    database::{is_transient, transaction},
};
use tokio::{sync::Barrier, task::JoinSet};

use crate::{database::rates::*, support::*};

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
