//! tower-sessions' store on the `sessions` table.

use std::{fmt, sync::Arc};

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter};
use serde_json::Value;
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
    session_store::{Error, Result},
};
use uuid::Uuid;

use super::{
    content::USER_ID,
    hash,
    row::{self, Row},
};
use crate::{Context, clock::Clock, database::is_duplicate, entities::sessions};

/// Days without a request after which a session ends.
pub(super) const IDLE_DAYS: i64 = 14;
/// Days after which it ends in any case.
pub(super) const ABSOLUTE_DAYS: i64 = 60;

/// Keeps sessions in the database.
#[derive(Clone)]
pub struct Store {
    db: DatabaseConnection,
    clock: Arc<dyn Clock>,
}

impl Store {
    pub fn new(ctx: &Context) -> Store {
        Store {
            db: ctx.db.clone(),
            clock: ctx.clock.clone(),
        }
    }

    /// Puts the end off, at most once a day for each session: most requests read only.
    async fn put_off(&self, id: &Id, row: &Row) -> std::result::Result<(), DbErr> {
        let end = end(self.clock.now(), row.created_at);
        if end - row.expires_at < TimeDelta::days(1) {
            return Ok(());
        }
        let later = sessions::ActiveModel {
            expires_at: Set(end),
            ..Default::default()
        };
        self.update(id, later).await
    }

    /// Only of a session that is there: one that was ended meanwhile does not come back.
    async fn update(
        &self,
        id: &Id,
        changed: sessions::ActiveModel,
    ) -> std::result::Result<(), DbErr> {
        let update = sessions::Entity::update_many()
            .set(changed)
            .filter(sessions::Column::IdHash.eq(hash(id)));
        update.exec(&self.db).await.map(|_| ())
    }

    async fn insert(&self, record: &Record) -> Result<std::result::Result<(), DbErr>> {
        let now = self.clock.now();
        let row = sessions::ActiveModel {
            id_hash: Set(hash(&record.id)),
            user_id: Set(user_id(record)),
            data: Set(encode(record)?),
            created_at: Set(now),
            expires_at: Set(end(now, now)),
        };
        Ok(sessions::Entity::insert(row)
            .exec_without_returning(&self.db)
            .await
            .map(|_| ()))
    }
}

#[async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        loop {
            match self.insert(record).await? {
                Err(error) if is_duplicate(&error) => record.id = Id::default(),
                inserted => return inserted.map_err(backend),
            }
        }
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let changed = sessions::ActiveModel {
            user_id: Set(user_id(record)),
            data: Set(encode(record)?),
            ..Default::default()
        };
        self.update(&record.id, changed).await.map_err(backend)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let Some(row) = row::find(&self.db, id, self.clock.now())
            .await
            .map_err(backend)?
            .filter(Row::is_open)
        else {
            return Ok(None);
        };
        self.put_off(id, &row).await.map_err(backend)?;
        row.record(*id).map(Some)
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        sessions::Entity::delete_by_id(hash(id))
            .exec(&self.db)
            .await
            .map_err(backend)?;
        Ok(())
    }
}

fn end(now: DateTime<Utc>, created_at: DateTime<Utc>) -> DateTime<Utc> {
    Ord::min(
        now + TimeDelta::days(IDLE_DAYS),
        created_at + TimeDelta::days(ABSOLUTE_DAYS),
    )
}

fn user_id(record: &Record) -> Option<Uuid> {
    record
        .data
        .get(USER_ID)
        .and_then(Value::as_str)
        .and_then(|id| id.parse().ok())
}

fn encode(record: &Record) -> Result<String> {
    serde_json::to_string(&record.data).map_err(|error| Error::Encode(error.to_string()))
}

fn backend(error: DbErr) -> Error {
    Error::Backend(error.to_string())
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Store")
    }
}
