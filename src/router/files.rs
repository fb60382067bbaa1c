//! Files of the front end, compressed when they were built.

use app::shell::Site;
use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware,
    response::{IntoResponse, Response},
};
use std::convert::Infallible;
use tower::Service;
use tower_http::services::ServeDir;

use crate::site::SiteFiles;

/// What stands under a version never changes.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// What does not may, and is asked for again: a file that is the same answers 304.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");
/// Pictures, icons and typefaces from `public/`: a new one may show a day late.
const A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// Scripts, WASM and styles: under their version, and without it for whoever looks for one by name.
pub fn built(files: &SiteFiles) -> Router {
    let pkg = || {
        ServeDir::new(files.pkg())
            .precompressed_br()
            .precompressed_gzip()
    };
    let router = Router::new().nest_service("/pkg", kept(ASK_AGAIN, pkg()));
    if files.are_built() {
        router.nest_service(&files.pkg_path(), kept(FOR_EVER, pkg()))
    } else {
        router
    }
}

/// Everything from `public/`; what is not there either is our 404 page.
pub fn public(files: &SiteFiles, site: Site) -> Router {
    let folder = ServeDir::new(files.root())
        .append_index_html_on_directories(false)
        .call_fallback_on_method_not_allowed(true)
        .precompressed_br()
        .precompressed_gzip()
        .fallback(app::routes::missing().with_state::<()>(site));
    kept(A_DAY, folder)
}

/// The folder, with what browsers may do with its files. Pages say that themselves.
fn kept<S>(how: HeaderValue, folder: S) -> Router
where
    S: Service<Request, Error = Infallible> + Clone + Send + Sync + 'static,
    S::Response: IntoResponse,
    S::Future: Send + 'static,
{
    let say = move |mut response: Response<Body>| {
        let how = how.clone();
        async move {
            let is_file =
                response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
            if is_file {
                response
                    .headers_mut()
                    .entry(header::CACHE_CONTROL)
                    .or_insert(how);
            }
            response
        }
    };
    Router::new()
        .fallback_service(folder)
        .layer(middleware::map_response(say))
}
