//! The demo: a recurring cast, a hundred and twenty homes of theirs on six continents, and their stays of a year and a half.

mod bookings;
pub mod cast;
mod days;
mod dice;
pub mod homes;
mod houses;
mod ids;
mod kept;
mod people;
mod pictures;
mod stays;
mod travellers;

use std::fmt;

use chrono::NaiveDate;
use sea_orm::EntityTrait;

use crate::{
    Context, Environment, Error, Result, accounts, database,
    entities::{listings, users},
    imports::{amenities, places, rates, rates::Rates},
};
use travellers::Travellers;

/// What the demo wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeedReport {
    /// It was there before; nothing was changed.
    AlreadyThere,
    /// People or homes were there before who are not the demo's; nothing was changed.
    NotEmpty,
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
            Self::NotEmpty => write!(f, "The database is not empty, so the demo was not loaded."),
            Self::Written {
                people,
                homes,
                stays,
                kept_nights,
            } => write!(
                f,
                "The demo is here: {people} people, {homes} homes in {} cities, {stays} stays, {kept_nights} nights \
                 kept free by hosts. Everybody's password is “{}”.",
                homes::TOWNS.len(),
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
    let fees = ctx.settings.fees;
    let drawn = tokio::task::spawn_blocking(move || houses::all(today, fees)).await;
    let houses = drawn.map_err(|error| Error::Internal(error.to_string()))??;
    let mut travellers = Travellers::all();
    let plan = stays::plan(&houses, &mut travellers, today)?;
    database::transaction(&ctx.db, async |txn| {
        rates::fill(&txn).await?;
        let rates = Rates::load(&txn).await?;
        amenities::fill(&txn, days::instant(today, 0)).await?;
        let people = people::write(&txn, &travellers.people, today, &hash).await?;
        houses::write(&txn, &houses, today, &rates).await?;
        tracing::info!("the demo: {people} people and {} homes", houses.len());
        bookings::write(&txn, &plan.stays, &houses, today).await?;
        let kept_nights = kept::write(&txn, &plan.kept, &houses, today).await?;
        places::recount(&txn).await?;
        Ok(SeedReport::Written {
            people,
            homes: houses.len(),
            stays: plan.stays.len(),
            kept_nights,
        })
    })
    .await
}

/// The same, but only into a database without people and homes: anything else is left alone, and is no failure.
///
/// # Errors
/// `Refused` in production, and the database's.
pub async fn run_if_empty(ctx: &Context, today: NaiveDate) -> Result<SeedReport> {
    if is_here(ctx).await? {
        return Ok(SeedReport::AlreadyThere);
    }
    let anybody = users::Entity::find().one(&ctx.db).await?.is_some();
    let anything = listings::Entity::find().one(&ctx.db).await?.is_some();
    if anybody || anything {
        return Ok(SeedReport::NotEmpty);
    }
    match run(ctx, today).await {
        // Another server that was started at the same moment was faster.
        Err(_) if is_here(ctx).await? => Ok(SeedReport::AlreadyThere),
        written => written,
    }
}

/// Whether the database holds demo accounts, whose password is published.
///
/// # Errors
/// The database's.
pub async fn is_here(ctx: &Context) -> Result<bool> {
    people::any_is_demo(&ctx.db).await
}
