//! A home as its host edits it, in three statements.

use chrono::NaiveDate;
use domain::{
    Currency,
    hosting::{
        BasicsForm, PlaceForm, PriceForm, Room, RulesForm, StaysForm, Taking, TextForm, missing,
    },
    stays::{clock_time, today_in},
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, SelectStatement},
};
use uuid::Uuid;

use super::{
    EditView,
    facts::{demanded, facts},
    fixed,
    offers::{self, Choice},
    records::{pricing, status},
};
use crate::{
    Context, Result,
    accounts::Actor,
    bookings::records::timezone,
    entities::{listings, photos},
    imports::rates::Rates,
    search::join_place,
};

/// The home with the names of its places and what hangs on it.
#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    home: listings::Model,
    neighbourhood: Option<String>,
    city: Option<String>,
    country: Option<String>,
    country_code: Option<String>,
    photos: i64,
    open_bookings: i64,
}

/// All that the actor has said of a home of theirs; another's is not found.
///
/// Three statements: the home with its places and what hangs on it, what homes can offer, the currencies.
pub async fn edit(ctx: &Context, actor: &Actor, id: Uuid) -> Result<EditView> {
    let row = row(ctx, actor, id).await?;
    let row = row.ok_or(domain::Error::NotFound("Home"))?;
    let choices = offers::choices(&ctx.db, id).await?;
    let mut currencies = Rates::load(&ctx.db).await?.currencies();
    let currency = Currency::parse(&row.home.currency)?;
    if !currencies.contains(&currency) {
        currencies.push(currency);
    }
    let amenities = choices.iter().filter(|choice| choice.chosen).count();
    let city = row.city.as_deref().unwrap_or_default();
    let country_code = row.country_code.as_deref().unwrap_or_default();
    let demanded = demanded(&row.home, country_code, city).await?;
    let facts = facts(&row.home, amenities, row.photos as usize, demanded)?;
    Ok(EditView {
        id,
        name: name(&row),
        status: status(&row.home)?,
        version: row.home.version,
        fixed: row.open_bookings > 0,
        place: place(&row),
        basics: basics(&row.home),
        amenities: chosen(&choices),
        catalogue: choices.into_iter().map(Choice::offer).collect(),
        photos: facts.photos,
        text: TextForm {
            title: row.home.title.clone(),
            description: row.home.description.clone(),
        },
        price: PriceForm::of(&pricing(&row.home)?),
        currencies,
        room: Room {
            capacity: row.home.capacity,
            min_nights: row.home.min_nights,
            max_nights: row.home.max_nights,
        },
        today: today(&row.home, ctx)?,
        fees: ctx.settings.fees,
        stays: stays(&row.home),
        rules: rules(&row.home),
        location: location(&row),
        timezone: row.home.timezone,
        registration: demanded,
        missing: missing(&facts),
        facts,
    })
}

async fn row(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Option<Row>> {
    let mut select =
        listings::Entity::find_by_id(id).filter(listings::Column::OwnerId.eq(actor.user_id));
    for (name, column) in [
        ("neighbourhood", listings::Column::NeighbourhoodId),
        ("city", listings::Column::CityId),
        ("country", listings::Column::CountryId),
    ] {
        join_place(&mut select, name, (listings::Entity, column));
    }
    let this_home = Expr::col((listings::Entity, listings::Column::Id));
    QuerySelect::query(&mut select)
        .expr_as(
            Expr::col(("country", crate::entities::places::Column::CountryCode)),
            "country_code",
        )
        .expr_as(Expr::from(photos_of(this_home.clone())), "photos")
        .expr_as(Expr::from(fixed::count_of(this_home)), "open_bookings");
    Ok(select.into_model::<Row>().one(&ctx.db).await?)
}

fn photos_of(home: Expr) -> SelectStatement {
    photos::Entity::find()
        .select_only()
        .expr(Expr::col((photos::Entity, photos::Column::Id)).count())
        .filter(Expr::col((photos::Entity, photos::Column::ListingId)).eq(home))
        .into_query()
}

fn chosen(choices: &[Choice]) -> Vec<String> {
    let chosen = choices.iter().filter(|choice| choice.chosen);
    chosen.map(|choice| choice.slug.clone()).collect()
}

fn name(row: &Row) -> String {
    if !row.home.title.is_empty() {
        return row.home.title.clone();
    }
    let place = row.neighbourhood.as_ref().or(row.city.as_ref());
    place.map_or_else(
        || "Your home".to_owned(),
        |place| format!("Home in {place}"),
    )
}

fn location(row: &Row) -> String {
    let parts = [&row.neighbourhood, &row.city, &row.country];
    let said: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    said.join(", ")
}

fn place(row: &Row) -> PlaceForm {
    PlaceForm {
        city: row.city.clone().unwrap_or_default(),
        city_choice: String::new(),
        neighbourhood: row.neighbourhood.clone().unwrap_or_default(),
        address: row.home.address.clone(),
        latitude: row.home.latitude.to_string(),
        longitude: row.home.longitude.to_string(),
    }
}

/// Nothing is decided as long as the kind is not.
fn basics(home: &listings::Model) -> BasicsForm {
    if home.kind.is_empty() {
        return BasicsForm::default();
    }
    let half = if home.half_baths % 2 == 1 { ".5" } else { "" };
    BasicsForm {
        kind: home.kind.clone(),
        property: home.property.clone(),
        capacity: home.capacity.to_string(),
        bedrooms: home.bedrooms.to_string(),
        beds: home.beds.to_string(),
        baths: format!("{}{half}", home.half_baths / 2),
    }
}

fn today(home: &listings::Model, ctx: &Context) -> Result<NaiveDate> {
    Ok(today_in(timezone(&home.timezone)?, ctx.clock.now()))
}

fn stays(home: &listings::Model) -> StaysForm {
    StaysForm {
        min_nights: home.min_nights.to_string(),
        max_nights: home.max_nights.to_string(),
        check_in_from: clock_time(home.check_in_from),
        check_in_until: clock_time(home.check_in_until),
        check_out_by: clock_time(home.check_out_by),
        cutoff: clock_time(home.cutoff),
    }
}

fn rules(home: &listings::Model) -> RulesForm {
    RulesForm {
        house_rules: home.house_rules.clone(),
        arrival_notes: home.arrival_notes.clone(),
        policy: home.policy.clone(),
        taking: Taking::of(home.instant_book).as_str().to_owned(),
        registration: home.registration.clone().unwrap_or_default(),
    }
}
