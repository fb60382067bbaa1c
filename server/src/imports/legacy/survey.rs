//! The first reading: the whole file to its end without writing anything, so that a cut or wrong file leaves no trace.

use std::{collections::HashMap, path::Path};

use domain::accounts::Email;
use uuid::Uuid;

use super::{
    dump,
    fields::{Old, Rows},
    load::{refused, unreadable},
};
use crate::Result;

/// The tables of the old database in the order in which they are brought in, each with the columns without which it cannot be.
pub(super) const TABLES: &[(&str, &[&str])] = &[
    ("users", &["id", "email"]),
    ("amenities", &["id", "name"]),
    (
        "places",
        &["id", "title", "price", "latitude", "longitude", "owner_id"],
    ),
    ("place_amenity", &["place_id", "amenity_id"]),
    ("reviews", &["id", "text", "rating", "place_id", "user_id"]),
    (
        "bookings",
        &[
            "id",
            "place_id",
            "guest_id",
            "check_in_date",
            "check_out_date",
            "total_price",
            "status",
        ],
    ),
];

/// What the first reading found.
#[derive(Default)]
pub(super) struct Survey {
    /// Rows of all tables together.
    pub rows: u64,
    /// Which tables the file has.
    present: Vec<&'static str>,
    /// Whose each address is: the oldest account's, by a hash of the address in small letters.
    addresses: HashMap<Uuid, Account>,
}

/// When an account was made, in microseconds, and its place among the rows.
type Account = (i64, u64);

impl Survey {
    pub fn has(&self, table: &str) -> bool {
        self.present.contains(&table)
    }

    /// Whether of all accounts with this address it is the oldest that stands in this row.
    pub fn is_owner(&self, email: &Email, number: u64) -> bool {
        let owner = self.addresses.get(&key(email));
        owner.is_some_and(|(_, first)| *first == number)
    }

    fn meet(&mut self, table: &str) {
        let known = TABLES.iter().find(|(name, _)| *name == table);
        if let Some((name, _)) = known.filter(|_| !self.has(table)) {
            self.present.push(*name);
        }
    }

    fn account(&mut self, old: &Old<'_>) -> std::result::Result<(), String> {
        old.row.check()?;
        old.id(super::Kind::User)?;
        let Ok(email) = Email::parse(old.text("email")?) else {
            return Ok(());
        };
        let created = old.instant("created_at")?;
        let account = (
            created.map_or(i64::MAX, |at| at.timestamp_micros()),
            old.number,
        );
        let owner = self.addresses.entry(key(&email)).or_insert(account);
        *owner = account.min(*owner);
        Ok(())
    }
}

fn key(email: &Email) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, email.as_str().as_bytes())
}

/// Reads the file to its end.
///
/// # Errors
/// One sentence: there is no such file, it is cut, it is no dump of the old database, or a table lacks a column.
pub(super) fn survey(path: &Path) -> Result<Survey> {
    let names: Vec<&'static str> = TABLES.iter().map(|(name, _)| *name).collect();
    let mut survey = Survey::default();
    let mut dump = dump::open(path, &names).map_err(|fault| unreadable(path, &fault))?;
    while let Some(row) = dump.next().map_err(|fault| unreadable(path, &fault))? {
        survey.rows += 1;
        survey.meet(row.table());
        lacking(row.table(), row.columns()).map_or(Ok(()), |sentence| {
            Err(refused(format!("{}: {sentence}", path.display())))
        })?;
    }
    for name in names.iter().filter(|name| dump.columns(name).is_some()) {
        survey.meet(name);
    }
    if survey.present.is_empty() {
        return Err(refused(format!(
            "{} is no dump of the old database: it has none of the tables {}.",
            path.display(),
            names.join(", ")
        )));
    }
    accounts(path, &mut survey)?;
    Ok(survey)
}

/// Whose each address is.
fn accounts(path: &Path, survey: &mut Survey) -> Result<()> {
    let dump = dump::open(path, &["users"]).map_err(|fault| unreadable(path, &fault))?;
    let mut rows = Rows::new(dump);
    while let Some((number, row)) = rows.next().map_err(|fault| unreadable(path, &fault))? {
        // What is wrong with a row is told when it is brought in.
        let _ = survey.account(&Old { row: &row, number });
    }
    Ok(())
}

/// The columns that a table should have.
fn lacking(table: &str, columns: &[String]) -> Option<String> {
    let (_, needed) = TABLES.iter().find(|(name, _)| *name == table)?;
    let has = |column: &str| columns.iter().any(|name| name == column);
    let missing: Vec<&str> = needed.iter().copied().filter(|name| !has(name)).collect();
    (!missing.is_empty())
        .then(|| format!("the table {table} has no column {}.", missing.join(", ")))
}
