//! A site, and requests of any shape.

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, header},
};
use server::Settings;
use tower::ServiceExt;

use crate::{
    browser::{Browser, router},
    support::TestState,
};

pub const PASSWORD: &str = "seven small boats";
pub const FORM: &str = "application/x-www-form-urlencoded";

/// The site as development serves it.
pub async fn site() -> (TestState, Router) {
    let state = TestState::on_sqlite().await;
    let site = router(&state.ctx);
    (state, site)
}

/// The site as visitors reach it over https.
pub async fn site_over_https() -> (TestState, Router) {
    let mut state = TestState::on_sqlite().await;
    let settings = Settings {
        public_url: "https://hbnb.example".into(),
        ..(*state.ctx.settings).clone()
    };
    state.ctx.settings = Arc::new(settings);
    let site = router(&state.ctx);
    (state, site)
}

/// Somebody with an account and an open session.
pub async fn siobhan(site: &Router) -> Browser {
    let mut browser = Browser::new(site.clone());
    let fields = [
        ("first_name", "Siobhán"),
        ("last_name", "O'Brien"),
        ("email", "siobhan@example.com"),
        ("password", PASSWORD),
    ];
    browser.post("/signup", &fields).await.leads_to("/");
    browser
}

pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Reply {
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    pub fn cookies(&self) -> Vec<&str> {
        self.headers
            .get_all(header::SET_COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .collect()
    }
}

/// Sends exactly these headers.
pub async fn send(
    site: &Router,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Reply {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header("host", "localhost:3000");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::from(body.to_owned())).unwrap();
    let (parts, body) = site.clone().oneshot(request).await.unwrap().into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    Reply {
        status: parts.status.as_u16(),
        headers: parts.headers,
        body: String::from_utf8_lossy(&body).into_owned(),
    }
}
