//! Pictures on their way in, which takes longer than a page.

use std::time::Duration;

use app::shell::Site;
use axum::{Router, http::StatusCode};
use tower_http::timeout::{RequestBodyTimeoutLayer, TimeoutLayer};

/// The longest silence while files come in.
const SILENCE: Duration = Duration::from_secs(20);
/// The longest that one form of files may take: forty large ones over a slow line.
const PATIENCE: Duration = Duration::from_secs(20 * 60);

/// The handlers that take files, with limits of their own.
pub fn routes() -> Router<Site> {
    app::routes::uploads()
        .layer(RequestBodyTimeoutLayer::new(SILENCE))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            PATIENCE,
        ))
}
