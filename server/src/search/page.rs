//! One page of a search, in two statements.

use chrono::{DateTime, Utc};
use domain::{FieldError, SearchQuery, Stay, listings::DAYS_AHEAD};
use sea_orm::{
    DatabaseConnection, QuerySelect, QueryTrait,
    sea_query::{Expr, Func, Query, SelectStatement},
};

use super::{
    cards::{self, Asked, Row},
    emptied,
    filters::Filters,
    order::Sorting,
    places,
    samples::samples_are_shown,
    view::{Card, Count, SearchPage},
    zones,
};
use crate::{Context, Result, entities::listings::Column};

/// Cards on a page of the site; one more row is read to know whether there is another page.
const PAGE: usize = 24;

/// How far homes are counted.
const COUNTED: u64 = 1000;

/// The homes that match, and a page of them in the order that was asked for.
///
/// Dates that cannot be searched are told in `errors`, and the page is that without dates. Two statements: the place,
/// and the page with its count; only a page on which nothing was found takes a third, to tell which filter emptied it, or to begin
/// again when what came after the last page is gone.
pub async fn search(ctx: &Context, query: &SearchQuery) -> Result<SearchPage> {
    search_for(ctx, query, PAGE).await
}

/// The same with at most `limit` homes on the page.
pub async fn search_for(ctx: &Context, query: &SearchQuery, limit: usize) -> Result<SearchPage> {
    let now = ctx.clock.now();
    let mut page = SearchPage::default();
    page.stay = query.stay.filter(|stay| match refuse(stay, now) {
        Some(error) => {
            page.errors.push(error);
            false
        }
        None => true,
    });
    if !query.place.trim().is_empty() {
        let resolved = places::resolve(ctx, &query.place).await?;
        page.place = resolved.hit;
        page.suggestions = resolved.others;
        if page.place.is_none() {
            return Ok(page);
        }
    }
    let place = page.place.as_ref().map(|hit| (hit.kind, hit.id));
    let stay = page.stay;
    let filters = Filters {
        query,
        place,
        stay: stay.as_ref(),
        now,
        samples: samples_are_shown(ctx),
    };
    fill(ctx, filters, limit, &mut page).await?;
    // One that was begun again has taken its third statement.
    if page.count.exact == 0 && query.after.is_none() {
        page.emptied_by = emptied::by(&ctx.db, filters).await?;
    }
    Ok(page)
}

async fn fill(
    ctx: &Context,
    filters: Filters<'_>,
    limit: usize,
    page: &mut SearchPage,
) -> Result<()> {
    let db = &ctx.db;
    let query = filters.query;
    let sorting = Sorting::of(query, filters.stay);
    let read = |cursor| rows(db, filters, sorting, cursor, limit as u64 + 1);
    let mut rows = read(query.after.as_deref()).await?;
    if rows.is_empty() && query.after.is_some() {
        // What came after the last page that was seen is gone: begin again.
        rows = read(None).await?;
    }
    page.count = Count::of(rows.first().and_then(|row| row.matching).unwrap_or(0));
    if rows.len() > limit {
        rows.truncate(limit);
        let after = rows.last().map(|row| sorting.cursor(row));
        page.after.clone_from(&after);
        page.next = Some(
            SearchQuery {
                after,
                ..query.clone()
            }
            .to_query_string(),
        );
    }
    let asked = Asked {
        stay: filters.stay,
        guests: query.guests.max(1),
        now: filters.now,
        fees: &ctx.settings.fees,
    };
    page.cards = cards(rows, &asked);
    Ok(())
}

async fn rows(
    db: &DatabaseConnection,
    filters: Filters<'_>,
    sorting: Sorting,
    cursor: Option<&str>,
    limit: u64,
) -> Result<Vec<Row>> {
    let mut wanted = filters.select(cards::WANTED).limit(limit);
    let statement = QuerySelect::query(&mut wanted);
    sorting.begin(statement, cursor);
    sorting.order(statement);
    let mut select = cards::select(wanted.into_query());
    let statement = QuerySelect::query(&mut select);
    statement.expr_as(Expr::from(counted(filters)), "matching");
    sorting.order(statement);
    Ok(select.into_model::<Row>().all(db).await?)
}

pub(super) fn cards(rows: Vec<Row>, asked: &Asked<'_>) -> Vec<Card> {
    rows.into_iter().filter_map(|row| row.card(asked)).collect()
}

/// How many listings match: a statement that stops counting one beyond what is told.
pub(super) fn counted(filters: Filters<'_>) -> SelectStatement {
    let matching = filters.select([Column::Id]).limit(COUNTED + 1).into_query();
    Query::select()
        .expr_as(Func::count(Expr::col("id")), "matching")
        .from_subquery(matching, "found")
        .take()
}

impl Count {
    /// From a count that stopped one beyond what is told.
    pub(super) fn of(counted: i64) -> Self {
        let counted = u64::try_from(counted).unwrap_or(0);
        Self {
            exact: counted.min(COUNTED) as u32,
            more: counted > COUNTED,
        }
    }
}

/// Why no home anywhere could be booked for these dates.
fn refuse(stay: &Stay, now: DateTime<Utc>) -> Option<FieldError> {
    let message = if zones::past_everywhere(stay.check_in, now) {
        "This day is in the past. Choose today or a later day.".to_owned()
    } else if zones::too_far_everywhere(stay.check_in, now) {
        format!("Stays can begin at most {DAYS_AHEAD} days ahead. Choose an earlier day.")
    } else {
        return None;
    };
    Some(FieldError {
        field: "check_in",
        message,
    })
}
