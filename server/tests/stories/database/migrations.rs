//! Migrations: twice without harm, three servers at once, never over another system's tables, and every entity finds its table.

use std::collections::BTreeSet;

use domain::listings::Status;
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DatabaseConnection, DbBackend, EntityTrait, Statement,
    sea_query::Expr,
};
use server::{
    database,
    entities::{self, listings, places},
};
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

    async fn homes_of_hosts_that_were_there_before_are_counted(state: TestState) {
        let home = older(&state).await;
        assert_eq!(migration::run(state.db()).await.expect("the step"), 1);
        for id in [Some(home.country_id), Some(home.city_id), home.neighbourhood_id].into_iter().flatten() {
            let place = places::Entity::find_by_id(id).one(state.db()).await.expect("a look").expect("a place");
            assert_eq!(place.hosted, 1, "{}", place.name);
        }
    }

    async fn every_table_is_known_by_its_name(state: TestState) {
        let mut tables: BTreeSet<String> = columns(state.db()).await.into_iter().map(|(table, _)| table).collect();
        tables.retain(|table| table != "seaql_migrations" && !table.starts_with("sqlite_"));
        let known: BTreeSet<String> = migration::TABLES.iter().map(|table| (*table).to_owned()).collect();
        assert_eq!(tables, known);
    }

    async fn every_entity_finds_its_columns(state: TestState) {
        every_entity_is_read!(
            state.db(),
            amenities blocks booking_events bookings exchange_rates fingerprints imports ledger_entries legacy_ids listing_amenities
            listings nights outbox payments photos places quotes sandbox_events sandbox_intents sessions users webhook_events
        );
    }
}

/// A site from before homes of hosts were counted apart from samples.
async fn older(state: &TestState) -> listings::Model {
    let ailsa = state.host("Ailsa").await;
    let sample = state.home(&ailsa).with(|home| {
        home.owner_id = Set(None);
        home.source = Set(Some("inside-airbnb".into()));
        home.source_id = Set(Some("15420".into()));
    });
    sample.publish().await;
    state.home(&ailsa).save_as(Status::Paused).await;
    let home = state.home(&ailsa).publish().await;
    let places = places::Entity::update_many().col_expr(places::Column::Hosted, Expr::val(0));
    places.exec(state.db()).await.expect("uncounted homes");
    state
        .db()
        .execute_unprepared(
            "DELETE FROM seaql_migrations WHERE version = 'm20261123_110000_search'",
        )
        .await
        .expect("a step that was not taken");
    home
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

/// Two of the replaced system's tables, by names that are ours too.
const ANOTHERS: [&str; 2] = [
    "CREATE TABLE users (id VARCHAR(60) NOT NULL PRIMARY KEY, email VARCHAR(120) NOT NULL)",
    "CREATE TABLE bookings (id VARCHAR(60) NOT NULL PRIMARY KEY, total_price FLOAT NOT NULL)",
];

async fn another_system_is_left_alone(url: &str) {
    let db = connected(url).await;
    for table in ANOTHERS {
        db.execute_unprepared(table).await.expect("a table");
    }
    let before = columns(&db).await;
    for _twice in 0..2 {
        let refused = migration::run(&db).await.expect_err("a refusal");
        assert!(matches!(refused, migration::Error::Occupied), "{refused}");
    }
    assert_eq!((columns(&db).await, before.len()), (before, 4));
}

/// Every table with each of its columns.
async fn columns(db: &DatabaseConnection) -> Vec<(String, String)> {
    let sql = match db.get_database_backend() {
        DbBackend::MySql => {
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY 1, 2"
        }
        _ => {
            "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY 1, 2"
        }
    };
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(statement).await.expect("the columns");
    let name = |row: &sea_orm::QueryResult, index| row.try_get_by_index(index).expect("a name");
    rows.iter()
        .map(|row| (name(row, 0), name(row, 1)))
        .collect()
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
    on_an_empty_schema(story, three_servers_start).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_systems_tables_are_left_alone_on_sqlite() {
    let state = TestState::on_sqlite().await;
    let path = state.ctx.settings.data.join("old.sqlite");
    another_system_is_left_alone(&format!("sqlite:{}", path.display())).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_systems_tables_are_left_alone_on_tidb() {
    let story = "another_systems_tables_are_left_alone_on_tidb";
    on_an_empty_schema(story, another_system_is_left_alone).await;
}

/// On the TiDB server, if there is one.
async fn on_an_empty_schema(story: &str, told: impl AsyncFnOnce(&str)) {
    let Some(state) = TestState::on_tidb(story).await else {
        return;
    };
    let name = format!("hbnb_test_{}", Uuid::new_v4().simple());
    state
        .db()
        .execute_unprepared(&format!("CREATE DATABASE {name}"))
        .await
        .expect("a schema");
    told(&tidb_url(&name).expect("the server's address")).await;
    state
        .db()
        .execute_unprepared(&format!("DROP DATABASE {name}"))
        .await
        .expect("no schema");
}
