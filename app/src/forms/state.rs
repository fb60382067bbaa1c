//! What was typed into a form that was refused, and why.

use domain::{Error, FieldError};

/// Empty on a page that was only asked for.
#[derive(Debug, Clone, Default)]
pub struct FormState {
    values: Vec<(String, String)>,
    errors: Vec<FieldError>,
    refusal: Option<Error>,
}

impl FormState {
    /// What was typed and only looked at: nothing is refused.
    pub(crate) fn typed(values: Vec<(String, String)>) -> Self {
        Self {
            values,
            ..Self::default()
        }
    }

    /// What was typed, less what must never be written back into a page.
    pub(crate) fn refused(typed: Vec<(String, String)>, refusal: Error) -> Self {
        let values = typed
            .into_iter()
            .filter(|(name, _)| !is_secret(name))
            .collect();
        Self {
            values,
            errors: refusal.fields(),
            refusal: Some(refusal),
        }
    }

    /// Whether no form was refused.
    pub fn is_empty(&self) -> bool {
        self.refusal.is_none()
    }

    /// What was typed into a field, or nothing.
    pub fn value(&self, name: &str) -> &str {
        self.value_or(name, "")
    }

    /// What was typed into a field, or what stood in it before.
    pub fn value_or<'a>(&'a self, name: &str, default: &'a str) -> &'a str {
        self.values
            .iter()
            .find(|(key, _)| key == name)
            .map_or(default, |(_, value)| value)
    }

    /// Everything that was chosen under one name, such as ticked boxes.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let chosen = self.values.iter().filter(move |(key, _)| key == name);
        chosen.map(|(_, value)| value.as_str())
    }

    /// The sentence beside a field.
    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors
            .iter()
            .find(|error| error.field == name)
            .map(|error| error.message.as_str())
    }

    /// The sentence above the whole form.
    pub fn message(&self) -> Option<&str> {
        self.error("")
    }

    /// Every refusal, in the order of the fields.
    pub fn errors(&self) -> &[FieldError] {
        &self.errors
    }

    /// The refusal itself, for pages that can offer more than its sentence, such as the nearest free dates.
    pub fn refusal(&self) -> Option<&Error> {
        self.refusal.as_ref()
    }
}

/// Passwords, card numbers and their codes, by the names that our forms give them.
fn is_secret(name: &str) -> bool {
    name.contains("password") || matches!(name, "current" | "new" | "number" | "cvc")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_form_keeps_what_was_typed_but_no_password() {
        let typed = [
            ("email", "ailsa@example.com"),
            ("password", "open sesame"),
            ("new", "x"),
            ("cvc", "123"),
        ];
        let typed = typed
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec();
        let form = FormState::refused(typed, Error::field("email", "Wrong."));
        assert_eq!(form.value("email"), "ailsa@example.com");
        assert_eq!(form.error("email"), Some("Wrong."));
        assert_eq!(form.message(), None);
        for secret in ["password", "new", "cvc"] {
            assert_eq!(form.value(secret), "");
        }
    }

    #[test]
    fn a_refusal_of_no_field_stands_above_the_form() {
        let form = FormState::refused(Vec::new(), Error::Refused("The hold is over.".into()));
        assert_eq!(form.message(), Some("The hold is over."));
        assert_eq!(form.value_or("guests", "2"), "2");
    }
}
