//! `/host/homes/{id}/archive`: asks once more before a home is taken off, and needs no script for it.

use domain::listings::Status;
use leptos::prelude::*;
use server::hosting;
use uuid::Uuid;

use crate::{components::ErrorSummary, page::Page, visit::Visit};

pub async fn page(visit: &Visit, home: Uuid) -> server::Result<Page> {
    let home = hosting::edit(&visit.ctx, visit.actor()?, home).await?;
    let own = format!("/host/homes/{}", home.id);
    if home.status == Status::Archived && visit.form.is_empty() {
        return Ok(Page::go(own));
    }
    let body = view! {
        <div class="sheet">
            <h1>"Archive this home?"</h1>
            <ErrorSummary form=visit.form.clone()/>
            <p><strong dir="auto">{home.name.clone()}</strong></p>
            <ul>
                <li>"Guests no longer find it, and nobody can book it, until you publish it again."</li>
                <li>"Whoever is paying for it at this moment loses the hold and is told so. No money is kept."</li>
                <li>"Stays that are confirmed stay confirmed: you still host them, and you are still paid."</li>
                <li>"Past stays and their money stay where they are."</li>
            </ul>
            <p class="soft">"To take no bookings for a while, pause it instead."</p>
            <div class="row">
                <form method="post" action=format!("{own}/archive")>
                    <input type="hidden" name="version" value=home.version.to_string()/>
                    <button class="button button--primary" type="submit">"Yes, archive it"</button>
                </form>
                <a class="button" href=own.clone()>"No, keep it"</a>
            </div>
        </div>
    };
    Ok(Page::new(format!("Archive {}", home.name), body))
}
