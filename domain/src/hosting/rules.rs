//! What guests must keep to, how they come in, and what comes back when they cancel.

use serde::{Deserialize, Serialize};

use crate::{
    Error, FieldError, Result,
    cancellation::Policy,
    error::{keep, none_refused},
    text,
};

words! {
    /// Who decides whether a guest who can pay for the stay may come.
    Taking {
        Instant "instant" "At once",
        Request "request" "When I accept",
    }
}

impl Taking {
    /// Of a home with or without instant book.
    pub fn of(instant_book: bool) -> Taking {
        if instant_book {
            Taking::Instant
        } else {
            Taking::Request
        }
    }

    /// What it means for the host, in a sentence or two.
    pub fn summary(self) -> &'static str {
        match self {
            Taking::Instant => {
                "Whoever pays has booked. Booked more often, because nobody has to wait."
            }
            Taking::Request => {
                "You look at each request first, and answer within 24 hours or it lapses. The guest’s card is charged only when you accept."
            }
        }
    }
}

/// In characters.
const LONGEST_TEXT: usize = 4_000;
const LONGEST_REGISTRATION: usize = 80;

/// As typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesForm {
    pub house_rules: String,
    /// Shown only to guests with a confirmed stay.
    pub arrival_notes: String,
    /// A word of [`Policy`].
    pub policy: String,
    /// A word of [`Taking`]; empty, from a page that did not ask yet: as it is.
    pub taking: String,
    /// The number of the home's licence, where the place asks for one.
    pub registration: String,
}

/// What it says, clean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    pub house_rules: String,
    pub arrival_notes: String,
    pub policy: Policy,
    /// `None`: as it is.
    pub taking: Option<Taking>,
    pub registration: Option<String>,
}

/// Refuses, each at its field, texts that are too long, and a policy or a way of booking that there is not.
pub fn rules(form: &RulesForm) -> Result<Rules> {
    let house_rules = text::lines(&form.house_rules);
    let arrival_notes = text::lines(&form.arrival_notes);
    let registration = text::line(&form.registration);
    let lengths = [
        ("house_rules", &house_rules, LONGEST_TEXT),
        ("arrival_notes", &arrival_notes, LONGEST_TEXT),
        ("registration", &registration, LONGEST_REGISTRATION),
    ];
    let mut refused = Vec::new();
    for (field, typed, longest) in lengths {
        if typed.chars().count() > longest {
            let sentence = format!("This can be at most {longest} characters.");
            refused.push(FieldError::new(field, sentence));
        }
    }
    let unknown = || Error::field("policy", "Choose what guests get back when they cancel.");
    let policy = Policy::parse(&form.policy).ok_or_else(unknown);
    let policy = keep(&mut refused, policy);
    let taking = keep(&mut refused, taking(&form.taking)).flatten();
    none_refused(refused)?;
    Ok(Rules {
        house_rules,
        arrival_notes,
        policy: policy.unwrap_or(Policy::Moderate),
        taking,
        registration: Some(registration).filter(|number| !number.is_empty()),
    })
}

fn taking(word: &str) -> Result<Option<Taking>> {
    if word.is_empty() {
        return Ok(None);
    }
    let unknown = || Error::field("taking", "Choose how guests book.");
    Taking::parse(word).map(Some).ok_or_else(unknown)
}
