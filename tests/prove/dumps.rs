//! Whatever becomes of a dump on its way, moving in ends in a report that accounts for every row, or in one sentence: never in a fault of
//! ours. One damaged dump in fifty is brought in for real, so that the database says no where we should have.

use std::fs;

use sea_orm::EntityTrait;
use server::{
    Error,
    entities::ledger_entries,
    imports::{
        inside_airbnb::progress_bar,
        legacy::{self, Options, Report},
    },
};

use crate::{arguments::Order, chance::Chance, world::World};

/// What is put into a dump where it does not belong.
const PIECES: &[&str] = &[
    "'",
    "\\",
    "`",
    "\"",
    "(",
    ")",
    ",",
    ";",
    "NULL",
    "/*",
    "*/",
    "-- ",
    "#",
    "\n",
    "\0",
    "\u{e9}",
    "0x41",
    "_binary ",
    "NOW()",
    "1e309",
    "-1",
    "9999-12-31",
    "0000-00-00",
    "DELIMITER ;;\n",
    "INSERT INTO `users` VALUES ",
    "CREATE TABLE `users` (`id` int);\n",
    "user-2",
    "b0000000-0000-4000-8000-00000000000a",
    "confirmed",
    "pending",
];

/// What is damaged. Part of the program, which may run in another clone than the one that it was built in.
const WHOLE: &[u8] = include_bytes!("../../server/tests/fixtures/legacy/old.sql");

pub async fn run(order: Order) -> String {
    let world = World::new(order.database, "dumps").await;
    let ctx = &world.state.ctx;
    let file = ctx.settings.data.join("damaged.sql");
    let mut chance = Chance::new(order.seed);
    let (mut reports, mut refused) = (0, 0);
    for round in 0..order.count {
        let mut dump = WHOLE.to_vec();
        for _ in 0..=chance.below(3) {
            damage(&mut dump, &mut chance);
        }
        fs::write(&file, &dump).expect("a file");
        let mut options = Options::new(&ctx.settings, &file);
        options.dry_run = round % 50 != 49;
        match legacy::run(ctx, &options, progress_bar()).await {
            Ok(report) => {
                accounts_for_all(&report, round);
                reports += 1;
            }
            Err(Error::User(_)) => refused += 1,
            Err(fault) => panic!("round {round}: {fault:?}"),
        }
    }
    let entries = ledger_entries::Entity::find().all(&ctx.db).await;
    let entries = entries.expect("the ledger");
    assert_eq!(entries.iter().map(|entry| entry.amount).sum::<i64>(), 0);
    format!(
        "{} damaged dumps, {reports} read, {refused} refused",
        order.count
    )
}

fn accounts_for_all(report: &Report, round: usize) {
    for part in &report.parts {
        let told = part.added + part.there + part.refusals.len() as u64;
        assert_eq!(part.rows, told, "round {round}: {report}");
    }
}

/// Cuts, doubles, moves or overwrites a part, or puts something in.
fn damage(dump: &mut Vec<u8>, chance: &mut Chance) {
    let at = chance.below(dump.len());
    let end = (at + chance.below(60)).min(dump.len());
    match chance.below(7) {
        0 => dump.truncate(at),
        1 => drop(dump.drain(at..end)),
        2 => {
            let part = dump[at..end].to_vec();
            let to = chance.below(dump.len());
            drop(dump.splice(to..to, part));
        }
        3 if at < dump.len() => dump[at] = chance.below(256) as u8,
        _ => {
            let piece = chance.pick(PIECES).bytes();
            drop(dump.splice(at..at, piece));
        }
    }
}
