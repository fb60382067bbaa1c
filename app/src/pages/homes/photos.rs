//! `/host/homes/{id}/photos`: the pictures of a home, their order, and what each shows. One form holds them all, so that no
//! button loses what was typed beside another.

mod list;
mod sending;

use domain::hosting::Step;
use leptos::prelude::*;
use server::{hosting, photos};
use uuid::Uuid;

use super::frame;
use crate::{components::ErrorSummary, islands::host::HostTools, page::Page, visit::Visit};

pub use list::row;

const WHY: &str = "The first picture stands on every card. Most guests decide by the first five.";

/// Serves every form of the page: refused, they come back here.
pub async fn page(visit: &Visit, home: Uuid) -> server::Result<Page> {
    let view = hosting::edit(&visit.ctx, visit.actor()?, home).await?;
    let album = photos::list(&visit.ctx, visit.actor()?, home).await?;
    let main = view! {
        {frame::saved(visit)}
        {sending::added(visit)}
        <ErrorSummary form=visit.form.clone()/>
        {sending::form(visit, &album)}
        {list::form(visit, &album)}
        {on(&view)}
        <HostTools/>
    };
    let body = frame::around(&view, Step::Photos, WHY, main.into_any());
    Ok(Page::new(format!("Photos: {}", view.name), body))
}

/// While the home is being made: what comes next.
fn on(home: &hosting::EditView) -> Option<AnyView> {
    let next = Step::Photos.next()?;
    (home.status == domain::listings::Status::Draft).then(|| {
        view! {
            <p class="row edit__buttons">
                <a class="button button--primary" href=super::path(home.id, next)>{format!("Continue: {}", next.label().to_lowercase())}</a>
                <a class="button" href=format!("/host/homes/{}", home.id)>"Finish later"</a>
            </p>
        }
        .into_any()
    })
}
