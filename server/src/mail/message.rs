//! A letter as the message that travels.

use chrono::{DateTime, Utc};
use lettre::{
    Address, Message,
    message::{
        Attachment as File, Mailbox, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};

use super::{Attachment, Letter, Sender, html::html, plain::plain};
use crate::{Error, Result};

/// The whole message: text and HTML to choose from, files beside them.
///
/// # Errors
/// `Internal` for an address that no server would take.
pub(super) fn message(letter: &Letter, sender: &Sender, at: DateTime<Utc>) -> Result<Message> {
    let to: Address = letter.address.parse().map_err(wrong)?;
    let both = MultiPart::alternative()
        .singlepart(SinglePart::plain(plain(letter)))
        .singlepart(SinglePart::html(html(letter)));
    let builder = Message::builder()
        .message_id(Some(message_id(letter, sender)))
        .date(at.into())
        .from(sender.from.clone())
        .reply_to(sender.reply_to.clone())
        .to(Mailbox::new(Some(letter.name.clone()), to))
        .subject(letter.subject.clone())
        .raw_header(automatic());
    let message = if letter.attachments.is_empty() {
        builder.multipart(both)
    } else {
        let mut mixed = MultiPart::mixed().multipart(both);
        for attachment in &letter.attachments {
            mixed = mixed.singlepart(file(attachment)?);
        }
        builder.multipart(mixed)
    };
    message.map_err(wrong)
}

/// The effect's id, so that a letter that was sent twice is seen to be one.
fn message_id(letter: &Letter, sender: &Sender) -> String {
    format!("<{}@{}>", letter.id.simple(), sender.from.email.domain())
}

/// Out-of-office programmes do not answer what says this (RFC 3834).
fn automatic() -> HeaderValue {
    let name = HeaderName::new_from_ascii_str("Auto-Submitted");
    HeaderValue::new(name, "auto-generated".to_owned())
}

fn file(attachment: &Attachment) -> Result<SinglePart> {
    let content_type = ContentType::parse(attachment.content_type).map_err(wrong)?;
    Ok(File::new(attachment.name.clone()).body(attachment.text.clone(), content_type))
}

fn wrong(error: impl std::fmt::Display) -> Error {
    Error::Internal(format!("a mail that cannot be written: {error}"))
}
