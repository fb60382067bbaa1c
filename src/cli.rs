//! The command line. Values are taken as text here and understood in [`crate::config`], so that a wrong one is told in
//! a sentence of ours.

mod settings;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use server::imports::{inside_airbnb, legacy};

pub use settings::SettingArgs;

/// A rental marketplace in one executable.
#[derive(Debug, Parser)]
#[command(name = "hbnb", version, about, long_about = None)]
pub struct Cli {
    #[command(flatten)]
    pub settings: SettingArgs,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the site; the database is migrated first
    Serve(ServeArgs),
    /// Bring the database's tables up to date; safe to repeat
    Migrate,
    /// Write the demo: a recurring cast, 120 homes in thirteen cities, stays of a year behind and half a year ahead
    Seed(SeedArgs),
    /// Bring in homes from elsewhere
    Import(ImportArgs),
    /// Say who administers the site
    Admin(AdminArgs),
    /// Compare the ledger with the payment provider, take in what had not reached us, and report what differs
    Reconcile(ReconcileArgs),
}

#[derive(Debug, Clone, Args)]
pub struct ServeArgs {
    /// Load the demo when the database is empty
    #[arg(long)]
    pub demo: bool,
}

#[derive(Debug, Clone, Args)]
pub struct SeedArgs {
    /// The day on which the demo plays, as YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

#[derive(Debug, Clone, Args)]
pub struct ImportArgs {
    #[command(subcommand)]
    pub source: ImportSource,
}

#[derive(Debug, Clone, Subcommand)]
pub enum ImportSource {
    /// A listings file of insideairbnb.com (CC BY 4.0), detailed or summary, plain or gzip
    #[command(after_help = format!("What the source does not say is filled in:\n{}", inside_airbnb::DEFAULTS))]
    InsideAirbnb(InsideAirbnbArgs),
    /// The database of the system that HBnB replaces, as mysqldump writes it, plain or gzip; see docs/moving-in.md
    #[command(after_help = format!("What the old database does not say is filled in:\n{}", legacy::DEFAULTS))]
    Legacy(LegacyArgs),
}

#[derive(Debug, Clone, Args)]
pub struct InsideAirbnbArgs {
    /// listings.csv or listings.csv.gz
    pub file: PathBuf,
    /// The city's name [default: the known city around which the homes lie]
    #[arg(long)]
    pub city: Option<String>,
    /// The country's English name or two-letter code [default: the known city's]
    #[arg(long)]
    pub country: Option<String>,
    /// The prices' currency as three letters; the file's $ proves none [default: the country's]
    #[arg(long)]
    pub currency: Option<String>,
    /// IANA time zone [default: found from each home's coordinates]
    #[arg(long)]
    pub timezone: Option<String>,
    /// Where the whole report is written [default: imports/ in the data folder]
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
}

#[derive(Debug, Clone, Args)]
pub struct LegacyArgs {
    /// dump.sql or dump.sql.gz
    pub file: PathBuf,
    /// Only say what would happen; nothing is written but the report
    #[arg(long)]
    pub dry_run: bool,
    /// Make those administrators who were it in the old system
    #[arg(long)]
    pub trust_admins: bool,
    /// Where the whole report is written [default: imports/ in the data folder]
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
}

#[derive(Debug, Clone, Args)]
pub struct AdminArgs {
    #[command(subcommand)]
    pub change: AdminChange,
}

#[derive(Debug, Clone, Args)]
pub struct ReconcileArgs {
    /// How many days are looked back at; disputes that are open are always looked at [default: all]
    #[arg(long, value_name = "NUMBER")]
    pub days: Option<u32>,
}

#[derive(Debug, Clone, Subcommand)]
pub enum AdminChange {
    /// Make the user of this e-mail address an administrator
    Grant { email: String },
    /// Take that right away again, from the next request on
    Revoke { email: String },
    /// Let the user of this e-mail address in no more: sessions end at once, tokens within five seconds
    Ban { email: String },
    /// Let them in again
    Unban { email: String },
    /// Give back an amount, such as 50.00, of what was paid for a booking; its guest and its host read the reason
    Refund {
        booking: String,
        amount: String,
        reason: String,
    },
}
