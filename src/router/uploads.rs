//! Pictures on their way in, which takes longer than a page.

use std::time::Duration;

use app::shell::Site;
use axum::{Router, http::StatusCode};
use tower_http::timeout::TimeoutLayer;

/// The longest that one form of files may take: forty large ones over a slow line. How long each may take is [`app::shell::Patience`]'s.
const PATIENCE: Duration = Duration::from_secs(20 * 60);

/// The handlers that take files, with limits of their own.
pub fn routes() -> Router<Site> {
    app::routes::uploads().layer(TimeoutLayer::with_status_code(
        StatusCode::REQUEST_TIMEOUT,
        PATIENCE,
    ))
}
