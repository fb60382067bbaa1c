//! The search pill: where, when, who. A plain GET form; awake, it suggests places and keeps the dates in order.

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use domain::{FieldError, listings::DAYS_AHEAD};
use leptos::prelude::*;

use super::{
    field::{error_line, number_or_text},
    icon::{Icon, icon},
};
use crate::islands::{dates::DateRange, suggest::PlaceSuggestions};

/// What stands in the pill: as it was typed, even when it was refused.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    pub place: String,
    pub check_in: String,
    pub check_out: String,
    /// Empty for one.
    pub guests: String,
}

/// The fields and the button; the caller puts them into a form with `role="search"`.
pub fn pill(typed: Typed, now: DateTime<Utc>, errors: &[FieldError]) -> AnyView {
    let guests = match typed.guests.is_empty() {
        true => "1".to_owned(),
        false => typed.guests,
    };
    view! {
        <div class="pill">
            <div class="pill__field pill__where">
                <label for="where">"Where"</label>
                <input id="where" name="where" type="text" value=typed.place placeholder="City or neighbourhood"
                    autocomplete="off" enterkeyhint="search" maxlength="120"
                    aria-describedby=described(errors, "where")/>
                <ul class="suggestions" id="places-offered" role="listbox" aria-label="Places" hidden></ul>
                <PlaceSuggestions/>
            </div>
            {date("check_in", "Check in", typed.check_in, now, errors)}
            {date("check_out", "Check out", typed.check_out, now, errors)}
            <div class="pill__field pill__guests">
                <label for="guests">"Guests"</label>
                <input id="guests" name="guests" type=number_or_text(&guests) inputmode="numeric" min="1" max="50" value=guests
                    aria-invalid=invalid(errors, "guests") aria-describedby=described(errors, "guests")/>
            </div>
            <button class="button button--primary pill__go" type="submit">{icon(Icon::Search)}<span>"Search"</span></button>
        </div>
        <p class="nights" id="nights" role="status"></p>
        <DateRange/>
        {errors.iter().map(|error| error_line(format!("{}-error", error.field), error.message.clone())).collect_view()}
    }
    .into_any()
}

/// A date field of a search or of a price box, between today somewhere on Earth and a year ahead.
fn date(
    name: &'static str,
    label: &'static str,
    value: String,
    now: DateTime<Utc>,
    errors: &[FieldError],
) -> AnyView {
    let (first, last) = bounds(now);
    view! {
        <div class="pill__field">
            <label for=name>{label}</label>
            <input id=name name=name type="date" value=(!value.is_empty()).then_some(value)
                min=first.to_string() max=last.to_string()
                aria-invalid=invalid(errors, name) aria-describedby=described(errors, name)/>
        </div>
    }
    .into_any()
}

/// Homes lie in every zone: the first day is that of the west of America, the last a year and the longest stay ahead.
fn bounds(now: DateTime<Utc>) -> (NaiveDate, NaiveDate) {
    let today = (now - Duration::hours(10)).date_naive();
    (
        today,
        today
            .checked_add_days(Days::new(2 * DAYS_AHEAD))
            .unwrap_or(today),
    )
}

fn refused(errors: &[FieldError], name: &str) -> bool {
    errors.iter().any(|error| error.field == name)
}

fn invalid(errors: &[FieldError], name: &str) -> Option<&'static str> {
    refused(errors, name).then_some("true")
}

fn described(errors: &[FieldError], name: &str) -> Option<String> {
    refused(errors, name).then(|| format!("{name}-error"))
}
