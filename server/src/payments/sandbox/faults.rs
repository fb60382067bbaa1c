//! What the Sandbox is told to do wrong: tests write it into `sandbox_faults`, and every process of the site obeys.

use std::time::Duration;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use crate::{Error, Result, entities::sandbox_faults};

/// How a reply goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It comes after so many milliseconds.
    Late(u32),
    /// It is done, and the reply never comes.
    Lost,
    /// It is asked for twice, as by a client that lost the first reply.
    Doubled,
    /// Nothing is done.
    Down,
}

/// The next `times` calls of `operation` ("create", "capture", "cancel", "refund", "retrieve" or "webhook") go wrong.
pub async fn arm(
    db: &DatabaseConnection,
    operation: &str,
    fault: Fault,
    times: u32,
    now: DateTime<Utc>,
) -> Result<()> {
    let (mode, millis) = match fault {
        Fault::Late(millis) => ("late", millis),
        Fault::Lost => ("lost", 0),
        Fault::Doubled => ("doubled", 0),
        Fault::Down => ("down", 0),
    };
    let row = sandbox_faults::ActiveModel {
        id: Set(Uuid::new_v4()),
        operation: Set(operation.to_owned()),
        mode: Set(mode.to_owned()),
        remaining: Set(times),
        millis: Set(millis),
        created_at: Set(now),
    };
    sandbox_faults::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// What goes wrong with this call; each fault that was armed strikes once.
pub(super) async fn next(db: &DatabaseConnection, operation: &str) -> Result<Option<Fault>> {
    use sandbox_faults::Column as C;
    let armed = sandbox_faults::Entity::find()
        .filter(C::Operation.eq(operation))
        .filter(C::Remaining.gt(0))
        .order_by_asc(C::CreatedAt)
        .limit(1)
        .one(db)
        .await?;
    let Some(armed) = armed else { return Ok(None) };
    let struck = sandbox_faults::Entity::update_many()
        .col_expr(C::Remaining, Expr::col(C::Remaining).sub(1))
        .filter(C::Id.eq(armed.id))
        .filter(C::Remaining.eq(armed.remaining))
        .exec(db)
        .await?;
    let fault = match armed.mode.as_str() {
        "late" => Some(Fault::Late(armed.millis)),
        "lost" => Some(Fault::Lost),
        "doubled" => Some(Fault::Doubled),
        "down" => Some(Fault::Down),
        _ => None,
    };
    Ok(fault.filter(|_| struck.rows_affected == 1))
}

/// The beginning of a call, which goes as it was told to: late, or not at all.
pub(super) async fn begin(db: &DatabaseConnection, operation: &str) -> Result<Option<Fault>> {
    let fault = next(db, operation).await?;
    match fault {
        Some(Fault::Down) => return Err(unreached(operation)),
        Some(Fault::Late(millis)) => {
            tokio::time::sleep(Duration::from_millis(u64::from(millis))).await;
        }
        _ => {}
    }
    Ok(fault)
}

/// The provider was not reached, or its reply did not come.
pub(super) fn unreached(operation: &str) -> Error {
    Error::Gateway(format!("the Sandbox was not reached: {operation}"))
}

/// Makes a call go as it was told to. A macro, because a call that may be made twice is no future.
macro_rules! strike {
    ($db:expr, $operation:literal, $call:expr) => {{
        let fault = faults::begin($db, $operation).await?;
        if fault == Some(faults::Fault::Doubled) {
            $call.await?;
        }
        let answer = $call.await?;
        match fault {
            Some(faults::Fault::Lost) => Err(faults::unreached($operation)),
            _ => Ok(answer),
        }
    }};
}
pub(super) use strike;
