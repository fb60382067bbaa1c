//! Pictures of pages rather than of homes, drawn by `server`: the town over the home page, and what stands where nothing is.

use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use server::drawings::{Decoration, EDITION, decoration};

/// In pixels.
const TOWN: [u32; 2] = [800, 1600];
const EMPTY: [u32; 1] = [600];

fn widths(what: Decoration) -> &'static [u32] {
    match what {
        Decoration::TownDay | Decoration::TownDusk => &TOWN,
        Decoration::Empty => &EMPTY,
    }
}

fn file(what: Decoration, width: u32) -> String {
    format!("{}-{EDITION}-{width}.webp", what.as_str())
}

/// The address of its widest file.
pub fn src(what: Decoration) -> String {
    let widest = widths(what).iter().copied().max().unwrap_or_default();
    format!("/drawings/{}", file(what, widest))
}

/// The addresses of all its widths, as `srcset` wants them.
pub fn srcset(what: Decoration) -> String {
    let some = widths(what).iter();
    let some: Vec<_> = some
        .map(|&width| format!("/drawings/{} {width}w", file(what, width)))
        .collect();
    some.join(", ")
}

/// For pages that have nothing else to show.
pub fn empty() -> String {
    src(Decoration::Empty)
}

/// `GET /drawings/{name}`: the same bytes for ever, or 404.
pub async fn respond(Path(name): Path<String>) -> Response {
    let Some((what, width)) = known(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match decoration(what, width).await {
        Ok(bytes) => {
            let headers = [
                (header::CONTENT_TYPE, "image/webp"),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
            ];
            (headers, bytes).into_response()
        }
        Err(error) => {
            tracing::error!(%error, name, "could not paint a page's picture");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn known(name: &str) -> Option<(Decoration, u32)> {
    Decoration::ALL
        .into_iter()
        .flat_map(|what| widths(what).iter().map(move |&width| (what, width)))
        .find(|&(what, width)| file(what, width) == name)
}
