//! One migrating process at a time: neither database does this by itself.

use std::{fs::File, path::PathBuf};

use sea_orm_migration::sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, Statement,
    TransactionTrait,
};

const NAME: &str = "hbnb_migration";
const PATIENCE_SECONDS: u32 = 120;

/// Held until released; given back by the system when the process dies.
pub enum Lock {
    /// A named lock belongs to its connection, so one connection is kept out of the pool with it.
    Server(DatabaseTransaction),
    /// A lock on a file beside the database file.
    File(File),
    /// A database in memory, which no other process can see.
    Alone,
}

/// Waits for the lock.
///
/// # Errors
/// The database's or the file system's, and when somebody else keeps the lock for two minutes.
pub async fn acquire(db: &DatabaseConnection) -> Result<Lock, DbErr> {
    match db.get_database_backend() {
        DbBackend::MySql => server_lock(db).await,
        _ => file_lock(db).await,
    }
}

impl Lock {
    /// Lets the next one in.
    pub async fn release(self) -> Result<(), DbErr> {
        match self {
            Lock::Server(connection) => {
                // Locks are the whole server's, so the schema's name is part of it.
                let sql = format!("SELECT RELEASE_LOCK(CONCAT('{NAME}_', DATABASE()))");
                connection
                    .query_one_raw(statement(DbBackend::MySql, sql))
                    .await?;
                connection.commit().await
            }
            Lock::File(file) => file.unlock().map_err(failed),
            Lock::Alone => Ok(()),
        }
    }
}

async fn server_lock(db: &DatabaseConnection) -> Result<Lock, DbErr> {
    let connection = db.begin().await?;
    let sql = format!("SELECT GET_LOCK(CONCAT('{NAME}_', DATABASE()), {PATIENCE_SECONDS})");
    let row = connection
        .query_one_raw(statement(DbBackend::MySql, sql))
        .await?;
    let granted = match row {
        Some(row) => row.try_get_by_index::<Option<i64>>(0)? == Some(1),
        None => false,
    };
    if granted {
        return Ok(Lock::Server(connection));
    }
    Err(DbErr::Migration(format!(
        "another server has been migrating for {PATIENCE_SECONDS} seconds; try again later"
    )))
}

async fn file_lock(db: &DatabaseConnection) -> Result<Lock, DbErr> {
    let Some(mut path) = database_file(db).await? else {
        return Ok(Lock::Alone);
    };
    path.as_mut_os_string().push(".migrating");
    let file = tokio::task::spawn_blocking(move || {
        let file = File::create(&path)?;
        file.lock()?;
        Ok::<_, std::io::Error>(file)
    });
    file.await.map_err(failed)?.map(Lock::File).map_err(failed)
}

async fn database_file(db: &DatabaseConnection) -> Result<Option<PathBuf>, DbErr> {
    let sql = "SELECT file FROM pragma_database_list WHERE name = 'main'".to_owned();
    let row = db.query_one_raw(statement(DbBackend::Sqlite, sql)).await?;
    let file: Option<String> = row
        .map(|row| row.try_get_by_index(0))
        .transpose()?
        .flatten();
    Ok(file.filter(|file| !file.is_empty()).map(PathBuf::from))
}

fn statement(backend: DbBackend, sql: String) -> Statement {
    Statement::from_string(backend, sql)
}

fn failed(error: impl std::fmt::Display) -> DbErr {
    DbErr::Migration(format!("the migration lock failed: {error}"))
}
