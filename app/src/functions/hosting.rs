//! Making and keeping a home: one function for each step, and its way from draft to archive. Everything arrives as it
//! was typed; `version` is the one that the page showed, and `then` is the button that was pressed.
#![allow(
    clippy::too_many_arguments,
    reason = "the fields of a form are the arguments of its function"
)]

use leptos::prelude::*;

use super::{Go, Refusal};

/// Makes the draft of a home, and goes on to its next step.
#[server]
pub async fn create_home(
    city: String,
    #[server(default)] city_choice: String,
    neighbourhood: String,
    address: String,
    latitude: String,
    longitude: String,
) -> Result<Go, Refusal> {
    use domain::hosting::{PlaceForm, Step};
    let here = super::here()?;
    let form = PlaceForm {
        city,
        city_choice,
        neighbourhood,
        address,
        latitude,
        longitude,
    };
    let id = server::hosting::create(&here.ctx, here.actor()?, form).await?;
    Ok(after(id, Step::Place, "next"))
}

/// Keeps where the home is.
#[server]
pub async fn save_place(
    id: String,
    version: String,
    then: String,
    city: String,
    #[server(default)] city_choice: String,
    neighbourhood: String,
    address: String,
    latitude: String,
    longitude: String,
) -> Result<Go, Refusal> {
    use domain::hosting::{PlaceForm, Step};
    let form = PlaceForm {
        city,
        city_choice,
        neighbourhood,
        address,
        latitude,
        longitude,
    };
    let change = server::hosting::Change::Place(form);
    save(&id, &version, &then, Step::Place, change).await
}

/// Keeps what kind of home it is and how many it sleeps.
#[server]
pub async fn save_basics(
    id: String,
    version: String,
    then: String,
    #[server(default)] kind: String,
    #[server(default)] property: String,
    capacity: String,
    bedrooms: String,
    beds: String,
    baths: String,
) -> Result<Go, Refusal> {
    use domain::hosting::{BasicsForm, Step};
    let form = BasicsForm {
        kind,
        property,
        capacity,
        bedrooms,
        beds,
        baths,
    };
    let change = server::hosting::Change::Basics(form);
    save(&id, &version, &then, Step::Basics, change).await
}

/// Keeps what the home offers, by the catalogue's words.
#[server]
pub async fn save_amenities(
    id: String,
    version: String,
    then: String,
    #[server(default)] amenity: Vec<String>,
) -> Result<Go, Refusal> {
    use domain::hosting::Step;
    let change = server::hosting::Change::Amenities(amenity);
    save(&id, &version, &then, Step::Amenities, change).await
}

/// Keeps title and description.
#[server]
pub async fn save_text(
    id: String,
    version: String,
    then: String,
    title: String,
    description: String,
) -> Result<Go, Refusal> {
    use domain::hosting::{Step, TextForm};
    let change = server::hosting::Change::Text(TextForm { title, description });
    save(&id, &version, &then, Step::Text, change).await
}

/// Keeps all that a stay costs, as typed: amounts in whole units of the currency, shares in percent.
#[server]
pub async fn save_price(
    id: String,
    version: String,
    then: String,
    #[server(default)] currency: String,
    nightly: String,
    #[server(default)] weekend: String,
    cleaning_fee: String,
    #[server(default)] guests_included: String,
    #[server(default)] extra_guest: String,
    #[server(default)] weekly_percent: String,
    #[server(default)] monthly_percent: String,
    #[server(default)] early_days: String,
    #[server(default)] early_percent: String,
    #[server(default)] last_minute_days: String,
    #[server(default)] last_minute_percent: String,
    #[server(default)] tax: String,
    #[server(default)] tax_name: String,
    #[server(default)] tax_percent: String,
    #[server(default)] tax_base: String,
    #[server(default)] tax_amount: String,
    #[server(default)] tax_max_nights: String,
    #[server(default)] dated_from: Vec<String>,
    #[server(default)] dated_to: Vec<String>,
    #[server(default)] dated_nightly: Vec<String>,
) -> Result<Go, Refusal> {
    use domain::hosting::{DatedForm, PriceForm, Step};
    let form = PriceForm {
        currency,
        nightly,
        weekend,
        cleaning_fee,
        guests_included,
        extra_guest,
        weekly_percent,
        monthly_percent,
        early_days,
        early_percent,
        last_minute_days,
        last_minute_percent,
        tax,
        tax_name,
        tax_percent,
        tax_base,
        tax_amount,
        tax_max_nights,
        dated: DatedForm::rows(dated_from, dated_to, dated_nightly),
    };
    let change = server::hosting::Change::Price(form);
    save(&id, &version, &then, Step::Price, change).await
}

/// Keeps how long stays may be and when guests come and go.
#[server]
pub async fn save_stays(
    id: String,
    version: String,
    then: String,
    min_nights: String,
    max_nights: String,
    check_in_from: String,
    check_in_until: String,
    check_out_by: String,
    cutoff: String,
) -> Result<Go, Refusal> {
    use domain::hosting::{StaysForm, Step};
    let form = StaysForm {
        min_nights,
        max_nights,
        check_in_from,
        check_in_until,
        check_out_by,
        cutoff,
    };
    let change = server::hosting::Change::Stays(form);
    save(&id, &version, &then, Step::Stays, change).await
}

/// Keeps the house rules, what guests read who booked, how they book, the cancellation policy and the registration number.
#[server]
pub async fn save_rules(
    id: String,
    version: String,
    then: String,
    house_rules: String,
    arrival_notes: String,
    #[server(default)] policy: String,
    #[server(default)] taking: String,
    registration: String,
) -> Result<Go, Refusal> {
    use domain::hosting::{RulesForm, Step};
    let form = RulesForm {
        house_rules,
        arrival_notes,
        policy,
        taking,
        registration,
    };
    let change = server::hosting::Change::Rules(form);
    save(&id, &version, &then, Step::Rules, change).await
}

/// Lets guests find and book the home; refused with what is missing.
#[server]
pub async fn publish_home(id: String, version: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    let home = super::id(&id, "Home")?;
    server::hosting::publish(&here.ctx, here.actor()?, home, &version).await?;
    Ok(Go::to(format!("/host/homes/{home}?saved=published")))
}

/// What was filled in when HBnB moved is right.
#[server]
pub async fn confirm_home(id: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    let home = super::id(&id, "Home")?;
    server::hosting::confirm(&here.ctx, here.actor()?, home).await?;
    Ok(Go::to("/host?saved=confirmed"))
}

/// Takes no more bookings until it is published again.
#[server]
pub async fn pause_home(id: String, version: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    let home = super::id(&id, "Home")?;
    server::hosting::pause(&here.ctx, here.actor()?, home, &version).await?;
    Ok(Go::to(format!("/host/homes/{home}?saved=paused")))
}

/// Takes the home off HBnB until it is published again. Holds end; bookings and money stay.
#[server]
pub async fn archive_home(id: String, version: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    let home = super::id(&id, "Home")?;
    server::hosting::archive(&here.ctx, here.actor()?, home, &version).await?;
    Ok(Go::to(format!("/host/homes/{home}?saved=archived")))
}

#[cfg(feature = "ssr")]
async fn save(
    id: &str,
    version: &str,
    then: &str,
    step: domain::hosting::Step,
    change: server::hosting::Change,
) -> Result<Go, Refusal> {
    let here = super::here()?;
    let home = super::id(id, "Home")?;
    server::hosting::save(&here.ctx, here.actor()?, home, version, change).await?;
    Ok(after(home, step, then))
}

/// On to the next step, to the home's own page, or back to the step, which then says that it is saved.
#[cfg(feature = "ssr")]
fn after(id: uuid::Uuid, step: domain::hosting::Step, then: &str) -> Go {
    let slug = step.as_str();
    Go::to(match (then, step.next()) {
        ("next", Some(next)) => format!("/host/homes/{id}/{}", next.as_str()),
        ("next" | "home", _) => format!("/host/homes/{id}?saved={slug}"),
        _ => format!("/host/homes/{id}/{slug}?saved={slug}"),
    })
}
