//! A schema of a story's own on the TiDB server that `HBNB_TEST_TIDB` names.
//!
//! Making a schema takes seconds, emptying one takes milliseconds: so there are as many as stories run at once, and each is claimed by
//! a named lock, which ends with the story, however that ends.

use std::{env, io::Write};

use reqwest::Url;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, Statement, TransactionTrait,
};
use server::database;

use super::sqlite::template;

/// A claimed schema, migrated and empty.
pub struct Tidb {
    pub url: String,
    /// The connection that holds the claim.
    _claim: DatabaseTransaction,
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
        let server = database::connect(&url).await.expect("the TiDB server");
        let claim = server.begin().await.expect("a connection");
        for number in 0.. {
            let name = format!("hbnb_test_{}_{number}", template().await.fingerprint);
            if number_of(&claim, &format!("SELECT GET_LOCK('{name}', 0)")).await != Some(1) {
                continue;
            }
            let sql = format!(
                "CREATE DATABASE IF NOT EXISTS {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
            );
            server.execute_unprepared(&sql).await.expect("a schema");
            let url = server_url(&name)?;
            prepare(&url).await;
            return Some(Self { url, _claim: claim });
        }
        None
    }
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
