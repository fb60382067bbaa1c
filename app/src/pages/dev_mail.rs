//! `/dev/mail`: the mails that development keeps instead of sending them. There is such a page for the person at this machine alone:
//! its links reset passwords.

pub mod one;
pub mod part;

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use server::mail::{self, Kept};

use crate::{page::Page, visit::Visit};

/// The latest first.
pub async fn page(visit: &Visit) -> server::Result<Page> {
    only_here(visit)?;
    let mails = mail::kept(&visit.ctx).await?;
    let none = mails.is_empty().then(|| {
        view! {
            <p>
                "Nothing was written yet. Sign up, book, or ask for a new password, and the mail is here a moment later; with
                SMTP_URL set it is sent instead."
            </p>
        }
    });
    let rows = mails.into_iter().map(row).collect_view();
    let body = view! {
        <div class="wrap">
            <div class="page-head stack">
                <h1>"Local outbox"</h1>
                <p class="soft">"Mail is kept here and not sent. Only this machine can read it, and only in development."</p>
            </div>
            {none}
            <ul class="mails">{rows}</ul>
        </div>
    };
    Ok(Page::new("Local outbox", body).unshared())
}

fn row(mail: Kept) -> AnyView {
    view! {
        <li>
            <a href=format!("/dev/mail/{}", mail.id) dir="auto">{mail.subject}</a>
            <p class="soft fine">{mail.recipient}", "{instant(mail.at)}</p>
        </li>
    }
    .into_any()
}

/// 404, as for a page that does not exist.
fn only_here(visit: &Visit) -> server::Result<()> {
    match visit.from_here {
        true => Ok(()),
        false => Err(domain::Error::NotFound("Page").into()),
    }
}

fn instant(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M:%S UTC").to_string()
}
