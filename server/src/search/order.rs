//! The orders of a search, and where its next page begins.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use domain::{SearchQuery, Stay, search::Sort};
use sea_orm::{
    Condition,
    sea_query::{Expr, ExprTrait, Func, Order, SelectStatement},
};
use uuid::Uuid;

use super::{cards::Row, filters::stay_price};
use crate::{
    cursors,
    entities::listings::{self, Column},
};

/// One rating's step outweighs any number of reviews.
const REVIEWS: i64 = 1_000_000;

/// An order of listings: by one number, then by id, so that no two are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sorting {
    sort: Sort,
    /// Of the stay; 0 without dates.
    nights: u32,
}

/// The last listing of a page: its number in the order, and its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Last {
    key: i64,
    id: Uuid,
}

impl Sorting {
    pub fn of(query: &SearchQuery, stay: Option<&Stay>) -> Self {
        Self {
            sort: query.sort,
            nights: stay.map_or(0, Stay::nights),
        }
    }

    /// Begins after the cursor; one that is not of this order, or broken, begins at the first page.
    pub fn begin(self, select: &mut SelectStatement, cursor: Option<&str>) {
        if let Some(last) = cursor.and_then(|text| self.read(text)) {
            select.cond_where(self.after(last));
        }
    }

    pub fn order(self, select: &mut SelectStatement) {
        select
            .order_by_expr(self.expression(), self.direction())
            .order_by((listings::Entity, Column::Id), self.direction());
    }

    /// The cursor of the page after `row`.
    pub fn cursor(self, row: &Row) -> String {
        let mut bytes = vec![self.tag()];
        bytes.extend(self.nights.to_be_bytes());
        bytes.extend(self.key(row).to_be_bytes());
        bytes.extend(row.id.as_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    fn read(self, cursor: &str) -> Option<Last> {
        let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let bytes: [u8; 29] = bytes.try_into().ok()?;
        let ours = bytes[0] == self.tag() && bytes[1..5] == self.nights.to_be_bytes();
        let key = i64::from_be_bytes(bytes[5..13].try_into().ok()?);
        let id = Uuid::from_slice(&bytes[13..]).ok()?;
        // A date that no instant has is no cursor of ours.
        (ours && (self.sort != Sort::Newest || instant(key).is_some())).then_some(Last { key, id })
    }

    /// "At or beyond the number" stands apart, so that an index on it is entered where the page begins.
    fn after(self, last: Last) -> Condition {
        let key = self.expression();
        let id = Expr::col((listings::Entity, Column::Id));
        let at = self.value(last.key);
        let (reached, passed, later) = match self.direction() {
            Order::Asc => (key.clone().gte(at.clone()), key.gt(at), id.gt(last.id)),
            _ => (key.clone().lte(at.clone()), key.lt(at), id.lt(last.id)),
        };
        Condition::all().add(reached).add(passed.or(later))
    }

    fn direction(self) -> Order {
        match self.sort {
            Sort::PriceLow => Order::Asc,
            _ => Order::Desc,
        }
    }

    fn expression(self) -> Expr {
        let column = |column: Column| Expr::col((listings::Entity, column));
        match self.sort {
            Sort::Recommended => column(Column::Rank),
            Sort::PriceLow | Sort::PriceHigh if self.nights > 0 => stay_price(self.nights),
            Sort::PriceLow | Sort::PriceHigh => column(Column::ShortestRef),
            Sort::Rating => {
                let rating = [
                    column(Column::Rating),
                    column(Column::SourceRating),
                    Expr::val(0),
                ];
                let reviews = column(Column::ReviewCount).add(column(Column::SourceReviewCount));
                Expr::from(Func::coalesce(rating)).mul(REVIEWS).add(reviews)
            }
            Sort::Newest => {
                Func::coalesce([column(Column::PublishedAt), column(Column::CreatedAt)]).into()
            }
        }
    }

    /// The same number as `expression`, of a row that was read.
    fn key(self, row: &Row) -> i64 {
        match self.sort {
            Sort::Recommended => row.rank,
            Sort::PriceLow | Sort::PriceHigh if self.nights > 0 => {
                row.nightly_ref * i64::from(self.nights) + row.fixed_ref
            }
            Sort::PriceLow | Sort::PriceHigh => row.shortest_ref,
            Sort::Rating => {
                let rating = row.rating.or(row.source_rating).unwrap_or(0);
                i64::from(rating) * REVIEWS
                    + i64::from(row.review_count)
                    + i64::from(row.source_review_count)
            }
            Sort::Newest => row
                .published_at
                .unwrap_or(row.created_at)
                .timestamp_micros(),
        }
    }

    fn value(self, key: i64) -> Expr {
        match instant(key) {
            Some(at) if self.sort == Sort::Newest => Expr::val(at),
            _ => Expr::val(key),
        }
    }

    fn tag(self) -> u8 {
        match self.sort {
            Sort::Recommended => b'r',
            Sort::PriceLow => b'l',
            Sort::PriceHigh => b'h',
            Sort::Rating => b's',
            Sort::Newest => b'n',
        }
    }
}

fn instant(micros: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_micros(micros).filter(|at| cursors::is_known(*at))
}
