//! `/host/homes/{id}/preview`: the home as a guest sees it, under a band that says so.

use leptos::prelude::*;
use server::hosting;
use uuid::Uuid;

use crate::{
    components::icon::{Icon, icon},
    page::Page,
    pages::listing,
    visit::Visit,
};

pub async fn page(visit: &Visit, home: Uuid) -> server::Result<Page> {
    let mut view = hosting::preview(&visit.ctx, visit.actor()?, home).await?;
    if view.title.is_empty() {
        "Your home, without a title yet".clone_into(&mut view.title);
    }
    let title = format!("Preview: {}", view.title);
    let body = view! {
        <div class="preview-band">
            <div class="wrap">
                <p class="with-icon">{icon(Icon::Info)}<span>"This is how guests see your home. Only you can see this page."</span></p>
                <p><a href=format!("/host/homes/{home}")>"Back to your home"</a></p>
            </div>
        </div>
        {listing::preview(visit, view)}
    };
    Ok(Page::new(title, body).unshared())
}
