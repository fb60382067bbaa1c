//! Cancellation terms as a line in time: what comes back, and until when.

use domain::cancellation::Step;
use leptos::prelude::*;

/// A stop for every change before the stay; what holds once it has begun can be opened below.
pub fn timeline(steps: &[Step]) -> AnyView {
    let (under_way, before): (Vec<_>, Vec<_>) = steps.iter().partition(|step| step.under_way);
    let later = (!under_way.is_empty() && !before.is_empty()).then(|| {
        view! {
            <details>
                <summary>"Once the stay has begun"</summary>
                {stops(&under_way)}
            </details>
        }
    });
    let first = if before.is_empty() {
        &under_way
    } else {
        &before
    };
    view! { <div class="timeline">{stops(first)}{later}</div> }.into_any()
}

fn stops(steps: &[&Step]) -> AnyView {
    let stops = steps.iter().map(|step| {
        view! {
            <li>
                <strong class="num">{step.line.clone()}</strong>
                <span>{as_sentence(step.kept)}</span>
            </li>
        }
    });
    view! { <ol role="list">{stops.collect_view()}</ol> }.into_any()
}

/// "nothing is kept" as "Nothing is kept."
fn as_sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    format!(
        "{}{}.",
        first.map(String::from).unwrap_or_default(),
        letters.as_str()
    )
}
