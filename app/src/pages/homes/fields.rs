//! The questions of a step, or of another form over something that has a version. Each shows what was typed or else what is saved,
//! why it is asked, what was refused, and, when somebody else saved something else meanwhile, what is saved now.

use leptos::prelude::*;

use crate::{
    components::{Field, Icon, field::error_line, icon},
    forms::FormState,
};

/// What the questions of one form have in common.
pub struct Fields<'a> {
    form: &'a FormState,
    /// What was typed was typed over an older version than is saved now.
    pub overtaken: bool,
}

/// One choice of several: its word, its label, and a line about it.
pub struct Choice {
    pub word: String,
    pub label: String,
    pub about: String,
}

/// One question with a line or a text for an answer.
pub struct Question<'a> {
    pub name: &'static str,
    pub label: &'a str,
    /// Why it is asked, or what is allowed.
    pub why: &'a str,
    /// What is saved.
    pub saved: &'a str,
    /// `text`, or `time`.
    pub kind: &'static str,
    /// Which keys a phone shows.
    pub keys: Option<&'static str>,
    /// The lines of a text; one line without.
    pub rows: Option<u32>,
}

impl<'a> Question<'a> {
    pub fn line(name: &'static str, label: &'a str, why: &'a str, saved: &'a str) -> Self {
        Self {
            name,
            label,
            why,
            saved,
            kind: "text",
            keys: None,
            rows: None,
        }
    }

    /// A whole number.
    pub fn number(name: &'static str, label: &'a str, why: &'a str, saved: &'a str) -> Self {
        Self {
            keys: Some("numeric"),
            ..Self::line(name, label, why, saved)
        }
    }

    /// A number that may have decimals.
    pub fn decimal(name: &'static str, label: &'a str, why: &'a str, saved: &'a str) -> Self {
        Self {
            keys: Some("decimal"),
            ..Self::line(name, label, why, saved)
        }
    }

    pub fn time(name: &'static str, label: &'a str, why: &'a str, saved: &'a str) -> Self {
        Self {
            kind: "time",
            ..Self::line(name, label, why, saved)
        }
    }

    pub fn text(
        name: &'static str,
        label: &'a str,
        why: &'a str,
        saved: &'a str,
        rows: u32,
    ) -> Self {
        Self {
            rows: Some(rows),
            ..Self::line(name, label, why, saved)
        }
    }
}

impl<'a> Fields<'a> {
    /// `version`: of what is saved now. A refused form without one was another form of the same page.
    pub fn of(form: &'a FormState, version: u32) -> Self {
        let saved = version.to_string();
        let overtaken = !form.is_empty() && form.value_or("version", &saved) != saved;
        Self { form, overtaken }
    }

    /// Of a home that does not exist yet.
    pub fn of_none(form: &'a FormState) -> Self {
        Self {
            form,
            overtaken: false,
        }
    }

    pub fn form(&self) -> &FormState {
        self.form
    }

    /// Says what happened, when what is saved is no longer what was typed over.
    pub fn note(&self) -> Option<AnyView> {
        self.overtaken.then(|| {
            view! {
                <div class="note">
                    {icon(Icon::Info)}
                    <p>
                        "Nothing of yours is saved yet. Where what is saved now differs from what you typed, it stands below the \
                         field. Change what you like; saving once more keeps what you see in the fields."
                    </p>
                </div>
            }
            .into_any()
        })
    }

    /// What was typed, or else what is saved.
    pub fn value<'b>(&'b self, name: &str, saved: &'b str) -> &'b str {
        self.form.value_or(name, saved)
    }

    pub fn ask(&self, question: Question<'_>) -> AnyView {
        let Question {
            name,
            label,
            why,
            saved,
            kind,
            keys,
            rows,
        } = question;
        let form = self.form.clone();
        // An attribute that is not there and one that is empty are not the same to a phone.
        let field = match (rows, keys) {
            (Some(rows), _) => {
                view! { <Field form name label value=saved hint=why.to_owned() rows/> }.into_any()
            }
            (None, Some(inputmode)) => {
                view! { <Field form name label value=saved hint=why.to_owned() kind inputmode/> }
                    .into_any()
            }
            (None, None) => {
                view! { <Field form name label value=saved hint=why.to_owned() kind/> }.into_any()
            }
        };
        view! { <div class="asked">{field}{self.saved_now(name, saved, saved)}</div> }.into_any()
    }

    /// Radio buttons. `saved` is the word of the one that is saved; empty when none is.
    pub fn choose(
        &self,
        name: &'static str,
        label: &str,
        why: &str,
        saved: &str,
        choices: Vec<Choice>,
    ) -> AnyView {
        let chosen = self.value(name, saved).to_owned();
        let label_saved = choices.iter().find(|choice| choice.word == saved);
        let label_saved = label_saved.map_or_else(String::new, |choice| choice.label.clone());
        let error = self.form.error(name).map(str::to_owned);
        let described = error.as_ref().map(|_| format!("{name}-error"));
        let radios = choices.into_iter().enumerate().map(|(at, choice)| {
            // The first carries the name, so that the list of what to mend leads to it.
            let id = if at == 0 {
                name.to_owned()
            } else {
                format!("{name}-{}", choice.word)
            };
            let checked = choice.word == chosen;
            let about = (!choice.about.is_empty())
                .then(|| view! { <span class="hint">{choice.about}</span> });
            view! {
                <label class="choice">
                    <input type="radio" id=id name=name checked=checked value=choice.word/>
                    <span class="choice__words"><span>{choice.label}</span>{about}</span>
                </label>
            }
        });
        view! {
            <fieldset class="choices" aria-describedby=described>
                <legend>{label.to_owned()}</legend>
                <p class="hint">{why.to_owned()}</p>
                <div class="choices__all">{radios.collect_view()}</div>
                {self.saved_now(name, saved, &label_saved)}
                {error.map(|error| error_line(format!("{name}-error"), error))}
            </fieldset>
        }
        .into_any()
    }

    /// What is saved now, when that is not what was typed. `shown`: how people read it.
    pub fn saved_now(&self, name: &str, saved: &str, shown: &str) -> Option<AnyView> {
        if !self.overtaken || same_text(self.value(name, saved), saved) {
            return None;
        }
        let shown = if shown.is_empty() { "nothing" } else { shown }.to_owned();
        Some(
            view! {
                <p class="saved-now">
                    <span class="saved-now__label">"Saved now: "</span>
                    <span class="as-typed" dir="auto">{shown}</span>
                </p>
            }
            .into_any(),
        )
    }
}

/// Browsers send the lines of a text with other ends than they are kept with.
fn same_text(typed: &str, saved: &str) -> bool {
    typed.trim().replace("\r\n", "\n") == saved.trim()
}
