//! What stands around the questions of a step: where one is, what happened, the form and its buttons, the way elsewhere.

use domain::{hosting::Step, listings::Status};
use leptos::prelude::*;
use server::hosting::EditView;

use super::{fields::Fields, path, place, side};
use crate::{
    components::{
        ErrorSummary,
        icon::{Icon, icon},
        toast::toast,
    },
    islands::host::HostTools,
    visit::Visit,
};

pub fn step(
    visit: &Visit,
    home: &EditView,
    step: Step,
    why: &'static str,
    fields: &Fields<'_>,
    questions: AnyView,
) -> AnyView {
    let inside = if step == Step::Place && place::is_locked(home) {
        questions
    } else {
        form(home, step, fields, questions)
    };
    let main = view! {
        {saved(visit)}
        <ErrorSummary form=fields.form().clone()/>
        {fields.note()}
        {inside}
    };
    around(home, step, why, main.into_any())
}

/// The page of a step, whatever stands in its middle.
pub fn around(home: &EditView, step: Step, why: &'static str, main: AnyView) -> AnyView {
    view! {
        <div class="wrap">
            {head(home, step, why)}
            <div class="edit">
                <div class="edit__main">{main}</div>
                {side::steps(home, Some(step))}
            </div>
        </div>
    }
    .into_any()
}

fn head(home: &EditView, step: Step, why: &'static str) -> AnyView {
    let at = Step::ALL.iter().position(|it| *it == step).unwrap_or(0) + 1;
    let own = format!("/host/homes/{}", home.id);
    let progress = (home.status == Status::Draft)
        .then(|| view! { <p class="soft num">{format!("Step {at} of {}", Step::ALL.len())}</p> });
    view! {
        <div class="page-head edit__head">
            <p><a class="back" href=own>{icon(Icon::ArrowLeft)}<span dir="auto">{home.name.clone()}</span></a></p>
            {progress}
            <h1>{step.label()}</h1>
            <p class="soft">{why}</p>
        </div>
    }
    .into_any()
}

fn form(home: &EditView, step: Step, fields: &Fields<'_>, questions: AnyView) -> AnyView {
    let action = path(home.id, step);
    view! {
        {kept_note()}
        <form class="form edit__form" id="step" method="post" action=action.clone() novalidate=true
            data-keep=format!("hbnb:{action}") data-wake="">
            <input type="hidden" name="version" value=home.version.to_string()/>
            {questions}
            {buttons(home, fields)}
        </form>
        <HostTools/>
    }
    .into_any()
}

/// The first is what Enter presses.
fn buttons(home: &EditView, fields: &Fields<'_>) -> AnyView {
    let over = fields.overtaken;
    match home.status {
        Status::Draft => view! {
            <div class="row edit__buttons">
                <button class="button button--primary" name="then" value="next">
                    {if over { "Save over it and continue" } else { "Save and continue" }}
                </button>
                <button class="button" name="then" value="home">
                    {if over { "Save over it and finish later" } else { "Save and finish later" }}
                </button>
            </div>
        }
        .into_any(),
        _ => view! {
            <div class="row edit__buttons">
                <button class="button button--primary" name="then" value="here">
                    {if over { "Save over it" } else { "Save" }}
                </button>
            </div>
        }
        .into_any(),
    }
}

/// Hidden until the island finds something that was typed here and never saved.
pub fn kept_note() -> AnyView {
    view! {
        <div class="note" id="kept" role="status" hidden>
            {icon(Icon::Clock)}
            <div class="stack stack-s">
                <p>"You typed something here that was not saved. It is still in this browser."</p>
                <div class="row">
                    <button class="button" type="button" id="put-back">"Put it back"</button>
                    <button class="button--quiet" type="button" id="forget">"Forget it"</button>
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// After a step was saved, on whichever page that led to.
pub fn saved(visit: &Visit) -> Option<AnyView> {
    if !visit.form.is_empty() {
        return None;
    }
    let sentence = match visit.param("saved")? {
        "published" => "Your home is published. Guests can find and book it.".to_owned(),
        "paused" => {
            "Your home is paused. It takes no bookings until you publish it again.".to_owned()
        }
        "archived" => "Your home is archived. Bookings and money stay where they are.".to_owned(),
        "removed" => "The picture is removed.".to_owned(),
        word => format!("Saved: {}.", Step::parse(word)?.label().to_lowercase()),
    };
    Some(toast(sentence))
}
