//! A small model of states and balances, written again from the rules alone, against the program: guests, hosts, clock and provider do things
//! at random, and after each the two must say the same. What fails is cut down to the shortest sequence that still does.

mod deeds;
mod guess;
mod money;
mod play;
mod policy;

use tokio::task::JoinSet;

use crate::{arguments::Order, chance::Chance, support::Database};
use deeds::Deed;

/// Deeds of a sequence when there are few sequences, and when there are many.
const SHORT: usize = 30;
const LONG: usize = 50;
/// From so many sequences on they are long.
const MANY: usize = 1_000;
/// A world on TiDB is slow to make: one sequence of so many is played there.
const ON_TIDB: usize = 50;
/// Sequences that are played at once: more than there are cores, because each waits for its database.
const AT_ONCE: usize = 4;

pub async fn run(order: Order) -> String {
    let count = match order.database {
        Database::Sqlite => order.count,
        Database::Tidb => order.count.div_ceil(ON_TIDB),
    };
    let length = if order.count >= MANY { LONG } else { SHORT };
    let mut playing = JoinSet::new();
    let mut done = play::Figures::default();
    for number in 0..count {
        if playing.len() >= AT_ONCE {
            keep(&mut done, playing.join_next().await);
        }
        let deeds = deeds::some(&mut Chance::of(order.seed, number as u64), length);
        playing.spawn(play_or_shrink(order, number, deeds));
    }
    while let Some(ended) = playing.join_next().await {
        keep(&mut done, Some(ended));
    }
    format!(
        "{count} sequences of {length} deeds: the same states, nights and balances after each ({})",
        done.say()
    )
}

fn keep(
    done: &mut play::Figures,
    ended: Option<Result<Result<play::Figures, String>, tokio::task::JoinError>>,
) {
    match ended {
        Some(Ok(Ok(figures))) => done.add(&figures),
        Some(Ok(Err(why))) => panic!("{why}"),
        Some(Err(broken)) => panic!("{broken}"),
        None => {}
    }
}

/// Plays the sequence in a world of its own; one that fails comes back as short as it can be.
async fn play_or_shrink(
    order: Order,
    number: usize,
    deeds: Vec<Deed>,
) -> Result<play::Figures, String> {
    match play::play(order.database, &deeds).await {
        Ok(figures) => Ok(figures),
        Err(why) => {
            let (short, why) = shrink(order.database, deeds, why).await;
            let lines: Vec<String> = short.iter().map(|deed| format!("    {deed:?}")).collect();
            Err(format!(
                "seed {}, sequence {number}: {why}\nthe shortest sequence that shows it:\n{}",
                order.seed,
                lines.join("\n")
            ))
        }
    }
}

/// Leaves out ever smaller parts as long as it still fails.
async fn shrink(database: Database, mut deeds: Vec<Deed>, mut why: String) -> (Vec<Deed>, String) {
    let mut part = deeds.len() / 2;
    while part > 0 {
        let mut from = 0;
        while from < deeds.len() {
            let mut fewer = deeds.clone();
            fewer.drain(from..(from + part).min(deeds.len()));
            match play::play(database, &fewer).await {
                Err(still) => {
                    deeds = fewer;
                    why = still;
                }
                Ok(_) => from += part,
            }
        }
        part /= 2;
    }
    (deeds, why)
}
