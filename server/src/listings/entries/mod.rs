//! Homes as clients of the API read them: one, or all that are on the site, page by page.

mod rows;
mod view;

pub use view::{Entry, Offered};

use uuid::Uuid;

use crate::{
    Context, Result, accounts::Actor, entities::listings::Column, reviews,
    search::samples_are_shown,
};
use domain::listings::Status;
use rows::Row;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};

/// Reviews that come with each home of a list, and with one that is asked for alone.
const FEW: u64 = 10;
const MANY: u64 = 100;
/// Bytes of words on a page: a hundred homes of which everybody writes as much as they may would be sixteen times as much.
const HEAVIEST: usize = 1024 * 1024;

/// At most `limit` homes that guests can book (fewer where they have many words), in the order of their ids, from after the one with the id `after`; and the id after
/// which the next page begins. With each its newest ten reviews.
///
/// Three statements: the homes, what they offer, their reviews; one more for a viewer, who may know where a booked home stands.
pub async fn entries(
    ctx: &Context,
    viewer: Option<&Actor>,
    after: Option<Uuid>,
    limit: u64,
) -> Result<(Vec<Entry>, Option<Uuid>)> {
    let mut wanted = Condition::all().add(Column::Status.eq(Status::Published.as_str()));
    if !samples_are_shown(ctx) {
        wanted = wanted.add(Column::Source.is_null());
    }
    wanted = wanted.add_option(after.map(|after| Column::Id.gt(after)));
    let mut homes = rows::select()
        .filter(wanted)
        .order_by_asc(Column::Id)
        .limit(limit + 1)
        .into_model::<Row>()
        .all(&ctx.db)
        .await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = homes.len() > limit;
    homes.truncate(limit);
    let next = homes.last().filter(|_| more).map(|last| last.id);
    let mut entries = whole(ctx, viewer, homes, FEW).await?;
    let next = shorten(&mut entries).or(next);
    Ok((entries, next))
}

/// Ends a page before it grows too heavy, and gives the id after which the next one begins.
fn shorten(entries: &mut Vec<Entry>) -> Option<Uuid> {
    let mut bytes = 0;
    let too_heavy = entries.iter().position(|entry| {
        bytes += entry.bytes();
        bytes > HEAVIEST
    });
    let end = too_heavy?.max(1);
    if end == entries.len() {
        return None;
    }
    entries.truncate(end);
    entries.last().map(|last| last.id)
}

/// The home with its newest hundred reviews. A draft is its host's and an admin's to read; what there is not, and what was taken off
/// the site, is not found.
pub async fn entry(ctx: &Context, viewer: Option<&Actor>, id: Uuid) -> Result<Entry> {
    let home = rows::select()
        .filter(Column::Id.eq(id))
        .into_model::<Row>()
        .one(&ctx.db)
        .await?;
    let home = home.filter(|home| may_read(ctx, viewer, home));
    let home = home.ok_or(domain::Error::NotFound("Home"))?;
    let mut entries = whole(ctx, viewer, vec![home], MANY).await?;
    Ok(entries.pop().ok_or(domain::Error::NotFound("Home"))?)
}

/// Who rules the home reads it before it is on the site, too.
fn may_read(ctx: &Context, viewer: Option<&Actor>, home: &Row) -> bool {
    let rules = viewer.is_some_and(|viewer| home.is_ruled_by(viewer));
    match Status::parse(&home.status) {
        Some(Status::Published | Status::Paused) => {
            home.source.is_none() || samples_are_shown(ctx) || rules
        }
        Some(Status::Draft) => rules,
        Some(Status::Archived) | None => false,
    }
}

async fn whole(
    ctx: &Context,
    viewer: Option<&Actor>,
    homes: Vec<Row>,
    reviews_of_each: u64,
) -> Result<Vec<Entry>> {
    let ids: Vec<Uuid> = homes.iter().map(|home| home.id).collect();
    let mut offered = rows::offered(&ctx.db, &ids).await?;
    let mut reviews = reviews::newest(ctx, &ids, reviews_of_each).await?;
    let booked = match viewer {
        Some(viewer) if !viewer.is_admin => rows::booked(&ctx.db, viewer, &ids).await?,
        _ => Vec::new(),
    };
    let mut entries = Vec::with_capacity(homes.len());
    for home in homes {
        let exact =
            booked.contains(&home.id) || viewer.is_some_and(|viewer| home.is_ruled_by(viewer));
        let of_home = |listing: Uuid| listing == home.id;
        let offers = offered
            .extract_if(.., |offered| of_home(offered.listing_id))
            .collect();
        let said = reviews
            .extract_if(.., |review| of_home(review.listing_id))
            .collect();
        entries.extend(home.entry(exact, offers, said));
    }
    Ok(entries)
}
