//! What "where" means: places by name, whatever the accents and case.

use domain::places::fold;
use sea_orm::{
    ColumnTrait, QuerySelect,
    sea_query::{CaseStatement, Expr, ExprTrait, Order},
};

use super::{
    place_rows::{self, Row, busiest_first, homes},
    view::PlaceHit,
};
use crate::{Context, Result, entities::places};

/// Beyond this closeness a place was not asked for by its own name.
const BY_NAME: i64 = 4;

/// What was found for a "where".
pub(super) struct Resolved {
    pub hit: Option<PlaceHit>,
    /// Other places of that name, or, when nothing bears it, what may have been meant.
    pub others: Vec<PlaceHit>,
}

/// The place that `text` names, in one statement: the whole path, then the exact name, then the path's beginning, then
/// the beginning of a word. Of equals, a city comes before a country and both before a neighbourhood.
pub(super) async fn resolve(ctx: &Context, text: &str) -> Result<Resolved> {
    let folded = fold(text);
    if folded.is_empty() {
        return Ok(Resolved {
            hit: None,
            others: popular(ctx).await?.iter().map(Row::hit).collect(),
        });
    }
    let mut select = place_rows::select(closeness(&folded), homes(ctx));
    QuerySelect::query(&mut select)
        .order_by("closeness", Order::Asc)
        .order_by_expr(by_kind(), Order::Asc);
    let rows = busiest_first(select, homes(ctx)).all(&ctx.db).await?;
    let hit = rows
        .first()
        .filter(|row| row.closeness <= BY_NAME)
        .map(Row::hit);
    let others = rows
        .iter()
        .skip(usize::from(hit.is_some()))
        .filter(|row| row.has_homes() && (hit.is_none() || row.closeness <= BY_NAME))
        .map(Row::hit)
        .collect();
    Ok(Resolved { hit, others })
}

/// Places in whose name or path a word begins with `text`: those whose name begins so, then those named so, then those
/// that lie in one named so, the busiest first; at most eight, all with homes, in one statement. Nothing for an empty text.
pub async fn suggest(ctx: &Context, text: &str) -> Result<Vec<PlaceHit>> {
    let folded = fold(text);
    if folded.is_empty() {
        return Ok(Vec::new());
    }
    let named = word_begins(places::Column::Folded, &folded);
    let within = word_begins(places::Column::Path, &folded);
    let begins = places::Column::Folded.like(format!("{folded}%"));
    let order = CaseStatement::new()
        .case(begins, 0)
        .case(named, 1)
        .finally(2);
    let mut select = place_rows::select(order, homes(ctx));
    QuerySelect::query(&mut select)
        .and_where(within)
        .and_where(homes(ctx).gt(0))
        .order_by("closeness", Order::Asc);
    let rows = busiest_first(select, homes(ctx)).all(&ctx.db).await?;
    Ok(rows.iter().map(Row::hit).collect())
}

/// The cities with the most homes, at most eight, in one statement.
pub(super) async fn popular(ctx: &Context) -> Result<Vec<Row>> {
    let mut select = place_rows::select(0, homes(ctx));
    QuerySelect::query(&mut select)
        .and_where(places::Column::Kind.eq("city"))
        .and_where(homes(ctx).gt(0));
    Ok(busiest_first(select, homes(ctx)).all(&ctx.db).await?)
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

/// Of two places of the same name the city is meant.
fn by_kind() -> Expr {
    CaseStatement::new()
        .case(places::Column::Kind.eq("city"), 0)
        .case(places::Column::Kind.eq("country"), 1)
        .finally(2)
        .into()
}
