//! What hosts do, in one line each, and how their calendar stands.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use domain::calendars::{Nights, RangeForm};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use server::{
    Result,
    accounts::Actor,
    calendars,
    entities::{blocks, listings, nights},
};

use crate::support::{TestState, Town};

/// A day ahead of Greenwich from its noon on.
pub const AUCKLAND: Town = Town {
    neighbourhood: "Ponsonby",
    city: "Auckland",
    country: "New Zealand",
    country_code: "NZ",
    latitude: -36.8535,
    longitude: 174.7400,
    timezone: Tz::Pacific__Auckland,
    currency: "NZD",
    per_hundred: 52,
};

pub fn june(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, day).expect("a date")
}

/// An instant of June 2026 in UTC.
pub fn at(day: u32, hour: u32) -> DateTime<Utc> {
    let instant = Utc.with_ymd_and_hms(2026, 6, day, hour, 0, 0);
    instant.single().expect("an instant")
}

/// What the form sends for nights of June 2026.
pub fn nights(first: u32, last: u32) -> RangeForm {
    range(june(first), june(last), "")
}

pub fn range(first: NaiveDate, last: NaiveDate, note: &str) -> RangeForm {
    RangeForm {
        first_night: first.to_string(),
        last_night: last.to_string(),
        note: note.into(),
    }
}

pub async fn block(
    state: &TestState,
    host: &Actor,
    home: &listings::Model,
    form: RangeForm,
) -> Result<Nights> {
    calendars::block(&state.ctx, host, home.id, &form).await
}

pub async fn free(
    state: &TestState,
    host: &Actor,
    home: &listings::Model,
    form: RangeForm,
) -> Result<Nights> {
    calendars::free(&state.ctx, host, home.id, &form).await
}

/// The blocks of the home as "first–last note", after a look whether each has exactly its nights.
pub async fn blocks_of(state: &TestState, home: &listings::Model) -> Vec<String> {
    let rows = blocks::Entity::find()
        .filter(blocks::Column::ListingId.eq(home.id))
        .order_by_asc(blocks::Column::FirstNight);
    let rows = rows.all(state.db()).await.expect("the blocks");
    let taken = taken(state, home).await;
    let blocked = taken
        .iter()
        .filter(|night| night.block_id.is_some())
        .count();
    let mut listed = 0;
    for block in &rows {
        let all = Nights {
            first: block.first_night,
            last: block.last_night,
        };
        let has: Vec<NaiveDate> = taken
            .iter()
            .filter(|night| night.block_id == Some(block.id) && night.kind == "block")
            .map(|night| night.night)
            .collect();
        assert_eq!(
            has,
            all.dates().collect::<Vec<_>>(),
            "the nights of a block"
        );
        listed += has.len();
    }
    assert_eq!(listed, blocked, "nights of no block");
    let tell = |block: &blocks::Model| {
        let days = (
            block.first_night.format("%-d"),
            block.last_night.format("%-d"),
        );
        format!("{}–{} {}", days.0, days.1, block.note)
            .trim_end()
            .to_owned()
    };
    rows.iter().map(tell).collect()
}

/// The taken nights of the home in their order.
pub async fn taken(state: &TestState, home: &listings::Model) -> Vec<nights::Model> {
    let rows = nights::Entity::find()
        .filter(nights::Column::ListingId.eq(home.id))
        .order_by_asc(nights::Column::Night);
    rows.all(state.db()).await.expect("the nights")
}
