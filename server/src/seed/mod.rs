//! The demo: a recurring cast, two dozen homes of theirs in three cities, and stays past and coming.

mod bookings;
pub mod cast;
mod days;
pub mod homes;
mod houses;
mod ids;
mod kept;
mod people;
mod stays;

use std::fmt;

use chrono::NaiveDate;

use crate::{
    Context, Environment, Error, Result, accounts, database,
    imports::{amenities, places, rates, rates::Rates},
};

/// What the demo wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeedReport {
    /// It was there before; nothing was changed.
    AlreadyThere,
    Written {
        people: usize,
        homes: usize,
        stays: usize,
        kept_nights: usize,
    },
}

impl fmt::Display for SeedReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AlreadyThere => write!(f, "The demo is here already; nothing was changed."),
            Self::Written {
                people,
                homes,
                stays,
                kept_nights,
            } => write!(
                f,
                "The demo is here: {people} people, {homes} homes in three cities, {stays} stays, {kept_nights} nights \
                 kept free by hosts. Everybody's password is “{}”.",
                cast::PASSWORD
            ),
        }
    }
}

/// Writes the demo as it looks on `today`, in one transaction. The same `today` gives the same rows, but for the salt of
/// the password; a database that has the demo is left alone.
///
/// # Errors
/// `Refused` in production, and when somebody else has one of the cast's e-mail addresses.
pub async fn run(ctx: &Context, today: NaiveDate) -> Result<SeedReport> {
    if ctx.settings.environment == Environment::Production {
        let sentence =
            "The demo is refused in production: its accounts have a published password.".to_owned();
        return Err(Error::User(domain::Error::Refused(sentence)));
    }
    if people::are_here(&ctx.db).await? {
        return Ok(SeedReport::AlreadyThere);
    }
    let hash = accounts::hash_password(cast::PASSWORD).await?;
    database::transaction(&ctx.db, async |txn| {
        rates::fill(&txn).await?;
        let rates = Rates::load(&txn).await?;
        amenities::fill(&txn, days::instant(today, 0)).await?;
        let people = people::write(&txn, today, &hash).await?;
        let houses = houses::write(&txn, today, &rates).await?;
        let stays = bookings::write(&txn, &houses, today).await?;
        let kept_nights = kept::write(&txn, &houses, today).await?;
        places::recount(&txn).await?;
        Ok(SeedReport::Written {
            people,
            homes: houses.len(),
            stays,
            kept_nights,
        })
    })
    .await
}

/// Whether the database holds demo accounts, whose password is published.
///
/// # Errors
/// The database's.
pub async fn is_here(ctx: &Context) -> Result<bool> {
    people::any_is_demo(&ctx.db).await
}
