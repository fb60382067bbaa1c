//! What "where" means: places by name, whatever the accents and case.

use chrono_tz::Tz;
use domain::{SearchQuery, places::fold};
use sea_orm::{
    ColumnTrait, DatabaseConnection, EntityTrait, FromQueryResult, QuerySelect, Select,
    SelectModel, Selector,
    sea_query::{CaseStatement, Expr, ExprTrait, IntoColumnRef, JoinType, Order},
};
use uuid::Uuid;

use super::view::{PlaceHit, PlaceKind};
use crate::{
    Context, Result,
    entities::{listings, places},
};

/// The most places that are offered at once.
const OFFERED: u64 = 8;

/// Beyond this closeness a place was not asked for by its own name.
const BY_NAME: i64 = 4;

/// What was found for a "where".
pub(super) struct Resolved {
    pub hit: Option<PlaceHit>,
    /// Other places of that name, or, when nothing bears it, what may have been meant.
    pub others: Vec<PlaceHit>,
}

#[derive(Debug, FromQueryResult)]
pub(super) struct Row {
    id: Uuid,
    kind: String,
    name: String,
    listings: u32,
    timezone: Option<String>,
    around: Option<String>,
    beyond: Option<String>,
    closeness: i64,
}

/// The place that `text` names, in one statement: the whole path, then the exact name, then the path's beginning, then
/// the beginning of a word. Of equals, a city comes before a country and both before a neighbourhood.
pub(super) async fn resolve(db: &DatabaseConnection, text: &str) -> Result<Resolved> {
    let folded = fold(text);
    if folded.is_empty() {
        return Ok(Resolved {
            hit: None,
            others: popular(db).await?.iter().map(Row::hit).collect(),
        });
    }
    let mut select = rows(closeness(&folded));
    QuerySelect::query(&mut select)
        .order_by("closeness", Order::Asc)
        .order_by_expr(by_kind(), Order::Asc);
    let rows = busiest_first(select).all(db).await?;
    let hit = rows
        .first()
        .filter(|row| row.closeness <= BY_NAME)
        .map(Row::hit);
    let others = rows
        .iter()
        .skip(usize::from(hit.is_some()))
        .filter(|row| hit.is_none() || row.closeness <= BY_NAME)
        .map(Row::hit)
        .collect();
    Ok(Resolved { hit, others })
}

/// Places in whose name or path a word begins with `text`, those named so before those that lie in one named so, the
/// busiest first; at most eight, in one statement. Nothing for an empty text.
pub async fn suggest(ctx: &Context, text: &str) -> Result<Vec<PlaceHit>> {
    let folded = fold(text);
    if folded.is_empty() {
        return Ok(Vec::new());
    }
    let named = word_begins(places::Column::Folded, &folded);
    let within = word_begins(places::Column::Path, &folded);
    let mut select = rows(CaseStatement::new().case(named, 0).finally(1));
    QuerySelect::query(&mut select)
        .and_where(within)
        .order_by("closeness", Order::Asc);
    let rows = busiest_first(select).all(&ctx.db).await?;
    Ok(rows.iter().map(Row::hit).collect())
}

/// The cities with the most homes, at most eight, in one statement.
pub(super) async fn popular(db: &DatabaseConnection) -> Result<Vec<Row>> {
    let mut select = rows(0);
    QuerySelect::query(&mut select)
        .and_where(places::Column::Kind.eq("city"))
        .and_where(places::Column::Listings.gt(0));
    Ok(busiest_first(select).all(db).await?)
}

fn closeness(folded: &str) -> CaseStatement {
    let like = |column: places::Column, pattern: String| column.like(pattern);
    let name = places::Column::Folded;
    let path = places::Column::Path;
    // A slip of the pen is seldom in the first letters.
    let start: String = folded.chars().take(3).collect();
    CaseStatement::new()
        .case(path.eq(folded), 0)
        .case(name.eq(folded), 1)
        .case(like(path, format!("{folded} %")), 2)
        .case(like(path, format!("{folded}%")), 3)
        .case(like(name, format!("% {folded}%")), BY_NAME)
        .case(like(path, format!("% {folded}%")), 5)
        .case(like(name, format!("{start}%")), 6)
        .finally(7)
}

/// `folded` holds only letters, digits and single spaces, so nothing in it is a wildcard.
fn word_begins(column: places::Column, folded: &str) -> Expr {
    column
        .like(format!("{folded}%"))
        .or(column.like(format!("% {folded}%")))
}

/// Places with the names of what they lie in.
fn rows(closeness: impl Into<Expr>) -> Select<places::Entity> {
    let mut select = places::Entity::find().select_only().columns([
        places::Column::Id,
        places::Column::Kind,
        places::Column::Name,
        places::Column::Listings,
        places::Column::Timezone,
    ]);
    let parent = places::Column::ParentId;
    QuerySelect::query(&mut select)
        .expr_as(Expr::col(("around", places::Column::Name)), "around")
        .expr_as(Expr::col(("beyond", places::Column::Name)), "beyond")
        .expr_as(closeness, "closeness")
        .join_as(
            JoinType::LeftJoin,
            places::Entity,
            "around",
            Expr::col(("around", places::Column::Id)).equals((places::Entity, parent)),
        )
        .join_as(
            JoinType::LeftJoin,
            places::Entity,
            "beyond",
            Expr::col(("beyond", places::Column::Id)).equals(("around", parent)),
        );
    select
}

/// Reads, as `name`, the name of the place whose id the column `id` holds.
pub(crate) fn join_place(
    select: &mut Select<listings::Entity>,
    name: &'static str,
    id: impl IntoColumnRef,
) {
    QuerySelect::query(select)
        .expr_as(Expr::col((name, places::Column::Name)), name)
        .join_as(
            JoinType::LeftJoin,
            places::Entity,
            name,
            Expr::col((name, places::Column::Id)).eq(Expr::col(id)),
        );
}

/// Of two places of the same name the city is meant.
fn by_kind() -> Expr {
    CaseStatement::new()
        .case(places::Column::Kind.eq("city"), 0)
        .case(places::Column::Kind.eq("country"), 1)
        .finally(2)
        .into()
}

fn busiest_first(mut select: Select<places::Entity>) -> Selector<SelectModel<Row>> {
    QuerySelect::query(&mut select)
        .order_by((places::Entity, places::Column::Listings), Order::Desc)
        .order_by((places::Entity, places::Column::Id), Order::Asc)
        .limit(OFFERED);
    select.into_model()
}

impl Row {
    /// Its time zone; UTC where the place spans several.
    pub(super) fn zone(&self) -> Tz {
        self.timezone
            .as_deref()
            .and_then(|name| name.parse().ok())
            .unwrap_or(Tz::UTC)
    }

    pub(super) fn hit(&self) -> PlaceHit {
        let around = [&self.around, &self.beyond];
        let detail = around
            .iter()
            .filter_map(|name| name.as_deref())
            .collect::<Vec<_>>()
            .join(", ");
        let text = match detail.as_str() {
            "" => self.name.clone(),
            _ => format!("{}, {detail}", self.name),
        };
        let query = SearchQuery {
            place: text.clone(),
            ..SearchQuery::default()
        }
        .to_query_string();
        PlaceHit {
            id: self.id,
            kind: PlaceKind::parse(&self.kind),
            name: self.name.clone(),
            detail,
            listings: self.listings,
            text,
            query,
        }
    }
}
