//! The programs that prove it: no double booking, no cent lost, whatever is killed, cut, doubled or forged.
//!
//! `make test` runs each a little, `make prove` runs them long, both on the release build. One by name, with its own size:
//! `target/release/prove race --count 1000 --seed 7 --database tidb` (`scripts/build-proofs.sh` builds it). Each prints what it checked.

mod arguments;
mod books;
mod chance;
mod dumps;
mod extractors;
mod faults;
mod kills;
mod log_ins;
mod model;
mod outbox;
mod race;
mod signatures;
mod site;
#[path = "../../server/tests/stories/stage.rs"]
#[allow(dead_code)]
mod stage;
#[path = "../../server/tests/stories/support/mod.rs"]
mod support;
mod visitor;
mod webhooks;
mod world;

use std::{process::ExitCode, time::Instant};

use arguments::{Order, Wanted};
use support::Database;

/// A program on one of the databases: what it checked, in a line. It panics at what must not be.
type Run = std::pin::Pin<Box<dyn Future<Output = String> + Send>>;

/// A row of the table: its name, how much `make test` asks of it, where it runs.
struct Program {
    name: &'static str,
    count: usize,
    /// Where it can run.
    databases: &'static [Database],
    /// Where `make test` runs it.
    usual: &'static [Database],
    run: fn(Order) -> Run,
}

const BOTH: &[Database] = &[Database::Sqlite, Database::Tidb];
const SQLITE: &[Database] = &[Database::Sqlite];
const TIDB: &[Database] = &[Database::Tidb];

const PROGRAMS: [Program; 10] = [
    Program {
        name: "race",
        count: 100,
        databases: BOTH,
        usual: BOTH,
        run: |order| Box::pin(race::run(order)),
    },
    Program {
        name: "kills",
        count: 30,
        databases: BOTH,
        usual: BOTH,
        run: |order| Box::pin(kills::run(order)),
    },
    Program {
        name: "webhooks",
        count: 1_000,
        databases: BOTH,
        usual: SQLITE,
        run: |order| Box::pin(webhooks::run(order)),
    },
    Program {
        name: "signatures",
        count: 200,
        databases: BOTH,
        usual: BOTH,
        run: |order| Box::pin(signatures::run(order)),
    },
    Program {
        name: "faults",
        count: 100,
        databases: TIDB,
        usual: TIDB,
        run: |order| Box::pin(faults::run(order)),
    },
    Program {
        name: "model",
        count: 200,
        databases: BOTH,
        usual: SQLITE,
        run: |order| Box::pin(model::run(order)),
    },
    Program {
        name: "outbox",
        count: 500,
        databases: TIDB,
        usual: TIDB,
        run: |order| Box::pin(outbox::run(order)),
    },
    Program {
        name: "extractors",
        count: 2_000,
        databases: BOTH,
        usual: SQLITE,
        run: |order| Box::pin(extractors::run(order)),
    },
    Program {
        name: "dumps",
        count: 500,
        databases: SQLITE,
        usual: SQLITE,
        run: |order| Box::pin(dumps::run(order)),
    },
    Program {
        name: "log_ins",
        count: 100,
        databases: SQLITE,
        usual: SQLITE,
        run: |order| Box::pin(log_ins::run(order)),
    },
];

fn main() -> ExitCode {
    let wanted = match Wanted::read(std::env::args().skip(1)) {
        Ok(wanted) => wanted,
        Err(sentence) => {
            eprintln!("prove: {sentence}");
            return ExitCode::from(2);
        }
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    match runtime {
        Ok(runtime) => runtime.block_on(prove(&wanted)),
        Err(error) => {
            eprintln!("prove: {error}");
            ExitCode::FAILURE
        }
    }
}

/// One after the other: what is measured is not disturbed by the next.
async fn prove(wanted: &Wanted) -> ExitCode {
    let (mut passed, mut failed) = (0, 0);
    for program in PROGRAMS.iter().filter(|program| wanted.wants(program.name)) {
        for &database in program.databases {
            let named = wanted.databases.as_deref().unwrap_or(program.usual);
            if !named.contains(&database) || !is_there(program.name, database) {
                continue;
            }
            let order = wanted.order(program.count, database);
            match one(program, order).await {
                true => passed += 1,
                false => failed += 1,
            }
        }
    }
    println!(
        "\ntest result: {}. {passed} passed; {failed} failed",
        if failed == 0 { "ok" } else { "FAILED" }
    );
    match failed {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

async fn one(program: &Program, order: Order) -> bool {
    let name = format!("{}::{}", program.name, word(order.database));
    let begun = Instant::now();
    // In a task of its own, so that a panic is a failure of this program only.
    let ended = tokio::spawn((program.run)(order)).await;
    let seconds = begun.elapsed().as_secs_f64();
    match ended {
        Ok(checked) => {
            println!(
                "figures: {name}: {checked} (seed {}, {seconds:.1} s)",
                order.seed
            );
            println!("test {name} ... ok");
            true
        }
        Err(_) => {
            println!(
                "again: target/release/prove {} --count {} --seed {} --database {}",
                program.name,
                order.count,
                order.seed,
                word(order.database)
            );
            println!("test {name} ... FAILED");
            false
        }
    }
}

/// SQLite always is; TiDB when a server is named.
fn is_there(name: &str, database: Database) -> bool {
    let there = database == Database::Sqlite || support::tidb_url("test").is_some();
    if !there {
        println!("skipped: {name} on TiDB, because HBNB_TEST_TIDB names no server");
    }
    there
}

fn word(database: Database) -> &'static str {
    match database {
        Database::Sqlite => "sqlite",
        Database::Tidb => "tidb",
    }
}
