//! The local outbox: without a mail server letters are kept as messages in the database, for development to read.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, DatabaseConnection, EntityTrait, QueryOrder, QuerySelect,
    sea_query::OnConflict,
};
use uuid::Uuid;

use super::{Letter, Mailer, Part, Sender, message::message, mime};
use crate::{Context, Error, Result, entities::mails};

/// How many of them are listed.
const LISTED: u64 = 200;

/// Keeps letters instead of sending them.
pub struct Local {
    db: DatabaseConnection,
    sender: Sender,
}

impl Local {
    pub fn new(db: DatabaseConnection, sender: Sender) -> Self {
        Self { db, sender }
    }
}

#[async_trait::async_trait]
impl Mailer for Local {
    /// Kept once, under the effect's id.
    async fn send(&self, letter: &Letter, at: DateTime<Utc>) -> Result<()> {
        let message = message(letter, &self.sender, at)?;
        let body = String::from_utf8(message.formatted())
            .map_err(|error| Error::Internal(error.to_string()))?;
        let row = mails::ActiveModel {
            id: Set(letter.id),
            recipient: Set(letter.address.clone()),
            subject: Set(domain::text::excerpt(&letter.subject, 290)),
            body: Set(body),
            created_at: Set(at),
        };
        let once = OnConflict::column(mails::Column::Id)
            .do_nothing_on([mails::Column::Id])
            .to_owned();
        mails::Entity::insert(row)
            .on_conflict(once)
            .exec_without_returning(&self.db)
            .await?;
        Ok(())
    }
}

/// A letter in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: Uuid,
    pub recipient: String,
    pub subject: String,
    pub at: DateTime<Utc>,
}

/// A letter with all that is in it.
#[derive(Debug, Clone)]
pub struct KeptMail {
    pub about: Kept,
    /// The message as it would have been sent.
    pub source: String,
    pub parts: Vec<Part>,
}

/// The latest first, at most 200. Whoever calls it has made sure that nobody else reads them.
pub async fn kept(ctx: &Context) -> Result<Vec<Kept>> {
    use mails::Column as C;
    let rows = mails::Entity::find()
        .select_only()
        .columns([C::Id, C::Recipient, C::Subject, C::CreatedAt])
        .order_by_desc(C::CreatedAt)
        .order_by_desc(C::Id)
        .limit(LISTED)
        .into_tuple::<(Uuid, String, String, DateTime<Utc>)>()
        .all(&ctx.db)
        .await?;
    let kept = |(id, recipient, subject, at)| Kept {
        id,
        recipient,
        subject,
        at,
    };
    Ok(rows.into_iter().map(kept).collect())
}

/// # Errors
/// `NotFound` when there is none of this id.
pub async fn kept_mail(ctx: &Context, id: Uuid) -> Result<KeptMail> {
    let row = mails::Entity::find_by_id(id)
        .one(&ctx.db)
        .await?
        .ok_or(domain::Error::NotFound("Mail"))?;
    Ok(KeptMail {
        about: Kept {
            id,
            recipient: row.recipient,
            subject: row.subject,
            at: row.created_at,
        },
        parts: mime::parts(&row.body),
        source: row.body,
    })
}
