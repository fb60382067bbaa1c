//! Every request that we send, against stripe-mock: it knows Stripe's OpenAPI document and refuses what is not in it.

use chrono::DateTime;
use server::payments::{
    NewIntent, NewRefund, PaymentGateway,
    stripe::{Stripe, StripeSettings},
};
use uuid::Uuid;

/// The gateway at the server that this variable names; `None`, with a word about it, when it is not set.
pub fn at(variable: &str) -> Option<Stripe> {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let Ok(api_base) = std::env::var(variable) else {
        println!("skipped: {variable} is not set; `. scripts/stripe/start.sh` starts a server");
        return None;
    };
    Some(gateway(api_base))
}

pub fn gateway(api_base: String) -> Stripe {
    let settings = StripeSettings {
        secret_key: "sk_test_123".into(),
        publishable_key: "pk_test_123".into(),
        webhook_secrets: Vec::new(),
        api_base,
        js_url: StripeSettings::JS_URL.into(),
    };
    Stripe::new(&settings).expect("a client")
}

#[tokio::test]
async fn stripe_mock_accepts_every_request_and_we_read_every_answer() {
    let Some(stripe) = at("HBNB_TEST_STRIPE_MOCK") else {
        return;
    };
    for currency in ["GBP", "EUR", "USD", "JPY", "ISK", "KWD"] {
        let new = NewIntent {
            booking_id: Uuid::new_v4(),
            amount: 41_200,
            currency: currency.into(),
            return_path: "/checkout/x/return".into(),
        };
        stripe
            .create_intent(Uuid::new_v4(), new)
            .await
            .expect(currency);
    }
    let intent = stripe
        .retrieve("pi_123")
        .await
        .expect("retrieve")
        .expect("a payment");
    assert!(intent.client_secret.is_some());
    stripe
        .capture(Uuid::new_v4(), "pi_123")
        .await
        .expect("capture");
    stripe
        .cancel(Uuid::new_v4(), "pi_123")
        .await
        .expect("cancel");
    let refund = NewRefund {
        intent_id: "pi_123".into(),
        refund: Uuid::new_v4(),
        amount: 100,
    };
    stripe.refund(Uuid::new_v4(), refund).await.expect("refund");
    stripe.refunds("pi_123").await.expect("refunds");
    stripe.disputes("pi_123").await.expect("disputes");
    let mut next = None::<String>;
    for list in ["payments", "refunds", "disputes"] {
        let page = stripe
            .touched_since(DateTime::UNIX_EPOCH, next.as_deref())
            .await
            .expect(list);
        next = page.next;
    }
    assert_eq!(next, None);
    // After the first page of each list comes the next one.
    for after in ["payments:pi_1", "refunds:re_1", "disputes:du_1"] {
        stripe
            .touched_since(DateTime::UNIX_EPOCH, Some(after))
            .await
            .expect(after);
    }
}
