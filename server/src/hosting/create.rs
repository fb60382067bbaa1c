//! A new home: a draft that has a place and nothing else.

use chrono::{DateTime, Utc};
use domain::{Currency, Pricing, cancellation::Policy, hosting::PlaceForm, listings::Status};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};
use uuid::Uuid;

use super::place::Located;
use crate::{
    Context, Error, Result,
    accounts::Actor,
    database,
    entities::{listings, users},
    imports::{
        amenities,
        ranking::{Merit, rank},
        rates::{self, Rates},
    },
};

/// Of one host. Nobody needs more, and each is a row.
const MOST_DRAFTS: usize = 40;

/// Makes the draft of a home where the form says, with the country's currency and usual times, and returns its id. The same
/// form again is the same draft, as long as nothing else was said of it.
///
/// Refuses mistakes (`Invalid`, each at its field): at `city` a place that is not known, or of which there are several; and
/// one draft too many (`TooMany`).
pub async fn create(ctx: &Context, actor: &Actor, form: PlaceForm) -> Result<Uuid> {
    let located = Located::read(&ctx.db, form, None).await?;
    // A site may have neither the demo nor imports, which bring these along.
    rates::fill(&ctx.db).await?;
    amenities::fill(&ctx.db, ctx.clock.now()).await?;
    let currency = currency(&located, &Rates::load(&ctx.db).await?)?;
    let draft = located.onto(&blank(actor.user_id, currency, ctx.clock.now())?);
    database::transaction(&ctx.db, async |txn| {
        let drafts = drafts(&txn, actor).await?;
        if let Some(same) = drafts.iter().find(|other| is_same(other, &draft)) {
            return Ok(same.id);
        }
        if drafts.len() >= MOST_DRAFTS {
            let sentence = format!("You have {MOST_DRAFTS} drafts. Finish or archive one first.");
            return Err(domain::Error::TooMany(sentence).into());
        }
        located.write(&txn).await?;
        let row = draft.clone().into_active_model().reset_all();
        listings::Entity::insert(row)
            .exec_without_returning(&txn)
            .await?;
        Ok(draft.id)
    })
    .await
}

/// The host's drafts; the host's requests come one after the other from here.
async fn drafts(txn: &DatabaseTransaction, actor: &Actor) -> Result<Vec<listings::Model>> {
    let host = users::Entity::find_by_id(actor.user_id)
        .filter(users::Column::ArchivedAt.is_null())
        .lock_exclusive()
        .one(txn)
        .await?;
    host.ok_or(domain::Error::SignInNeeded)?;
    let drafts = listings::Entity::find()
        .filter(listings::Column::OwnerId.eq(actor.user_id))
        .filter(listings::Column::Status.eq(Status::Draft.as_str()))
        .lock_exclusive();
    Ok(drafts.all(txn).await?)
}

/// But for its id and the time it was made.
fn is_same(other: &listings::Model, draft: &listings::Model) -> bool {
    let other = listings::Model {
        id: draft.id,
        created_at: draft.created_at,
        updated_at: draft.updated_at,
        ..other.clone()
    };
    other == *draft
}

/// The country's own, if prices in it can be compared with others.
fn currency(located: &Located, rates: &Rates) -> Result<Currency> {
    let own = Currency::parse(located.currency());
    let known = own.ok().filter(|currency| rates.knows(*currency));
    Ok(known.unwrap_or(Currency::REFERENCE))
}

/// A home of which nothing is said: undecided words are empty and undecided numbers 0.
pub(super) fn blank(host: Uuid, currency: Currency, now: DateTime<Utc>) -> Result<listings::Model> {
    let pricing = Pricing::plain(currency, 0, 0);
    let pricing =
        serde_json::to_string(&pricing).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(listings::Model {
        id: Uuid::new_v4(),
        owner_id: Some(host),
        source: None,
        source_id: None,
        source_url: None,
        source_licence: None,
        host_name: None,
        status: Status::Draft.as_str().to_owned(),
        version: 1,
        title: String::new(),
        description: String::new(),
        kind: String::new(),
        property: String::new(),
        country_id: Uuid::nil(),
        city_id: Uuid::nil(),
        neighbourhood_id: None,
        address: String::new(),
        latitude: 0.0,
        longitude: 0.0,
        timezone: String::new(),
        capacity: 0,
        bedrooms: 0,
        beds: 0,
        half_baths: 0,
        currency: currency.code().to_owned(),
        pricing,
        nightly_ref: 0,
        fixed_ref: 0,
        shortest_ref: 0,
        min_nights: 1,
        max_nights: 28,
        check_in_from: 15 * 60,
        check_in_until: 21 * 60,
        check_out_by: 11 * 60,
        cutoff: 18 * 60,
        policy: Policy::Moderate.as_str().to_owned(),
        instant_book: true,
        house_rules: String::new(),
        arrival_notes: String::new(),
        registration: None,
        rating: None,
        review_count: 0,
        source_rating: None,
        source_review_count: 0,
        cover: None,
        rank: rank(&Merit {
            has_owner: true,
            rating: None,
            reviews: 0,
            amenities: 0,
        }),
        created_at: now,
        updated_at: now,
        published_at: None,
        cover_alt: None,
        cover_placeholder: None,
        cover_drawing: None,
        cover_widths: None,
        archived_at: None,
        imported_at: None,
        confirmed_at: None,
    })
}
