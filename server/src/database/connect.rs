//! Opening the pool of connections.

use std::time::Duration;

use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, SqlxError,
    sqlx::{
        Connection,
        mysql::{MySqlConnectOptions, MySqlConnection},
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
    },
};

use super::Address;
use crate::telemetry;

/// Three servers of 256 MB share one TiDB; a page needs one connection for some milliseconds.
const SERVER_CONNECTIONS: u32 = 10;

/// One writes, the others read meanwhile (WAL). Each is a thread of its own with 2 MB of cache.
const FILE_CONNECTIONS: u32 = 4;

/// How long a request waits for a free connection before it is refused.
const PATIENCE: Duration = Duration::from_secs(8);

/// How long SQLite waits for another writer.
const BUSY: Duration = Duration::from_secs(10);

/// Why there is no connection: one sentence for the operator, without the password.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    #[error("DATABASE_URL is neither mysql://USER:PASSWORD@HOST:PORT/NAME nor sqlite:FILE")]
    Unreadable,
    #[error(
        "DATABASE_URL names no database: mysql://USER:PASSWORD@HOST:PORT/NAME needs a name at its end"
    )]
    Nameless,
    #[error("cannot connect to {address}: {reason}")]
    Refused { address: Address, reason: String },
}

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
    let mut db = connected.map_err(|error| refused(&address, error.to_string()))?;
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
        Ok(tried) => tried.map_err(|error| refused(address, reason(error))),
        Err(_) => Err(refused(
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

fn refused(address: &Address, reason: String) -> ConnectError {
    ConnectError::Refused {
        address: address.clone(),
        reason,
    }
}

/// The driver's words, less its preamble, with what to do where that is known.
fn reason(error: SqlxError) -> String {
    match error {
        SqlxError::Tls(error) => format!("no secure connection: {error}"),
        SqlxError::Io(error) => certificate(&error).unwrap_or_else(|| error.to_string()),
        SqlxError::Database(error) => error.message().to_owned(),
        error => error.to_string(),
    }
}

/// What is wrong with the server's certificate, when that is what the handshake failed for.
fn certificate(error: &std::io::Error) -> Option<String> {
    use rustls::{CertificateError, Error::InvalidCertificate};
    let error = error.get_ref()?.downcast_ref::<rustls::Error>()?;
    let InvalidCertificate(fault) = error else {
        return Some(format!("no secure connection: {error}"));
    };
    Some(match fault {
        CertificateError::UnknownIssuer => {
            "the server's certificate is signed by an authority unknown here; name its file with ?ssl-ca=FILE".to_owned()
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "the server's certificate is for another host name; use the name that it carries".to_owned()
        }
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            "the server's certificate has expired".to_owned()
        }
        other => format!("the server's certificate is not accepted: {other}"),
    })
}
