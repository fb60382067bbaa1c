//! A line to the database that breaks on purpose: deadlocks, lock waits, write conflicts, commits whose answer is lost, connections that
//! are cut. Two guests at a time want the same nights, pay, and some cancel; nobody's stay is lost, and nothing is done twice.

mod deck;
mod line;
mod packets;
mod stay;

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use chrono::TimeDelta;
use server::{Context, jobs, payments::sandbox::Sandbox};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::{arguments::Order, books::Books, chance::Chance, world::World};
use deck::{Deck, NAMES};
use stay::{Ending, Wish};

/// Pairs of guests who are at it at once.
const AT_ONCE: usize = 3;
/// Pairs for one home, in order of their nights: its year is long enough.
const OF_A_HOME: usize = 100;
const SETTLED: TimeDelta = TimeDelta::minutes(5);

#[derive(Default)]
struct Figures {
    pairs: AtomicUsize,
    confirmed: AtomicUsize,
    cancelled: AtomicUsize,
    told_taken: AtomicUsize,
    /// How often somebody saw an error page and sent the form again.
    errors: AtomicUsize,
}

pub async fn run(order: Order) -> String {
    let world = Arc::new(World::new(order.database, "faults").await);
    let deck = Arc::new(Deck::new(order.seed, order.count));
    let ctx = over_a_bad_line(&world, deck.clone()).await;
    let figures = Arc::new(Figures::default());
    let mut pairs = JoinSet::new();
    let mut number = 0;
    let mut home = Uuid::nil();
    while !deck.is_dealt() {
        if number % OF_A_HOME == 0 {
            while pairs.join_next().await.is_some_and(|ended| ended.is_ok()) {}
            home = publish(&world).await;
        }
        if pairs.len() >= AT_ONCE {
            pairs.join_next().await.expect("a pair").expect("no panic");
            // The worker has its turn, over the same line.
            world.pass(TimeDelta::seconds(3));
            if jobs::tick(&ctx).await.is_err() {
                figures.errors.fetch_add(1, Ordering::Relaxed);
            }
        }
        let chance = Chance::of(order.seed, number as u64);
        pairs.spawn(pair(
            world.clone(),
            ctx.clone(),
            home,
            number,
            chance,
            figures.clone(),
        ));
        number += 1;
    }
    while let Some(ended) = pairs.join_next().await {
        ended.expect("no panic");
    }
    deck.put_away();
    let books = settle(&world, &ctx).await;
    stay::nothing_is_lost(&books);
    say(&deck, &figures, &books)
}

/// The world's context, its database and the provider's at the far end of the line.
async fn over_a_bad_line(world: &World, deck: Arc<Deck>) -> Context {
    let address = line::open(&world.state.url, deck).await;
    let db = server::database::connect(&address)
        .await
        .expect("the database");
    let ctx = world.state.ctx.clone();
    // Nobody listens on port 9: news come by looking only.
    let sandbox = Sandbox::new(
        db.clone(),
        ctx.clock.clone(),
        "http://127.0.0.1:9".into(),
        ctx.settings.secret.clone(),
    );
    Context {
        db,
        gateway: Arc::new(sandbox.expect("the Sandbox")),
        ..ctx
    }
}

async fn publish(world: &World) -> Uuid {
    let ailsa = world.state.host("Ailsa").await;
    let home = world.state.home(&ailsa).nightly(stay::NIGHTLY);
    home.publish().await.id
}

/// Two guests want nights that overlap; each insists until told yes or no.
async fn pair(
    world: Arc<World>,
    ctx: Context,
    home: Uuid,
    number: usize,
    mut chance: Chance,
    figures: Arc<Figures>,
) {
    let first = 2 + 3 * (number % OF_A_HOME) as i64;
    let cancels = chance.percent(30);
    let mut racing = JoinSet::new();
    for (side, name) in ["First", "Second"].into_iter().enumerate() {
        let wish = Wish {
            world: world.clone(),
            guest: world.state.guest(&format!("{name}{number}")).await,
            home,
            stay: world.state.stay(first + side as i64, 2),
            cancels,
        };
        racing.spawn(wish.insist(ctx.clone()));
    }
    for (ending, errors) in racing.join_all().await {
        figures.errors.fetch_add(errors, Ordering::Relaxed);
        let counted = match ending {
            Ending::Confirmed => &figures.confirmed,
            Ending::Cancelled => &figures.cancelled,
            Ending::Taken => &figures.told_taken,
        };
        counted.fetch_add(1, Ordering::Relaxed);
    }
    figures.pairs.fetch_add(1, Ordering::Relaxed);
}

/// Without faults, until nothing is open.
async fn settle(world: &World, ctx: &Context) -> Books {
    let begun = world.now();
    loop {
        jobs::tick(ctx).await.expect("a pass");
        let books = Books::read(world.db()).await;
        let open = books.open();
        if open.is_empty() {
            books.are_settled();
            return books;
        }
        assert!(
            world.now() - begun < SETTLED,
            "still open: {}",
            open.join("\n")
        );
        world.pass(TimeDelta::seconds(10));
    }
}

fn say(deck: &Deck, figures: &Figures, books: &Books) -> String {
    let came: Vec<String> = NAMES
        .iter()
        .zip(deck.came())
        .map(|(name, times)| format!("{times} {name}"))
        .collect();
    let of = |count: &AtomicUsize| count.load(Ordering::Relaxed);
    format!(
        "{}; {} pairs of guests: {} confirmed, {} cancelled with their refund, {} told that the dates are taken; {} times a form was sent again after an error page; 0 doubles, 0 losses ({})",
        came.join(", "),
        of(&figures.pairs),
        of(&figures.confirmed),
        of(&figures.cancelled),
        of(&figures.told_taken),
        of(&figures.errors),
        books.by_state(),
    )
}
