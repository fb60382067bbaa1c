//! The rows of keys: taken, answered, given up, forgotten.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, sea_query::Expr,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{Context, Error, Result, database, entities::idempotency_keys};

/// The longest answer that is kept, in bytes.
pub const LONGEST_ANSWER: usize = 60_000;

/// How long an answer is kept.
pub(super) const KEPT: TimeDelta = TimeDelta::hours(24);

/// How long whoever took a key may be at work: longer than any request may take.
const LEASE: TimeDelta = TimeDelta::seconds(30);

/// A request that carries a key.
#[derive(Debug, Clone)]
pub struct Request {
    /// Whose key it is: two people may choose the same. At most 80 characters.
    pub owner: String,
    /// As it was sent.
    pub key: String,
    /// SHA-256 of all that must be the same for the answer to be the same.
    pub hash: [u8; 32],
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

/// The right to do the work of a request, until somebody must suppose that its server died.
#[derive(Debug, Clone)]
pub struct Lease {
    owner: String,
    key_hash: Vec<u8>,
    pub(super) until: DateTime<Utc>,
    /// The same for every run of this request.
    pub seed: Uuid,
    /// Somebody was at it before, and nobody knows how far they came.
    pub again: bool,
}

impl Request {
    pub(super) fn key_hash(&self) -> Vec<u8> {
        Sha256::digest(self.key.as_bytes()).to_vec()
    }

    pub(super) fn lease(&self, begun: DateTime<Utc>, now: DateTime<Utc>) -> Lease {
        let key_hash = self.key_hash();
        let mut seed = Vec::from(self.owner.as_bytes());
        seed.extend_from_slice(&key_hash);
        seed.extend_from_slice(&self.hash);
        // A key may be used anew when its day is over.
        seed.extend_from_slice(&begun.timestamp_micros().to_be_bytes());
        Lease {
            owner: self.owner.clone(),
            key_hash,
            until: now + LEASE,
            seed: Uuid::new_v5(&Uuid::NAMESPACE_OID, &seed),
            again: false,
        }
    }
}

impl Lease {
    /// Its row, as long as nobody else has taken it.
    fn held(&self) -> Condition {
        Condition::all()
            .add(idempotency_keys::Column::Owner.eq(&self.owner))
            .add(idempotency_keys::Column::KeyHash.eq(self.key_hash.clone()))
            .add(idempotency_keys::Column::LeasedUntil.eq(self.until))
    }
}

/// Writes the key of a request that nobody has sent yet.
pub(super) async fn insert(ctx: &Context, request: &Request, now: DateTime<Utc>) -> Result<Lease> {
    let lease = request.lease(now, now);
    let row = idempotency_keys::ActiveModel {
        owner: Set(request.owner.clone()),
        key_hash: Set(lease.key_hash.clone()),
        request_hash: Set(request.hash.to_vec()),
        status: Set(None),
        headers: Set(None),
        body: Set(None),
        leased_until: Set(Some(lease.until)),
        created_at: Set(now),
    };
    database::transaction(&ctx.db, async |txn| {
        let insert = idempotency_keys::Entity::insert(row.clone());
        Ok(insert.exec_without_returning(&txn).await?)
    })
    .await?;
    Ok(lease)
}

/// Keeps the answer for whoever comes with the same key. One whose lease has ended meanwhile keeps nothing: somebody else is at it.
pub async fn finish(ctx: &Context, lease: &Lease, answer: &Answer) -> Result<()> {
    let headers = serde_json::to_string(&answer.headers);
    let headers = headers.map_err(|error| Error::Internal(error.to_string()))?;
    let answered = idempotency_keys::ActiveModel {
        status: Set(Some(answer.status)),
        headers: Set(Some(headers)),
        body: Set(Some(answer.body.clone())),
        leased_until: Set(None),
        ..Default::default()
    };
    idempotency_keys::Entity::update_many()
        .set(answered)
        .filter(lease.held())
        .exec(&ctx.db)
        .await?;
    Ok(())
}

/// Lets the next one with this key do the work, because it could not be done now.
pub async fn give_up(ctx: &Context, lease: &Lease) -> Result<()> {
    let free = Expr::value(None::<DateTime<Utc>>);
    idempotency_keys::Entity::update_many()
        .col_expr(idempotency_keys::Column::LeasedUntil, free)
        .filter(lease.held())
        .exec(&ctx.db)
        .await?;
    Ok(())
}

/// Removes keys whose day is over.
pub async fn forget(ctx: &Context) -> Result<()> {
    let old = idempotency_keys::Column::CreatedAt.lte(ctx.clock.now() - KEPT);
    idempotency_keys::Entity::delete_many()
        .filter(old)
        .exec(&ctx.db)
        .await?;
    Ok(())
}
