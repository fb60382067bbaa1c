//! Where the document is read: as JSON, and as pages on which everything can be tried. Nothing comes from another site.

use std::sync::{Arc, LazyLock};

use app::security::{hash_source, policy};
use axum::{
    Router,
    extract::Path,
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use utoipa_swagger_ui::{Config, serve};

use super::document;

/// The document's page, and the one script that it holds.
const PAGE: &str = include_str!("page.html");
const SCRIPT: &str = include_str!("page.js");

/// What the page fetches. The bundle has other files, which nobody needs.
const FILES: [&str; 2] = ["swagger-ui.css", "swagger-ui-bundle.js"];

/// The files change with the program alone.
const A_DAY: &str = "public, max-age=86400";
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");

/// `/openapi.json`, the same as `/swagger.json`, and `/doc`.
pub fn routes() -> Router {
    Router::new()
        .route("/openapi.json", get(json))
        .route("/swagger.json", get(json))
        .route("/doc", get(page))
        .route("/doc/", get(page))
        .route("/doc/{file}", get(file))
}

async fn json() -> impl IntoResponse {
    static TEXT: LazyLock<String> = LazyLock::new(|| document().to_string());
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/json"),
        ),
        (header::CACHE_CONTROL, ASK_AGAIN),
        // Anybody's tools may read what is open to all.
        (
            header::ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static("*"),
        ),
    ];
    (headers, TEXT.as_str())
}

async fn page() -> Response {
    static TEXT: LazyLock<String> = LazyLock::new(|| PAGE.replace("{{script}}", SCRIPT));
    let mut response = Html(TEXT.as_str()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, ASK_AGAIN);
    if let Ok(policy) = policy(&hash_source(SCRIPT)).parse() {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

async fn file(Path(name): Path<String>) -> Response {
    let known = FILES.contains(&name.as_str());
    let config = Arc::new(Config::from("/openapi.json"));
    match serve(&name, config) {
        Ok(Some(file)) if known => {
            let headers = [
                (header::CONTENT_TYPE, file.content_type),
                (header::CACHE_CONTROL, A_DAY.to_owned()),
            ];
            (headers, file.bytes.into_owned()).into_response()
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}
