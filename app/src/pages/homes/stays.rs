//! `…/stays`: for how many nights, and when guests come and go.

use leptos::prelude::*;
use server::hosting::EditView;

use super::fields::{Fields, Question};

pub const WHY: &str = "Only stays that fit these can be booked, so nobody has to be turned away.";

pub fn questions(fields: &Fields<'_>, home: &EditView) -> AnyView {
    let saved = &home.stays;
    let zone = home.timezone.replace('_', " ");
    let nights = [
        Question::number(
            "min_nights",
            "Fewest nights",
            "1 when you like short stays.",
            &saved.min_nights,
        ),
        Question::number(
            "max_nights",
            "Most nights",
            "28 is usual.",
            &saved.max_nights,
        ),
    ];
    let times = [
        Question::time(
            "check_in_from",
            "Check in from",
            "When the home is ready.",
            &saved.check_in_from,
        ),
        Question::time(
            "check_in_until",
            "Check in until",
            "The latest that somebody can come.",
            &saved.check_in_until,
        ),
        Question::time(
            "check_out_by",
            "Check out by",
            "So that there is time to clean.",
            &saved.check_out_by,
        ),
        Question::time(
            "cutoff",
            "Bookings for the same day until",
            "After this, the first night is tomorrow.",
            &saved.cutoff,
        ),
    ];
    view! {
        <fieldset class="edit__group">
            <legend>"How long"</legend>
            <div class="edit__numbers">{nights.map(|question| fields.ask(question)).collect_view()}</div>
        </fieldset>
        <fieldset class="edit__group">
            <legend>"When"</legend>
            <p class="hint">{format!("All times are the home’s own ({zone}), found from where it is.")}</p>
            <div class="edit__numbers">{times.map(|question| fields.ask(question)).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
