//! The race for one home: many guests, overlapping dates, round after round.
//!
//! `RACE_GUESTS` (32) and `RACE_ROUNDS` (50) change its size. Prints what it saw.

#[path = "support/mod.rs"]
mod support;

use std::io::Write as _;
use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    time::{Duration, Instant},
};

use chrono::TimeDelta;
use domain::{Stay, bookings::State};
use futures::future::join_all;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use server::{
    Error, Result,
    accounts::Actor,
    bookings::{self, HoldRequest},
    entities::{bookings as rows, listings, nights, outbox, payments, quotes},
};
use support::*;
use uuid::Uuid;

const NIGHTLY: i64 = 10_000;

fn size(name: &str, usual: usize) -> usize {
    env::var(name)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(usual)
}

/// One to seven nights, among them the fourth of the round's own week. A day passes with each round.
fn wish(state: &TestState, round: usize, guest: usize) -> Stay {
    let first = 1 + 7 * round as i64 - round as i64;
    let (before, after) = (guest as i64 % 4, guest as i64 / 4 % 4);
    state.stay(first + 3 - before, 1 + before + after)
}

async fn try_to_hold(state: &TestState, guest: Actor, home: Uuid, stay: Stay) -> Result<Uuid> {
    let ctx = state.ctx.clone();
    let request = HoldRequest {
        listing_id: home,
        check_in: stay.check_in,
        check_out: stay.check_out,
        guests: 2,
        shown_total: NIGHTLY * i64::from(stay.nights()),
    };
    let holding = tokio::spawn(async move { bookings::hold(&ctx, &guest, request).await });
    holding.await.expect("no panic")
}

#[derive(Default)]
struct Figures {
    winners: usize,
    told_taken: usize,
    offered_others: usize,
    slowest: Duration,
    spent: Duration,
}

async fn run_round(
    state: &TestState,
    round: usize,
    guests: &[Actor],
    home: Uuid,
    figures: &mut Figures,
) {
    let began = Instant::now();
    let tries = guests
        .iter()
        .enumerate()
        .map(|(number, guest)| try_to_hold(state, guest.clone(), home, wish(state, round, number)));
    for answer in join_all(tries).await {
        match answer {
            Ok(_) => figures.winners += 1,
            Err(Error::User(domain::Error::DatesTaken { nearest })) => {
                figures.told_taken += 1;
                figures.offered_others += usize::from(!nearest.is_empty());
            }
            Err(other) => {
                panic!("round {round}: neither held nor told that the dates are taken: {other}")
            }
        }
    }
    figures.slowest = figures.slowest.max(began.elapsed());
    figures.spent += began.elapsed();
}

/// Every night is one booking's, every booking has all its nights, and no two bookings share one.
async fn check(state: &TestState, home: &listings::Model) {
    let held = rows::Entity::find()
        .filter(rows::Column::ListingId.eq(home.id))
        .all(state.db())
        .await
        .expect("the bookings");
    let taken = nights::Entity::find()
        .filter(nights::Column::ListingId.eq(home.id))
        .all(state.db())
        .await
        .expect("the nights");
    let mut by_booking: BTreeMap<Uuid, BTreeSet<chrono::NaiveDate>> = BTreeMap::new();
    for night in &taken {
        by_booking
            .entry(night.booking_id.expect("a booking"))
            .or_default()
            .insert(night.night);
    }
    for booking in &held {
        assert_eq!(booking.state, State::Held.as_str());
        let stay = Stay {
            check_in: booking.check_in,
            check_out: booking.check_out,
        };
        let nights = by_booking.remove(&booking.id).expect("nights");
        assert_eq!(nights, stay.dates().collect(), "a partial booking");
    }
    assert!(by_booking.is_empty(), "nights of no booking");
    let stays: Vec<Stay> = held
        .iter()
        .map(|row| Stay {
            check_in: row.check_in,
            check_out: row.check_out,
        })
        .collect();
    for (at, stay) in stays.iter().enumerate() {
        assert!(
            !stays[at + 1..].iter().any(|other| other.overlaps(stay)),
            "an overlap"
        );
    }
}

/// Losers leave nothing behind: as many quotes, payments and effects as there are bookings.
async fn check_nothing_is_left(state: &TestState, winners: usize) {
    let quotes = quotes::Entity::find()
        .count(state.db())
        .await
        .expect("a count");
    let payments = payments::Entity::find()
        .count(state.db())
        .await
        .expect("a count");
    let effects = outbox::Entity::find()
        .count(state.db())
        .await
        .expect("a count");
    assert_eq!([quotes, payments, effects], [winners as u64; 3]);
}

stories! {
    async fn many_guests_race_for_one_home(state: TestState) {
        let (guests, rounds) = (size("RACE_GUESTS", 32), size("RACE_ROUNDS", 50));
        let ailsa = state.host("Ailsa").await;
        let mut racers = Vec::with_capacity(guests);
        for number in 0..guests {
            racers.push(state.guest(&format!("Racer{number}")).await);
        }
        let mut figures = Figures::default();
        // A home takes bookings for a year: 50 rounds of a week.
        for first in (0..rounds).step_by(50) {
            let home = state.home(&ailsa).nightly(NIGHTLY).publish().await;
            for round in 0..50.min(rounds - first) {
                run_round(&state, round, &racers, home.id, &mut figures).await;
                // Nobody meets the limits: they are another story.
                state.clock.advance(TimeDelta::days(1));
            }
            check(&state, &home).await;
        }
        check_nothing_is_left(&state, figures.winners).await;
        assert_eq!(figures.winners, rounds, "one winner a round");
        assert_eq!(figures.winners + figures.told_taken, rounds * guests);
        let _ = writeln!(
            std::io::stderr(),
            "race: {:?}: {rounds} rounds of {guests} guests in {:.1} s (slowest round {} ms): {} winners, {} told that the dates are taken ({} with other dates), 0 overlaps, 0 partial bookings",
            state.database, figures.spent.as_secs_f64(), figures.slowest.as_millis(), figures.winners, figures.told_taken, figures.offered_others
        );
    }
}
