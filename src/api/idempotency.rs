//! `Idempotency-Key`: a POST that is sent again is answered as it was the first time, and is done once.

mod answers;

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use server::{
    Context,
    idempotency::{self, Begun, Lease},
    interruptions, limits,
};
use sha2::{Digest, Sha256};

use super::{
    answer::{ApiError, ApiResult},
    caller::Caller,
    json::BODY_LIMIT,
};

const KEY: &str = "idempotency-key";

/// In characters.
const LONGEST_KEY: usize = 200;

/// What answers with tokens is never answered from memory: they are shown once, and kept by nobody.
const EXEMPT: [&str; 2] = ["/v1/auth/", "/v1/tokens"];

/// Does what carries a key once.
pub async fn once(State(ctx): State<Context>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_exempt =
        request.method() != Method::POST || EXEMPT.iter().any(|start| path.starts_with(start));
    let key = request.headers().get(KEY).filter(|_| !is_exempt);
    let answered = match key.map(read) {
        None => return next.run(request).await,
        Some(Ok(key)) => keyed(&ctx, key, request, next).await,
        Some(Err(refusal)) => Err(refusal),
    };
    answered.unwrap_or_else(IntoResponse::into_response)
}

fn read(key: &HeaderValue) -> ApiResult<String> {
    let text = key.to_str().ok().map(str::trim);
    let text = text.filter(|text| (1..=LONGEST_KEY).contains(&text.len()));
    text.map(str::to_owned).ok_or_else(|| {
        ApiError::bad_request(format!(
            "Idempotency-Key must have 1 to {LONGEST_KEY} characters."
        ))
    })
}

async fn keyed(ctx: &Context, key: String, request: Request, next: Next) -> ApiResult<Response> {
    let (parts, body) = request.into_parts();
    let caller = Caller::of(ctx, &parts.headers).await?;
    let too_long = |_| {
        ApiError::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "A request may have at most 64 KB.",
        )
    };
    let body = to_bytes(body, BODY_LIMIT).await.map_err(too_long)?;
    let asked = idempotency::Request {
        owner: owner(&caller),
        key,
        hash: hash(&caller, &parts.uri, &parts.headers, &body),
    };
    match idempotency::begin(ctx, &asked).await? {
        Begun::Work(lease) => Ok(work(ctx, lease, parts, Body::from(body), next).await),
        Begun::Answer(answer) => Ok(answers::again(answer)),
        Begun::Other => Err(ApiError::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "This Idempotency-Key was used for another request. Use a new one.",
        )),
        Begun::InWork { seconds } => Ok(in_work(seconds)),
    }
}

async fn work(ctx: &Context, lease: Lease, parts: Parts, body: Body, next: Next) -> Response {
    let request = Request::from_parts(parts, body);
    let unfinished = answers::Unfinished::new(ctx, &lease);
    let response = idempotency::within(lease.seed, lease.again, next.run(request)).await;
    interruptions::reach("idempotency", "answered").await;
    let response = answers::keep(ctx, &lease, response).await;
    unfinished.done();
    response
}

/// Two people may choose the same key; so may two who have no account.
fn owner(caller: &Caller) -> String {
    match (caller.proved(), limits::client()) {
        (Some(known), _) => format!("user:{}", known.actor.user_id.simple()),
        (None, Some(network)) => format!("from:{network}"),
        (None, None) => "from:".to_owned(),
    }
}

/// All that must be the same. A token of other scopes asks something else: it may not read what another one may.
fn hash(caller: &Caller, uri: &Uri, headers: &HeaderMap, body: &[u8]) -> [u8; 32] {
    let scopes = caller.proved().and_then(|known| known.scopes.as_ref());
    let scopes = scopes.map(ToString::to_string).unwrap_or_default();
    let kind = headers.get(header::CONTENT_TYPE);
    let mut all = Sha256::new();
    for part in [
        scopes.as_bytes(),
        uri.path().as_bytes(),
        uri.query().unwrap_or_default().as_bytes(),
        kind.map_or(b"", HeaderValue::as_bytes),
        body,
    ] {
        // Each by itself, so that no part can end where another one begins.
        all.update(Sha256::digest(part));
    }
    all.finalize().into()
}

fn in_work(seconds: i64) -> Response {
    let sentence = "A request with this Idempotency-Key is in work. Please ask again in a moment.";
    let mut response = ApiError::new(StatusCode::CONFLICT, sentence).into_response();
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}
