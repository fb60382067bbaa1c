//! A labelled input that keeps what was typed and shows its error beside it.

use leptos::prelude::*;

use super::icon::{Icon, icon};
use crate::{forms::FormState, shell::escape};

/// One input of a form; its value and error are those of the refused form, if there was one.
/// A password is never written back into the page.
#[component]
pub fn Field(
    form: FormState,
    name: &'static str,
    #[prop(into)] label: String,
    /// The input's `type`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What stands in the field when nothing was typed yet.
    #[prop(optional, into)]
    value: String,
    /// One sentence below: why it is asked, or what is allowed.
    #[prop(optional, into)]
    hint: Option<String>,
    #[prop(optional)] autocomplete: Option<&'static str>,
    #[prop(optional)] inputmode: Option<&'static str>,
    #[prop(optional)] maxlength: Option<u32>,
    #[prop(optional)] required: bool,
    /// A text area of so many rows instead of one line.
    #[prop(optional)]
    rows: Option<u32>,
) -> impl IntoView {
    let error = form.error(name).map(str::to_owned);
    let described = described_by(name, hint.is_some(), error.is_some());
    let invalid = error.is_some().then_some("true");
    let value = match kind {
        "password" => None,
        _ => Some(form.value_or(name, &value).to_owned()).filter(|value| !value.is_empty()),
    };
    let control = match rows {
        // Leptos writes what stands inside a textarea as it is.
        Some(rows) => view! {
            <textarea class="input" id=name name=name rows=rows maxlength=maxlength required=required
                aria-invalid=invalid aria-describedby=described>{value.as_deref().map(escape)}</textarea>
        }
        .into_any(),
        None => view! {
            <input class="input" id=name name=name type=kind value=value autocomplete=autocomplete inputmode=inputmode
                maxlength=maxlength required=required aria-invalid=invalid aria-describedby=described/>
        }
        .into_any(),
    };
    view! {
        <div class="field">
            <label for=name>{label}</label>
            {control}
            {hint.map(|hint| view! { <p class="hint" id=format!("{name}-hint")>{hint}</p> })}
            {error.map(|error| error_line(format!("{name}-error"), error))}
        </div>
    }
}

fn described_by(name: &str, hint: bool, error: bool) -> Option<String> {
    match (hint, error) {
        (false, false) => None,
        (true, false) => Some(format!("{name}-hint")),
        (false, true) => Some(format!("{name}-error")),
        (true, true) => Some(format!("{name}-hint {name}-error")),
    }
}

/// The type of a field for a number that holds what was typed: in a number field browsers show nothing of what is none.
pub fn number_or_text(typed: &str) -> &'static str {
    match typed.chars().all(|digit| digit.is_ascii_digit()) {
        true => "number",
        false => "text",
    }
}

/// A refusal in words, beside what it is about.
pub fn error_line(id: String, sentence: String) -> AnyView {
    view! { <p class="error" id=id>{icon(Icon::Alert)}<span>{sentence}</span></p> }.into_any()
}

/// Stands above a refused form: what to mend, with a link to each field. `autofocus` moves the focus here without any
/// script. Nothing when the form was not refused.
#[component]
pub fn ErrorSummary(form: FormState) -> impl IntoView {
    let heading = form
        .message()
        .unwrap_or("Please look at this again")
        .to_owned();
    let links = form
        .errors()
        .iter()
        .filter(|error| !error.field.is_empty())
        .map(|error| {
            view! { <li><a href=format!("#{}", error.field)>{error.message.clone()}</a></li> }
        });
    let links = links.collect_view();
    let listed = !links.is_empty();
    (!form.is_empty()).then(|| {
        view! {
            <div class="note note--wrong" id="mend" role="alert" tabindex="-1" autofocus>
                {icon(Icon::Alert)}
                <div class="mend"><h2>{heading}</h2>{listed.then(|| view! { <ul>{links}</ul> })}</div>
            </div>
        }
    })
}
