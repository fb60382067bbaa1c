//! Moving in from the system that HBnB replaces, by a mysqldump of its database: users, homes, amenities, reviews and
//! bookings, with their ids.

mod amenities;
mod bookings;
mod dump;
mod fields;
mod homes;
mod ids;
mod load;
mod offers;
mod report;
mod reviews;
mod survey;
mod table;
mod users;
mod world;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

pub use load::run;
pub use report::{Part, Refusal, Report};

use crate::{Settings, legacy_ids::Kind};

/// The word in `imports.source`.
pub const SOURCE: &str = "legacy";
/// Who took the money of an imported stay: the word in `payments.provider`. We cannot ask them, and nothing is ever charged.
pub const PROVIDER: &str = "imported";

/// What the old database does not say is filled in like this. Help, report and docs say the same.
pub const DEFAULTS: &str = "\
Homes: an entire home of 1 bedroom, 1 bed and 1 bathroom for 2 guests, at its old price a night in US dollars, no fees.
Each stay is a request that the host answers; standard cancellation; check-in 15:00 to 21:00, check-out by 11:00.
City, country and time zone are those of the coordinates. Each host is asked on /host to confirm this.
Stays: 1 guest, standard cancellation, paid for in the old system. Times without a zone are UTC.";

/// What to import and how.
#[derive(Debug, Clone)]
pub struct Options {
    /// Plain or gzip.
    pub file: PathBuf,
    /// Whether the dump's word is believed on who is an administrator.
    pub trust_admins: bool,
    /// Only says what would happen: nothing is written but the report.
    pub dry_run: bool,
    /// Where the whole report is written.
    pub report: PathBuf,
}

impl Options {
    /// For real, no administrators, the report in the data folder.
    pub fn new(settings: &Settings, file: &Path) -> Self {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        Self {
            file: file.to_owned(),
            trust_admins: false,
            dry_run: false,
            report: settings
                .data
                .join("imports")
                .join(format!("{name}.report.txt")),
        }
    }
}

/// When this import runs, and what it was told.
#[derive(Clone, Copy)]
struct Run {
    now: DateTime<Utc>,
    trust_admins: bool,
    dry_run: bool,
}
