//! Which fault comes when: drawn by chance until each kind has come as often as asked.

use std::sync::Mutex;

use super::packets::Command;
use crate::chance::Chance;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Deadlock, lock wait, and TiDB's ways to say that a transaction met another one: the server has rolled it back.
    Error(u16),
    /// The commit is done, and nobody hears of it.
    LostCommit,
    /// The connection breaks before the statement reaches the server, or its answer the client.
    Cut { before: bool },
}

/// What `figures` calls them, in the order of [`Deck::came`].
pub const NAMES: [&str; 7] = [
    "1213",
    "1205",
    "8002",
    "8022",
    "9007",
    "lost COMMIT replies",
    "cuts",
];
const CODES: [u16; 5] = [1213, 1205, 8002, 8022, 9007];
const LOST: usize = 5;
const CUT: usize = 6;
/// So many times in a hundred a commit and a statement meet a fault while some of theirs are to come.
const AT_COMMIT: usize = 40;
const AT_STATEMENT: usize = 6;

pub struct Deck(Mutex<Drawing>);

struct Drawing {
    chance: Chance,
    to_come: [usize; 7],
    came: [usize; 7],
}

impl Deck {
    /// So many of each kind.
    pub fn new(seed: u64, each: usize) -> Self {
        Self(Mutex::new(Drawing {
            chance: Chance::of(seed, 3),
            to_come: [each; 7],
            came: [0; 7],
        }))
    }

    /// The fault that this command meets, if one does. Errors come inside transactions only, where a server gives them.
    pub fn draw(&self, command: Command, in_transaction: bool) -> Option<Fault> {
        let mut drawing = self.0.lock().expect("the deck");
        let (kinds, percent): (&[usize], usize) = match command {
            Command::Commit => (&[2, 3, 4, LOST], AT_COMMIT),
            Command::Statement if in_transaction => (&[0, 1, CUT], AT_STATEMENT),
            Command::Statement => (&[CUT], AT_STATEMENT),
            _ => return None,
        };
        if !drawing.chance.percent(percent) {
            return None;
        }
        let left: Vec<usize> = kinds
            .iter()
            .copied()
            .filter(|kind| drawing.to_come[*kind] > 0)
            .collect();
        if left.is_empty() {
            return None;
        }
        let kind = drawing.chance.pick(&left);
        drawing.to_come[kind] -= 1;
        drawing.came[kind] += 1;
        let before = drawing.chance.percent(50);
        Some(match kind {
            LOST => Fault::LostCommit,
            CUT => Fault::Cut { before },
            code => Fault::Error(CODES[code]),
        })
    }

    /// Whether every fault has come.
    pub fn is_dealt(&self) -> bool {
        let drawing = self.0.lock().expect("the deck");
        drawing.to_come.iter().all(|left| *left == 0)
    }

    /// No more faults, whatever is left.
    pub fn put_away(&self) {
        self.0.lock().expect("the deck").to_come = [0; 7];
    }

    pub fn came(&self) -> [usize; 7] {
        self.0.lock().expect("the deck").came
    }
}
