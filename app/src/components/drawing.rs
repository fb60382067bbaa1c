//! Where pages find the drawings that `server` makes.

use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::listings::Property;
use server::drawings::{self, Facts, Spec};
use uuid::Uuid;

/// The address of a home's picture, and what it shows.
pub struct Picture {
    pub src: String,
    pub alt: String,
}

/// All pictures of a home of which no more than this is known.
pub fn pictures(id: Uuid, property: Property) -> Vec<Picture> {
    let facts = Facts {
        id,
        property,
        country_code: "",
        bedrooms: 1,
        beds: 1,
        amenities: &[],
    };
    drawings::of(&facts)
        .into_iter()
        .map(|drawing| Picture {
            src: address(&drawing.spec),
            alt: drawing.alt,
        })
        .collect()
}

/// The address of a home's cover.
pub fn src(id: Uuid, property: Property) -> String {
    address(&drawings::cover(id, property, "", 1))
}

fn address(spec: &Spec) -> String {
    format!("/drawings/{spec}.svg")
}

/// For pages that have nothing else to show.
pub fn empty() -> &'static str {
    "/drawings/empty.svg"
}

/// `GET /drawings/{name}`: the same bytes for ever, or 404.
pub async fn respond(Path(name): Path<String>) -> Response {
    match svg(&name) {
        Some(svg) => {
            let headers = [
                (header::CONTENT_TYPE, "image/svg+xml"),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
            ];
            (headers, svg).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn svg(name: &str) -> Option<String> {
    let name = name.strip_suffix(".svg")?;
    drawings::decoration(name).or_else(|| Some(drawings::svg(&name.parse().ok()?)))
}
