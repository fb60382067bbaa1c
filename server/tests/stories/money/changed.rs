//! The site's owner changes the provider while payments of the other one are open: nothing waits for them, and nobody is asked about them.

use std::sync::Arc;

use domain::bookings::State;
use server::{
    accounts::Actor,
    bookings,
    entities::listings,
    payments::{
        self,
        sandbox::Fault,
        stripe::{Stripe, StripeSettings},
    },
};
use uuid::Uuid;

use crate::{money::scene::*, stage::*, support::*};

/// From now on Stripe takes the payments; nobody answers where it is called.
fn change(state: &mut TestState) {
    let settings = StripeSettings {
        secret_key: "sk_test_ofnoaccount".into(),
        publishable_key: "pk_test_ofnoaccount".into(),
        webhook_secrets: Vec::new(),
        api_base: "http://127.0.0.1:9/".into(),
        js_url: StripeSettings::JS_URL.into(),
    };
    state.ctx.gateway = Arc::new(Stripe::new(&settings).expect("a client"));
}

/// Who holds which home, by which booking.
async fn held(state: &TestState) -> (Actor, listings::Model, Uuid) {
    let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
    let home = state.home(&ailsa).publish().await;
    let id = hold(state, &mina, &home, state.stay(3, 2)).await;
    (mina, home, id)
}

/// So it has ended: its nights are free, and nothing is left to be done.
async fn ended(state: &TestState, id: Uuid, home: &listings::Model, how: State) {
    assert_eq!(
        (state_of(state, id).await, nights_of(state, home).await),
        (how, 0)
    );
    assert!(waiting(state, id).await.is_empty());
}

stories! {
    async fn a_hold_ends_when_its_time_is_over_and_its_nights_are_free(state: TestState) {
        let mut state = state;
        let (mina, home, id) = held(&state).await;
        press(&state, &mina, id).await;
        change(&mut state);
        wait(&state.clock, 16);
        tick(&state).await;
        ended(&state, id, &home, State::Expired).await;
    }

    async fn a_hold_that_is_let_go_asks_nobody(state: TestState) {
        let mut state = state;
        let (mina, home, id) = held(&state).await;
        press(&state, &mina, id).await;
        change(&mut state);
        bookings::release(&state.ctx, &mina, id).await.expect("let go");
        tick(&state).await;
        ended(&state, id, &home, State::Withdrawn).await;
    }

    async fn a_hold_that_was_ending_has_ended(state: TestState) {
        let mut state = state;
        let (mina, home, id) = held(&state).await;
        press(&state, &mina, id).await;
        fault(&state, "cancel", Fault::Down, 1).await;
        wait(&state.clock, 16);
        tick(&state).await;
        assert_eq!(state_of(&state, id).await, State::Expiring);
        change(&mut state);
        wait(&state.clock, 1);
        tick(&state).await;
        ended(&state, id, &home, State::Expired).await;
    }

    async fn money_that_was_to_be_taken_is_not(state: TestState) {
        let mut state = state;
        let (mina, home, id) = held(&state).await;
        card(&state, &mina, id, GOOD).await;
        assert_eq!(payments::advance(&state.ctx, id).await.expect("a look"), State::Capturing);
        change(&mut state);
        tick(&state).await;
        ended(&state, id, &home, State::PaymentFailed).await;
    }

    async fn a_refund_has_failed_and_says_where_it_is_to_be_made(state: TestState) {
        let mut state = state;
        let scene = Scene::paid_with(&state, VISA).await;
        fault(&state, "refund", Fault::Down, 1).await;
        scene.cancel(&state).await;
        change(&mut state);
        wait(&state.clock, 1);
        tick(&state).await;
        let refund = scene.refunds(&state).await.remove(0);
        assert_eq!(refund.state, "failed");
        assert!(refund.failure.as_deref().is_some_and(|why| why.contains("sandbox")), "{:?}", refund.failure);
        assert_eq!(letters(&state, refund.id).await, 2);
        assert_eq!(scene.balances(&state).await, (20_000, 0, -20_000), "it stays owed");
        assert!(waiting(&state, scene.id).await.is_empty());
    }
}
