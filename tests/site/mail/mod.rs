//! What mail leads to, through the browser's forms: confirming an address, choosing a new password; and the local outbox, which only the
//! person at the machine can read.

mod links;
mod outbox;

use crate::support::TestState;
use server::{jobs, mail};

pub const ISLA: &str = "isla@example.com";

/// Sends what is due, and reads the latest mail with this subject.
pub async fn latest(state: &TestState, subject: &str) -> mail::KeptMail {
    jobs::outbox::run_mail(&state.ctx).await.unwrap();
    let kept = mail::kept(&state.ctx).await.unwrap();
    let found = kept.iter().find(|mail| mail.subject == subject);
    mail::kept_mail(&state.ctx, found.expect(subject).id)
        .await
        .unwrap()
}

/// Path and query of the mail's link.
pub fn link(mail: &mail::KeptMail) -> String {
    let text = &mail.parts[0].text;
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("http://localhost:3000"));
    line.expect("a link").to_owned()
}
