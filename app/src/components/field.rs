//! A labelled input that keeps what was typed and shows its error beside it.

use leptos::prelude::*;

use super::icon::{Icon, icon};
use crate::forms::FormState;

/// One input of a form. `field(&form, "email", "E-mail").kind("email").view()`.
pub struct Field {
    name: &'static str,
    label: String,
    kind: &'static str,
    value: String,
    error: Option<String>,
    hint: Option<String>,
    autocomplete: Option<&'static str>,
    inputmode: Option<&'static str>,
    maxlength: Option<u32>,
    required: bool,
    rows: Option<u32>,
}

/// A text input called `name`; its value and error are those of the refused form, if there was one.
pub fn field(form: &FormState, name: &'static str, label: impl Into<String>) -> Field {
    Field {
        name,
        label: label.into(),
        kind: "text",
        value: form.value(name).to_owned(),
        error: form.error(name).map(str::to_owned),
        hint: None,
        autocomplete: None,
        inputmode: None,
        maxlength: None,
        required: false,
        rows: None,
    }
}

impl Field {
    /// The input's `type`. A password is never written back into the page.
    pub fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    /// What stands in the field when nothing was typed yet.
    pub fn or(mut self, value: impl Into<String>) -> Self {
        if self.value.is_empty() && self.error.is_none() {
            self.value = value.into();
        }
        self
    }

    /// One sentence below the label: why it is asked, or what is allowed.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    pub fn inputmode(mut self, mode: &'static str) -> Self {
        self.inputmode = Some(mode);
        self
    }

    pub fn maxlength(mut self, characters: u32) -> Self {
        self.maxlength = Some(characters);
        self
    }

    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// A text area of so many rows instead of one line.
    pub fn rows(mut self, rows: u32) -> Self {
        self.rows = Some(rows);
        self
    }

    pub fn view(self) -> AnyView {
        let hint_id = format!("{}-hint", self.name);
        let error_id = format!("{}-error", self.name);
        let described = [
            self.hint.is_some().then(|| hint_id.clone()),
            self.error.is_some().then(|| error_id.clone()),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
        let described = (!described.is_empty()).then_some(described);
        let hint = self
            .hint
            .clone()
            .map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> });
        let error = self.error.clone().map(|error| error_line(error_id, error));
        let name = self.name;
        let label = self.label.clone();
        view! {
            <div class="field">
                <label for=name>{label}</label>
                {hint}
                {self.control(described)}
                {error}
            </div>
        }
        .into_any()
    }

    fn control(self, described: Option<String>) -> AnyView {
        let invalid = self.error.is_some().then_some("true");
        if let Some(rows) = self.rows {
            return view! {
                <textarea class="input" id=self.name name=self.name rows=rows maxlength=self.maxlength
                    required=self.required aria-invalid=invalid aria-describedby=described>{self.value}</textarea>
            }
            .into_any();
        }
        let value = (self.kind != "password" && !self.value.is_empty()).then_some(self.value);
        view! {
            <input class="input" id=self.name name=self.name type=self.kind value=value autocomplete=self.autocomplete
                inputmode=self.inputmode maxlength=self.maxlength required=self.required
                aria-invalid=invalid aria-describedby=described/>
        }
        .into_any()
    }
}

/// A refusal in words, beside what it is about.
pub fn error_line(id: String, sentence: String) -> AnyView {
    view! { <p class="error" id=id>{icon(Icon::Alert)}<span>{sentence}</span></p> }.into_any()
}

/// The refusal of a whole form, above it, announced by screen readers.
pub fn form_message(form: &FormState) -> Option<AnyView> {
    let sentence = form.message()?.to_owned();
    Some(
        view! { <div class="note wrong" role="alert">{icon(Icon::Alert)}<p>{sentence}</p></div> }
            .into_any(),
    )
}
