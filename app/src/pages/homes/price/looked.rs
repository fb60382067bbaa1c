//! What was typed, whether it was sent to be saved or only to be looked at.

use domain::hosting::{DatedForm, PriceForm, price};

use crate::{forms::FormState, visit::Visit};

/// The refused form; asked with `look`, what stands in the address; otherwise nothing.
pub fn form(visit: &Visit) -> FormState {
    if !visit.form.is_empty() || visit.param("look").is_none() {
        return visit.form.clone();
    }
    let form = FormState::typed(visit.query.clone());
    match price(&typed(&form, &PriceForm::default())) {
        Ok(_) => form,
        Err(refusal) => FormState::refused(
            // As it was: what is only looked at was typed over nothing.
            visit.query.clone(),
            refusal,
        ),
    }
}

/// What stands in the fields of the page, whose other side is `saved`.
pub fn typed(form: &FormState, saved: &PriceForm) -> PriceForm {
    let value = |name: &str, saved: &str| form.value_or(name, saved).to_owned();
    PriceForm {
        currency: value("currency", &saved.currency),
        nightly: value("nightly", &saved.nightly),
        weekend: value("weekend", &saved.weekend),
        cleaning_fee: value("cleaning_fee", &saved.cleaning_fee),
        guests_included: value("guests_included", &saved.guests_included),
        extra_guest: value("extra_guest", &saved.extra_guest),
        weekly_percent: value("weekly_percent", &saved.weekly_percent),
        monthly_percent: value("monthly_percent", &saved.monthly_percent),
        early_days: value("early_days", &saved.early_days),
        early_percent: value("early_percent", &saved.early_percent),
        last_minute_days: value("last_minute_days", &saved.last_minute_days),
        last_minute_percent: value("last_minute_percent", &saved.last_minute_percent),
        tax: value("tax", &saved.tax),
        tax_name: value("tax_name", &saved.tax_name),
        tax_percent: value("tax_percent", &saved.tax_percent),
        tax_base: value("tax_base", &saved.tax_base),
        tax_amount: value("tax_amount", &saved.tax_amount),
        tax_max_nights: value("tax_max_nights", &saved.tax_max_nights),
        dated: dated(form, saved),
    }
}

/// The rows of other prices that stand on the page.
pub fn dated(form: &FormState, saved: &PriceForm) -> Vec<DatedForm> {
    let column = |name: &str| form.values(name).map(str::to_owned).collect();
    let rows = DatedForm::rows(
        column("dated_from"),
        column("dated_to"),
        column("dated_nightly"),
    );
    match rows.is_empty() {
        true => saved.dated.clone(),
        false => rows,
    }
}
