//! The world of these tests: Ailsa's flat, £100 a night; Mina, who wants it for three nights in ten days; Noor, who has nothing to do
//! with it; and a program for each.

use sea_orm::ActiveValue::Set;
use serde_json::{Value, json};
use server::{accounts::Actor, entities::listings};

use crate::{
    client::{Client, Reply},
    support::TestState,
};

pub struct World {
    pub state: TestState,
    pub home: listings::Model,
    pub host: Actor,
    pub guest: Actor,
    pub ailsa: Client,
    pub mina: Client,
    pub noor: Client,
    pub nobody: Client,
}

impl World {
    pub async fn new() -> Self {
        Self::taking(true).await
    }

    /// The same, but Ailsa wants to answer each request herself.
    pub async fn by_request() -> Self {
        Self::taking(false).await
    }

    async fn taking(instant_book: bool) -> Self {
        let state = TestState::on_sqlite().await;
        let (host, guest) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&host);
        let home = home.with(|row| row.instant_book = Set(instant_book));
        let noor = state.guest("Noor").await;
        Self {
            home: home.publish().await,
            ailsa: Client::of(&state.ctx, &host).await,
            mina: Client::of(&state.ctx, &guest).await,
            noor: Client::of(&state.ctx, &noor).await,
            nobody: Client::anonymous(&state.ctx),
            host,
            guest,
            state,
        }
    }

    /// What a client sends for the stay, without the payment.
    pub fn wish(&self) -> Value {
        json!({
            "place_id": self.home.id,
            "check_in_date": self.state.day(10),
            "check_out_date": self.state.day(13),
        })
    }

    /// The same with other values.
    pub fn wish_with(&self, more: Value) -> Value {
        with(self.wish(), more)
    }

    /// Mina's payment that waits for a card.
    pub async fn intended(&self) -> Value {
        let path = "/api/v1/payments/create-payment-intent";
        let reply = self.mina.post(path, self.wish()).await;
        reply.is(200);
        reply.json
    }

    /// What a provider's library does with a test card.
    pub async fn card(&self, intent: &Value, method: &str) -> Reply {
        let id = text(intent, "payment_intent_id");
        let path = format!("/sandbox/v1/payment_intents/{id}/confirm");
        let card = json!({
            "client_secret": intent["client_secret"],
            "payment_method": method,
        });
        self.nobody.post(&path, card).await
    }

    /// What Mina's client asks for after the card.
    pub async fn claim(&self, intent: &Value) -> Reply {
        let paid = json!({"payment_intent_id": intent["payment_intent_id"]});
        self.mina
            .post("/api/v1/bookings/", self.wish_with(paid))
            .await
    }

    /// Mina's booking, paid for.
    pub async fn booked(&self) -> Value {
        let intent = self.intended().await;
        self.card(&intent, "pm_card_visa").await.is(200);
        let reply = self.claim(&intent).await;
        reply.is(201);
        reply.json
    }

    /// The path of Mina's booking, paid for.
    pub async fn booking(&self) -> String {
        let booking = self.booked().await;
        format!("/api/v1/bookings/{}", text(&booking, "id"))
    }

    pub async fn tick(&self) {
        let passed = server::jobs::tick(&self.state.ctx).await;
        passed.expect("a pass of the worker");
    }
}

/// `value` with the fields of `more` in place of its own.
pub fn with(mut value: Value, more: Value) -> Value {
    if let (Some(fields), Value::Object(more)) = (value.as_object_mut(), more) {
        fields.extend(more);
    }
    value
}

/// A field that is text.
pub fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field]
        .as_str()
        .unwrap_or_else(|| panic!("{field} is no text in {value}"))
}
