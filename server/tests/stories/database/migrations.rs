//! Migrations: twice without harm, three servers at once, and every entity finds its table.

use sea_orm::{ConnectionTrait, DatabaseConnection, EntityTrait};
use server::{database, entities};
use uuid::Uuid;

use crate::support::*;

macro_rules! every_entity_is_read {
    ($db:expr, $($entity:ident)+) => {
        $(entities::$entity::Entity::find().all($db).await.expect(stringify!($entity));)+
    };
}

stories! {
    async fn migrating_again_changes_nothing(state: TestState) {
        let applied = migration::run(state.db()).await.expect("a second migration");
        assert_eq!(applied, 0);
    }

    async fn every_entity_finds_its_columns(state: TestState) {
        every_entity_is_read!(
            state.db(),
            amenities blocks booking_events bookings exchange_rates imports ledger_entries legacy_ids listing_amenities
            listings nights outbox payments photos places quotes sandbox_events sandbox_intents sessions users webhook_events
        );
    }
}

/// Three pools, as three processes have them, find an empty database at the same moment.
async fn three_servers_start(url: &str) {
    let servers = [
        connected(url).await,
        connected(url).await,
        connected(url).await,
    ];
    let [one, two, three] = &servers;
    let applied = tokio::try_join!(
        migration::run(one),
        migration::run(two),
        migration::run(three)
    )
    .expect("migrations");
    let (most, others) = most_and_others(applied);
    assert!(most > 0, "somebody migrates");
    assert_eq!(others, 0, "and nobody else does: {applied:?}");
    entities::users::Entity::find()
        .all(two)
        .await
        .expect("a table");
}

fn most_and_others((one, two, three): (usize, usize, usize)) -> (usize, usize) {
    let most = one.max(two).max(three);
    (most, one + two + three - most)
}

async fn connected(url: &str) -> DatabaseConnection {
    database::connect(url).await.expect("a connection")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_servers_that_start_at_once_migrate_sqlite_once() {
    let state = TestState::on_sqlite().await;
    let path = state.ctx.settings.data.join("empty.sqlite");
    three_servers_start(&format!("sqlite:{}", path.display())).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_servers_that_start_at_once_migrate_tidb_once() {
    let story = "three_servers_that_start_at_once_migrate_tidb_once";
    let Some(state) = TestState::on_tidb(story).await else {
        return;
    };
    let name = format!("hbnb_test_{}", Uuid::new_v4().simple());
    state
        .db()
        .execute_unprepared(&format!("CREATE DATABASE {name}"))
        .await
        .expect("a schema");
    three_servers_start(&tidb_url(&name).expect("the server's address")).await;
    state
        .db()
        .execute_unprepared(&format!("DROP DATABASE {name}"))
        .await
        .expect("no schema");
}
