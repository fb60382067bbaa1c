//! What an import did: a summary for the terminal, all of it for a file.

use std::{
    collections::BTreeMap,
    fmt,
    io::{self, Write},
    path::{Path, PathBuf},
};

use domain::money::grouped;

use super::{columns::Kind, homes::DEFAULTS, write::Written};

/// A row that did not land.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// As a spreadsheet counts: the header is row 1.
    pub row: u64,
    /// The source's id, empty when the row has none.
    pub id: String,
    /// The end of the sentence "It was refused because …".
    pub reason: String,
}

/// What an import did. `Display` is the summary for the terminal.
#[derive(Debug, Clone)]
pub struct Report {
    pub file: PathBuf,
    pub kind: Kind,
    /// "Edinburgh, United Kingdom"
    pub place: String,
    pub currency: &'static str,
    /// Without the header.
    pub rows: u64,
    pub written: Written,
    pub refusals: Vec<Refusal>,
    /// How often each of the source's amenities had no place in our catalogue.
    pub dropped_amenities: BTreeMap<String, u64>,
    /// Where all of this is written.
    pub report: PathBuf,
}

impl Report {
    pub fn accepted(&self) -> u64 {
        self.written.added + self.written.changed + self.written.unchanged
    }

    /// Writes the summary, the defaults, each refused row and each dropped amenity.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let mut out = io::BufWriter::new(std::fs::File::create(path)?);
        writeln!(out, "{self}\n")?;
        writeln!(
            out,
            "What the source does not say was filled in like this:\n{DEFAULTS}\n"
        )?;
        writeln!(
            out,
            "Refused rows (the header is row 1): {}",
            self.refusals.len()
        )?;
        for Refusal { row, id, reason } in &self.refusals {
            let id = if id.is_empty() { "none" } else { id };
            writeln!(out, "row {row}\tid {id}\t{reason}")?;
        }
        writeln!(
            out,
            "\nAmenities that our catalogue has no word for: {}",
            self.dropped_amenities.len()
        )?;
        let mut dropped: Vec<_> = self.dropped_amenities.iter().collect();
        dropped.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
        for (amenity, homes) in dropped {
            writeln!(out, "{homes}\t{amenity}")?;
        }
        out.flush()
    }

    /// How many rows were refused for each reason, the most frequent first. What a reason quotes is left out.
    pub fn reasons(&self) -> Vec<(String, u64)> {
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        for refusal in &self.refusals {
            let reason = refusal.reason.split(':').next().unwrap_or_default();
            *counts.entry(reason).or_default() += 1;
        }
        let mut counts: Vec<(String, u64)> = counts
            .into_iter()
            .map(|(reason, n)| (reason.to_owned(), n))
            .collect();
        counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        counts
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Written {
            added,
            changed,
            unchanged,
        } = self.written;
        let (rows, refused) = (grouped(self.rows), self.refusals.len() as u64);
        writeln!(
            f,
            "{}: {} of Inside Airbnb, {}",
            self.file.display(),
            self.kind.label(),
            self.place
        )?;
        writeln!(f, "{rows} rows, prices in {}", self.currency)?;
        writeln!(
            f,
            "  {} homes are new, {} changed, {} were there already",
            grouped(added),
            grouped(changed),
            grouped(unchanged)
        )?;
        writeln!(f, "  {} rows were refused", grouped(refused))?;
        for (reason, count) in self.reasons() {
            writeln!(f, "    {} because {reason}", grouped(count))?;
        }
        let dropped = self.dropped_amenities.values().sum();
        writeln!(
            f,
            "  {} amenities had no place in our catalogue",
            grouped(dropped)
        )?;
        write!(f, "All of it is in {}", self.report.display())
    }
}
