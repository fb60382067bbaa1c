//! `…/price`: what a night costs, and what is charged once.

use leptos::prelude::*;
use server::hosting::EditView;

use super::fields::{Fields, Question};
use crate::components::field::error_line;

pub const WHY: &str = "Guests always see the whole price: nights and cleaning together. Stays that are booked keep theirs.";

pub fn questions(fields: &Fields<'_>, home: &EditView) -> AnyView {
    let saved = &home.price;
    view! {
        {currency(fields, home)}
        <div class="edit__numbers">
            {fields.ask(Question::decimal("nightly", "Price of a night", "For all guests together, such as 124 or 124.50.", &saved.nightly))}
            {fields.ask(Question::decimal("cleaning_fee", "Cleaning, once a stay (optional)", "Leave it empty when it is included.", &saved.cleaning_fee))}
        </div>
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
