//! The state of a story's world.

use std::{path::Path, sync::Arc};

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use domain::{pricing::Fees, stays::today_in};
use sea_orm::DatabaseConnection;
use server::{
    Context, Environment, Settings,
    clock::{Clock, FixedClock},
    database,
    mail::{Local, Sender},
    payments::{Guarded, sandbox::Sandbox},
    photos::PhotoStore,
};
use tokio::sync::Notify;

use super::{sqlite, tidb};

/// Which database a story is told on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Database {
    Sqlite,
    Tidb,
}

/// A fresh world: nobody and nothing in it but time.
pub struct TestState {
    pub ctx: Context,
    /// The clock of `ctx`: Monday, 1 June 2026, 09:00 UTC.
    pub clock: Arc<FixedClock>,
    pub database: Database,
    /// The URL of this story's own database.
    pub url: String,
    stage: Stage,
}

/// What must live as long as the story, and goes with it.
enum Stage {
    Sqlite(sqlite::Folder),
    Tidb(tidb::Tidb, sqlite::Folder),
}

impl TestState {
    pub async fn on_sqlite() -> Self {
        let folder = sqlite::Folder::with_database().await;
        let url = folder.url();
        Self::new(Database::Sqlite, url, Stage::Sqlite(folder)).await
    }

    /// `None` when there is no server to tell the story on.
    pub async fn on_tidb(story: &str) -> Option<Self> {
        let schema = tidb::Tidb::claim(story).await?;
        let url = schema.url.clone();
        let stage = Stage::Tidb(schema, sqlite::Folder::empty());
        Some(Self::new(Database::Tidb, url, stage).await)
    }

    async fn new(database: Database, url: String, stage: Stage) -> Self {
        let clock = Arc::new(FixedClock::new(monday()));
        let ctx = context(&url, clock.clone(), stage.folder().path()).await;
        Self {
            ctx,
            clock,
            database,
            url,
            stage,
        }
    }

    pub fn db(&self) -> &DatabaseConnection {
        &self.ctx.db
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The civil date so many days from today, as Edinburgh has it.
    pub fn day(&self, from_today: i64) -> NaiveDate {
        today_in(chrono_tz::Europe::London, self.now()) + chrono::TimeDelta::days(from_today)
    }

    /// Another server on the same database: a pool of its own, the same clock.
    pub async fn another_server(&self) -> Context {
        context(&self.url, self.clock.clone(), self.stage.folder().path()).await
    }
}

impl Stage {
    fn folder(&self) -> &sqlite::Folder {
        match self {
            Stage::Sqlite(folder) | Stage::Tidb(_, folder) => folder,
        }
    }
}

fn monday() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 6, 1, 9, 0, 0)
        .single()
        .expect("an instant")
}

async fn context(url: &str, clock: Arc<FixedClock>, data: &Path) -> Context {
    // Only the first of a process takes effect.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let db = database::connect(url).await.expect("the story's database");
    let settings = Settings {
        public_url: "http://localhost:3000".into(),
        environment: Environment::Development,
        public_demo: false,
        operator_name: "HBnB".into(),
        support_email: "help@example.com".into(),
        data: data.to_owned(),
        fees: Fees::default(),
        stripe: None,
        secret: "a secret of the stories".into(),
        token_keys: server::tokens::Keys::new(None, None, "a secret of the stories"),
        api_origins: Vec::new(),
        limits: None,
        client_header: None,
    };
    // Nobody listens on port 9: stories deliver webhooks themselves.
    let sandbox = Sandbox::new(
        db.clone(),
        clock.clone(),
        "http://127.0.0.1:9".into(),
        settings.secret.clone(),
    );
    let gateway = Guarded::new(Arc::new(sandbox.expect("the Sandbox")), clock.clone());
    let sender = Sender::read(None, &settings.operator_name, &settings.support_email);
    let mailer = Arc::new(Local::new(db.clone(), sender.expect("a sender")));
    Context {
        db,
        clock,
        gateway: Arc::new(gateway),
        mailer,
        photos: PhotoStore::in_folder(&data.join("photos")).expect("a folder for photos"),
        settings: Arc::new(settings),
        wake: Arc::new(Notify::new()),
        reads: Arc::default(),
        callers: server::tokens::Callers::default(),
    }
}
