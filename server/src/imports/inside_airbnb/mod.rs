//! Homes from the files that insideairbnb.com publishes under CC BY 4.0: the detailed and the summary listings file.

mod amenities;
mod columns;
mod destination;
mod file;
mod homes;
mod load;
mod properties;
mod report;
mod source_home;
mod survey;
mod write;

use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressStyle};

pub use columns::Kind;
pub use homes::DEFAULTS;
pub use load::run;
pub use report::{Refusal, Report};
pub use write::Written;

use crate::{Error, Settings};

/// The word in `listings.source`.
pub const SOURCE: &str = "inside-airbnb";

/// What to import and how.
#[derive(Debug, Clone)]
pub struct Options {
    /// Plain or gzip.
    pub file: PathBuf,
    /// Else the known city around which the homes lie.
    pub city: Option<String>,
    /// English name or two-letter code; else the known city's.
    pub country: Option<String>,
    /// Three letters; else the country's.
    pub currency: Option<String>,
    /// IANA name; else found from each home's coordinates.
    pub timezone: Option<String>,
    /// Where the whole report is written.
    pub report: PathBuf,
}

impl Options {
    /// Everything from the file itself, the report in the data folder.
    pub fn new(settings: &Settings, file: &Path) -> Self {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        Self {
            file: file.to_owned(),
            city: None,
            country: None,
            currency: None,
            timezone: None,
            report: settings
                .data
                .join("imports")
                .join(format!("{name}.report.txt")),
        }
    }
}

/// A bar on a terminal, nothing elsewhere.
pub fn progress_bar() -> ProgressBar {
    let style = "{msg} {bar:30} {human_pos} of {human_len} rows, {eta} left";
    let bar = ProgressBar::new(0);
    match ProgressStyle::with_template(style) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// A sentence for the person at the terminal.
fn refused(sentence: String) -> Error {
    Error::User(domain::Error::Refused(sentence))
}
