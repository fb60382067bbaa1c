//! Keeping an answer, and giving it again.

use axum::{
    body::{Body, HttpBody, to_bytes},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use server::{
    Context,
    idempotency::{self, Answer, LONGEST_ANSWER, Lease},
};

/// What is kept of an answer's headers.
const KEPT: [HeaderName; 2] = [header::CONTENT_TYPE, header::LOCATION];

const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// Keeps the answer for a day, unless it says that nothing was done for now: then the next one tries again.
pub async fn keep(ctx: &Context, lease: &Lease, response: Response) -> Response {
    let is_short = response.body().size_hint().upper();
    let is_short = is_short.is_some_and(|bytes| bytes <= LONGEST_ANSWER as u64);
    if !is_final(response.status()) || !is_short {
        give_up(ctx, lease).await;
        return response;
    }
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, LONGEST_ANSWER).await.unwrap_or_default();
    let headers = KEPT.iter().filter_map(|name| {
        let value = parts.headers.get(name)?.to_str().ok()?;
        Some((name.as_str().to_owned(), value.to_owned()))
    });
    let answer = Answer {
        status: parts.status.as_u16(),
        headers: headers.collect(),
        body: String::from_utf8_lossy(&bytes).into_owned(),
    };
    if let Err(error) = idempotency::finish(ctx, lease, &answer).await {
        // It was done: the client is told, and a second request finds what was made.
        tracing::warn!(%error, "an answer could not be kept for its key");
    }
    Response::from_parts(parts, Body::from(bytes))
}

/// Whether the same request would be answered the same again.
fn is_final(status: StatusCode) -> bool {
    let for_now = [
        StatusCode::UNAUTHORIZED,
        StatusCode::REQUEST_TIMEOUT,
        StatusCode::TOO_MANY_REQUESTS,
    ];
    !status.is_server_error() && !for_now.contains(&status)
}

async fn give_up(ctx: &Context, lease: &Lease) {
    if let Err(error) = idempotency::give_up(ctx, lease).await {
        // The lease ends by itself in half a minute.
        tracing::warn!(%error, "a key could not be given up");
    }
}

/// What was answered before.
pub fn again(answer: Answer) -> Response {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or_default();
    let headers = response.headers_mut();
    for (name, value) in answer.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.insert(name, value);
        }
    }
    headers.insert(REPLAYED, HeaderValue::from_static("true"));
    response
}

/// A request that may be dropped half way, because its client has gone or its time is over: its key is then given up at once.
pub struct Unfinished(Option<(Context, Lease)>);

impl Unfinished {
    pub fn new(ctx: &Context, lease: &Lease) -> Self {
        Self(Some((ctx.clone(), lease.clone())))
    }

    /// It was answered.
    pub fn done(mut self) {
        self.0 = None;
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        let Some((ctx, lease)) = self.0.take() else {
            return;
        };
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move { give_up(&ctx, &lease).await });
        }
    }
}
