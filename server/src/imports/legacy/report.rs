//! What an import did: a summary for the terminal, all of it for a file.

use std::{
    collections::BTreeMap,
    fmt,
    io::{self, Write},
    path::{Path, PathBuf},
};

use domain::money::grouped;

use super::DEFAULTS;

/// A row that did not come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Of the file, where the row begins.
    pub line: u64,
    /// The old id, as far as it could be read.
    pub id: String,
    /// The end of the sentence "It was refused because …".
    pub reason: String,
}

/// What became of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name in the dump.
    pub table: &'static str,
    /// False when the dump has no such table.
    pub present: bool,
    pub rows: u64,
    pub added: u64,
    /// What an earlier import brought, or what was here before: left as it is.
    pub there: u64,
    pub refusals: Vec<Refusal>,
    /// What somebody should look at: a sentence about several rows, and which these are.
    pub notes: BTreeMap<&'static str, Vec<String>>,
}

/// What an import did. `Display` is the summary for the terminal.
#[derive(Debug, Clone)]
pub struct Report {
    pub file: PathBuf,
    pub dry_run: bool,
    /// In the order in which they were brought in.
    pub parts: Vec<Part>,
    /// Where all of this is written.
    pub report: PathBuf,
}

impl Part {
    pub(super) fn new(table: &'static str) -> Self {
        Self {
            table,
            present: true,
            rows: 0,
            added: 0,
            there: 0,
            refusals: Vec::new(),
            notes: BTreeMap::new(),
        }
    }

    pub(super) fn refuse(&mut self, line: u64, id: String, reason: String) {
        self.refusals.push(Refusal { line, id, reason });
    }

    pub(super) fn note(&mut self, about: &'static str, which: String) {
        self.notes.entry(about).or_default().push(which);
    }

    /// How many rows were refused for each reason, the most frequent first. What a reason quotes is left out.
    pub fn reasons(&self) -> Vec<(String, u64)> {
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        for refusal in &self.refusals {
            let reason = refusal.reason.split(':').next().unwrap_or_default();
            *counts.entry(reason).or_default() += 1;
        }
        let counts = counts.into_iter();
        let mut counts: Vec<_> = counts.map(|(reason, n)| (reason.to_owned(), n)).collect();
        counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        counts
    }

    fn line(&self) -> String {
        if !self.present {
            return format!("{}: the dump has no such table", self.table);
        }
        format!(
            "{}: {} rows, {} new, {} there already, {} refused",
            self.table,
            grouped(self.rows),
            grouped(self.added),
            grouped(self.there),
            grouped(self.refusals.len() as u64)
        )
    }
}

impl Report {
    /// The rows of all tables.
    pub fn rows(&self) -> u64 {
        self.parts.iter().map(|part| part.rows).sum()
    }

    /// Rows that are here now.
    pub fn accepted(&self) -> u64 {
        self.parts.iter().map(|part| part.added + part.there).sum()
    }

    /// Rows that are not.
    pub fn refused(&self) -> u64 {
        self.parts
            .iter()
            .map(|part| part.refusals.len() as u64)
            .sum()
    }

    /// The part of a table, by its name in the dump.
    pub fn part(&self, table: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.table == table)
    }

    /// Writes the summary, the defaults, what is to be looked at, and each refused row.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let mut out = io::BufWriter::new(std::fs::File::create(path)?);
        writeln!(
            out,
            "{self}\n\nWhat the old database does not say was filled in like this:\n{DEFAULTS}"
        )?;
        for part in &self.parts {
            for (about, which) in &part.notes {
                writeln!(out, "\n{}: {about}", part.table)?;
                for one in which {
                    writeln!(out, "  {one}")?;
                }
            }
        }
        for part in self.parts.iter().filter(|part| !part.refusals.is_empty()) {
            writeln!(
                out,
                "\n{}: {} rows were refused",
                part.table,
                part.refusals.len()
            )?;
            for Refusal { line, id, reason } in &part.refusals {
                let id = if id.is_empty() { "none" } else { id };
                writeln!(out, "  line {line}\tid {id}\t{reason}")?;
            }
        }
        out.flush()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rehearsal = match self.dry_run {
            true => ". This was a rehearsal: nothing was written",
            false => "",
        };
        writeln!(
            f,
            "{}: a dump of the old database{rehearsal}",
            self.file.display()
        )?;
        for part in &self.parts {
            writeln!(f, "  {}", part.line())?;
            for (reason, count) in part.reasons() {
                writeln!(f, "    {} refused because {reason}", grouped(count))?;
            }
            for (about, which) in &part.notes {
                writeln!(f, "    {}: {about}", grouped(which.len() as u64))?;
            }
        }
        write!(f, "All of it is in {}", self.report.display())
    }
}
