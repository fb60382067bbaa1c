//! How mail leaves: through a mail server, or into the local outbox.

use std::sync::Arc;

use server::mail::{Mailer, Sender, Smtp};

use super::read::given;
use crate::cli::SettingArgs;

/// What SMTP_URL and MAIL_FROM say.
#[derive(Clone)]
pub struct Mail {
    pub sender: Sender,
    /// None for the local outbox.
    pub server: Option<Arc<dyn Mailer>>,
}

impl Mail {
    /// # Errors
    /// The sentence that says what is wrong, without SMTP_URL itself: it may hold a password.
    pub(super) fn read(
        args: &SettingArgs,
        operator_name: &str,
        support_email: &str,
    ) -> Result<Self, String> {
        let sender = Sender::read(given(&args.mail_from), operator_name, support_email)?;
        let server = match given(&args.smtp_url) {
            Some(url) => Some(Arc::new(Smtp::new(url, sender.clone())?) as Arc<dyn Mailer>),
            None => None,
        };
        Ok(Self { sender, server })
    }
}

/// What production says of it.
pub(super) fn refusal(smtp_url: Option<&str>) -> Option<String> {
    let Some(url) = smtp_url else {
        return Some(
            "Production needs SMTP_URL, the mail server: smtps://USER:PASSWORD@HOST:465."
                .to_owned(),
        );
    };
    let is_encrypted = url.starts_with("smtps://") || url.contains("tls=required");
    (url.contains('@') && !is_encrypted).then(|| {
        "SMTP_URL would send its password in plain text: use smtps://, or add ?tls=required."
            .to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(smtp_url: Option<&str>) -> Result<Mail, String> {
        let args = SettingArgs {
            smtp_url: smtp_url.map(str::to_owned),
            ..Default::default()
        };
        Mail::read(&args, "Harbour Homes", "help@hbnb.example")
    }

    #[test]
    fn without_a_setting_mail_is_kept() {
        assert!(read(None).is_ok_and(|mail| mail.server.is_none()));
        assert!(read(Some("smtp://127.0.0.1:2525")).is_ok_and(|mail| mail.server.is_some()));
    }

    #[test]
    fn a_wrong_address_is_told_without_its_password() {
        let said = read(Some("imap://mina:open-sesame@mail.example"))
            .err()
            .unwrap();
        assert!(
            said.starts_with("SMTP_URL must be") && !said.contains("sesame"),
            "{said}"
        );
    }

    #[test]
    fn production_sends_no_password_in_plain_text() {
        assert!(refusal(None).is_some_and(|said| said.contains("needs SMTP_URL")));
        for open in [
            "smtp://u:p@mail.example",
            "smtp://u:p@mail.example?tls=opportunistic",
        ] {
            assert!(refusal(Some(open)).is_some_and(|said| said.contains("plain text")));
        }
        for closed in [
            "smtps://u:p@mail.example",
            "smtp://u:p@mail.example:587?tls=required",
            "smtp://relay.internal:25",
        ] {
            assert_eq!(refusal(Some(closed)), None, "{closed}");
        }
    }
}
