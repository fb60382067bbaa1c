//! The booking for a payment: given once, the same one again, and never for what was not paid.

use domain::{Error, bookings::State};
use sea_orm::ActiveValue::Set;
use server::{
    Result,
    accounts::Actor,
    bookings::{self, Claim, Claimed, Intended},
    entities::listings,
    payments::{self, sandbox},
};

use super::intents::ask;
use crate::{stage::*, support::*};

async fn intended(state: &TestState, guest: &Actor, home: &listings::Model) -> Intended {
    let made = bookings::intend(&state.ctx, guest, ask(state, home)).await;
    made.expect("a payment")
}

async fn pays(state: &TestState, made: &Intended) {
    let paid = sandbox::confirm(
        &state.ctx,
        &made.intent_id,
        &made.client_secret,
        "pm_card_visa",
    );
    paid.await.expect("a card that is taken");
}

fn of(state: &TestState, home: &listings::Model, made: &Intended) -> Claim {
    let stay = state.stay(3, 2);
    Claim {
        listing_id: home.id,
        check_in: stay.check_in,
        check_out: stay.check_out,
        guests: None,
        intent_id: made.intent_id.clone(),
    }
}

async fn claimed(state: &TestState, guest: &Actor, claim: Claim) -> Result<Claimed> {
    bookings::claim(&state.ctx, guest, claim).await
}

stories! {
    async fn a_paid_stay_is_given_once_and_the_same_one_again(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let made = intended(&state, &mina, &home).await;
        pays(&state, &made).await;
        let first = claimed(&state, &mina, of(&state, &home, &made)).await.expect("the booking");
        assert_eq!((first.first, first.booking.id, first.booking.state), (true, made.booking_id, State::Confirmed));
        let again = claimed(&state, &mina, of(&state, &home, &made)).await.expect("the same booking");
        assert_eq!((again.first, &again.booking), (false, &first.booking));
    }

    async fn two_servers_give_it_once(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let made = intended(&state, &mina, &home).await;
        pays(&state, &made).await;
        let other = state.another_server().await;
        let (first, second) = tokio::join!(
            bookings::claim(&state.ctx, &mina, of(&state, &home, &made)),
            bookings::claim(&other, &mina, of(&state, &home, &made))
        );
        let (first, second) = (first.expect("the booking"), second.expect("the booking"));
        assert!(first.first != second.first, "one of them was first");
        assert_eq!(ledger(&state, made.booking_id).await.len(), 4, "the money was taken once");
    }

    async fn a_request_is_given_while_it_waits_for_the_host(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).with(|row| row.instant_book = Set(false)).publish().await;
        let made = intended(&state, &mina, &home).await;
        pays(&state, &made).await;
        let given = claimed(&state, &mina, of(&state, &home, &made)).await.expect("the booking");
        assert_eq!((given.booking.state, given.first), (State::Authorized, true));
        assert!(given.booking.respond_by.is_some());
    }

    async fn without_the_claim_the_message_of_the_provider_completes_it(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let made = intended(&state, &mina, &home).await;
        pays(&state, &made).await;
        payments::advance(&state.ctx, made.booking_id).await.expect("what a message leads to");
        tick(&state).await;
        assert_eq!(state_of(&state, made.booking_id).await, State::Confirmed);
        let late = claimed(&state, &mina, of(&state, &home, &made)).await.expect("the booking");
        assert!(late.first, "the tab was closed and opened again");
    }

    async fn what_was_not_paid_is_not_given(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let made = intended(&state, &mina, &home).await;
        let refused = refusal(claimed(&state, &mina, of(&state, &home, &made)).await);
        assert_eq!(refused.to_string(), "Payment not completed. Status: requires_payment_method");
        bookings::release(&state.ctx, &mina, made.booking_id).await.expect("let go");
        tick(&state).await;
        let refused = refusal(claimed(&state, &mina, of(&state, &home, &made)).await);
        assert_eq!(refused.to_string(), "Payment not completed. Status: canceled");
    }

    async fn a_payment_pays_for_its_own_stay_alone(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let (home, other) = (state.home(&ailsa).publish().await, state.home(&ailsa).publish().await);
        let made = intended(&state, &mina, &home).await;
        pays(&state, &made).await;
        let usual = || of(&state, &home, &made);
        let wrong = [
            Claim { listing_id: other.id, ..usual() },
            Claim { check_out: state.day(9), ..usual() },
            Claim { guests: Some(4), ..usual() },
        ];
        for claim in wrong {
            let refused = refusal(claimed(&state, &mina, claim.clone()).await);
            assert_eq!(refused.to_string(), "Payment amount does not match booking total", "{claim:?}");
        }
        let shifted = Claim { check_in: state.day(4), check_out: state.day(6), ..usual() };
        let refused = refusal(claimed(&state, &mina, shifted).await);
        assert_eq!(refused.to_string(), "Payment dates do not match booking dates");
        assert_eq!(row(&state, made.booking_id).await.claimed_at, None);
    }

    async fn another_guests_payment_is_of_no_use(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        let made = intended(&state, &mina, &home).await;
        pays(&state, &made).await;
        for other in [&noor, &ailsa] {
            let refused = claimed(&state, other, of(&state, &home, &made)).await;
            assert_eq!(fields(refused), ["payment_intent_id"]);
        }
        let unknown = Claim { intent_id: "pi_nothing".into(), ..of(&state, &home, &made) };
        assert_eq!(fields(claimed(&state, &mina, unknown).await), ["payment_intent_id"]);
    }

    async fn a_payment_is_not_used_again_after_cancelling(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let made = intended(&state, &mina, &home).await;
        pays(&state, &made).await;
        claimed(&state, &mina, of(&state, &home, &made)).await.expect("the booking");
        bookings::end(&state.ctx, &mina, made.booking_id, None, None).await.expect("cancelled");
        let again = claimed(&state, &mina, of(&state, &home, &made)).await.expect("the same booking");
        assert_eq!((again.first, again.booking.state), (false, State::Cancelled));
        let fresh = intended(&state, &mina, &home).await;
        assert_ne!(fresh.intent_id, made.intent_id, "a new stay is paid for anew");
    }

    async fn guest_and_host_look_at_the_payment_and_nobody_else(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        let made = intended(&state, &mina, &home).await;
        pays(&state, &made).await;
        for one in [&mina, &ailsa] {
            let seen = payments::look(&state.ctx, one, &made.intent_id).await.expect("the payment");
            assert_eq!((seen.status.as_str(), seen.amount, seen.booking_id), ("requires_capture", made.total, made.booking_id));
        }
        let refused = payments::look(&state.ctx, &noor, &made.intent_id).await;
        assert_eq!(refusal(refused), Error::NotFound("Payment"));
        assert!(payments::is_known(&state.ctx, &made.intent_id).await.expect("a look"));
        assert!(!payments::is_known(&state.ctx, "pi_nothing").await.expect("a look"));
        assert_eq!(state_of(&state, made.booking_id).await, State::Held, "looking changes nothing");
    }
}
