//! A program that calls the API through the whole router: JSON, a token, no cookies.
// Each file of tests uses a part of this.
#![allow(dead_code)]

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, header},
};
use domain::tokens::Scope;
use serde_json::{Value, json};
use server::{
    Context,
    accounts::Actor,
    tokens::{self, WantedToken},
};
use tower::ServiceExt;

use crate::browser::router;

/// One program with its token, or with none.
#[derive(Clone)]
pub struct Client {
    router: Router,
    token: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    /// `Null` when the body is empty or no JSON.
    pub json: Value,
    pub text: String,
}

impl Client {
    /// Nobody in particular.
    pub fn anonymous(ctx: &Context) -> Self {
        Self {
            router: router(ctx),
            token: None,
        }
    }

    /// With a personal token that may do everything.
    pub async fn of(ctx: &Context, actor: &Actor) -> Self {
        let scopes: Vec<&str> = Scope::ALL.iter().map(|scope| scope.as_str()).collect();
        Self::with_scopes(ctx, actor, &scopes).await
    }

    /// With a personal token that may do this.
    pub async fn with_scopes(ctx: &Context, actor: &Actor, scopes: &[&str]) -> Self {
        let wanted = WantedToken {
            id: uuid::Uuid::new_v4(),
            name: "A program".into(),
            scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
            expires_in: "never".into(),
        };
        let made = tokens::make(ctx, actor, wanted).await.expect("a token");
        Self::anonymous(ctx).with_token(&made.token)
    }

    /// With the access token of a log-in.
    pub async fn logged_in(ctx: &Context, email: &str, password: &str) -> Self {
        let nobody = Self::anonymous(ctx);
        let body = json!({"email": email, "password": password});
        let reply = nobody.post("/api/v1/auth/login", body).await;
        assert_eq!(reply.status, 200, "{}", reply.text);
        let token = reply.json["access_token"].as_str();
        nobody.with_token(token.expect("an access token"))
    }

    pub fn with_token(&self, token: &str) -> Self {
        Self {
            router: self.router.clone(),
            token: Some(token.to_owned()),
        }
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.call("GET", path, None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Reply {
        self.call("POST", path, Some(body)).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Reply {
        self.call("PUT", path, Some(body)).await
    }

    pub async fn delete(&self, path: &str) -> Reply {
        self.call("DELETE", path, None).await
    }

    pub async fn call(&self, method: &str, path: &str, body: Option<Value>) -> Reply {
        self.send(method, path, &[], body).await
    }

    /// The same with more headers.
    pub async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Value>,
    ) -> Reply {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "localhost:3000");
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if body.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        let request = request.body(body).expect("a request");
        let answer = self.router.clone().oneshot(request).await;
        Reply::read(answer.expect("an answer")).await
    }
}

impl Reply {
    async fn read(response: axum::http::Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a body");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Self {
            status: parts.status.as_u16(),
            headers: parts.headers,
            json: serde_json::from_str(&text).unwrap_or(Value::Null),
            text,
        }
    }

    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// The sentence of a refusal.
    pub fn error(&self) -> &str {
        self.json["error"].as_str().unwrap_or_default()
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    /// A refusal with exactly this sentence.
    #[track_caller]
    pub fn refuses(&self, status: u16, sentence: &str) -> &Self {
        assert_eq!(
            (self.status, self.error()),
            (status, sentence),
            "{}",
            self.text
        );
        self
    }

    /// A refusal that names exactly these fields.
    #[track_caller]
    pub fn names(&self, status: u16, fields: &[&str]) -> &Self {
        assert_eq!(self.status, status, "{}", self.text);
        let named = self.json["fields"].as_object();
        let named: Vec<&str> = named
            .map(|fields| fields.keys().map(String::as_str).collect())
            .unwrap_or_default();
        assert_eq!(named, fields, "{}", self.text);
        self
    }
}
