//! What was asked for on the command line. What is meant for other test programs of the same `cargo test` is passed over.

use crate::support::Database;

/// The seed of `make test`: the same run each time.
const SEED: u64 = 20_260_601;

/// What to run.
pub struct Wanted {
    /// None names all; a word that names no program wants none.
    names: Vec<String>,
    count: Option<usize>,
    seed: u64,
    /// None named: each program's usual ones.
    pub databases: Option<Vec<Database>>,
    nothing: bool,
}

/// What one program is asked to do on one database.
#[derive(Clone, Copy)]
pub struct Order {
    /// Rounds, kills, messages, faults of each kind, sequences or jobs.
    pub count: usize,
    pub seed: u64,
    pub database: Database,
}

impl Wanted {
    /// # Errors
    /// A sentence about a value that cannot be read.
    pub fn read(mut args: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut wanted = Self {
            names: Vec::new(),
            count: None,
            seed: SEED,
            databases: None,
            nothing: false,
        };
        while let Some(arg) = args.next() {
            let mut value = |name: &str| args.next().ok_or(format!("{name} needs a value"));
            match arg.as_str() {
                "--count" => wanted.count = Some(number(&value("--count")?)?),
                "--seed" => wanted.seed = number(&value("--seed")?)?,
                "--database" => wanted.databases = Some(databases(&value("--database")?)?),
                "--list" => wanted.nothing = true,
                "--test-threads" | "--skip" | "--format" | "--color" | "-Z" => drop(value(&arg)?),
                other if other.starts_with('-') => {}
                name => wanted.names.push(name.to_owned()),
            }
        }
        Ok(wanted)
    }

    pub fn wants(&self, program: &str) -> bool {
        !self.nothing && (self.names.is_empty() || self.names.iter().any(|name| name == program))
    }

    pub fn order(&self, usual: usize, database: Database) -> Order {
        Order {
            count: self.count.unwrap_or(usual),
            seed: self.seed,
            database,
        }
    }
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, String> {
    text.parse()
        .map_err(|_| format!("{text:?} is not a number"))
}

fn databases(word: &str) -> Result<Vec<Database>, String> {
    match word {
        "sqlite" => Ok(vec![Database::Sqlite]),
        "tidb" => Ok(vec![Database::Tidb]),
        "both" => Ok(vec![Database::Sqlite, Database::Tidb]),
        other => Err(format!("--database is sqlite, tidb or both, not {other:?}")),
    }
}
