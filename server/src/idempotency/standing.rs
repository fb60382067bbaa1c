//! What is to be done with a request that carries a key.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::keys::{self, Answer, KEPT, Lease, Request};
use crate::{
    Context, Error, Result,
    database::is_duplicate,
    entities::idempotency_keys::{ActiveModel, Column, Entity, Model},
};

/// What is to be done.
#[derive(Debug)]
pub enum Begun {
    /// The work. Its answer is for [`super::finish`], or the lease for [`super::give_up`].
    Work(Lease),
    /// Nothing: this was answered.
    Answer(Answer),
    /// Nothing: the key belongs to another request.
    Other,
    /// Nothing yet: somebody is at it, for at most so many seconds.
    InWork { seconds: i64 },
}

/// Looks whether this is the first request with its key, and takes the key if it is.
pub async fn begin(ctx: &Context, request: &Request) -> Result<Begun> {
    let now = ctx.clock.now();
    match keys::insert(ctx, request, now).await {
        Ok(lease) => return Ok(Begun::Work(lease)),
        Err(Error::Database(error)) if is_duplicate(&error) => {}
        Err(error) => return Err(error),
    }
    let row = Entity::find_by_id((request.owner.clone(), request.key_hash()));
    match row.one(&ctx.db).await? {
        Some(row) if row.created_at <= now - KEPT => anew(ctx, request, &row, now).await,
        Some(row) if row.request_hash != request.hash => Ok(Begun::Other),
        Some(row) => standing(ctx, request, row, now).await,
        // Its day was over this very moment.
        None => Ok(Begun::InWork { seconds: 1 }),
    }
}

async fn standing(
    ctx: &Context,
    request: &Request,
    row: Model,
    now: DateTime<Utc>,
) -> Result<Begun> {
    if let Some(status) = row.status {
        return Ok(Begun::Answer(answer(status, row)?));
    }
    match row.leased_until {
        Some(until) if until > now => {
            let seconds = (until - now).num_seconds() + 1;
            Ok(Begun::InWork { seconds })
        }
        _ => {
            let mut lease = request.lease(row.created_at, now);
            lease.again = true;
            let taken = ActiveModel {
                leased_until: Set(Some(lease.until)),
                ..Default::default()
            };
            take(ctx, &row, taken, lease).await
        }
    }
}

/// A key whose day is over is a new one.
async fn anew(ctx: &Context, request: &Request, row: &Model, now: DateTime<Utc>) -> Result<Begun> {
    let lease = request.lease(now, now);
    let taken = ActiveModel {
        request_hash: Set(request.hash.to_vec()),
        status: Set(None),
        headers: Set(None),
        body: Set(None),
        leased_until: Set(Some(lease.until)),
        created_at: Set(now),
        ..Default::default()
    };
    take(ctx, row, taken, lease).await
}

/// Of several who want the key, the one who finds the row as it was read.
async fn take(ctx: &Context, row: &Model, taken: ActiveModel, lease: Lease) -> Result<Begun> {
    let leased = match row.leased_until {
        Some(until) => Column::LeasedUntil.eq(until),
        None => Column::LeasedUntil.is_null(),
    };
    let update = Entity::update_many()
        .set(taken)
        .filter(Column::Owner.eq(&row.owner))
        .filter(Column::KeyHash.eq(row.key_hash.clone()))
        .filter(Column::CreatedAt.eq(row.created_at))
        .filter(leased);
    let update = match row.status {
        None => update.filter(Column::Status.is_null()),
        Some(_) => update,
    };
    match update.exec(&ctx.db).await?.rows_affected {
        1 => Ok(Begun::Work(lease)),
        _ => Ok(Begun::InWork { seconds: 1 }),
    }
}

fn answer(status: u16, row: Model) -> Result<Answer> {
    let headers = row.headers.unwrap_or_default();
    let headers = serde_json::from_str(&headers);
    Ok(Answer {
        status,
        headers: headers.map_err(|error| Error::Internal(error.to_string()))?,
        body: row.body.unwrap_or_default(),
    })
}
