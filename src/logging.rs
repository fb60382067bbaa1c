//! The log: lines for people in development, JSON in production. Requests are logged by path, never with a query, a body or
//! a header, so that no secret and nobody's dates get into it.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

use crate::config::Config;

/// `RUST_LOG` says more or less.
pub fn start(config: &Config) {
    // tower-sessions warns of every cookie that has ended, which is what cookies do.
    let default = "info,sqlx=warn,sea_orm=warn,tower_sessions_core=error,tower_sessions=error";
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(default));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    // A second start in one process, as tests may do, keeps the first one's log.
    let _ = if config.is_production() {
        log.json().flatten_event(true).try_init()
    } else {
        log.with_target(false)
            .with_ansi(std::io::stderr().is_terminal())
            .try_init()
    };
}
