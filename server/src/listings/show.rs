//! One listing's page, in four statements.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};
use domain::{
    Stay,
    listings::{Kind, Property, Status},
    pricing,
};
use uuid::Uuid;

use super::{
    calendar::Calendar,
    known::Known,
    nearest::searched,
    position::coarsened,
    rows::{self, Row},
    view::{AmenityView, Availability, Chosen, HostView, ListingView, Source, Where},
};
use crate::{
    Context, Result,
    accounts::Actor,
    drawings::Facts,
    entities::photos,
    imports::source_name,
    photos::{Picture, of_home},
    reviews,
    search::{Rating, samples_are_shown},
};

/// Reviews on the page: the newest.
const REVIEWS: u64 = 30;

/// The listing as `viewer` may see it, with the price of the chosen stay or why it cannot be booked. `None` when there
/// is none, when it is a draft or archived, or a sample where samples are not shown.
///
/// Four statements: the listing with places and host, what it offers with its taken nights, its pictures, its reviews; three when
/// it has no reviews.
pub async fn show(
    ctx: &Context,
    id: Uuid,
    chosen: Option<(Stay, u32)>,
    viewer: Option<&Actor>,
) -> Result<Option<ListingView>> {
    let Some(row) = rows::listing(&ctx.db, id).await? else {
        return Ok(None);
    };
    let hidden = row.source.is_some() && !samples_are_shown(ctx);
    let availability = match Status::parse(&row.status) {
        Some(Status::Published | Status::Paused) if hidden => return Ok(None),
        Some(Status::Published) if owns(viewer, &row) => Availability::Own,
        Some(Status::Published) => Availability::Bookable,
        Some(Status::Paused) => Availability::Paused,
        _ => return Ok(None),
    };
    page(ctx, row, availability, chosen).await.map(Some)
}

/// The viewer's own listing, whatever its status; `None` when it is not theirs. What its host has not decided yet is
/// something plain.
pub(crate) async fn show_own(
    ctx: &Context,
    viewer: &Actor,
    id: Uuid,
) -> Result<Option<ListingView>> {
    let own = rows::listing(&ctx.db, id).await?;
    let Some(mut row) = own.filter(|row| owns(Some(viewer), row)) else {
        return Ok(None);
    };
    if row.kind.is_empty() || row.property.is_empty() {
        row.kind = Kind::EntireHome.as_str().to_owned();
        row.property = Property::Other.as_str().to_owned();
    }
    page(ctx, row, Availability::Own, None).await.map(Some)
}

async fn page(
    ctx: &Context,
    row: Row,
    availability: Availability,
    chosen: Option<(Stay, u32)>,
) -> Result<ListingView> {
    let id = row.id;
    let known = Known::of(&row, ctx.settings.fees)?;
    let now = ctx.clock.now();
    let none = BTreeSet::new();
    let nights = nights_to_read(
        &Calendar {
            taken: &none,
            rules: &known.rules,
            now,
        },
        chosen,
    );
    let (amenities, taken) = rows::offers_and_nights(&ctx.db, id, nights).await?;
    let photos = rows::photos(&ctx.db, id).await?;
    let photos = pictures(&row, &known, &amenities, &photos);
    let calendar = Calendar {
        taken: &taken,
        rules: &known.rules,
        now,
    };
    let chosen =
        chosen.map(|(stay, guests)| known.choose(&calendar, &row, availability, stay, guests));
    let reviews = match row.review_count {
        0 => Vec::new(),
        _ => reviews::newest(ctx, &[id], REVIEWS).await?,
    };
    let shown = view(
        row,
        &known,
        &calendar,
        availability,
        amenities,
        photos,
        chosen,
    );
    Ok(ListingView { reviews, ..shown })
}

fn owns(viewer: Option<&Actor>, row: &Row) -> bool {
    viewer.is_some_and(|viewer| row.owner_id == Some(viewer.user_id))
}

/// The thirteen months of the calendar, and what is needed around a stay that was chosen.
fn nights_to_read(calendar: &Calendar<'_>, chosen: Option<(Stay, u32)>) -> (NaiveDate, NaiveDate) {
    let today = calendar.today();
    // The longest of the shortest stays that begin on the last day must be known to be free.
    let end = calendar.last_check_in() + Months::new(13);
    match chosen {
        Some((stay, _)) if stay.check_in <= calendar.last_check_in() => {
            (today, Ord::max(end, searched(&stay).1))
        }
        _ => (today, end),
    }
}

fn view(
    row: Row,
    known: &Known,
    calendar: &Calendar<'_>,
    availability: Availability,
    amenities: Vec<AmenityView>,
    photos: Vec<Picture>,
    chosen: Option<Chosen>,
) -> ListingView {
    ListingView {
        id: row.id,
        place: place(&row),
        host: host(&row),
        source: source(&row),
        title: row.title,
        description: row.description,
        kind: known.kind,
        property: known.property,
        capacity: row.capacity,
        bedrooms: row.bedrooms,
        beds: row.beds,
        half_baths: row.half_baths,
        per_night: pricing::per_night_of_shortest(&known.pricing, row.min_nights, &known.fees),
        min_nights: row.min_nights,
        max_nights: row.max_nights,
        check_in_from: row.check_in_from,
        check_in_until: row.check_in_until,
        check_out_by: row.check_out_by,
        cutoff: row.cutoff,
        policy: known.policy,
        instant_book: row.instant_book,
        house_rules: row.house_rules,
        registration: row.registration,
        rating: Rating::of(row.rating, row.review_count),
        source_rating: Rating::of(row.source_rating, row.source_review_count),
        reviews: Vec::new(),
        amenities,
        photos,
        calendar: calendar.months(),
        today: calendar.today(),
        last_check_in: calendar.last_check_in(),
        availability,
        chosen,
    }
}

fn pictures(
    row: &Row,
    known: &Known,
    amenities: &[AmenityView],
    photos: &[photos::Model],
) -> Vec<Picture> {
    let slugs: Vec<&str> = amenities
        .iter()
        .map(|offered| offered.slug.as_str())
        .collect();
    let facts = Facts {
        id: row.id,
        property: known.property,
        country_code: row.country_code.as_deref().unwrap_or_default(),
        bedrooms: row.bedrooms,
        beds: row.beds,
        amenities: &slugs,
    };
    of_home(photos, &facts, row.source.is_some())
}

fn place(row: &Row) -> Where {
    let (near_latitude, near_longitude) = coarsened(row.id, row.latitude, row.longitude);
    Where {
        neighbourhood: row.neighbourhood.clone(),
        city: row.city.clone().unwrap_or_default(),
        country: row.country.clone().unwrap_or_default(),
        country_code: row.country_code.clone().unwrap_or_default(),
        near_latitude,
        near_longitude,
        timezone: row.timezone.clone(),
    }
}

fn host(row: &Row) -> HostView {
    HostView {
        name: row
            .owner_name
            .clone()
            .or_else(|| row.host_name.clone())
            .unwrap_or_default(),
        about: row.owner_about.clone(),
        since: row.owner_since.map(|since| since.date_naive()),
        listings: u32::try_from(row.owner_listings).unwrap_or(0),
    }
}

fn source(row: &Row) -> Option<Source> {
    Some(Source {
        name: source_name(row.source.as_deref()?).to_owned(),
        licence: row.source_licence.clone(),
        url: row.source_url.clone(),
    })
}
