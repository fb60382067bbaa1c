//! `/sandbox/v1`: what a provider's library in the browser calls to pay with a card, so that a script can pay in the Sandbox.
//! It is not ours to answer for a real provider: with Stripe there is nothing here.

use axum::{
    Form, Json, Router,
    extract::{DefaultBodyLimit, FromRequest, Path, Request, State},
    http::{StatusCode, header},
    middleware,
    response::{IntoResponse, Response},
    routing::post,
};
use serde::{Deserialize, Serialize};
use server::{
    Context,
    payments::{IntentStatus, sandbox},
};

use super::{
    answer::{self, ApiError, ApiResult},
    json::{Asked, BODY_LIMIT, Body},
};

/// The provider's own address of a payment.
pub fn routes(ctx: &Context) -> Router {
    Router::new()
        .route("/sandbox/v1/payment_intents/{id}/confirm", post(confirm))
        .route("/sandbox/v1/payment_intents/{id}/confirm/", post(confirm))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(middleware::from_fn(answer::in_json))
        .with_state(ctx.clone())
}

/// A card, as a form or as JSON.
#[derive(Debug, Deserialize)]
struct Card {
    client_secret: String,
    payment_method: String,
}

impl Asked for Card {
    const REQUIRED: &'static [&'static str] = &["client_secret", "payment_method"];
}

/// The payment after it.
#[derive(Debug, Serialize)]
struct IntentBody {
    id: String,
    object: &'static str,
    status: &'static str,
    /// Minor units.
    amount: i64,
    currency: String,
    /// Where the guest says that it is them; only when their bank asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    next_action: Option<NextAction>,
    /// Why the last card was not taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

#[derive(Debug, Serialize)]
struct NextAction {
    redirect_to_url: String,
}

/// Tries a card: 200 with the payment, or 402 when the card is declined.
async fn confirm(
    State(ctx): State<Context>,
    Path(id): Path<String>,
    request: Request,
) -> ApiResult<Response> {
    let card = read(request).await?;
    let tried = sandbox::confirm(&ctx, &id, &card.client_secret, &card.payment_method).await?;
    let code = match tried.declined {
        Some(_) => StatusCode::PAYMENT_REQUIRED,
        None => StatusCode::OK,
    };
    Ok((code, Json(shown(&ctx, tried))).into_response())
}

fn shown(ctx: &Context, tried: sandbox::Confirmed) -> IntentBody {
    let intent = tried.intent;
    let asks = intent.status == IntentStatus::RequiresAction;
    let page = format!("{}/sandbox/pay/{}", ctx.settings.public_url, intent.id);
    IntentBody {
        object: "payment_intent",
        status: intent.status.as_str(),
        amount: intent.amount.minor,
        currency: intent.amount.currency.code().to_owned(),
        next_action: asks.then_some(NextAction {
            redirect_to_url: page,
        }),
        error: tried.declined,
        id: intent.id,
    }
}

async fn read(request: Request) -> ApiResult<Card> {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let is_form = kind.is_some_and(|kind| {
        kind.as_bytes()
            .starts_with(b"application/x-www-form-urlencoded")
    });
    if !is_form {
        return Body::from_request(request, &())
            .await
            .map(|Body(card)| card);
    }
    let form = Form::<Card>::from_request(request, &()).await;
    form.map(|Form(card)| card)
        .map_err(|_| ApiError::bad_request("Missing fields: client_secret, payment_method"))
}
