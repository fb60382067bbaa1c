//! The page for what is not there, with a way on.

use leptos::prelude::*;

use crate::page::Page;

/// `thing` is what was looked for, capitalised: "Home", "Page".
pub fn page(thing: &str) -> Page {
    let title = format!("{thing} not found");
    let body = view! {
        <div class="wrap empty">
            <img src="/pictures/lost.svg" alt="" width="600" height="400"/>
            <h1>{title.clone()}</h1>
            <p>"The address may be mistyped, or what stood here has gone. Nothing of yours is lost."</p>
            <div class="row">
                <a class="button button--primary" href="/search">"See all homes"</a>
                <a class="button" href="/">"Home page"</a>
            </div>
        </div>
    };
    Page::new(title, body).status(404)
}
