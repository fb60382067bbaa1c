//! `kill -9` at named points of booking, paying, taking the money, cancelling and giving back. Whatever a page had said is true after the
//! restart, nothing is taken or given back twice, and within three minutes everything is at its end.

mod course;
mod points;

use std::{
    collections::BTreeMap,
    fs,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use chrono::TimeDelta;
use domain::bookings::State;
use uuid::Uuid;

use crate::{
    arguments::Order,
    books::{Books, state},
    chance::Chance,
    site::Site,
    world::{Person, World},
};
use course::{Course, People, Told};
use points::{POINTS, Point};

/// Everything is at its end after so much time of the test's clock.
const SETTLED: TimeDelta = TimeDelta::seconds(180);
/// Until the point is reached, in the machine's time.
const PATIENCE: Duration = Duration::from_secs(20);
/// Bookings of one home, so that its year is long enough.
const OF_A_HOME: usize = 60;

#[derive(Default)]
struct Figures {
    kills: BTreeMap<&'static str, usize>,
    repeated: usize,
    longest: TimeDelta,
}

pub async fn run(order: Order) -> String {
    let world = World::new(order.database, "kills").await;
    let mut chance = Chance::new(order.seed);
    let mut figures = Figures::default();
    let mut site = Site::start(&world).await;
    let ailsa = world.person("Ailsa").await;
    let mut homes = [Uuid::nil(); 2];
    for number in 0..order.count {
        if number % OF_A_HOME == 0 {
            homes = [
                home(&world, &ailsa, true).await,
                home(&world, &ailsa, false).await,
            ];
        }
        // Each point in turn, and then again: chance decides only how it goes on.
        let point = &POINTS[number % POINTS.len()];
        let people = People {
            guest: world.person(&format!("Guest{number}")).await,
            host: Person {
                actor: ailsa.actor.clone(),
                cookie: world.log_in(&ailsa.actor).await,
            },
            home: homes[usize::from(point.course == Course::Request)],
            stay: world.state.stay(5 + 3 * (number % OF_A_HOME) as i64, 2),
        };
        site = kill_at(
            &world,
            site,
            point,
            people,
            chance.percent(50),
            &mut figures,
        )
        .await;
    }
    let books = settle(&world, "the end", &site).await;
    books.are_settled();
    let kills: usize = figures.kills.values().sum();
    format!(
        "{kills} kills at {} points ({} times the form was then sent again); nothing acknowledged was lost, 0 double captures, 0 double refunds, ledger and provider alike; the slowest was settled {} s after its restart; {}",
        figures.kills.len(),
        figures.repeated,
        figures.longest.num_seconds(),
        books.by_state(),
    )
}

async fn home(world: &World, host: &Person, instant: bool) -> Uuid {
    let home = world
        .state
        .home(&host.actor)
        .nightly(10_000)
        .cleaning_fee(2_500);
    let home = home.with(|row| row.instant_book = sea_orm::ActiveValue::Set(instant));
    home.publish().await.id
}

/// Lets the course run until it reaches the point, kills the server there, starts another, and looks at what is left.
async fn kill_at(
    world: &World,
    mut site: Site,
    point: &'static Point,
    people: People,
    again: bool,
    figures: &mut Figures,
) -> Site {
    arm(world, point.name);
    let told = Arc::new(Mutex::new(Told::default()));
    let walking = tokio::spawn(course::walk(
        site.url.clone(),
        people.clone(),
        point.course,
        told.clone(),
    ));
    arrives(world, point.name).await;
    site.kill();
    let _ = walking.await;
    let site = Site::start(world).await;
    let begun = world.now();
    if again {
        send_again(world, &site, point, &people, &told).await;
        figures.repeated += 1;
    }
    let books = settle(world, point.name, &site).await;
    figures.longest = figures.longest.max(world.now() - begun);
    *figures.kills.entry(point.name).or_default() += 1;
    let told = told.lock().expect("what was told").clone();
    nothing_is_lost(&books, point, &people, &told, again);
    site
}

/// The guest sends again what was not answered, and waits a little where the page asks for it.
async fn send_again(
    world: &World,
    site: &Site,
    point: &Point,
    people: &People,
    told: &Arc<Mutex<Told>>,
) {
    let begun = world.now();
    loop {
        let walked = course::walk(site.url.clone(), people.clone(), point.course, told.clone());
        let Err(stopped) = walked.await else {
            return;
        };
        let late = world.now() - begun > SETTLED;
        assert!(
            !late,
            "{}: sent again: {stopped}\n{}",
            point.name,
            site.said()
        );
        world.pass(TimeDelta::seconds(20));
    }
}

fn arm(world: &World, point: &str) {
    fs::write(world.points().join(point), "").expect("an armed point");
}

/// The file is renamed by whoever reaches the point. Time passes slowly meanwhile, for what only a deadline brings about.
async fn arrives(world: &World, point: &str) {
    let arrived = world.points().join(format!("{point}.arrived"));
    let begun = Instant::now();
    let mut moved = Instant::now();
    while fs::remove_file(&arrived).is_err() {
        assert!(begun.elapsed() < PATIENCE, "{point} was never reached");
        if moved.elapsed() > Duration::from_millis(500) {
            world.pass(TimeDelta::seconds(2));
            moved = Instant::now();
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// Lets time pass until nothing is open any more.
async fn settle(world: &World, point: &str, site: &Site) -> Books {
    let begun = world.now();
    loop {
        let looking = Instant::now();
        let mut open = Vec::new();
        // The worker needs a moment of the machine's time for what the clock has brought.
        while looking.elapsed() < Duration::from_millis(250) {
            let books = Books::read(world.db()).await;
            open = books.open();
            if open.is_empty() {
                return books;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        assert!(
            world.now() - begun < SETTLED,
            "{point}: three minutes after the restart: {}\n{}",
            open.join("\n"),
            site.said()
        );
        world.pass(TimeDelta::seconds(10));
    }
}

/// What a page had said, and what the course must have come to when it was walked to its end.
fn nothing_is_lost(books: &Books, point: &Point, people: &People, told: &Told, walked: bool) {
    books.are_settled();
    let name = point.name;
    let Some(id) = told.held else {
        // Nobody was told of a booking; there may be one, and the guest would find it.
        return;
    };
    let row = books.bookings.iter().find(|row| row.id == id);
    let row = row.unwrap_or_else(|| panic!("{name}: the hold is gone"));
    assert_eq!(row.guest_id, people.guest.actor.user_id);
    let came_to = state(row);
    if told.card && point.course != Course::LetGo {
        let paid = [State::Authorized, State::Confirmed, State::Cancelled];
        assert!(
            paid.contains(&came_to),
            "{name}: the card was authorised, and the stay is {came_to:?}"
        );
        let waits = came_to == State::Authorized;
        assert!(
            !waits || point.course == Course::Request,
            "{name}: nobody has to accept"
        );
    }
    if told.accepted {
        assert_ne!(came_to, State::Authorized, "{name}: the host had accepted");
    }
    if told.let_go {
        assert_eq!(came_to, State::Withdrawn, "{name}: it was let go");
    }
    let back = books.back(id, &["succeeded"]);
    match (told.refund, came_to) {
        (Some((refund, acknowledged)), State::Cancelled) => {
            assert_eq!(
                back, refund,
                "{name}: what was shown comes back ({acknowledged})"
            );
        }
        (Some((_, true)), other) => panic!("{name}: it was cancelled, and is {other:?}"),
        _ => assert_eq!(back, 0, "{name}: nothing comes back"),
    }
    if walked {
        assert_eq!(came_to, point.course.end(), "{name}: the whole course");
    }
}
