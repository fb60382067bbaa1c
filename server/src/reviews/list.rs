//! Reviews to read: of everything, of one home, or one alone. Those of homes that guests cannot see are nobody's to read.

use chrono::{DateTime, Utc};
use domain::listings::Status;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait, JoinType, Order, Query, SelectStatement, UnionType},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{ReviewView, locked::not_found};
use crate::{
    Context, Result, cursors,
    entities::{
        listings,
        reviews::{self, Column},
        users,
    },
};

/// Where the next page of a home's reviews begins: after this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    pub at: DateTime<Utc>,
    pub id: Uuid,
}

/// A page of reviews of one home.
#[derive(Debug, Clone)]
pub struct Reviews {
    pub reviews: Vec<ReviewView>,
    /// `None` on the last page.
    pub next: Option<Position>,
    /// Of all reviews of the home.
    pub total: u32,
}

/// The open review; one that was taken back is not found.
pub async fn one(ctx: &Context, id: Uuid) -> Result<ReviewView> {
    let review = readable().filter(Column::Id.eq(id));
    let review = review.into_model::<ReviewView>().one(&ctx.db).await?;
    Ok(review.ok_or_else(not_found)?)
}

/// At most `limit` reviews of all homes, in the order of their ids, from after the one with the id `after`; and the id after
/// which the next page begins. One statement.
pub async fn all(
    ctx: &Context,
    after: Option<Uuid>,
    limit: u64,
) -> Result<(Vec<ReviewView>, Option<Uuid>)> {
    let mut reviews = readable()
        .apply_if(after, |select, after| select.filter(Column::Id.gt(after)))
        .order_by_asc(Column::Id)
        .limit(limit + 1)
        .into_model::<ReviewView>()
        .all(&ctx.db)
        .await?;
    let next = cut(&mut reviews, limit).map(|last| last.id);
    Ok((reviews, next))
}

/// At most `limit` reviews of the home, the newest first, from after `after`. Two statements. A home that guests cannot see is not
/// found; a position that is none is refused (`Invalid` at `cursor`).
pub async fn of_home(
    ctx: &Context,
    home: Uuid,
    after: Option<Position>,
    limit: u64,
) -> Result<Reviews> {
    if let Some(after) = after {
        cursors::check(after.at)?;
    }
    let total = listings::Entity::find_by_id(home)
        .select_only()
        .column(listings::Column::ReviewCount)
        .filter(listings::Column::Status.is_in(shown()))
        .into_tuple::<u32>()
        .one(&ctx.db)
        .await?
        .ok_or(domain::Error::NotFound("Home"))?;
    let mut reviews = readable()
        .filter(Column::ListingId.eq(home))
        .apply_if(after, |select, after| select.filter(beyond(after)))
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .limit(limit + 1)
        .into_model::<ReviewView>()
        .all(&ctx.db)
        .await?;
    let next = cut(&mut reviews, limit).map(|last| Position {
        at: last.created_at,
        id: last.id,
    });
    Ok(Reviews {
        reviews,
        next,
        total,
    })
}

/// The newest reviews of each home, at most `each`. One statement.
pub(crate) async fn newest(ctx: &Context, homes: &[Uuid], each: u64) -> Result<Vec<ReviewView>> {
    let mut parts = homes.iter().map(|home| newest_of(*home, each));
    let Some(mut wanted) = parts.next() else {
        return Ok(Vec::new());
    };
    wanted.unions(parts.map(|part| (UnionType::All, part)));
    let mut select = columns();
    QuerySelect::query(&mut select).join_subquery(
        JoinType::InnerJoin,
        wanted,
        "wanted",
        Expr::col(("wanted", "id")).equals((reviews::Entity, Column::Id)),
    );
    Ok(select
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .into_model::<ReviewView>()
        .all(&ctx.db)
        .await?)
}

/// Their ids: what an index holds, before the wide rows are read.
fn newest_of(home: Uuid, each: u64) -> SelectStatement {
    let newest = Query::select()
        .column(Column::Id)
        .from(reviews::Entity)
        .and_where(Expr::col(Column::ListingId).eq(home))
        .and_where(Expr::col(Column::ArchivedAt).is_null())
        .order_by(Column::CreatedAt, Order::Desc)
        .order_by(Column::Id, Order::Desc)
        .limit(each)
        .take();
    Query::select()
        .column("id")
        .from_subquery(newest, "newest")
        .take()
}

/// Takes away what was read beyond the page; the last that is left, if there was anything.
fn cut<T>(rows: &mut Vec<T>, limit: u64) -> Option<&T> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    rows.last().filter(|_| more)
}

fn beyond(last: Position) -> Condition {
    let older = Column::CreatedAt.lt(last.at);
    let same = Column::CreatedAt.eq(last.at).and(Column::Id.lt(last.id));
    Condition::all()
        .add(Column::CreatedAt.lte(last.at))
        .add(older.or(same))
}

fn shown() -> [&'static str; 2] {
    [Status::Published, Status::Paused].map(Status::as_str)
}

fn columns() -> Select<reviews::Entity> {
    let mut select = reviews::Entity::find().select_only().columns([
        Column::Id,
        Column::ListingId,
        Column::AuthorId,
        Column::Rating,
        Column::Text,
        Column::Imported,
        Column::CreatedAt,
        Column::UpdatedAt,
    ]);
    QuerySelect::query(&mut select)
        .expr_as(
            Expr::col((users::Entity, users::Column::FirstName)),
            "first_name",
        )
        .expr_as(
            Expr::col((users::Entity, users::Column::LastName)),
            "last_name",
        )
        .join(
            JoinType::LeftJoin,
            users::Entity,
            Expr::col((users::Entity, users::Column::Id))
                .equals((reviews::Entity, Column::AuthorId)),
        );
    select
}

/// Open reviews of homes that guests can see, with the names of their authors.
fn readable() -> Select<reviews::Entity> {
    let mut select = columns().filter(Column::ArchivedAt.is_null());
    QuerySelect::query(&mut select)
        .join(
            JoinType::InnerJoin,
            listings::Entity,
            Expr::col((listings::Entity, listings::Column::Id))
                .equals((reviews::Entity, Column::ListingId)),
        )
        .and_where(Expr::col((listings::Entity, listings::Column::Status)).is_in(shown()));
    select
}
