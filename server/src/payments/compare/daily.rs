//! Once a day, by whichever worker is first: who writes the day's report into its place is the one who compares.

use chrono::{DateTime, Days, TimeDelta, Timelike, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

use super::{Comparison, compare};
use crate::{Context, Result, database::is_duplicate, entities::reports};

/// The kind of the report.
const KIND: &str = "reconcile";
/// A day is looked at again on the next: what came about midnight is not missed.
const DAYS: u64 = 2;
/// The hour of UTC in which it begins.
const BEGINS: u32 = 3;
/// Whoever has not ended by then has died at it.
const LONGEST: TimeDelta = TimeDelta::minutes(30);

/// Compares what happened in the last days, once a day; `None` when that was done, or somebody else is at it.
pub async fn daily(ctx: &Context) -> Result<Option<Comparison>> {
    let now = ctx.clock.now();
    if now.hour() < BEGINS || !claim(ctx, now).await? {
        return Ok(None);
    }
    report(ctx, now - Days::new(DAYS)).await.map(Some)
}

/// Compares what happened since, and keeps the report of the day; a later one takes the place of an earlier one.
pub async fn report(ctx: &Context, since: DateTime<Utc>) -> Result<Comparison> {
    let found = compare(ctx, since).await?;
    if found.differences > 0 {
        tracing::error!(
            differences = found.differences,
            "the ledger and the provider differ"
        );
    }
    keep(ctx, &found).await?;
    Ok(found)
}

/// True for the one who shall compare today. A report without words is being made.
async fn claim(ctx: &Context, now: DateTime<Utc>) -> Result<bool> {
    use reports::Column as C;
    if let Some(known) = of_day(ctx, now).await? {
        if !known.body.is_empty() || known.at > now - LONGEST {
            return Ok(false);
        }
        let taken = reports::Entity::update_many()
            .col_expr(C::At, Expr::value(now))
            .filter(C::Id.eq(known.id))
            .filter(C::At.eq(known.at))
            .exec(&ctx.db)
            .await?;
        return Ok(taken.rows_affected == 1);
    }
    begin(ctx, now).await
}

async fn of_day(ctx: &Context, now: DateTime<Utc>) -> Result<Option<reports::Model>> {
    Ok(reports::Entity::find()
        .filter(reports::Column::Kind.eq(KIND))
        .filter(reports::Column::Day.eq(now.date_naive()))
        .one(&ctx.db)
        .await?)
}

/// Writes a report without words; false when another was faster.
async fn begin(ctx: &Context, now: DateTime<Utc>) -> Result<bool> {
    let report = reports::ActiveModel {
        id: Set(Uuid::new_v4()),
        kind: Set(KIND.to_owned()),
        day: Set(now.date_naive()),
        checked: Set(0),
        differences: Set(0),
        body: Set(String::new()),
        at: Set(now),
    };
    match reports::Entity::insert(report)
        .exec_without_returning(&ctx.db)
        .await
    {
        Ok(_) => Ok(true),
        Err(error) if is_duplicate(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

async fn keep(ctx: &Context, found: &Comparison) -> Result<()> {
    use reports::Column as C;
    let now = ctx.clock.now();
    begin(ctx, now).await?;
    reports::Entity::update_many()
        .col_expr(C::Checked, Expr::value(found.checked))
        .col_expr(C::Differences, Expr::value(found.differences))
        .col_expr(C::Body, Expr::value(found.body()))
        .col_expr(C::At, Expr::value(now))
        .filter(C::Kind.eq(KIND))
        .filter(C::Day.eq(now.date_naive()))
        .exec(&ctx.db)
        .await?;
    Ok(())
}
