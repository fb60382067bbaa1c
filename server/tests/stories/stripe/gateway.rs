//! The gateway alone.

use chrono::DateTime;
use server::payments::{
    IntentStatus, NewIntent, NewRefund, PaymentGateway, RefundAnswer, stripe::Stripe,
};
use uuid::Uuid;

use crate::stripe::fake::{Card, Fake};

fn intent(booking_id: Uuid) -> NewIntent {
    NewIntent {
        booking_id,
        amount: 41_200,
        currency: "GBP".into(),
        return_path: "/checkout/x/return".into(),
    }
}

async fn stripe() -> (Fake, Stripe) {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let fake = Fake::start().await;
    let stripe = Stripe::new(&fake.settings()).expect("a client");
    (fake, stripe)
}

async fn captured(fake: &Fake, stripe: &Stripe) -> String {
    let made = stripe
        .create_intent(Uuid::new_v4(), intent(Uuid::new_v4()))
        .await
        .expect("made");
    fake.books().confirm(&made.id, Card::Good);
    let taken = stripe
        .capture(Uuid::new_v4(), &made.id)
        .await
        .expect("taken");
    assert_eq!(
        (taken.status, taken.captured),
        (IntentStatus::Succeeded, 41_200)
    );
    made.id
}

#[tokio::test]
async fn the_same_effect_makes_one_payment_and_another_effect_another() {
    let (fake, stripe) = stripe().await;
    let (effect, booking) = (Uuid::new_v4(), Uuid::new_v4());
    let first = stripe
        .create_intent(effect, intent(booking))
        .await
        .expect("made");
    let again = stripe
        .create_intent(effect, intent(booking))
        .await
        .expect("made");
    assert_eq!(first, again);
    assert_eq!(first.booking_id, booking);
    assert_eq!((first.page, first.client_secret.is_some()), (None, true));
    stripe
        .create_intent(Uuid::new_v4(), intent(booking))
        .await
        .expect("made");
    assert_eq!(fake.books().payments.len(), 2);
}

#[tokio::test]
async fn a_change_that_comes_too_late_tells_what_the_payment_has_become() {
    let (fake, stripe) = stripe().await;
    let id = captured(&fake, &stripe).await;
    let again = stripe
        .capture(Uuid::new_v4(), &id)
        .await
        .expect("an answer");
    assert_eq!(again.status, IntentStatus::Succeeded);
    let cancelled = stripe.cancel(Uuid::new_v4(), &id).await.expect("an answer");
    assert_eq!(cancelled.status, IntentStatus::Succeeded);
    assert_eq!(fake.books().only().captures, 1);
    assert!(
        stripe
            .retrieve("pi_unknown")
            .await
            .expect("an answer")
            .is_none()
    );
}

#[tokio::test]
async fn a_refund_is_made_once_found_again_and_never_more_than_was_taken() {
    let (fake, stripe) = stripe().await;
    let id = captured(&fake, &stripe).await;
    let ours = Uuid::new_v4();
    let refund = |amount| NewRefund {
        intent_id: id.clone(),
        refund: ours,
        amount,
    };
    let effect = Uuid::new_v4();
    let made = stripe
        .refund(effect, refund(1_200))
        .await
        .expect("an answer");
    assert_eq!(
        stripe
            .refund(effect, refund(1_200))
            .await
            .expect("an answer"),
        made
    );
    assert_eq!(fake.books().refunds.len(), 1);
    assert!(matches!(made, RefundAnswer::Made(made) if made.refund == Some(ours)));
    let more = stripe
        .refund(Uuid::new_v4(), refund(40_001))
        .await
        .expect("an answer");
    assert!(matches!(more, RefundAnswer::Refused(said) if said.contains("greater")));
    fake.books().dispute(&id, 40_000);
    let barred = stripe
        .refund(Uuid::new_v4(), refund(10))
        .await
        .expect("an answer");
    assert_eq!(barred, RefundAnswer::Barred);
    assert_eq!(stripe.disputes(&id).await.expect("disputes").len(), 1);
}

#[tokio::test]
async fn long_lists_are_read_to_their_end_oldest_first() {
    let (fake, stripe) = stripe().await;
    let id = captured(&fake, &stripe).await;
    for _ in 0..250 {
        fake.books().refund_by_hand(&id, 1);
    }
    let all = stripe.refunds(&id).await.expect("refunds");
    assert_eq!(
        (all.len(), all[0].id.as_str(), all[249].id.as_str()),
        (250, "re_0", "re_249")
    );
}

#[tokio::test]
async fn everything_that_was_touched_is_named() {
    let (fake, stripe) = stripe().await;
    let id = captured(&fake, &stripe).await;
    for _ in 0..120 {
        stripe
            .create_intent(Uuid::new_v4(), intent(Uuid::new_v4()))
            .await
            .expect("made");
    }
    fake.books().refund_by_hand(&id, 1);
    fake.books().dispute(&id, 1);
    let (mut touched, mut next, mut pages) = (Vec::new(), None::<String>, 0);
    loop {
        let page = stripe
            .touched_since(DateTime::UNIX_EPOCH, next.as_deref())
            .await
            .expect("a page");
        touched.extend(page.intents);
        pages += 1;
        match page.next {
            Some(after) => next = Some(after),
            None => break,
        }
    }
    assert_eq!(
        (touched.len(), pages),
        (123, 4),
        "121 payments on two pages, a refund, a dispute"
    );
    assert_eq!(touched.iter().filter(|it| **it == id).count(), 3);
}
