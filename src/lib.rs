//! The composition root: what is typed on the command line becomes settings, settings become a context, and the context
//! is served.

pub mod api;
pub mod cli;
pub mod commands;
pub mod config;
pub mod context;
mod logging;
pub mod router;
pub mod site;

use std::{fmt::Display, process::ExitCode};

use clap::Parser;

use cli::{Cli, Command};
use config::Config;

/// Exit code for a setting that is wrong or missing.
const WRONG_SETTING: u8 = 2;
/// Exit code for anything else that failed.
const FAILED: u8 = 1;

/// Reads the command line and does what it says.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let config = match Config::read(&cli.settings) {
        Ok(config) => config,
        Err(sentence) => return stop(WRONG_SETTING, sentence),
    };
    logging::start(&config);
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => return stop(FAILED, error),
    };
    match runtime.block_on(dispatch(cli.command, config)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Setting(sentence)) => stop(WRONG_SETTING, sentence),
        Err(Failure::Other(error)) => stop(FAILED, format!("{error:#}")),
    }
}

async fn dispatch(command: Command, config: Config) -> Result<(), Failure> {
    match command {
        Command::Serve(args) => commands::serve::run(config, args).await,
        Command::Migrate => commands::migrate::run(config).await,
        Command::Seed(args) => commands::seed::run(config, args).await,
        Command::Import(args) => commands::import::run(config, args).await,
        Command::Admin(args) => commands::admin::run(config, args).await,
        Command::Reconcile(args) => commands::reconcile::run(config, args).await,
    }
}

/// Why a command did not do what it should.
#[derive(Debug)]
pub enum Failure {
    /// A setting is wrong or missing; the sentence says which and what it should be.
    Setting(String),
    Other(anyhow::Error),
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::Other(error)
    }
}

impl From<server::Error> for Failure {
    /// What a user may read is about what was typed: a wrong currency, a file that is no listings file.
    fn from(error: server::Error) -> Self {
        match error {
            server::Error::User(refusal) => Self::Setting(refusal.to_string()),
            other => Self::Other(other.into()),
        }
    }
}

fn stop(code: u8, sentence: impl Display) -> ExitCode {
    eprintln!("hbnb: {sentence}");
    ExitCode::from(code)
}
