//! What keeps other sites away from ours.

use app::security;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use server::Context;
use tower_http::csrf::{CsrfLayer, ProtectionError};

/// Refuses every write that a browser sends for another site: by `Sec-Fetch-Site`, or by `Origin` in older browsers.
/// Programs that send neither carry no visitor's cookie by accident.
pub fn foreign_forms(ctx: &Context) -> CsrfLayer<fn(ProtectionError) -> Response> {
    let layer = CsrfLayer::new()
        .add_trusted_origin(&ctx.settings.public_url)
        .unwrap_or_default();
    layer.with_rejection_response(foreign as fn(ProtectionError) -> Response)
}

fn foreign(_: ProtectionError) -> Response {
    let sentence = "This form was sent from another site, so nothing was done. Please open our page and send it from there.\n";
    (StatusCode::FORBIDDEN, sentence).into_response()
}

/// Whether visitors reach the site over https.
pub fn https(ctx: &Context) -> bool {
    ctx.settings.public_url.starts_with("https://")
}

/// Adds the headers that every answer carries.
pub async fn headers(State(https): State<bool>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    security::always(response.headers_mut(), https);
    if https {
        secure_removals(response.headers_mut());
    }
    response
}

/// Browsers ignore every `__Host-` cookie that does not say `Secure`, even one that only takes it away, and that is how
/// tower-sessions writes those.
fn secure_removals(headers: &mut HeaderMap) {
    let cookies: Vec<HeaderValue> = headers
        .get_all(header::SET_COOKIE)
        .iter()
        .map(secured)
        .collect();
    headers.remove(header::SET_COOKIE);
    for cookie in cookies {
        headers.append(header::SET_COOKIE, cookie);
    }
}

fn secured(cookie: &HeaderValue) -> HeaderValue {
    let text = cookie.to_str().unwrap_or_default();
    if !text.starts_with("__Host-") || text.contains("; Secure") {
        return cookie.clone();
    }
    HeaderValue::try_from(format!("{text}; Secure; HttpOnly; SameSite=Lax"))
        .unwrap_or_else(|_| cookie.clone())
}
