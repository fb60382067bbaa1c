//! The rows that count.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::limits::Limit;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, ExprTrait, QueryFilter,
    sea_query::{CaseStatement, Expr, OnConflict},
};

use crate::{Context, Result, entities::rate_counts};

/// Longer than any limit's window.
const KEPT: TimeDelta = TimeDelta::days(2);

/// What is to be added to one count.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Raise {
    pub bucket: String,
    pub by: u32,
    /// When the window begins if none is running.
    pub since: DateTime<Utc>,
}

/// A count as it stands, and since when it counts.
pub(super) type Counts = HashMap<String, (u32, DateTime<Utc>)>;

/// Raises counts of one limit and reads them back: a statement for each, and one more. In a transaction nobody else raises them in between.
/// A count whose window is over begins anew.
pub(super) async fn raise(
    conn: &impl ConnectionTrait,
    limit: Limit,
    mut raises: Vec<Raise>,
    now: DateTime<Utc>,
) -> Result<Counts> {
    // In the same order everywhere, so that two that raise the same counts do not wait for each other.
    raises.sort_unstable();
    let buckets: Vec<String> = raises.iter().map(|raise| raise.bucket.clone()).collect();
    // Not all in one statement: TiDB gives up one that wants several rows for which many others wait.
    for raise in raises {
        add(conn, limit, raise, now).await?;
    }
    let rows = rate_counts::Entity::find()
        .filter(rate_counts::Column::Bucket.is_in(buckets))
        .all(conn)
        .await?;
    let rows = rows.into_iter();
    Ok(rows
        .map(|row| (row.bucket, (row.count, row.window_start)))
        .collect())
}

async fn add(
    conn: &impl ConnectionTrait,
    limit: Limit,
    raise: Raise,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = rate_counts::ActiveModel {
        bucket: Set(raise.bucket),
        window_start: Set(raise.since),
        count: Set(raise.by),
    };
    rate_counts::Entity::insert(row)
        .on_conflict(added(conn.get_database_backend(), limit, now))
        .exec_without_returning(conn)
        .await?;
    Ok(())
}

/// What becomes of a row that is there already.
fn added(backend: DbBackend, limit: Limit, now: DateTime<Utc>) -> OnConflict {
    use rate_counts::Column::{Bucket, Count, WindowStart};
    let new = |column: &'static str| {
        Expr::cust(match backend {
            DbBackend::MySql => format!("VALUES(`{column}`)"),
            _ => format!("excluded.\"{column}\""),
        })
    };
    let is_over = WindowStart.lte(now - limit.window());
    let count = Expr::col((rate_counts::Entity, Count));
    let since = Expr::col((rate_counts::Entity, WindowStart));
    // The count first: MySQL lets a later expression see what an earlier one has set.
    let next_count = CaseStatement::new()
        .case(is_over.clone(), new("count"))
        .finally(count.add(new("count")));
    let next_since = CaseStatement::new()
        .case(is_over, new("window_start"))
        .finally(since);
    OnConflict::column(Bucket)
        .value(Count, next_count)
        .value(WindowStart, next_since)
        .to_owned()
}

/// Removes counts whose windows have long been over.
pub async fn forget(ctx: &Context) -> Result<()> {
    let old = rate_counts::Column::WindowStart.lt(ctx.clock.now() - KEPT);
    rate_counts::Entity::delete_many()
        .filter(old)
        .exec(&ctx.db)
        .await?;
    Ok(())
}
