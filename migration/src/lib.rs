//! The database's schema, as small steps that are applied once, in order, by whichever server starts first.

mod error;
mod lock;
mod occupied;
mod schema;
mod table;

mod m20261122_100000_accounts;
mod m20261122_100100_places;
mod m20261122_100200_listings;
mod m20261122_100300_nights;
mod m20261122_100400_bookings;
mod m20261122_100500_payments;
mod m20261122_100600_sandbox;
mod m20261122_100700_imports;
mod m20261122_110000_hosting;
mod m20261122_120000_money;
mod m20261123_100000_api;
mod m20261123_110000_search;

use sea_orm_migration::{
    MigratorTrait, async_trait,
    prelude::{DbErr, MigrationTrait},
    sea_orm::DatabaseConnection,
};

pub use error::Error;
pub use occupied::TABLES;

/// All steps. Never change one that was released: add another.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_100000_accounts::Migration),
            Box::new(m20261122_100100_places::Migration),
            Box::new(m20261122_100200_listings::Migration),
            Box::new(m20261122_100300_nights::Migration),
            Box::new(m20261122_100400_bookings::Migration),
            Box::new(m20261122_100500_payments::Migration),
            Box::new(m20261122_100600_sandbox::Migration),
            Box::new(m20261122_100700_imports::Migration),
            Box::new(m20261122_110000_hosting::Migration),
            Box::new(m20261122_120000_money::Migration),
            Box::new(m20261123_100000_api::Migration),
            Box::new(m20261123_110000_search::Migration),
        ]
    }
}

/// Applies the steps that are missing, and returns how many there were. Only one process does so at a time; the others wait and
/// find nothing left to do.
///
/// # Errors
/// The database's own error, that the lock was not to be had within two minutes, or that the database is another system's.
pub async fn run(db: &DatabaseConnection) -> Result<usize, Error> {
    alone(db, apply(db)).await?
}

/// Does `work` while no other process migrates or does such work: servers that start at once come here one after the other.
///
/// # Errors
/// The database's own error, or that the lock was not to be had within two minutes.
pub async fn alone<T>(db: &DatabaseConnection, work: impl Future<Output = T>) -> Result<T, DbErr> {
    let lock = lock::acquire(db).await?;
    let done = work.await;
    lock.release().await?;
    Ok(done)
}

async fn apply(db: &DatabaseConnection) -> Result<usize, Error> {
    occupied::check(db).await?;
    let missing = Migrator::get_pending_migrations(db).await?.len();
    if missing > 0 {
        Migrator::up(db, None).await?;
    }
    Ok(missing)
}
