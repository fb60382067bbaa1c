//! `/styleguide`: the tokens, and each component in its states, for those who work on the look. Only in development.

mod pieces;
mod samples;
mod tokens;

use leptos::prelude::*;
use server::Environment;

use crate::{page::Page, visit::Visit};

/// 404 in production.
pub async fn page(visit: &Visit) -> server::Result<Page> {
    if visit.ctx.settings.environment == Environment::Production {
        return Err(domain::Error::NotFound("Page").into());
    }
    let body = view! {
        <div class="wrap guide">
            <div class="page-head">
                <h1>"Style guide"</h1>
                <p class="soft">"Calm, exact, hospitable. What the site is made of, in the scheme that your system asks for."</p>
            </div>
            {tokens::sections()}
            {pieces::sections(visit)}
        </div>
    };
    // What only this page needs is not in everybody's style sheet.
    Ok(Page::new("Style guide", body)
        .head("<link rel=\"stylesheet\" href=\"/styleguide.css\"><meta name=\"robots\" content=\"noindex\">")
        .unshared())
}

/// A part of the guide under its heading, with a sentence about its use.
fn part(title: &'static str, about: &'static str, body: impl IntoView + 'static) -> AnyView {
    view! {
        <section class="guide__part">
            <h2>{title}</h2>
            <p class="soft">{about}</p>
            {body.into_any()}
        </section>
    }
    .into_any()
}
