//! The pictures of a home: a mosaic on wide screens, a row to swipe on phones, and a dialog that the awake page opens.

use leptos::prelude::*;
use server::listings::ListingView;

use crate::{
    components::{
        drawing,
        icon::{Icon, icon},
    },
    islands::gallery::Gallery,
};

pub fn gallery(home: &ListingView) -> AnyView {
    let pictures = drawing::pictures(home.id, home.property);
    let many = pictures.len();
    let pictures = pictures.into_iter().enumerate().map(|(index, picture)| {
        let priority = (index == 0).then_some("high");
        view! {
            <li><a href=picture.src.clone() data-picture="">
                <img src=picture.src.clone() alt=picture.alt width="600" height="400" fetchpriority=priority decoding="async"/>
            </a></li>
        }
    });
    let kind = home.property.label().to_lowercase();
    view! {
        <section class="gallery" aria-label="Pictures">
            <ul role="list" tabindex="0" aria-label=format!("{many} pictures, side by side")>{pictures.collect_view()}</ul>
            <p class="gallery__note">{icon(Icon::Pictures)}
                {format!("Our drawings of such a {kind}. This home has no photos yet.")}
            </p>
            {viewer()}
            <Gallery/>
        </section>
    }
    .into_any()
}

/// Empty until the awake page fills it.
fn viewer() -> AnyView {
    view! {
        <dialog class="viewer" id="viewer" aria-label="Pictures, full screen">
            <div class="viewer__bar">
                <p id="viewer-count" class="num" aria-live="polite"></p>
                <button type="button" class="viewer__button" data-step="close" aria-label="Close">{icon(Icon::Close)}</button>
            </div>
            <figure>
                <img id="viewer-picture" alt="" width="600" height="400"/>
                <figcaption id="viewer-words"></figcaption>
            </figure>
            <button type="button" class="viewer__button viewer__back" data-step="back" aria-label="Picture before">{icon(Icon::ArrowLeft)}</button>
            <button type="button" class="viewer__button viewer__on" data-step="on" aria-label="Next picture">{icon(Icon::ArrowRight)}</button>
        </dialog>
    }
    .into_any()
}
