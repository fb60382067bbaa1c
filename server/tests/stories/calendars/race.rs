//! The race for a night: a host keeps it free while guests book it. Exactly one wins, and nothing is left of the others.
//!
//! `RACE_ROUNDS` (50) changes its size. Prints what it saw.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    io::Write as _,
    time::{Duration, Instant},
};

use chrono::{NaiveDate, TimeDelta};
use domain::{Error as Refusal, Stay, calendars::Nights};
use futures::future::join_all;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use server::{
    Context, Error, Result,
    accounts::Actor,
    bookings, calendars,
    entities::{bookings as rows, listings},
};

use crate::{calendars::house::*, stage::*, support::*};

/// What the two sides of one round came to.
#[derive(Default)]
struct Figures {
    held: usize,
    blocked: usize,
    slowest: Duration,
    spent: Duration,
}

#[derive(Debug)]
enum Answer {
    Held,
    Blocked,
    Refused,
}

/// One round: everybody at once, on two servers. A day passes with each round, and each has a week of its own.
struct Round<'a> {
    state: &'a TestState,
    number: usize,
    home: &'a listings::Model,
    /// The host on the first server, the guests on the second.
    servers: [Context; 2],
}

impl Round<'_> {
    /// The night that everybody wants, four days into the round's week, in days from today.
    fn wanted(&self) -> i64 {
        4 + 6 * self.number as i64
    }

    async fn hold(&self, number: usize, guest: &Actor) -> Answer {
        let (before, after) = (number as i64 % 4, number as i64 / 4 % 4);
        let stay = self.state.stay(self.wanted() - before, 1 + before + after);
        let (ctx, guest) = (self.servers[1].clone(), guest.clone());
        let wish = request(self.home, stay);
        let holding = tokio::spawn(async move { bookings::hold(&ctx, &guest, wish).await });
        match holding.await.expect("no panic") {
            Ok(_) => Answer::Held,
            Err(Error::User(Refusal::DatesTaken { .. })) => Answer::Refused,
            Err(other) => panic!("neither held nor told that the dates are taken: {other}"),
        }
    }

    async fn block(&self, number: usize, host: &Actor) -> Answer {
        let (before, after) = (number as i64 / 2 % 3, number as i64 % 3);
        let (first, last) = (self.wanted() - before, self.wanted() + after);
        let form = range(self.state.day(first), self.state.day(last), "");
        let (ctx, host, home) = (self.servers[0].clone(), host.clone(), self.home.id);
        let blocking =
            tokio::spawn(async move { calendars::block(&ctx, &host, home, &form).await });
        let kept: Result<Nights> = blocking.await.expect("no panic");
        match kept {
            Ok(_) => Answer::Blocked,
            Err(Error::User(Refusal::Refused(_))) => Answer::Refused,
            Err(other) => panic!("neither kept free nor told that guests have them: {other}"),
        }
    }

    async fn run(&self, host: &Actor, blocks: usize, guests: &[Actor], figures: &mut Figures) {
        let began = Instant::now();
        let holding = || {
            join_all(
                guests
                    .iter()
                    .enumerate()
                    .map(|(at, guest)| self.hold(at, guest)),
            )
        };
        let blocking = || join_all((0..blocks).map(|at| self.block(at, host)));
        // Who is asked first changes with each round.
        let (held, blocked) = if self.number.is_multiple_of(2) {
            tokio::join!(holding(), blocking())
        } else {
            let (blocked, held) = tokio::join!(blocking(), holding());
            (held, blocked)
        };
        let answers: Vec<Answer> = held.into_iter().chain(blocked).collect();
        let count = |wanted: fn(&Answer) -> bool| answers.iter().filter(|one| wanted(one)).count();
        let held = count(|answer| matches!(answer, Answer::Held));
        let blocked = count(|answer| matches!(answer, Answer::Blocked));
        assert!(
            (held, blocked) == (1, 0) || (held, blocked) == (0, blocks),
            "round {}: {held} holds and {blocked} blocks: {answers:?}",
            self.number
        );
        figures.held += held;
        figures.blocked += usize::from(blocked > 0);
        figures.slowest = figures.slowest.max(began.elapsed());
        figures.spent += began.elapsed();
    }
}

/// Every booking has all of its nights, every block too, and there is no night of neither.
async fn check(state: &TestState, home: &listings::Model) {
    blocks_of(state, home).await;
    let mut by_booking: BTreeMap<_, BTreeSet<NaiveDate>> = BTreeMap::new();
    for night in taken(state, home).await {
        assert!(night.booking_id.is_some() != night.block_id.is_some());
        if let Some(booking) = night.booking_id {
            by_booking.entry(booking).or_default().insert(night.night);
        }
    }
    let held = rows::Entity::find().filter(rows::Column::ListingId.eq(home.id));
    for booking in held.all(state.db()).await.expect("the bookings") {
        let stay = Stay {
            check_in: booking.check_in,
            check_out: booking.check_out,
        };
        let nights = by_booking.remove(&booking.id).expect("nights");
        assert_eq!(nights, stay.dates().collect(), "a partial booking");
    }
    assert!(by_booking.is_empty(), "nights of no booking");
}

async fn run(state: &TestState, blocks: usize, guests: usize) {
    let rounds = env::var("RACE_ROUNDS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(50);
    let ailsa = state.host("Ailsa").await;
    let mut racers = Vec::with_capacity(guests);
    for number in 0..guests {
        racers.push(state.guest(&format!("Racer{number}")).await);
    }
    let servers = [state.another_server().await, state.another_server().await];
    let mut figures = Figures::default();
    // A home takes bookings for a year: 50 rounds of a week.
    for first in (0..rounds).step_by(50) {
        let home = state.home(&ailsa).publish().await;
        for number in 0..50.min(rounds - first) {
            let servers = servers.clone();
            let round = Round {
                state,
                number,
                home: &home,
                servers,
            };
            round.run(&ailsa, blocks, &racers, &mut figures).await;
            // Nobody meets the limits: they are another story.
            state.clock.advance(TimeDelta::days(1));
        }
        check(state, &home).await;
    }
    assert_eq!(figures.held + figures.blocked, rounds, "one winner a round");
    let _ = writeln!(
        std::io::stderr(),
        "race: {:?}: {rounds} rounds of {blocks} blocks against {guests} guests in {:.1} s (slowest {} ms): {} won by a guest, {} by the host, 0 by both, 0 partial",
        state.database,
        figures.spent.as_secs_f64(),
        figures.slowest.as_millis(),
        figures.held,
        figures.blocked
    );
}

stories! {
    async fn a_block_and_a_booking_race_for_a_night(state: TestState) {
        run(&state, 1, 1).await;
    }

    async fn many_blocks_and_guests_race_for_a_night(state: TestState) {
        run(&state, 4, 8).await;
    }
}
