//! The pictures of a home, each with its description and its ways.

use domain::photos::{LONGEST_DESCRIPTION, To};
use leptos::{prelude::*, server_fn::ServerFn};
use server::photos::{PhotoView, PhotosView};
use uuid::Uuid;

use crate::{
    components::{
        field::error_line,
        icon::{Icon, icon},
        picture::{When, decoration},
    },
    forms::FormState,
    functions::photos::{DescribePhotos, OrderPhotos},
    visit::Visit,
};

const SIZES: &str = "(min-width: 80rem) 20rem, (min-width: 40rem) 45vw, 92vw";

pub fn form(visit: &Visit, album: &PhotosView) -> AnyView {
    let path = format!("/host/homes/{}/photos", album.home);
    let none = album.photos.is_empty();
    let rows = album
        .photos
        .iter()
        .map(|photo| row(album.home, photo, typed(&visit.form, photo)));
    let error = visit.form.error("alt").map(str::to_owned);
    view! {
        <p id="no-photos" class="soft" hidden=!none>
            "There are no pictures yet. Until there are, nobody can see the home: it takes one, and five or more are better."
        </p>
        <form id="photos-form" class="stack" method="post" action=format!("{path}/describe") hidden=none>
            // What Enter presses in a description.
            <button class="visually-hidden" type="submit" tabindex="-1" aria-hidden="true">"Save descriptions"</button>
            <input type="hidden" name="version" id="photos-version" value=album.version.to_string()/>
            <h2>"Pictures and what they show"</h2>
            <p class="soft">
                "A description is read to guests who cannot see, and by search engines: “The kitchen with its stove, and the \
                 door to the garden”."
            </p>
            {error.map(|error| error_line("alt".to_owned(), error))}
            <ol class="photos" id="photos" role="list" data-home=album.home.to_string()
                data-order=OrderPhotos::PATH data-describe=DescribePhotos::PATH>{rows.collect_view()}</ol>
            <div class="row">
                <button class="button" type="submit">"Save descriptions"</button>
                <p id="photos-say" role="status"></p>
            </div>
        </form>
    }
    .into_any()
}

/// What was typed for this picture in a form that was refused.
fn typed<'a>(form: &'a FormState, photo: &PhotoView) -> Option<&'a str> {
    let id = photo.id.to_string();
    let typed = form.values("photo").zip(form.values("alt"));
    typed
        .into_iter()
        .find(|(known, _)| *known == id)
        .map(|(_, alt)| alt)
}

/// One picture of a home; `typed` is what a refused form said of it.
pub fn row(home: Uuid, photo: &PhotoView, typed: Option<&str>) -> AnyView {
    let id = photo.id;
    let saved = photo.alt.clone();
    let shown = typed.unwrap_or(&saved).to_owned();
    let differs = (shown != saved).then(|| {
        let saved = if saved.is_empty() { "nothing".to_owned() } else { saved.clone() };
        view! { <p class="saved-now"><span class="saved-now__label">"Saved now: "</span>{saved}</p> }
    });
    let label = format!("alt-{id}");
    view! {
        <li id=format!("photo-{id}") data-photo=id.to_string()>
            <div class="photo__frame">
                {decoration(&photo.picture, SIZES, When::Near)}
                <span class="photo__cover">"Cover"</span>
                <button class="photo__handle" type="button" data-handle="" aria-label="Move this picture: drag it, or use the arrow keys">
                    {icon(Icon::Move)}
                </button>
            </div>
            <input type="hidden" name="photo" value=id.to_string()/>
            <input type="hidden" name="was" value=saved.clone()/>
            <div class="field">
                <label for=label.clone()>"What it shows"</label>
                <input class="input" id=label name="alt" value=shown maxlength=LONGEST_DESCRIPTION.to_string() dir="auto"/>
                {differs}
            </div>
            {ways(home, photo)}
        </li>
    }
    .into_any()
}

/// The buttons; those that lead nowhere from the first and the last place are hidden by the style sheet.
fn ways(home: Uuid, photo: &PhotoView) -> AnyView {
    let id = photo.id;
    let path = format!("/host/homes/{home}/photos");
    let moves = To::ALL.iter().map(|to| {
        let word = to.as_str();
        let shown = match to {
            To::First => "Cover".into_any(),
            To::Earlier => icon(Icon::ArrowLeft),
            To::Later => icon(Icon::ArrowRight),
        };
        view! {
            <button class="button" formaction=format!("{path}/move") name="to" value=format!("{word}:{id}")
                data-move=word aria-label=to.label()>{shown}</button>
        }
    });
    view! {
        <div class="photo__ways">
            {moves.collect_view()}
            <details class="photo__remove">
                <summary class="button--quiet">"Remove"</summary>
                <button class="button" formaction=format!("{path}/remove") name="remove" value=id.to_string()>"Yes, remove it"</button>
            </details>
        </div>
    }
    .into_any()
}
