//! Opening the pool of connections.

use std::time::Duration;

use sea_orm::{
    ConnectOptions, Database, DatabaseConnection,
    sqlx::{
        Connection,
        mysql::{MySqlConnectOptions, MySqlConnection},
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
    },
};

use super::{Address, ConnectError, refusal};
use crate::telemetry;

/// Three servers of 256 MB share one TiDB; a page needs one connection for some milliseconds.
const SERVER_CONNECTIONS: u32 = 10;

/// One writes, the others read meanwhile (WAL). Each is a thread of its own with 2 MB of cache.
const FILE_CONNECTIONS: u32 = 4;

/// How long a request waits for a free connection before it is refused.
const PATIENCE: Duration = Duration::from_secs(8);

/// How long SQLite waits for another writer.
const BUSY: Duration = Duration::from_secs(10);

/// Connects to the database and looks whether it answers.
///
/// # Errors
/// What is wrong with the URL, or the true reason why the database refuses: an unknown host, a certificate that does not fit, a
/// wrong password, a folder that is not there.
pub async fn connect(url: &str) -> Result<DatabaseConnection, ConnectError> {
    let address = Address::parse(url)?;
    let mut options = ConnectOptions::new(address.url());
    options.sqlx_logging(false).acquire_timeout(PATIENCE);
    match &address {
        Address::Server(_) => {
            // A pool tries again until its patience ends and then speaks of a time-out only.
            try_once(&address).await?;
            server_options(&mut options);
        }
        Address::File(url) => file_options(&mut options, in_memory(url)),
    }
    let connected = Database::connect(options).await;
    let mut db = connected.map_err(|error| refusal::of_pool(&address, error))?;
    db.set_metric_callback(telemetry::statements::record);
    Ok(db)
}

async fn try_once(address: &Address) -> Result<(), ConnectError> {
    let tried = async {
        let options: MySqlConnectOptions = address.url().parse()?;
        let connection = MySqlConnection::connect_with(&options).await?;
        connection.close().await
    };
    match tokio::time::timeout(PATIENCE, tried).await {
        Ok(tried) => tried.map_err(|error| refusal::because(address, refusal::reason(&error))),
        Err(_) => Err(refusal::because(
            address,
            format!("no answer within {} seconds", PATIENCE.as_secs()),
        )),
    }
}

fn server_options(options: &mut ConnectOptions) {
    options
        .max_connections(SERVER_CONNECTIONS)
        // TiDB's gateways drop connections that were silent for long.
        .idle_timeout(Duration::from_secs(300))
        .max_lifetime(Duration::from_secs(1500))
        // Not before each statement: that would be one more journey for each.
        .test_before_acquire_if_idle_for(Duration::from_secs(30))
        .map_sqlx_mysql_opts(|options| options.charset("utf8mb4").collation("utf8mb4_bin"));
}

fn file_options(options: &mut ConnectOptions, in_memory: bool) {
    // Every connection to `:memory:` is a database of its own, which goes when the connection does.
    options
        .max_connections(if in_memory { 1 } else { FILE_CONNECTIONS })
        .min_connections(1);
    options.test_before_acquire(false);
    if in_memory {
        options.idle_timeout(None).max_lifetime(None);
    }
    options.map_sqlx_sqlite_opts(|options: SqliteConnectOptions| {
        options
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // In WAL mode this loses nothing when the program dies, and at most the last moments when the machine does.
            .synchronous(SqliteSynchronous::Normal)
            .busy_timeout(BUSY)
            .foreign_keys(true)
            .optimize_on_close(true, None)
    });
}

fn in_memory(url: &str) -> bool {
    url.contains(":memory:") || url.contains("mode=memory")
}
