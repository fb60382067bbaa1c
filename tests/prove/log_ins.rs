//! How long a refused log-in takes: the same for an address without an account, for a wrong password, and for a wrong password of somebody who
//! came from the replaced system, so that time tells nobody who has an account.

use std::time::{Duration, Instant};

use sea_orm::{ActiveValue::Set, EntityTrait};
use server::{
    accounts::{LogIn, SignUp, log_in, sign_up},
    entities::{imports, users},
    imports::legacy,
};
use uuid::Uuid;

use crate::{arguments::Order, world::World};

/// How much longer one may take than the other, in percent.
const MOST: f64 = 10.0;
/// A bcrypt of twelve rounds takes ten times as long as an argon2 of ours.
const FEWER: usize = 20;

const UNKNOWN: &str = "nobody@example.com";
const OURS: &str = "isla@example.com";
const MOVED_IN: &str = "rory@example.com";

pub async fn run(order: Order) -> String {
    let world = World::new(order.database, "log_ins").await;
    for email in [OURS, MOVED_IN] {
        open(&world, email).await;
    }
    let own = measured(&world, &[UNKNOWN, OURS], order.count).await;
    move_in(&world).await;
    let fewer = order.count.div_ceil(FEWER).max(10);
    let mixed = measured(&world, &[UNKNOWN, OURS, MOVED_IN], fewer).await;
    format!(
        "{} refused log-ins each: {}; after an import {fewer} each: {}",
        order.count,
        compared(&own),
        compared(&mixed)
    )
}

/// The median of each, asked in turns so that what else the machine does meets all of them.
async fn measured(
    world: &World,
    emails: &[&'static str],
    count: usize,
) -> Vec<(&'static str, Duration)> {
    let mut times = vec![Vec::with_capacity(count); emails.len()];
    for round in 0..count {
        for turn in 0..emails.len() {
            let which = (round + turn) % emails.len();
            let typed = LogIn {
                email: emails[which].into(),
                password: format!("not the password {round}"),
            };
            let begun = Instant::now();
            let refused = log_in(&world.state.ctx, typed).await;
            times[which].push(begun.elapsed());
            assert!(refused.is_err(), "{} is refused", emails[which]);
        }
    }
    let medians = times.into_iter().map(|mut times| {
        times.sort_unstable();
        times[times.len() / 2]
    });
    emails.iter().copied().zip(medians).collect()
}

/// In words, and within what is allowed.
fn compared(medians: &[(&'static str, Duration)]) -> String {
    let milliseconds = |time: Duration| time.as_secs_f64() * 1_000.0;
    let times = medians.iter().map(|(_, time)| milliseconds(*time));
    let (least, most) = times.fold((f64::MAX, 0.0_f64), |(least, most), time| {
        (least.min(time), most.max(time))
    });
    let apart = (most / least - 1.0) * 100.0;
    let words: Vec<String> = medians
        .iter()
        .map(|(email, time)| format!("{email} {:.2} ms", milliseconds(*time)))
        .collect();
    let words = format!("{} ({apart:.1} % apart)", words.join(", "));
    assert!(apart <= MOST, "{words}");
    words
}

async fn open(world: &World, email: &str) {
    let form = SignUp {
        first_name: "Isla".into(),
        last_name: "Fraser".into(),
        email: email.into(),
        password: "kettle on the hob".into(),
    };
    sign_up(&world.state.ctx, form).await.expect("an account");
}

/// As the import leaves somebody, with the replaced system's twelve rounds.
async fn move_in(world: &World) {
    use sea_orm::{ColumnTrait, QueryFilter};
    const HASH: &str = "$2b$12$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01232";
    let moved = users::ActiveModel {
        password_hash: Set(HASH.into()),
        imported_at: Set(Some(world.now())),
        ..Default::default()
    };
    let update = users::Entity::update_many()
        .set(moved)
        .filter(users::Column::Email.eq(MOVED_IN));
    update.exec(world.db()).await.expect("a change");
    let import = imports::ActiveModel {
        id: Set(Uuid::new_v4()),
        source: Set(legacy::SOURCE.into()),
        file: Set("dump.sql".into()),
        rows: Set(1),
        accepted: Set(1),
        refused: Set(0),
        at: Set(world.now()),
    };
    let insert = imports::Entity::insert(import);
    insert
        .exec_without_returning(world.db())
        .await
        .expect("an import");
}
