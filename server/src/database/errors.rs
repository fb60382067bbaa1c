//! Telling the database's errors apart by their numbers, never by their words.

use sea_orm::{
    DbErr, RuntimeErr, SqlErr, SqlxError, SqlxMySqlError, SqlxSqliteError,
    sqlx::error::DatabaseError,
};

/// Deadlock, lock wait timeout, and TiDB's three ways to say that a transaction met another one.
const TRANSIENT_ON_TIDB: [u16; 5] = [1213, 1205, 8002, 8022, 9007];

/// SQLITE_BUSY and SQLITE_LOCKED, whatever their extended code.
const TRANSIENT_ON_SQLITE: [u32; 2] = [5, 6];

/// Whether a primary or unique key refused the row: somebody was there first.
pub fn is_duplicate(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}

/// Whether the same transaction may well succeed when it is tried again from its beginning.
pub fn is_transient(error: &DbErr) -> bool {
    let Some(error) = reported(error) else {
        return false;
    };
    if let Some(error) = error.try_downcast_ref::<SqlxMySqlError>() {
        return TRANSIENT_ON_TIDB.contains(&error.number());
    }
    if error.try_downcast_ref::<SqlxSqliteError>().is_some() {
        let code = error.code().and_then(|code| code.parse::<u32>().ok());
        return code.is_some_and(|code| TRANSIENT_ON_SQLITE.contains(&(code & 0xff)));
    }
    false
}

/// Whether the connection broke, so that nobody knows what the database did with the last statement.
pub(super) fn is_lost(error: &DbErr) -> bool {
    match error {
        DbErr::Exec(RuntimeErr::SqlxError(error))
        | DbErr::Query(RuntimeErr::SqlxError(error))
        | DbErr::Conn(RuntimeErr::SqlxError(error)) => {
            matches!(error.as_ref(), SqlxError::Io(_))
        }
        _ => false,
    }
}

fn reported(error: &DbErr) -> Option<&dyn DatabaseError> {
    match error {
        DbErr::Exec(RuntimeErr::SqlxError(error))
        | DbErr::Query(RuntimeErr::SqlxError(error))
        | DbErr::Conn(RuntimeErr::SqlxError(error)) => match error.as_ref() {
            SqlxError::Database(error) => Some(error.as_ref()),
            _ => None,
        },
        _ => None,
    }
}
