//! `/dev/mail/{id}`: one mail, its links to follow and its files to keep.

use leptos::prelude::*;
use server::mail::{self, Part};
use uuid::Uuid;

use super::{instant, only_here};
use crate::{page::Page, visit::Visit};

pub async fn page(visit: &Visit, id: Uuid) -> server::Result<Page> {
    only_here(visit)?;
    let mail = mail::kept_mail(&visit.ctx, id).await?;
    let text = mail
        .parts
        .iter()
        .find(|part| part.content_type == "text/plain");
    let lines = text.map(|part| part.text.as_str()).unwrap_or_default();
    let files = mail
        .parts
        .iter()
        .filter_map(|part| file(id, part))
        .collect_view();
    let body = view! {
        <div class="wrap">
            <div class="page-head stack">
                <p><a href="/dev/mail">"Local outbox"</a></p>
                <h1 dir="auto">{mail.about.subject.clone()}</h1>
                <p class="soft">"To "{mail.about.recipient}", "{instant(mail.about.at)}</p>
            </div>
            <ul class="mail-parts">
                // In a tab of its own: a letter is no page of ours, and has no part in what leads from one to the next.
                <li><a href=format!("/dev/mail/{id}/html") target="_blank" rel="noopener">"As HTML"</a></li>
                {files}
                <li><a href=format!("/dev/mail/{id}/source")>"As it would be sent"</a></li>
            </ul>
            <div class="mail-text" dir="auto">{lines.lines().map(line).collect_view()}</div>
        </div>
    };
    Ok(Page::new(mail.about.subject, body).unshared())
}

fn file(id: Uuid, part: &Part) -> Option<AnyView> {
    let name = part.name.clone()?;
    Some(view! { <li><a href=format!("/dev/mail/{id}/{name}") download=name.clone()>{name.clone()}</a></li> }.into_any())
}

/// Our letters have each address on a line of its own.
fn line(text: &str) -> AnyView {
    let text = text.to_owned();
    let is_link = text.starts_with("http://") || text.starts_with("https://");
    match is_link && !text.contains(' ') {
        true => view! { <a href=text.clone()>{text.clone()}</a>"\n" }.into_any(),
        false => format!("{text}\n").into_any(),
    }
}
