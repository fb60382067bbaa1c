//! The part of Stripe's API that we call.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use axum::{
    Form, Json, Router,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde_json::{Value, json};

use super::{
    books::{Books, Dispute, Payment, Refund},
    faults::{Fault, down, late, lost},
};

type Shared = Arc<Mutex<Books>>;
type Fields = HashMap<String, String>;
/// Status and body.
type Said = (u16, Value);

pub fn router(books: Shared) -> Router {
    Router::new()
        .route("/v1/payment_intents", post(create).get(payments))
        .route("/v1/payment_intents/{id}", get(retrieve))
        .route("/v1/payment_intents/{id}/{change}", post(change))
        .route("/v1/charges", get(charges))
        .route("/v1/refunds", post(refund).get(refunds))
        .route("/v1/disputes", get(disputes))
        .with_state(books)
}

async fn create(
    State(books): State<Shared>,
    headers: HeaderMap,
    Form(asked): Form<Fields>,
) -> Response {
    let path = "create".to_owned();
    once(&books, "create", &headers, path, asked, |books, asked| {
        let payment = Payment {
            id: format!("pi_{}", books.payments.len()),
            amount: asked["amount"].parse().unwrap_or_default(),
            currency: asked["currency"].clone(),
            status: "requires_payment_method",
            metadata: metadata(asked),
            ..Default::default()
        };
        assert_eq!(asked["capture_method"], "manual");
        books.payments.push(payment.clone());
        (200, written(&payment))
    })
    .await
}

async fn change(
    State(books): State<Shared>,
    Path((id, change)): Path<(String, String)>,
    headers: HeaderMap,
    Form(asked): Form<Fields>,
) -> Response {
    let operation = if change == "capture" {
        "capture"
    } else {
        "cancel"
    };
    let path = format!("{id}/{change}");
    once(&books, operation, &headers, path, asked, |books, _| {
        let Some(payment) = books.payment(&id) else {
            return refusal(404, "resource_missing", "No such payment_intent.");
        };
        let (event, allowed) = match operation {
            "capture" => (
                "payment_intent.succeeded",
                payment.status == "requires_capture",
            ),
            _ => (
                "payment_intent.canceled",
                !matches!(payment.status, "succeeded" | "canceled"),
            ),
        };
        if !allowed {
            let message = format!("This PaymentIntent has a status of {}.", payment.status);
            return refusal(400, "payment_intent_unexpected_state", &message);
        }
        if operation == "capture" && payment.declines_capture {
            books.decline_capture(&id);
            return refusal(402, "card_declined", "Your card was declined.");
        }
        if operation == "capture" {
            payment.status = "succeeded";
            payment.captured = payment.amount;
            payment.captures += 1;
        } else {
            payment.status = "canceled";
        }
        let said = written(payment);
        books.tell(event, &id, None);
        (200, said)
    })
    .await
}

async fn refund(
    State(books): State<Shared>,
    headers: HeaderMap,
    Form(asked): Form<Fields>,
) -> Response {
    let path = "refund".to_owned();
    once(&books, "refund", &headers, path, asked, |books, asked| {
        let id = asked["payment_intent"].clone();
        let amount: i64 = asked["amount"].parse().unwrap_or_default();
        let left = books.payment(&id).map_or(0, |payment| payment.captured) - books.refunded(&id);
        let disputed = books
            .disputes
            .iter()
            .any(|it| it.payment == id && it.status == "needs_response");
        match () {
            () if disputed => refusal(400, "charge_disputed", "The charge has been charged back."),
            () if left == 0 => refusal(
                400,
                "charge_already_refunded",
                "The charge has already been refunded.",
            ),
            () if amount > left => refusal(
                400,
                "",
                "Refund amount is greater than unrefunded amount on charge.",
            ),
            () => (
                200,
                given_back(&books.add_refund(&id, amount, metadata(asked))),
            ),
        }
    })
    .await
}

async fn retrieve(State(books): State<Shared>, Path(id): Path<String>) -> Response {
    match fault(&books, "retrieve") {
        Some(Fault::Down) => return down(),
        Some(Fault::Lost) => return lost(),
        Some(Fault::Late) => late().await,
        Some(Fault::Doubled) | None => {}
    }
    let mut books = books.lock().unwrap();
    respond(match books.payment(&id) {
        Some(payment) => (200, written(payment)),
        None => refusal(404, "resource_missing", "No such payment_intent."),
    })
}

async fn payments(State(books): State<Shared>, Query(asked): Query<Fields>) -> Response {
    let books = books.lock().unwrap();
    page(books.payments.iter().rev().map(written), &asked)
}

async fn charges(State(books): State<Shared>, Query(asked): Query<Fields>) -> Response {
    let mut books = books.lock().unwrap();
    let failed = books
        .payment(&asked["payment_intent"])
        .map_or(0, |payment| payment.failed_charges);
    let charge = |number| json!({ "id": format!("ch_{number}"), "status": "failed" });
    page((0..failed).map(charge), &asked)
}

async fn refunds(State(books): State<Shared>, Query(asked): Query<Fields>) -> Response {
    let books = books.lock().unwrap();
    let of = |refund: &&Refund| {
        asked
            .get("payment_intent")
            .is_none_or(|id| *id == refund.payment)
    };
    page(
        books.refunds.iter().rev().filter(of).map(given_back),
        &asked,
    )
}

async fn disputes(State(books): State<Shared>, Query(asked): Query<Fields>) -> Response {
    let books = books.lock().unwrap();
    let of = |dispute: &&Dispute| {
        asked
            .get("payment_intent")
            .is_none_or(|id| *id == dispute.payment)
    };
    page(books.disputes.iter().rev().filter(of).map(disputed), &asked)
}

/// Does what was asked once for each key, and answers the same to the same key again; or meets a fault.
async fn once(
    books: &Shared,
    operation: &'static str,
    headers: &HeaderMap,
    path: String,
    asked: Fields,
    act: impl Fn(&mut Books, &Fields) -> Said,
) -> Response {
    let key = headers
        .get("idempotency-key")
        .and_then(|key| key.to_str().ok());
    let key = key.expect("every change has a key").to_owned();
    let fault = fault(books, operation);
    if fault == Some(Fault::Down) {
        return down();
    }
    let mut fields: Vec<_> = asked.iter().collect();
    fields.sort();
    let fingerprint = format!("{path} {fields:?}");
    let keyed = || {
        let mut books = books.lock().unwrap();
        if let Some((before, status, body)) = books.keys.get(&key) {
            return match *before == fingerprint {
                true => (*status, body.clone()),
                false => (
                    400,
                    json!({ "error": { "type": "idempotency_error", "message": "Keys are used once." } }),
                ),
            };
        }
        let (status, body) = act(&mut books, &asked);
        books
            .keys
            .insert(key.clone(), (fingerprint.clone(), status, body.clone()));
        (status, body)
    };
    let mut said = keyed();
    match fault {
        Some(Fault::Doubled) => said = keyed(),
        Some(Fault::Late) => late().await,
        Some(Fault::Lost) => return lost(),
        Some(Fault::Down) | None => {}
    }
    respond(said)
}

fn fault(books: &Shared, operation: &str) -> Option<Fault> {
    let mut books = books.lock().unwrap();
    let place = books.faults.iter().position(|(on, _)| *on == operation)?;
    books.faults.remove(place).map(|(_, fault)| fault)
}

fn respond((status, body): Said) -> Response {
    (StatusCode::from_u16(status).unwrap(), Json(body)).into_response()
}

fn refusal(status: u16, code: &str, message: &str) -> Said {
    let kind = match status {
        402 => "card_error",
        _ => "invalid_request_error",
    };
    let mut error = json!({ "type": kind, "message": message });
    if !code.is_empty() {
        error["code"] = json!(code);
    }
    (status, json!({ "error": error }))
}

/// Pages of at most `limit`, after `starting_after`, as Stripe cuts them.
fn page(all: impl Iterator<Item = Value>, asked: &Fields) -> Response {
    let limit = asked
        .get("limit")
        .and_then(|limit| limit.parse().ok())
        .unwrap_or(10);
    let after = asked.get("starting_after");
    let mut rest: Vec<Value> = all
        .skip_while(|it| after.is_some_and(|after| it["id"] != **after))
        .skip(usize::from(after.is_some()))
        .collect();
    let more = rest.len() > limit;
    rest.truncate(limit);
    respond((
        200,
        json!({ "object": "list", "data": rest, "has_more": more, "url": "/v1" }),
    ))
}

fn metadata(asked: &Fields) -> HashMap<String, String> {
    let named = |(name, value): (&String, &String)| {
        let key = name.strip_prefix("metadata[")?.strip_suffix(']')?;
        Some((key.to_owned(), value.clone()))
    };
    asked.iter().filter_map(named).collect()
}

fn written(payment: &Payment) -> Value {
    let lapses = json!({ "payment_method_details": { "type": "card", "card": { "capture_before": 1_780_900_000 } } });
    json!({
        "id": payment.id, "object": "payment_intent", "amount": payment.amount, "amount_received": payment.captured,
        "currency": payment.currency, "status": payment.status, "metadata": payment.metadata,
        "client_secret": format!("{}_secret", payment.id), "created": 1_780_300_000,
        "last_payment_error": payment.last_error.as_ref().map(|message| json!({ "type": "card_error", "message": message })),
        "latest_charge": payment.has_charge.then_some(lapses),
    })
}

fn given_back(refund: &Refund) -> Value {
    json!({
        "id": refund.id, "object": "refund", "amount": refund.amount, "status": refund.status,
        "payment_intent": refund.payment, "metadata": refund.metadata, "created": 1_780_300_000,
    })
}

fn disputed(dispute: &Dispute) -> Value {
    json!({
        "id": dispute.id, "object": "dispute", "amount": dispute.amount, "status": dispute.status, "reason": "fraudulent",
        "is_charge_refundable": false, "payment_intent": dispute.payment, "created": 1_780_300_000,
    })
}
