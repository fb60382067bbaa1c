//! All steps of a home: which are done, what was said in a few words, and the way to each.

use domain::hosting::Step;
use leptos::prelude::*;
use server::hosting::EditView;

use super::path;
use crate::components::icon::{Icon, icon};

/// At the side of a step; `here` is the step that is shown.
pub fn steps(home: &EditView, here: Option<Step>) -> AnyView {
    let items = Step::ALL.iter().map(|step| item(home, *step, here));
    let preview = format!("/host/homes/{}/preview", home.id);
    view! {
        <nav class="steps" aria-label="Steps of this home" data-steps="">
            <ol role="list">{items.collect_view()}</ol>
            <p><a class="with-icon" href=preview>{icon(Icon::Home)}<span>"See it as guests do"</span></a></p>
        </nav>
    }
    .into_any()
}

fn item(home: &EditView, step: Step, here: Option<Step>) -> AnyView {
    let said = home.is_said(step);
    let (class, mark, words) = match said {
        true => ("steps__mark done", icon(Icon::Check), "done"),
        false => ("steps__mark", ().into_any(), "still to do"),
    };
    let summary = home.summary(step);
    let summary = (!summary.is_empty())
        .then(|| view! { <span class="steps__said" dir="auto">{summary}</span> });
    view! {
        <li>
            <a href=path(home.id, step) aria-current=(here == Some(step)).then_some("step")>
                <span class=class>{mark}</span>
                <span class="steps__words">
                    <span class="steps__name">{step.label()}<span class="visually-hidden">{format!(", {words}")}</span></span>
                    {summary}
                </span>
            </a>
        </li>
    }
    .into_any()
}
