//! A schema of a story's own on the TiDB server that `HBNB_TEST_TIDB` names.
//!
//! Making a schema takes a second, emptying one takes milliseconds: so there are as many as stories run at once, and each is claimed by
//! a named lock, which ends with the story, however that ends.

use std::{
    collections::HashSet,
    env,
    io::Write,
    sync::{Mutex, PoisonError},
};

use reqwest::Url;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, Statement, TransactionTrait,
};
use server::database;

use super::sqlite::template;

/// The numbers claimed by this process. TiDB waits a second before it says that a lock is somebody else's, so that is asked only when
/// it is another process's.
static CLAIMED: Mutex<Option<HashSet<u32>>> = Mutex::new(None);

/// A claimed schema, migrated and empty.
pub struct Tidb {
    pub url: String,
    /// The connection that holds the claim.
    _claim: DatabaseTransaction,
    _number: Number,
}

/// A number of this process's own until it is dropped.
struct Number(u32);

impl Number {
    /// The smallest one from `first` on that is free.
    fn claim(first: u32) -> Self {
        let mut claimed = CLAIMED.lock().unwrap_or_else(PoisonError::into_inner);
        let claimed = claimed.get_or_insert_default();
        let free = (first..).find(|number| claimed.insert(*number));
        Self(free.expect("a number"))
    }
}

impl Drop for Number {
    fn drop(&mut self) {
        if let Some(claimed) = CLAIMED
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .as_mut()
        {
            claimed.remove(&self.0);
        }
    }
}

/// The server's URL with this path, or none when no server is named.
pub fn server_url(schema: &str) -> Option<String> {
    let url = env::var("HBNB_TEST_TIDB")
        .ok()
        .filter(|url| !url.is_empty())?;
    let mut url = Url::parse(&url).expect("HBNB_TEST_TIDB is mysql://USER@HOST:PORT");
    url.set_path(schema);
    Some(url.into())
}

impl Tidb {
    /// Says that the story is skipped when there is no server.
    pub async fn claim(story: &str) -> Option<Self> {
        let Some(url) = server_url("test") else {
            // Past the test runner, which keeps the words of stories that pass to itself.
            let _ = writeln!(
                std::io::stderr(),
                "skipped: {story} on TiDB, because HBNB_TEST_TIDB names no server"
            );
            return None;
        };
        let server = database::connect(&plain(url))
            .await
            .expect("the TiDB server");
        let claim = server.begin().await.expect("a connection");
        let mut number = Number::claim(0);
        let name = loop {
            let name = format!("hbnb_test_{}_{}", template().await.fingerprint, number.0);
            if number_of(&claim, &format!("SELECT GET_LOCK('{name}', 0)")).await == Some(1) {
                break name;
            }
            number = Number::claim(number.0 + 1);
        };
        let sql = format!(
            "CREATE DATABASE IF NOT EXISTS {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
        );
        server.execute_unprepared(&sql).await.expect("a schema");
        let url = plain(server_url(&name)?);
        prepare(&url).await;
        Some(Self {
            url,
            _claim: claim,
            _number: number,
        })
    }
}

/// Without TLS, which costs a twentieth of a second for each connection; it has stories of its own.
fn plain(url: String) -> String {
    format!("{url}?ssl-mode=DISABLED")
}

async fn prepare(url: &str) {
    let db = database::connect(url).await.expect("the story's schema");
    migration::run(&db).await.expect("the schema's tables");
    for table in tables(&db).await {
        db.execute_unprepared(&format!("DELETE FROM `{table}`"))
            .await
            .expect("an empty table");
    }
    db.close().await.expect("a closed connection");
}

async fn tables(db: &DatabaseConnection) -> Vec<String> {
    let sql = "SELECT table_name FROM information_schema.tables \
               WHERE table_schema = DATABASE() AND table_name <> 'seaql_migrations'";
    let rows = db
        .query_all_raw(Statement::from_string(db.get_database_backend(), sql))
        .await;
    let rows = rows.expect("the tables");
    rows.iter()
        .map(|row| row.try_get_by_index(0).expect("a name"))
        .collect()
}

async fn number_of(db: &impl ConnectionTrait, sql: &str) -> Option<i64> {
    let row = db
        .query_one_raw(Statement::from_string(db.get_database_backend(), sql))
        .await;
    row.expect("an answer")
        .and_then(|row| row.try_get_by_index(0).ok())
}
