//! Places as they are read: with the names of the places around them.

use chrono_tz::Tz;
use domain::SearchQuery;
use sea_orm::{
    EntityTrait, FromQueryResult, QuerySelect, Select, SelectModel, Selector,
    sea_query::{Expr, ExprTrait, IntoColumnRef, JoinType, Order},
};
use uuid::Uuid;

use super::{
    samples::samples_are_shown,
    view::{PlaceHit, PlaceKind},
};
use crate::{
    Context,
    entities::{listings, places},
};

/// The most places that are offered at once.
const OFFERED: u64 = 8;

#[derive(Debug, FromQueryResult)]
pub(super) struct Row {
    id: Uuid,
    kind: String,
    name: String,
    listings: u32,
    timezone: Option<String>,
    around: Option<String>,
    beyond: Option<String>,
    pub closeness: i64,
}

impl Row {
    /// Its time zone; UTC where the place spans several.
    pub(super) fn zone(&self) -> Tz {
        self.timezone
            .as_deref()
            .and_then(|name| name.parse().ok())
            .unwrap_or(Tz::UTC)
    }

    /// Some can be found in it.
    pub(super) fn has_homes(&self) -> bool {
        self.listings > 0
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

/// The column that counts the homes of a place which are on the site.
pub(super) fn homes(ctx: &Context) -> places::Column {
    if samples_are_shown(ctx) {
        places::Column::Listings
    } else {
        places::Column::Hosted
    }
}

/// Places with the names of what they lie in, and how many `homes` they have.
pub(super) fn select(closeness: impl Into<Expr>, homes: places::Column) -> Select<places::Entity> {
    let mut select = places::Entity::find()
        .select_only()
        .columns([
            places::Column::Id,
            places::Column::Kind,
            places::Column::Name,
            places::Column::Timezone,
        ])
        .column_as(homes, "listings");
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

/// Those with the most `homes` first, among those that are equally close.
pub(super) fn busiest_first(
    mut select: Select<places::Entity>,
    homes: places::Column,
) -> Selector<SelectModel<Row>> {
    QuerySelect::query(&mut select)
        .order_by((places::Entity, homes), Order::Desc)
        .order_by((places::Entity, places::Column::Id), Order::Asc)
        .limit(OFFERED);
    select.into_model()
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
