//! Success, decline, capture and refund on localstripe, which was not written here. It is older than the API version that we
//! speak: one field of the creation had another name then, and a small gate in front of it translates that.

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    response::Response,
};
use reqwest::Client;
use serde_json::Value;
use server::payments::{
    IntentStatus, NewIntent, NewRefund, PaymentGateway, RefundAnswer, RefundStatus, stripe::Stripe,
};
use tokio::net::TcpListener;
use uuid::Uuid;

use crate::stripe::mock;

struct Local {
    stripe: Stripe,
    address: String,
    http: Client,
}

impl Local {
    async fn start() -> Option<Self> {
        mock::at("HBNB_TEST_LOCALSTRIPE")?;
        let address = std::env::var("HBNB_TEST_LOCALSTRIPE").ok()?;
        let http = Client::builder().no_proxy().build().expect("a client");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let gate = format!("http://{}/", listener.local_addr().expect("an address"));
        let router = Router::new()
            .fallback(translate)
            .with_state((http.clone(), address.clone()));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Some(Self {
            stripe: mock::gateway(gate),
            address,
            http,
        })
    }

    /// What Stripe.js does with a card.
    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Value {
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let sent = self
            .http
            .post(format!("{}v1/{path}", self.address))
            .basic_auth("sk_test_123", None::<&str>);
        let sent = sent
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body.join("&"));
        sent.send()
            .await
            .expect("an answer")
            .json()
            .await
            .expect("JSON")
    }

    async fn card(&self, intent: &str, number: &str) {
        let method = self
            .post(
                "payment_methods",
                &[
                    ("type", "card"),
                    ("card[number]", number),
                    ("card[exp_month]", "12"),
                    ("card[exp_year]", "2030"),
                    ("card[cvc]", "123"),
                ],
            )
            .await;
        let method = method["id"].as_str().expect("a payment method").to_owned();
        self.post(
            &format!("payment_intents/{intent}"),
            &[("payment_method", &method)],
        )
        .await;
        self.post(&format!("payment_intents/{intent}/confirm"), &[])
            .await;
    }

    async fn created(&self, booking_id: Uuid) -> String {
        let new = NewIntent {
            booking_id,
            amount: 41_200,
            currency: "GBP".into(),
            return_path: "/".into(),
        };
        self.stripe
            .create_intent(Uuid::new_v4(), new)
            .await
            .expect("made")
            .id
    }

    async fn seen(&self, id: &str) -> server::payments::Intent {
        self.stripe
            .retrieve(id)
            .await
            .expect("an answer")
            .expect("the payment")
    }
}

/// Passes a request on, with the old name of one field.
async fn translate(State((http, address)): State<(Client, String)>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, 1 << 20).await.expect("a body");
    let body = String::from_utf8_lossy(&body)
        .replace("allowed_payment_method_types", "payment_method_types");
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    let mut sent = http
        .request(
            parts.method,
            format!("{}{}", address.trim_end_matches('/'), path),
        )
        .body(body);
    for name in ["authorization", "content-type"] {
        if let Some(value) = parts.headers.get(name) {
            sent = sent.header(name, value);
        }
    }
    let answer = sent.send().await.expect("localstripe");
    let status = answer.status();
    let bytes: Bytes = answer.bytes().await.expect("its answer");
    Response::builder()
        .status(status)
        .body(Body::from(bytes))
        .expect("a response")
}

#[tokio::test]
async fn a_card_is_authorised_captured_and_refunded_on_localstripe() {
    let Some(local) = Local::start().await else {
        return;
    };
    let booking = Uuid::new_v4();
    let id = local.created(booking).await;
    let made = local.seen(&id).await;
    assert_eq!(
        (made.status, made.booking_id, made.amount),
        (IntentStatus::RequiresPaymentMethod, booking, 41_200)
    );
    local.card(&id, "4242424242424242").await;
    assert_eq!(local.seen(&id).await.status, IntentStatus::RequiresCapture);
    let taken = local
        .stripe
        .capture(Uuid::new_v4(), &id)
        .await
        .expect("an answer");
    assert_eq!(
        (taken.status, taken.captured),
        (IntentStatus::Succeeded, 41_200)
    );
    let again = local
        .stripe
        .capture(Uuid::new_v4(), &id)
        .await
        .expect("an answer");
    assert_eq!(
        again.status,
        IntentStatus::Succeeded,
        "a second capture is refused, and we look"
    );
    let ours = Uuid::new_v4();
    let refund = NewRefund {
        intent_id: id.clone(),
        refund: ours,
        amount: 1_200,
    };
    let RefundAnswer::Made(made) = local
        .stripe
        .refund(Uuid::new_v4(), refund)
        .await
        .expect("an answer")
    else {
        panic!("not made");
    };
    assert_eq!((made.amount, made.status), (1_200, RefundStatus::Succeeded));
    let all = local.stripe.refunds(&id).await.expect("refunds");
    assert_eq!(
        all.iter().map(|refund| refund.refund).collect::<Vec<_>>(),
        [Some(ours)]
    );
}

#[tokio::test]
async fn a_declined_card_is_told_and_a_payment_without_one_is_cancelled_on_localstripe() {
    let Some(local) = Local::start().await else {
        return;
    };
    let id = local.created(Uuid::new_v4()).await;
    // The number that localstripe declines when it is charged.
    local.card(&id, "4000000000000341").await;
    let declined = local.seen(&id).await;
    assert_eq!(
        (declined.status, declined.declined_cards),
        (IntentStatus::RequiresPaymentMethod, 1)
    );
    assert!(
        declined
            .last_error
            .is_some_and(|said| said.contains("declined"))
    );
    let ended = local
        .stripe
        .cancel(Uuid::new_v4(), &id)
        .await
        .expect("an answer");
    assert_eq!(ended.status, IntentStatus::Canceled);
    assert!(
        local
            .stripe
            .retrieve("pi_unknown")
            .await
            .expect("an answer")
            .is_none()
    );
}
