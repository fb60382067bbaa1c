//! A site behind a proxy that names the client, and requests of any shape to it.

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request},
};
use serde_json::{Value, json};
use server::{Context, Settings, limits::Limits};
use tower::ServiceExt;

use crate::{browser::router, support::TestState};

pub const PASSWORD: &str = "seven small boats";
/// The header in which this site's proxy names the client.
pub const CLIENT: &str = "x-client";

pub struct World {
    pub state: TestState,
    pub site: Router,
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl World {
    /// A site with these limits.
    pub async fn limited(limits: Limits) -> Self {
        Self::with(Some(limits)).await
    }

    /// A site without limits.
    pub async fn unlimited() -> Self {
        Self::with(None).await
    }

    async fn with(limits: Option<Limits>) -> Self {
        let mut state = TestState::on_sqlite().await;
        let settings = Settings {
            limits,
            client_header: Some(CLIENT.parse().expect("a header")),
            ..(*state.ctx.settings).clone()
        };
        state.ctx.settings = Arc::new(settings);
        let site = router(&state.ctx);
        Self { state, site }
    }

    pub fn ctx(&self) -> &Context {
        &self.state.ctx
    }

    /// Sends a form from this address, as a page of ours would.
    pub async fn form(&self, from: &str, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let headers = [
            (CLIENT, from),
            ("origin", "http://localhost:3000"),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        self.send("POST", path, &headers, body).await
    }

    /// Sends JSON with these headers.
    pub async fn post(&self, path: &str, headers: &[(&str, &str)], body: Value) -> Reply {
        let mut all = vec![("content-type", "application/json")];
        all.extend_from_slice(headers);
        self.send("POST", path, &all, body.to_string()).await
    }

    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Reply {
        self.send("GET", path, headers, String::new()).await
    }

    pub async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> Reply {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "localhost:3000");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body)).expect("a request");
        let answer = self.site.clone().oneshot(request).await;
        let (parts, body) = answer.expect("an answer").into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("a body");
        Reply {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    /// Opens an account for somebody of this name; what stands behind `Authorization` for it.
    pub async fn newcomer(&self, first_name: &str) -> String {
        let email = email(first_name);
        let account = json!({"first_name": first_name, "last_name": "Fraser", "email": email, "password": PASSWORD});
        let made = self.post("/api/v1/users/", &[], account).await;
        assert_eq!(made.status, 201, "{}", made.body);
        self.log_in(first_name).await
    }

    pub async fn log_in(&self, first_name: &str) -> String {
        let known = json!({"email": email(first_name), "password": PASSWORD});
        let known = self.post("/api/v1/auth/login", &[], known).await;
        assert_eq!(known.status, 200, "{}", known.body);
        let token = known.json()["access_token"].clone();
        format!("Bearer {}", token.as_str().expect("a token"))
    }
}

pub fn email(first_name: &str) -> String {
    format!("{}@example.com", domain::places::fold(first_name))
}

impl Reply {
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    /// The sentence of a refusal.
    pub fn error(&self) -> String {
        self.json()["error"]
            .as_str()
            .expect("a sentence")
            .to_owned()
    }
}
