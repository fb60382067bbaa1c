//! Other prices for some dates: a row each, and some empty ones to fill.

use domain::hosting::DatedForm;
use leptos::prelude::*;
use server::hosting::EditView;

use super::looked;
use crate::{components::field::error_line, pages::homes::fields::Fields};

/// Rows that stand empty below those that are filled.
const EMPTY: usize = 2;

pub fn rows(fields: &Fields<'_>, home: &EditView) -> AnyView {
    let mut rows = looked::dated(fields.form(), &home.price);
    rows.retain(|row| !row.is_empty());
    rows.resize(rows.len() + EMPTY, DatedForm::default());
    let rows = (1..).zip(rows).map(|(number, row)| self::row(number, row));
    let error = fields.form().error("dated").map(str::to_owned);
    view! {
        <fieldset class="edit__group" aria-describedby="dated-hint">
            <legend>"Other prices for some dates (optional)"</legend>
            <p class="hint" id="dated-hint">"For a season or a festival, instead of the prices above. Where dates overlap, the lower row counts. Save for more rows; empty a row to remove it."</p>
            {error.map(|error| error_line("dated-error".to_owned(), error))}
            <div class="dated">{rows.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// The first one carries the name, so that the list of what to mend leads to it.
fn row(number: usize, row: DatedForm) -> AnyView {
    let id = |name: &str| match (name, number) {
        ("from", 1) => "dated".to_owned(),
        _ => format!("dated-{name}-{number}"),
    };
    let ids = ["from", "to", "nightly"].map(id);
    let [from, to, nightly] = ids.clone();
    let [for_from, for_to, for_nightly] = ids;
    view! {
        <div class="dated__row" role="group" aria-label=format!("Row {number}")>
            <div class="field"><label for=for_from>"First night"</label>
                <input class="input" type="date" id=from name="dated_from" value=row.from/></div>
            <div class="field"><label for=for_to>"Last night"</label>
                <input class="input" type="date" id=to name="dated_to" value=row.to/></div>
            <div class="field"><label for=for_nightly>"A night then costs"</label>
                <input class="input" inputmode="decimal" id=nightly name="dated_nightly" value=row.nightly/></div>
        </div>
    }
    .into_any()
}
