//! The home page: a weekend near by, homes worth seeing, places to go.

use chrono::{DateTime, Datelike, Days, Utc, Weekday};
use chrono_tz::Tz;
use domain::{SearchQuery, Stay};
use sea_orm::{
    QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, Query, SelectStatement, UnionType},
};

use super::{
    cards::{self, Asked, Row},
    filters::Filters,
    page::cards,
    place_rows, places,
    samples::samples_are_shown,
    view::{Card, Home, PlaceHit, PlaceKind, Weekend},
};
use crate::{Context, Result, entities::listings::Column};

/// Homes in each row of the page.
const SHOWN: u64 = 8;

/// Cities that homes worth seeing are taken from, and how many are read of each.
const CITIES: usize = 6;
const OF_EACH: u64 = 6;

/// The section of the homes that are free at the weekend; those of the cities follow.
const WEEKEND: i64 = 0;

/// Everything on the home page, in two statements: the places, and the cards of both rows.
pub async fn home(ctx: &Context) -> Result<Home> {
    let cities = places::popular(ctx).await?;
    let hits: Vec<PlaceHit> = cities.iter().map(place_rows::Row::hit).collect();
    let Some((busiest, zone)) = hits.first().zip(cities.first().map(place_rows::Row::zone)) else {
        return Ok(Home {
            weekend: None,
            worth_seeing: Vec::new(),
            places: hits,
        });
    };
    let now = ctx.clock.now();
    let asked = SearchQuery {
        place: busiest.text.clone(),
        stay: Some(next_weekend(zone, now)),
        ..SearchQuery::default()
    };
    let samples = samples_are_shown(ctx);
    let rows = rows(ctx, sections(&asked, &hits, now, samples)).await?;
    let (free, seen): (Vec<Row>, Vec<Row>) = rows
        .into_iter()
        .partition(|row| row.section == Some(WEEKEND));
    let priced = |stay| Asked {
        stay,
        guests: 1,
        now,
        fees: &ctx.settings.fees,
    };
    let at_weekend = priced(asked.stay.as_ref());
    let weekend = asked.stay.filter(|_| !free.is_empty()).map(|stay| Weekend {
        place: busiest.clone(),
        stay,
        cards: cards(free, &at_weekend),
        query: asked.to_query_string(),
    });
    Ok(Home {
        weekend,
        worth_seeing: varied(seen, &priced(None)),
        places: hits,
    })
}

/// Friday to Sunday; from Friday noon on, those of the week after: nobody plans that late.
fn next_weekend(zone: Tz, now: DateTime<Utc>) -> Stay {
    let noon = now.with_timezone(&zone).naive_local() + chrono::TimeDelta::hours(12);
    let from = noon.date();
    let ahead =
        (7 + Weekday::Fri.num_days_from_monday() - from.weekday().num_days_from_monday()) % 7;
    let check_in = from + Days::new(u64::from(ahead));
    Stay {
        check_in,
        check_out: check_in + Days::new(2),
    }
}

/// The ids that are wanted, each with its section; every section reads only the first of an index.
fn sections(
    asked: &SearchQuery,
    cities: &[PlaceHit],
    now: DateTime<Utc>,
    samples: bool,
) -> Vec<SelectStatement> {
    let anything = SearchQuery::default();
    let within = |query, city: &PlaceHit| Filters {
        query,
        place: Some((PlaceKind::City, city.id)),
        stay: query.stay.as_ref(),
        now,
        samples,
    };
    let busiest = cities.iter().take(1);
    let weekend = busiest.map(|city| best(within(asked, city), WEEKEND, SHOWN));
    let each = cities.iter().take(CITIES).zip(WEEKEND + 1..);
    let each = each.map(|(city, section)| best(within(&anything, city), section, OF_EACH));
    weekend.chain(each).collect()
}

/// The first listings in the recommended order, with their section.
fn best(filters: Filters<'_>, section: i64, limit: u64) -> SelectStatement {
    let best = filters
        .select(cards::WANTED)
        .order_by_desc(Column::Rank)
        .order_by_desc(Column::Id)
        .limit(limit)
        .into_query();
    Query::select()
        .columns(["id", "city_id", "neighbourhood_id"])
        .expr_as(Expr::val(section), "section")
        .from_subquery(best, "best")
        .take()
}

async fn rows(ctx: &Context, mut sections: Vec<SelectStatement>) -> Result<Vec<Row>> {
    let mut wanted = sections.remove(0);
    wanted.unions(
        sections
            .into_iter()
            .map(|section| (UnionType::All, section)),
    );
    let mut select = cards::select(wanted);
    QuerySelect::query(&mut select).expr_as(Expr::col(("wanted", "section")), "section");
    let select = select.order_by_desc(Column::Rank).order_by_desc(Column::Id);
    Ok(select.into_model::<Row>().all(&ctx.db).await?)
}

/// The best of each city in turn, and within a city each kind of house once before any comes again.
fn varied(rows: Vec<Row>, priced: &Asked<'_>) -> Vec<Card> {
    let mut cities: std::collections::BTreeMap<Option<i64>, Vec<Card>> =
        std::collections::BTreeMap::new();
    for row in rows {
        let city = cities.entry(row.section).or_default();
        city.extend(row.card(priced));
    }
    let mut in_turn: Vec<(usize, Card)> = Vec::new();
    for cards in cities.into_values() {
        let mut seen = Vec::new();
        let (fresh, again): (Vec<Card>, Vec<Card>) = cards.into_iter().partition(|card| {
            let fresh = !seen.contains(&card.property);
            seen.push(card.property);
            fresh
        });
        in_turn.extend(fresh.into_iter().chain(again).enumerate());
    }
    in_turn.sort_by_key(|(turn, _)| *turn);
    in_turn
        .into_iter()
        .map(|(_, card)| card)
        .take(SHOWN as usize)
        .collect()
}
