//! The paths that the replaced system's pages had: links to them are in mails, bookmarks and search engines.

use axum::{Router, response::Redirect, routing::get};
use server::legacy_ids::{self, Kind};
use uuid::Uuid;

use crate::{
    page::Page,
    shell::{Site, show},
    visit::Visit,
};

/// What each old page is now. A person's favourites, messages and invented reviews did not come along.
const MOVED: &[(&str, &str)] = &[
    ("/listings", "/search"),
    ("/booking", "/search"),
    ("/bookings", "/trips"),
    ("/profile", "/account"),
    ("/favorites", "/search"),
    ("/messages", "/trips"),
    ("/reviews", "/search"),
    ("/cancellation-policy", "/help/cancellation"),
];

pub(super) fn routes() -> Router<Site> {
    let one = Router::new().route("/property/{id}", get(show(property)));
    MOVED.iter().fold(one, |routes, (from, to)| {
        routes.route(from, get(async || Redirect::permanent(to)))
    })
}

/// A home by its old id, which may be no UUID.
async fn property(visit: &Visit, id: String) -> server::Result<Page> {
    let home = match id.parse::<Uuid>() {
        Ok(home) => Some(home),
        Err(_) => legacy_ids::find(&visit.ctx, Kind::Place, &id).await?,
    };
    let home = home.ok_or(domain::Error::NotFound("Home"))?;
    Ok(Page::go(format!("/listings/{home}")))
}
