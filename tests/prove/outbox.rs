//! Three workers share the outbox, and are killed and stopped in the middle of it. Money is taken, a part of it is given back and payments
//! are ended at the provider, each once: a worker that comes back after its lease has passed to another finds that it may no longer finish.

mod jobs;

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use server::entities::{outbox, sandbox_events};

use crate::{arguments::Order, books::Books, chance::Chance, site::Site, world::World};

const WORKERS: usize = 3;
/// Of the machine's time, between two blows.
const BETWEEN: Duration = Duration::from_millis(150);
/// Of the test's time, meanwhile: a lease passes to another within a few blows.
const PASSES: TimeDelta = TimeDelta::seconds(8);
/// How many blows a stopped worker stays stopped: longer than its lease of a minute.
const STOPPED: usize = 10;

#[derive(Default)]
struct Figures {
    kills: usize,
    stops: usize,
}

/// A worker, and how many blows it still stays stopped.
struct Worker {
    site: Site,
    stopped: usize,
}

pub async fn run(order: Order) -> String {
    let world = World::new(order.database, "outbox").await;
    let wanted = jobs::prepare(&world, order.count).await;
    let mut chance = Chance::new(order.seed);
    let mut figures = Figures::default();
    let begun = Instant::now();
    let mut workers = Vec::new();
    for site in Site::start_some(&world, WORKERS).await {
        workers.push(Worker { site, stopped: 0 });
    }
    while !all_done(&world).await {
        for worker in &mut workers {
            strike(&world, worker, &mut chance, &mut figures).await;
        }
        tokio::time::sleep(BETWEEN).await;
        world.pass(PASSES);
    }
    let spent = begun.elapsed();
    for worker in workers.iter().filter(|worker| worker.stopped > 0) {
        // What it thinks it still holds, it must not finish a second time.
        worker.site.go_on();
    }
    settle(&world).await;
    let books = Books::read(world.db()).await;
    books.are_settled();
    wanted.each_once(&world, &books).await;
    say(&world, &figures, &wanted, spent).await
}

/// One worker is killed and another started in its place, or it is stopped for longer than its lease, or left alone.
async fn strike(world: &World, worker: &mut Worker, chance: &mut Chance, figures: &mut Figures) {
    if worker.stopped > 0 {
        worker.stopped -= 1;
        if worker.stopped == 0 {
            worker.site.go_on();
        }
        return;
    }
    match chance.below(100) {
        0..2 => {
            worker.site.kill();
            worker.site = Site::launch(world);
            figures.kills += 1;
        }
        2..6 => {
            worker.site.stop();
            worker.stopped = STOPPED;
            figures.stops += 1;
        }
        _ => {}
    }
}

async fn all_done(world: &World) -> bool {
    let open = outbox::Entity::find()
        .filter(outbox::Column::State.ne("done"))
        .filter(outbox::Column::Kind.not_like("mail.%"))
        .one(world.db())
        .await;
    open.expect("a look").is_none()
}

/// The provider's last news reach the sites, and what they cause is done.
async fn settle(world: &World) {
    let begun = world.now();
    loop {
        let open = Books::read(world.db()).await.open();
        if open.is_empty() {
            return;
        }
        assert!(
            world.now() - begun < TimeDelta::minutes(10),
            "still open: {}",
            open.join("\n")
        );
        tokio::time::sleep(BETWEEN).await;
        world.pass(TimeDelta::seconds(5));
    }
}

async fn say(world: &World, figures: &Figures, wanted: &jobs::Wanted, spent: Duration) -> String {
    let effects = outbox::Entity::find()
        .all(world.db())
        .await
        .expect("the outbox");
    let done = effects
        .iter()
        .filter(|effect| effect.state == "done")
        .count();
    let passed_on = effects.iter().filter(|effect| effect.fence > 1).count();
    let news = sandbox_events::Entity::find()
        .all(world.db())
        .await
        .expect("the news");
    let mut kinds = BTreeMap::<&str, usize>::new();
    for event in &news {
        *kinds.entry(&event.kind).or_default() += 1;
    }
    format!(
        "{} jobs ({wanted}) by {WORKERS} workers in {:.0} s, with {} SIGKILLs and {} SIGSTOPs longer than a lease: each took effect once; {done} effects in all, {passed_on} leases passed to another worker; the provider's news: {kinds:?}",
        wanted.count(),
        spent.as_secs_f64(),
        figures.kills,
        figures.stops,
    )
}
