//! A folder of a story's own, with a SQLite file that was migrated once and is copied for each story.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use server::database;
use sha2::{Digest, Sha256};
use tokio::sync::OnceCell;

static FOLDERS: AtomicU32 = AtomicU32::new(0);
static TEMPLATE: OnceCell<Template> = OnceCell::const_new();

/// Removed with all that is in it when the story ends.
pub struct Folder(PathBuf);

/// A migrated database without rows.
pub struct Template {
    file: Vec<u8>,
    /// Eight hexadecimal digits that change with the schema.
    pub fingerprint: String,
}

impl Folder {
    pub fn empty() -> Self {
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("hbnb-story-{}-{number}", process::id()));
        fs::create_dir_all(&path).expect("a folder for the story");
        Self(path)
    }

    pub async fn with_database() -> Self {
        let folder = Self::empty();
        fs::write(folder.file(), &template().await.file).expect("the story's database");
        folder
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn url(&self) -> String {
        format!("sqlite:{}", self.file().display())
    }

    fn file(&self) -> PathBuf {
        self.0.join("hbnb.sqlite")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Made once for each process.
pub async fn template() -> &'static Template {
    TEMPLATE.get_or_init(make_template).await
}

async fn make_template() -> Template {
    let folder = Folder::empty();
    let db = database::connect(&folder.url())
        .await
        .expect("a new database");
    migration::run(&db).await.expect("the schema");
    let schema = ask(&db, "SELECT group_concat(sql) FROM sqlite_master").await;
    ask(&db, "PRAGMA wal_checkpoint(TRUNCATE)").await;
    db.close().await.expect("a closed database");
    let digest = Sha256::digest(schema.as_bytes());
    let fingerprint = digest[..4]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Template {
        file: fs::read(folder.file()).expect("the migrated file"),
        fingerprint,
    }
}

async fn ask(db: &DatabaseConnection, sql: &str) -> String {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let row = db.query_one_raw(statement).await.expect("an answer");
    row.and_then(|row| row.try_get_by_index(0).ok())
        .unwrap_or_default()
}
