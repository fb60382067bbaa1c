//! Thirty-two guests want the same nights at once, at three servers: round after round one has them, and pays; every other is told.

use std::{sync::Arc, time::Instant};

use chrono::TimeDelta;
use domain::Stay;
use sea_orm::{EntityTrait, PaginatorTrait};
use server::entities::{outbox, quotes};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::{
    arguments::Order,
    books::Books,
    site::Site,
    support::Database,
    visitor::Answer,
    world::{Person, World},
};

const GUESTS: usize = 32;
const NIGHTLY: i64 = 10_000;
/// A home takes bookings for a year: so many rounds of a week.
const ROUNDS_OF_A_HOME: usize = 50;

#[derive(Default)]
struct Figures {
    winners: usize,
    told: usize,
    slowest: u128,
    contended: f64,
}

pub async fn run(order: Order) -> String {
    let world = World::new(order.database, "race").await;
    let servers = match order.database {
        Database::Sqlite => 1,
        Database::Tidb => 3,
    };
    let sites = Arc::new(Site::start_some(&world, servers).await);
    let ailsa = world.state.host("Ailsa").await;
    let mut figures = Figures::default();
    for first in (0..order.count).step_by(ROUNDS_OF_A_HOME) {
        let home = world.state.home(&ailsa).nightly(NIGHTLY).publish().await;
        let guests = guests(&world).await;
        for round in 0..ROUNDS_OF_A_HOME.min(order.count - first) {
            play(&world, &sites, &guests, home.id, round, &mut figures).await;
            // Nobody meets the limits of one guest: a day passes with each round.
            world.pass(TimeDelta::days(1));
        }
    }
    let books = Books::read(world.db()).await;
    books.hold_true();
    nothing_is_left_of_losers(&world, &books, order.count).await;
    assert_eq!(figures.winners, order.count, "one winner a round");
    assert_eq!(figures.told, order.count * (GUESTS - 1), "each loser told");
    format!(
        "{} rounds of {GUESTS} guests at {servers} servers: {} had the nights and paid, {} were told that they are taken, 0 overlaps, 0 partial bookings, {} charges for {} stays; {:.1} s in contention, the slowest round {} ms",
        order.count,
        figures.winners,
        figures.told,
        books.captures.len(),
        figures.winners,
        figures.contended,
        figures.slowest,
    )
}

async fn guests(world: &World) -> Arc<Vec<Person>> {
    let mut guests = Vec::with_capacity(GUESTS);
    for number in 0..GUESTS {
        guests.push(world.person(&format!("Racer{number}")).await);
    }
    Arc::new(guests)
}

/// One to seven nights, among them the fourth of the round's own week. A day passes with each round.
fn wish(world: &World, round: usize, guest: usize) -> Stay {
    let first = 1 + 6 * i64::try_from(round).unwrap_or_default();
    let guest = i64::try_from(guest).unwrap_or_default();
    let (before, after) = (guest % 4, guest / 4 % 4);
    world.state.stay(first + 3 - before, 1 + before + after)
}

async fn play(
    world: &World,
    sites: &Arc<Vec<Site>>,
    guests: &Arc<Vec<Person>>,
    home: Uuid,
    round: usize,
    figures: &mut Figures,
) {
    let begun = Instant::now();
    let mut racing = JoinSet::new();
    for number in 0..guests.len() {
        let (sites, guests) = (sites.clone(), guests.clone());
        let stay = wish(world, round, number);
        racing.spawn(async move {
            let site = &sites[number % sites.len()].url;
            let total = NIGHTLY * i64::from(stay.nights());
            (
                number,
                guests[number]
                    .hold(site, home, stay, total)
                    .await
                    .expect("an answer"),
            )
        });
    }
    let answers = racing.join_all().await;
    figures.slowest = figures.slowest.max(begun.elapsed().as_millis());
    figures.contended += begun.elapsed().as_secs_f64();
    for (number, answer) in answers {
        match answer.leads_to("/checkout/") {
            true => {
                figures.winners += 1;
                // Not at the server where the nights were held.
                let elsewhere = &sites[(number + 1) % sites.len()].url;
                let total = NIGHTLY * i64::from(wish(world, round, number).nights());
                pay(elsewhere, &guests[number], &answer, total).await;
            }
            false => {
                assert!(
                    answer.is_taken(),
                    "neither held nor told: {} {}",
                    answer.status,
                    answer.html
                );
                figures.told += 1;
            }
        }
    }
}

async fn pay(site: &str, guest: &Person, held: &Answer, total: i64) {
    let booking = held.booking().expect("a booking");
    let pressed = guest.press(site, booking, total).await.expect("an answer");
    let page = pressed.to.filter(|page| page.starts_with("/sandbox/pay/"));
    let page = page.expect("the provider's page");
    let typed = guest.card(site, &page).await.expect("an answer");
    assert_eq!(typed.status, 303, "the card: {}", typed.html);
    let back = guest.come_back(site, booking).await.expect("an answer");
    assert!(
        back.leads_to("/trips/"),
        "the trip: {} {:?}",
        back.status,
        back.to
    );
}

/// As many quotes, payments, intents and charges as there are stays: losers leave nothing behind.
async fn nothing_is_left_of_losers(world: &World, books: &Books, rounds: usize) {
    let quotes = quotes::Entity::find().count(world.db()).await;
    let effects = outbox::Entity::find().count(world.db()).await;
    let counts = [
        books.bookings.len(),
        books.payments.len(),
        books.intents.len(),
        books.captures.len(),
        usize::try_from(quotes.expect("a count")).unwrap_or_default(),
    ];
    assert_eq!(
        counts, [rounds; 5],
        "bookings, payments, intents, charges, quotes"
    );
    assert!(effects.expect("a count") > 0);
    let taken: i64 = books.intents.iter().map(|intent| intent.captured).sum();
    let agreed: i64 = books.bookings.iter().map(|row| row.total).sum();
    assert_eq!(taken, agreed, "what was taken is what the stays cost");
}
