//! `GET /photos/{id}/{width}.webp` and `GET /drawings/{edition}/{spec}/{width}.webp`: the same bytes for ever. A photo that
//! was removed is 404, and so is every other address.

use axum::{
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use server::{drawings, photos};

use crate::shell::Site;

pub async fn photo(State(site): State<Site>, Path((id, name)): Path<(String, String)>) -> Response {
    let Some((id, width)) = id.parse().ok().zip(width(&name)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    answer(photos::file(&site.ctx, id, width).await)
}

pub async fn drawing(
    State(site): State<Site>,
    Path((edition, spec, name)): Path<(String, String, String)>,
) -> Response {
    let is_ours = edition == drawings::EDITION.to_string();
    let Some((spec, width)) = spec.parse().ok().zip(width(&name)).filter(|_| is_ours) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    answer(photos::drawn(&site.ctx, &spec, width).await)
}

/// Only as we write it: one picture, one address.
fn width(name: &str) -> Option<u32> {
    let number = name.strip_suffix(".webp")?;
    let width = number.parse().ok()?;
    photos::WIDTHS
        .contains(&width)
        .then_some(width)
        .filter(|width| width.to_string() == number)
}

fn answer(picture: server::Result<Option<impl IntoResponse>>) -> Response {
    match picture {
        Ok(Some(bytes)) => {
            let headers = [
                (header::CONTENT_TYPE, "image/webp"),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
            ];
            (headers, bytes).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            if !matches!(error, server::Error::User(_)) {
                tracing::error!(%error, "a picture could not be read");
            }
            let headers = [
                (header::CACHE_CONTROL, "no-store"),
                (header::RETRY_AFTER, "5"),
            ];
            (StatusCode::SERVICE_UNAVAILABLE, headers).into_response()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_width_has_one_name() {
        assert_eq!(width("480.webp"), Some(480));
        for name in [
            "480",
            "0480.webp",
            "+480.webp",
            "481.webp",
            "480.jpg",
            "480.webp.webp",
        ] {
            assert_eq!(width(name), None, "{name}");
        }
    }
}
