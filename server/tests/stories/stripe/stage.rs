//! A story's world with Stripe in it.

use std::sync::Arc;

use domain::bookings::State;
use server::{
    Settings,
    accounts::Actor,
    bookings, jobs,
    payments::{
        Guarded,
        stripe::{Stripe, StripeSettings},
    },
};
use uuid::Uuid;

pub use crate::stage::{hold, ledger, payment, refusal, row, state_of, wait};
use crate::{
    stripe::fake::{Card, Fake},
    support::TestState,
};

/// The same world, in which Stripe takes the payments.
pub fn with(state: &mut TestState, stripe: StripeSettings) {
    let gateway = Arc::new(Stripe::new(&stripe).expect("a client"));
    state.ctx.gateway = Arc::new(Guarded::new(gateway, state.ctx.clock.clone()));
    let settings = Settings {
        stripe: Some(stripe),
        ..(*state.ctx.settings).clone()
    };
    state.ctx.settings = Arc::new(settings);
}

pub async fn fake(state: &mut TestState) -> Fake {
    let fake = Fake::start().await;
    with(state, fake.settings());
    fake
}

/// A hold by Mina of a home of Ailsa's, with the card form open.
pub async fn held(state: &TestState) -> (Actor, Uuid, String) {
    let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
    let home = state.home(&ailsa).publish().await;
    let id = hold(state, &mina, &home, state.stay(10, 2)).await;
    let intent = opened(state, &mina, id).await;
    (mina, id, intent)
}

/// The payment whose card form the checkout page opens.
pub async fn opened(state: &TestState, guest: &Actor, id: Uuid) -> String {
    let view = bookings::checkout(&state.ctx, guest, id)
        .await
        .expect("a checkout");
    let secret = bookings::pay_by_card(&state.ctx, guest, id, view.quote.total).await;
    let secret = secret.expect("an open payment").expect("its secret");
    secret
        .strip_suffix("_secret")
        .expect("the fake's secret")
        .to_owned()
}

/// A confirmed stay.
pub async fn booked(state: &TestState, fake: &Fake) -> (Actor, Uuid, String) {
    let (mina, id, intent) = held(state).await;
    fake.books().confirm(&intent, Card::Good);
    assert_eq!(returned(state, &mina, id).await, State::Confirmed);
    (mina, id, intent)
}

pub async fn returned(state: &TestState, guest: &Actor, id: Uuid) -> State {
    bookings::returned(&state.ctx, guest, id)
        .await
        .expect("a return")
}

/// Passes of the worker, with time between, until nothing is left to do again.
pub async fn pass(state: &TestState, passes: usize) {
    for _ in 0..passes {
        jobs::tick(&state.ctx).await.expect("a pass");
        wait(&state.clock, 1);
    }
}

/// The guest cancels; what comes back, in minor units.
pub async fn cancelled(state: &TestState, guest: &Actor, id: Uuid) -> i64 {
    let shown = bookings::cancel_preview(&state.ctx, guest, id)
        .await
        .expect("a preview");
    let shown = shown.refund.minor;
    bookings::cancel(&state.ctx, guest, id, shown, "")
        .await
        .expect("cancelled");
    shown
}
