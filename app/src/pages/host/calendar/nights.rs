//! The form that blocks nights and opens them again. The month fills it where there is a script; alone it does as well.

use domain::calendars::{Action, LONGEST_NOTE, Nights};
use leptos::prelude::*;
use server::calendars::CalendarView;

use super::address;
use crate::{
    components::{Field, field::error_line},
    forms::FormState,
    visit::Visit,
};

/// What is asked, and what can be done with it.
pub fn form(visit: &Visit, view: &CalendarView) -> AnyView {
    view! { {fields(visit, view)} {act()} }.into_any()
}

/// The two dates and the note.
fn fields(visit: &Visit, view: &CalendarView) -> AnyView {
    let form = &visit.form;
    view! {
        <fieldset class="nights-fields">
            <legend>"Block or open nights"</legend>
            <p class="soft when-plain">"Nobody can book a blocked night. A night is named by the day on which it begins."</p>
            <p class="soft when-awake">"Drag over the nights, tap the first and the last one, or type the dates."</p>
            <div class="form-pair">
                {date(form, view, "first_night", "First night", visit.param("first_night"))}
                {date(form, view, "last_night", "Last night", visit.param("last_night"))}
            </div>
            <Field form=form.clone() name="note" label="Note (optional)" maxlength=LONGEST_NOTE as u32
                hint="For you alone: a guest of your own, the painter."/>
        </fieldset>
    }
    .into_any()
}

/// What is chosen, and the two buttons. On a phone they stay in sight while one chooses.
fn act() -> AnyView {
    view! {
        <div class="nights-act">
            <p id="nights-chosen" role="status"></p>
            <div class="row">
                {button(Action::Block, "button button--primary")}
                {button(Action::Free, "button")}
            </div>
        </div>
    }
    .into_any()
}

fn button(action: Action, class: &'static str) -> AnyView {
    view! { <button class=class name="action" value=action.as_str()>{action.label()}</button> }
        .into_any()
}

/// A form of one button, which opens these nights again.
pub fn free(view: &CalendarView, nights: Nights, label: &'static str) -> AnyView {
    view! {
        <form method="post" action=address(view, &view.month)>
            <input type="hidden" name="first_night" value=nights.first.to_string()/>
            <input type="hidden" name="last_night" value=nights.last.to_string()/>
            <button class="button--quiet" name="action" value=Action::Free.as_str()>
                {label}<span class="visually-hidden">": "{nights.label()}</span>
            </button>
        </form>
    }
    .into_any()
}

fn date(
    form: &FormState,
    view: &CalendarView,
    name: &'static str,
    label: &'static str,
    asked: Option<&str>,
) -> AnyView {
    let error = form.error(name).map(str::to_owned);
    let value = form.value_or(name, asked.unwrap_or_default()).to_owned();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <input class="input" type="date" id=name name=name value=value min=view.today.to_string()
                max=view.last_night.to_string() aria-invalid=error.is_some().then_some("true")
                aria-describedby=error.is_some().then(|| format!("{name}-error"))/>
            {error.map(|error| error_line(format!("{name}-error"), error))}
        </div>
    }
    .into_any()
}
