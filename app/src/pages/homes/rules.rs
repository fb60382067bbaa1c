//! `…/rules`: what guests keep to, how they book and come in, and what comes back when they cancel.

use domain::{cancellation::Policy, hosting::Taking};
use leptos::prelude::*;
use server::hosting::EditView;

use super::fields::{Choice, Fields, Question};

pub const WHY: &str =
    "What you and your guests can rely on. A stay that is booked keeps the rules it was booked on.";

pub fn questions(fields: &Fields<'_>, home: &EditView) -> AnyView {
    let saved = &home.rules;
    let policies = Policy::ALL.iter().map(|policy| Choice {
        word: policy.as_str().to_owned(),
        label: policy.label().to_owned(),
        about: policy.summary().to_owned(),
    });
    let takings = Taking::ALL.iter().map(|taking| Choice {
        word: taking.as_str().to_owned(),
        label: taking.label().to_owned(),
        about: taking.summary().to_owned(),
    });
    let (label, why) = registration(home);
    view! {
        {fields.ask(Question::text("house_rules", "House rules (optional)",
            "Everybody reads these before they book: shoes, smoking, quiet hours.", &saved.house_rules, 6))}
        {fields.ask(Question::text("arrival_notes", "For guests who have booked (optional)",
            "Shown only once a stay is confirmed: where the key is, the door code, the Wi-Fi.", &saved.arrival_notes, 6))}
        {fields.choose("taking", "How guests book", "What is booked or asked for already stays as it is.", &saved.taking, takings.collect())}
        {fields.choose("policy", "When guests cancel", "A kinder policy is booked more often.", &saved.policy, policies.collect())}
        {fields.ask(Question::line("registration", &label, &why, &saved.registration))}
    }
    .into_any()
}

/// What the number is called here, and who asks for it.
fn registration(home: &EditView) -> (String, String) {
    match home.registration {
        Some(asked) => {
            let mut label = asked.number.to_owned();
            if let Some(first) = label.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            (label, format!("{} asks hosts to show it on the home’s page.", asked.place))
        }
        None => (
            "Registration number (optional)".to_owned(),
            "We know of no place of yours that asks for one. If yours does, guests see it on the home’s page.".to_owned(),
        ),
    }
}
