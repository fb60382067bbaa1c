//! The world of a program: a fresh database, a clock that stands still until the program moves it, for this process and for all
//! servers that it starts, and people who are logged in.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use sea_orm::{ActiveValue::Set, DatabaseConnection, EntityTrait};
use server::{accounts::Actor, entities::sessions};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::support::{Database, TestState};

pub struct World {
    pub state: TestState,
    folder: PathBuf,
}

/// Somebody with a session.
#[derive(Clone)]
pub struct Person {
    pub actor: Actor,
    pub cookie: String,
}

impl World {
    /// # Panics
    /// When TiDB is wanted and no server is named: whoever calls has looked.
    pub async fn new(database: Database, story: &str) -> Self {
        let state = match database {
            Database::Sqlite => TestState::on_sqlite().await,
            Database::Tidb => TestState::on_tidb(story).await.expect("a TiDB server"),
        };
        let folder = std::env::temp_dir().join(format!("hbnb-prove-{}", Uuid::new_v4().simple()));
        fs::create_dir_all(folder.join("points")).expect("a folder");
        let world = Self { state, folder };
        world.tell_the_time();
        world
    }

    pub fn db(&self) -> &DatabaseConnection {
        self.state.db()
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.state.now()
    }

    /// Time passes, here and in every server.
    pub fn pass(&self, time: TimeDelta) {
        self.state.clock.advance(time);
        self.tell_the_time();
    }

    /// The file that servers read the time from.
    pub fn clock_file(&self) -> PathBuf {
        self.folder.join("clock")
    }

    /// The folder in which servers look where to wait to be killed.
    pub fn points(&self) -> PathBuf {
        self.folder.join("points")
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn tell_the_time(&self) {
        let now = self.now().to_rfc3339_opts(SecondsFormat::Micros, true);
        let written = self.folder.join("clock.new");
        fs::write(&written, now).expect("the clock");
        fs::rename(written, self.clock_file()).expect("the clock");
    }

    /// The person of this name, with a new session.
    pub async fn person(&self, first_name: &str) -> Person {
        let actor = self.state.guest(first_name).await;
        let cookie = self.log_in(&actor).await;
        Person { actor, cookie }
    }

    /// A new session, written as a log-in would: what is proven here is not passwords.
    pub async fn log_in(&self, actor: &Actor) -> String {
        let id = *Uuid::new_v4().as_bytes();
        let says = serde_json::json!({
            "user_id": actor.user_id, "first_name": actor.first_name, "is_admin": actor.is_admin,
        });
        let session = sessions::ActiveModel {
            id_hash: Set(Sha256::digest(id).to_vec()),
            user_id: Set(Some(actor.user_id)),
            data: Set(says.to_string()),
            created_at: Set(self.now()),
            expires_at: Set(self.now() + TimeDelta::days(14)),
        };
        let session = sessions::Entity::insert(session);
        session
            .exec_without_returning(self.db())
            .await
            .expect("a session");
        format!("hbnb={}", base64(&id))
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// As a session's id stands in its cookie: base64url without padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for some in bytes.chunks(3) {
        let mut bits = 0_u32;
        for place in 0..3 {
            bits = bits << 8 | u32::from(some.get(place).copied().unwrap_or_default());
        }
        for digit in 0..=some.len() {
            let six = (bits >> (18 - 6 * digit)) & 63;
            text.push(char::from(DIGITS[six as usize]));
        }
    }
    text
}
