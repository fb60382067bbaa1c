//! What is taken off for long stays, and for booking early or late.

use domain::hosting::PriceForm;
use leptos::prelude::*;

use crate::pages::homes::fields::{Fields, Question};

pub fn questions(fields: &Fields<'_>, saved: &PriceForm) -> AnyView {
    let length = [
        Question::decimal(
            "weekly_percent",
            "Seven nights or more, % off",
            "Off the nights, not off the cleaning.",
            &saved.weekly_percent,
        ),
        Question::decimal(
            "monthly_percent",
            "28 nights or more, % off",
            "Of the two, the larger counts.",
            &saved.monthly_percent,
        ),
    ];
    let early = [
        Question::number(
            "early_days",
            "Booked early: days ahead, or more",
            "Such as 90.",
            &saved.early_days,
        ),
        Question::decimal(
            "early_percent",
            "Booked early: % off",
            "Off what a longer stay’s discount leaves.",
            &saved.early_percent,
        ),
    ];
    let late = [
        Question::number(
            "last_minute_days",
            "Last minute: days ahead, or fewer",
            "Such as 3.",
            &saved.last_minute_days,
        ),
        Question::decimal(
            "last_minute_percent",
            "Last minute: % off",
            "When both fit, the larger of early and last minute counts.",
            &saved.last_minute_percent,
        ),
    ];
    view! {
        <fieldset class="edit__group">
            <legend>"Discounts (optional)"</legend>
            <p class="hint">"Rounded in the guest’s favour. Guests see each as a line of its own."</p>
            {[length, early, late].map(|pair| view! {
                <div class="edit__numbers">{pair.map(|question| fields.ask(question)).collect_view()}</div>
            }).collect_view()}
        </fieldset>
    }
    .into_any()
}
