//! The form that sends files, and what the awake page shows of each on its way.

use leptos::prelude::*;
use server::photos::PhotosView;

use crate::{
    components::{field::error_line, toast::toast},
    visit::Visit,
};

/// After a plain form whose files were all taken.
pub fn added(visit: &Visit) -> Option<AnyView> {
    visit.param("saved").filter(|saved| *saved == "added")?;
    let added: u32 = visit.param("added")?.parse().ok()?;
    let pictures = domain::text::count(added, "picture");
    (visit.form.is_empty() && added > 0).then(|| toast(format!("{pictures} added.")))
}

pub fn form(visit: &Visit, album: &PhotosView) -> AnyView {
    if album.room == 0 {
        return view! { <p class="locked">"A home has at most 40 pictures. Remove one to add another."</p> }
            .into_any();
    }
    let wrong = visit.form.error("file").is_some();
    let errors = visit
        .form
        .errors()
        .iter()
        .filter(|error| error.field == "file");
    let errors = errors.enumerate().map(|(at, error)| {
        let id = if at == 0 {
            "file-error".to_owned()
        } else {
            format!("file-error-{at}")
        };
        error_line(id, error.message.clone())
    });
    let described = if wrong {
        "file-hint file-error"
    } else {
        "file-hint"
    };
    view! {
        <form class="upload" id="upload" method="post" enctype="multipart/form-data"
            action=format!("/host/homes/{}/photos", album.home)>
            <div class="field">
                <label for="file">"Add pictures"</label>
                <input type="file" id="file" name="file" multiple accept="image/jpeg,image/png,image/webp"
                    aria-describedby=described aria-invalid=wrong.then_some("true")/>
                <p class="hint" id="file-hint">
                    {format!("JPEG, PNG or WebP, up to 10 MB each; {} more. We turn them upright, and remove where and when they were taken.", album.room)}
                </p>
                {errors.collect_view()}
            </div>
            <p class="upload__drop soft">"Or drop them here."</p>
            <div class="upload__send"><button class="button" type="submit">"Send these pictures"</button></div>
            <ul class="uploads" id="uploads" role="list">{pattern()}</ul>
            <p class="num" id="uploads-say" role="status"></p>
        </form>
    }
    .into_any()
}

/// What the island copies for each file.
fn pattern() -> AnyView {
    view! {
        <li id="upload-row" hidden>
            <span data-part="name" dir="auto"></span>
            <span data-part="says"></span>
            <progress max="100" value="0" aria-label="Sent"></progress>
            <span class="row uploads__again">
                <button class="button" type="button" data-part="retry" hidden>"Try again"</button>
                <button class="button--quiet" type="button" data-part="dismiss" hidden>"Leave it out"</button>
            </span>
        </li>
    }
    .into_any()
}
