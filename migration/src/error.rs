//! Why the schema could not be brought up to date.

use std::fmt;

use sea_orm_migration::prelude::DbErr;

#[derive(Debug)]
pub enum Error {
    /// The database has tables by the names of ours that no step of ours has made. Nothing was written.
    Occupied,
    /// The database's own, or the lock's.
    Database(DbErr),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Occupied => f.write_str(
                "This database holds another system's tables; HBnB needs an empty one. Nothing was changed.",
            ),
            Self::Database(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        Self::Database(error)
    }
}
