//! A session as it is read: one statement, its user's row beside it.

use chrono::{DateTime, Utc};
use domain::bookings::State;
use sea_orm::{
    ColumnTrait, DatabaseConnection, DbErr, EntityTrait, FromQueryResult, QueryFilter, QuerySelect,
    QueryTrait,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};
use serde_json::Value;
use tower_sessions::{
    cookie::time::OffsetDateTime,
    session::{Id, Record},
    session_store::{Error, Result},
};
use uuid::Uuid;

use super::{
    content::{ANSWER_BY, FIRST_NAME, IS_ADMIN, IS_HOST},
    hash,
};
use crate::entities::{bookings, listings, sessions, users};

/// A session with what its user's row says now.
#[derive(FromQueryResult)]
pub(super) struct Row {
    user_id: Option<Uuid>,
    data: String,
    pub(super) created_at: DateTime<Utc>,
    pub(super) expires_at: DateTime<Utc>,
    first_name: Option<String>,
    is_admin: Option<bool>,
    is_host: bool,
    answer_by: Option<DateTime<Utc>>,
    archived_at: Option<DateTime<Utc>>,
    banned_at: Option<DateTime<Utc>>,
}

/// The session of this id, unless its time is over.
pub(super) async fn find(
    db: &DatabaseConnection,
    id: &Id,
    now: DateTime<Utc>,
) -> std::result::Result<Option<Row>, DbErr> {
    let mut select = sessions::Entity::find()
        .select_only()
        .columns([
            sessions::Column::UserId,
            sessions::Column::Data,
            sessions::Column::CreatedAt,
            sessions::Column::ExpiresAt,
        ])
        .columns([
            users::Column::FirstName,
            users::Column::IsAdmin,
            users::Column::ArchivedAt,
            users::Column::BannedAt,
        ])
        .expr_as(Expr::exists(homes_of_the_user()), "is_host")
        .expr_as(Expr::from(first_answer_of_the_user(now)), "answer_by")
        .filter(sessions::Column::IdHash.eq(hash(id)))
        .filter(sessions::Column::ExpiresAt.gt(now));
    let of_session = Expr::col((sessions::Entity, sessions::Column::UserId));
    let user = of_session.equals((users::Entity, users::Column::Id));
    QueryTrait::query(&mut select).left_join(users::Entity, user);
    select.into_model::<Row>().one(db).await
}

/// A host is a user who has a home, be it a draft.
fn homes_of_the_user() -> SelectStatement {
    let of_session = Expr::col((sessions::Entity, sessions::Column::UserId));
    Query::select()
        .expr(Expr::value(1))
        .from(listings::Entity)
        .and_where(of_session.equals((listings::Entity, listings::Column::OwnerId)))
        .to_owned()
}

/// When the first of the requests lapses that wait for the user.
fn first_answer_of_the_user(now: DateTime<Utc>) -> SelectStatement {
    use bookings::Column as C;
    let of_session = Expr::col((sessions::Entity, sessions::Column::UserId));
    Query::select()
        .expr(C::RespondBy.min())
        .from(bookings::Entity)
        .and_where(of_session.equals((bookings::Entity, C::HostId)))
        .and_where(C::State.eq(State::Authorized.as_str()))
        .and_where(C::RespondBy.gt(now))
        .to_owned()
}

impl Row {
    /// A session of nobody, or of somebody whose account is open.
    pub(super) fn is_open(&self) -> bool {
        let lets_in = self.archived_at.is_none() && self.banned_at.is_none();
        self.user_id.is_none() || (self.first_name.is_some() && lets_in)
    }

    pub(super) fn record(self, id: Id) -> Result<Record> {
        let mut record = Record {
            id,
            data: serde_json::from_str(&self.data)
                .map_err(|error| Error::Decode(error.to_string()))?,
            expiry_date: OffsetDateTime::from_unix_timestamp(self.expires_at.timestamp())
                .map_err(|error| Error::Decode(error.to_string()))?,
        };
        if let (Some(first_name), Some(is_admin)) = (self.first_name, self.is_admin) {
            record
                .data
                .insert(FIRST_NAME.to_owned(), Value::String(first_name));
            record
                .data
                .insert(IS_ADMIN.to_owned(), Value::Bool(is_admin));
            record
                .data
                .insert(IS_HOST.to_owned(), Value::Bool(self.is_host));
            let answer_by = self
                .answer_by
                .map_or(Value::Null, |at| Value::String(at.to_rfc3339()));
            record.data.insert(ANSWER_BY.to_owned(), answer_by);
        }
        Ok(record)
    }
}
