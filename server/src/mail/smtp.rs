//! Sending through a mail server.

use std::time::Duration;

use chrono::{DateTime, Utc};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Tokio1Executor,
    transport::smtp::{Error as Refusal, response::Code},
};

use super::{Letter, Mailer, Sender, message::message};
use crate::{Error, Result};

/// For each step of the talk with the server; the outbox cuts off a whole mail after half a minute.
const PATIENCE: Duration = Duration::from_secs(10);

/// The mail server that `SMTP_URL` names. Its address may hold a password and is never shown.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    sender: Sender,
}

impl Smtp {
    /// `smtps://USER:PASSWORD@HOST:465`, or `smtp://USER:PASSWORD@HOST:587?tls=required`; plain `smtp://HOST:25` for a server that wants
    /// neither.
    ///
    /// # Errors
    /// A sentence without the address: it may hold a password.
    pub fn new(url: &str, sender: Sender) -> std::result::Result<Self, String> {
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| {
            "SMTP_URL must be smtps://USER:PASSWORD@HOST:465 or smtp://USER:PASSWORD@HOST:587?tls=required."
                .to_owned()
        })?;
        Ok(Self {
            transport: builder.timeout(Some(PATIENCE)).build(),
            sender,
        })
    }
}

#[async_trait::async_trait]
impl Mailer for Smtp {
    async fn send(&self, letter: &Letter, at: DateTime<Utc>) -> Result<()> {
        let message = message(letter, &self.sender, at)?;
        self.transport.send(message).await.map_err(explain)?;
        Ok(())
    }
}

/// A recipient whom the server refuses for good is not tried again; everything else may be mended by its operator.
fn explain(refusal: Refusal) -> Error {
    let for_good = refusal.status().is_some_and(is_recipient);
    match for_good {
        true => Error::Internal(format!("the mail server refuses the recipient: {refusal}")),
        false => Error::Mail(refusal.to_string()),
    }
}

/// No such mailbox, not local, or a name that is not allowed (RFC 5321, 4.2.3).
fn is_recipient(code: Code) -> bool {
    matches!(u16::from(code), 550 | 551 | 553)
}
