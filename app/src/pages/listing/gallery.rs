//! The pictures of a home: a mosaic on wide screens, a row to swipe on phones, and a dialog that the awake page opens.

use leptos::prelude::*;
use server::{listings::ListingView, photos::Picture};

use crate::{
    components::{
        icon::{Icon, icon},
        picture::{When, picture, sizes},
    },
    islands::gallery::Gallery,
};

/// How many pictures the mosaic shows at once; the others follow to the right.
const MOSAIC: usize = 5;

pub fn gallery(home: &ListingView) -> AnyView {
    let many = home.photos.len();
    let pictures = home
        .photos
        .iter()
        .enumerate()
        .map(|(index, picture)| item(index, many, picture));
    let class = format!("gallery gallery--{}", many.min(MOSAIC));
    view! {
        <section class=class aria-label="Pictures">
            <div class="gallery__frame">
                <ul role="list" tabindex="0" aria-label=format!("{many} pictures, side by side")>{pictures.collect_view()}</ul>
                {(many > 1).then(|| view! {
                    <button class="button gallery__all" type="button" data-all="">{icon(Icon::Pictures)}{format!("All {many} pictures")}</button>
                })}
            </div>
            {drawn(home)}
            {viewer()}
            <Gallery/>
        </section>
    }
    .into_any()
}

fn item(index: usize, many: usize, shown: &Picture) -> AnyView {
    let (sizes, when) = match index {
        0 => (sizes::LARGE, When::First),
        index if index < MOSAIC => (sizes::SMALL, When::Now),
        _ => (sizes::SMALL, When::Near),
    };
    // A host need not say what a picture shows; a link without words would be none.
    let label = shown
        .alt()
        .is_empty()
        .then(|| format!("Picture {}", index + 1));
    view! {
        <li>
            <a href=shown.src(1600) data-picture="" aria-label=label>{picture(shown, sizes, when)}</a>
            <span class="gallery__count num" aria-hidden="true">{format!("{} / {many}", index + 1)}</span>
        </li>
    }
    .into_any()
}

/// Says so when none of the pictures is a photograph.
fn drawn(home: &ListingView) -> Option<AnyView> {
    let all = |picture: &Picture| matches!(picture, Picture::Drawing { .. });
    home.photos.iter().all(all).then(|| {
        let kind = home.property.label().to_lowercase();
        let sentence = format!("Our drawings of such a {kind}. This home has no photos yet.");
        view! { <p class="gallery__note">{icon(Icon::Pictures)}{sentence}</p> }.into_any()
    })
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
