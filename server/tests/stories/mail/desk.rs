//! What arrived, and what links carry.

use ::server::{
    jobs::outbox,
    mail::{self, KeptMail},
};

use crate::support::TestState;

/// Sends what is due, and reads everything that was ever kept for this address, the latest first.
pub async fn mails_to(state: &TestState, address: &str) -> Vec<KeptMail> {
    outbox::run_mail(&state.ctx).await.expect("the mail");
    let mut mails = Vec::new();
    for about in mail::kept(&state.ctx).await.expect("the local outbox") {
        if about.recipient == address {
            let mail = mail::kept_mail(&state.ctx, about.id).await;
            mails.push(mail.expect("a mail"));
        }
    }
    mails
}

/// The only one whose subject begins so.
#[track_caller]
pub fn one<'a>(mails: &'a [KeptMail], subject: &str) -> &'a KeptMail {
    let found: Vec<&KeptMail> = mails
        .iter()
        .filter(|mail| mail.about.subject.starts_with(subject))
        .collect();
    assert_eq!(found.len(), 1, "{subject}: {:?}", subjects(mails));
    found[0]
}

pub fn subjects(mails: &[KeptMail]) -> Vec<&str> {
    mails
        .iter()
        .map(|mail| mail.about.subject.as_str())
        .collect()
}

/// The mail as plain text.
pub fn text(mail: &KeptMail) -> &str {
    part(mail, "text/plain")
}

/// The mail as HTML, or what is attached of this type.
pub fn part<'a>(mail: &'a KeptMail, content_type: &str) -> &'a str {
    let part = mail
        .parts
        .iter()
        .find(|part| part.content_type == content_type);
    part.map(|part| part.text.as_str()).expect("such a part")
}

/// What the link to `path` carries.
#[track_caller]
pub fn token(mail: &KeptMail, path: &str) -> String {
    let address = format!("http://localhost:3000{path}?token=");
    let line = text(mail)
        .lines()
        .find_map(|line| line.strip_prefix(&address));
    line.expect("a link").to_owned()
}
