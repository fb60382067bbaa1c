//! What sends letters, and who they are from.

use chrono::{DateTime, Utc};
use lettre::{Address, message::Mailbox};

use super::Letter;
use crate::Result;

/// Sends letters, or keeps them where development can read them.
#[async_trait::async_trait]
pub trait Mailer: Send + Sync {
    /// Sends the letter, dated `at`. The same letter again carries the same Message-ID.
    ///
    /// # Errors
    /// `Mail` when it may work later; `Internal` when it never will.
    async fn send(&self, letter: &Letter, at: DateTime<Utc>) -> Result<()>;
}

/// Who letters are from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    pub(super) from: Mailbox,
    /// Where an answer goes.
    pub(super) reply_to: Mailbox,
}

impl Sender {
    /// `from` is `Name <address>` or an address; none is the operator at the support address, where answers go in any case.
    ///
    /// # Errors
    /// The sentence that says what it should be.
    pub fn read(
        from: Option<&str>,
        operator_name: &str,
        support_email: &str,
    ) -> std::result::Result<Self, String> {
        let support: Address = support_email.parse().map_err(|_| {
            format!("SUPPORT_EMAIL must be an e-mail address, not {support_email:?}.")
        })?;
        let operator = Mailbox::new(Some(operator_name.to_owned()), support);
        let from = match from {
            Some(text) => text.parse().map_err(|_| {
                format!("MAIL_FROM must be such as HBnB <stays@hbnb.example>, not {text:?}.")
            })?,
            None => operator.clone(),
        };
        Ok(Self {
            from,
            reply_to: operator,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_from_the_operator_unless_said_otherwise() {
        let usual = Sender::read(None, "Harbour Homes", "help@hbnb.example").unwrap();
        assert_eq!(usual.from.to_string(), "Harbour Homes <help@hbnb.example>");
        let said = Sender::read(
            Some("HBnB <stays@hbnb.example>"),
            "Harbour Homes",
            "help@hbnb.example",
        );
        assert_eq!(said.unwrap().from.to_string(), "HBnB <stays@hbnb.example>");
        let wrong = Sender::read(Some("stays"), "Harbour Homes", "help@hbnb.example");
        assert!(wrong.unwrap_err().starts_with("MAIL_FROM must be"));
    }
}
