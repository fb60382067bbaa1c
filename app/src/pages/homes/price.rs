//! `…/price`: all that a stay costs, and what some stays would cost by it.

mod dated;
mod discounts;
mod examples;
mod looked;
mod tax;

use domain::hosting::Step;
use leptos::prelude::*;
use server::hosting::{self, EditView};
use uuid::Uuid;

use super::{
    fields::{Fields, Question},
    frame,
};
use crate::{components::field::error_line, page::Page, visit::Visit};

const WHY: &str = "Guests always see the whole price, with everything that they must pay. Stays that are booked keep theirs.";

/// The step; asked with `look`, the page has what was typed, and the examples are of that. Nothing is saved by it.
pub async fn page(visit: &Visit, home: Uuid) -> server::Result<Page> {
    let view = hosting::edit(&visit.ctx, visit.actor()?, home).await?;
    let form = looked::form(visit);
    let fields = Fields::of(&form, view.version);
    let questions = questions(&fields, &view);
    let body = frame::step(visit, &view, Step::Price, WHY, &fields, questions);
    let title = format!("{}: {}", Step::Price.label(), view.name);
    Ok(Page::new(title, body))
}

fn questions(fields: &Fields<'_>, home: &EditView) -> AnyView {
    let saved = &home.price;
    view! {
        {currency(fields, home)}
        <fieldset class="edit__group">
            <legend>"Each stay"</legend>
            <div class="edit__numbers">
                {fields.ask(Question::decimal("nightly", "Price of a night", "Such as 124 or 124.50.", &saved.nightly))}
                {fields.ask(Question::decimal("weekend", "Friday and Saturday nights (optional)", "Leave it empty when they cost the same.", &saved.weekend))}
                {fields.ask(Question::decimal("cleaning_fee", "Cleaning, once a stay (optional)", "Leave it empty when it is included.", &saved.cleaning_fee))}
            </div>
        </fieldset>
        {dated::rows(fields, home)}
        <fieldset class="edit__group">
            <legend>"More guests"</legend>
            <p class="hint">"Leave both empty when the price is for everybody."</p>
            <div class="edit__numbers">
                {fields.ask(Question::number("guests_included", "Guests included", "How many the price above is for.", &saved.guests_included))}
                {fields.ask(Question::decimal("extra_guest", "Each further guest, a night", "On top, for each night.", &saved.extra_guest))}
            </div>
        </fieldset>
        {discounts::questions(fields, saved)}
        {tax::questions(fields, saved)}
        {examples::examples(fields, home)}
    }
    .into_any()
}

fn currency(fields: &Fields<'_>, home: &EditView) -> AnyView {
    let saved = &home.price.currency;
    if home.fixed {
        return view! {
            <input type="hidden" name="currency" value=saved.clone()/>
            <p class="locked"><strong>"Currency: "{saved.clone()}</strong>
                " It stays as it is while stays are booked, so that no guest pays in another than was agreed."</p>
        }
        .into_any();
    }
    let chosen = fields.value("currency", saved).to_owned();
    let options = home.currencies.iter().map(|currency| {
        let code = currency.code();
        let selected = code == chosen;
        view! { <option value=code selected=selected>{format!("{code} ({})", currency.symbol())}</option> }
    });
    let options = options.collect_view();
    let error = fields.form().error("currency").map(str::to_owned);
    view! {
        <div class="asked">
            <div class="field">
                <label for="currency">"Currency"</label>
                <select class="input" id="currency" name="currency" aria-describedby="currency-hint"
                    aria-invalid=error.is_some().then_some("true")>{options}</select>
                <p class="hint" id="currency-hint">"What guests pay in and you are paid in. It cannot be changed while stays are booked."</p>
                {error.map(|error| error_line("currency-error".to_owned(), error))}
            </div>
            {fields.saved_now("currency", saved, saved)}
        </div>
    }
    .into_any()
}
