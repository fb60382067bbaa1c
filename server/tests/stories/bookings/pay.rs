//! Paying: the provider's page, cards that are taken and cards that are not.

use domain::{Error, bookings::State};
use server::{
    bookings,
    payments::sandbox::{self, Next},
};

use crate::{stage::*, support::*};

stories! {
    async fn a_good_card_confirms_the_stay_by_the_time_the_guest_is_back(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).nightly(12_000).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let intent = press(&state, &mina, id).await;
        let page = sandbox::intent(&state.ctx, &intent).await.expect("a look").expect("the payment");
        assert_eq!(page.amount.to_string(), "£240.00");
        let next = card(&state, &mina, id, GOOD).await;
        assert_eq!(next, Next::Return(format!("/checkout/{id}/return")));
        assert_eq!(bookings::returned(&state.ctx, &mina, id).await.expect("a return"), State::Confirmed);
        assert_eq!(history(&state, id).await, ["held", "authorized", "capturing", "confirmed"]);
        assert_eq!(row(&state, id).await.confirmed_at, Some(state.now()));
        let paid = payment(&state, id).await;
        assert_eq!((paid.status.as_str(), paid.captured), ("succeeded", 24_000));
    }

    async fn the_ledger_sums_to_zero(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).nightly(12_000).publish().await;
        let id = book(&state, &mina, &home, state.stay(3, 2)).await;
        let mut entries: Vec<(String, i64)> =
            ledger(&state, id).await.into_iter().map(|entry| (entry.account, entry.amount)).collect();
        entries.sort();
        let expected = [("guest", -24_000), ("guest", 24_000), ("host", 24_000), ("provider", -24_000)];
        assert_eq!(entries, expected.map(|(account, amount)| (account.to_owned(), amount)));
    }

    async fn a_declined_card_keeps_the_hold_and_another_one_pays(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        for number in [DECLINED, NO_FUNDS] {
            let Next::Refused(why) = card(&state, &mina, id, number).await else { panic!("taken") };
            assert_eq!(why[0].field, "number");
        }
        assert_eq!(bookings::returned(&state.ctx, &mina, id).await.expect("a return"), State::Held);
        let view = bookings::checkout(&state.ctx, &mina, id).await.expect("a checkout");
        assert!(view.last_error.as_deref().is_some_and(|why| why.contains("insufficient funds")), "{:?}", view.last_error);
        assert_eq!((view.declined_cards, view.payable()), (2, true));
        card(&state, &mina, id, GOOD).await;
        assert_eq!(bookings::returned(&state.ctx, &mina, id).await.expect("a return"), State::Confirmed);
    }

    async fn five_declined_cards_end_a_hold(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        for _ in 0..5 {
            card(&state, &mina, id, DECLINED).await;
        }
        assert_eq!(bookings::returned(&state.ctx, &mina, id).await.expect("a return"), State::Expired);
        assert_eq!(nights_of(&state, &home).await, 0);
        assert_eq!(payment(&state, id).await.status, "canceled");
        let intent = payment(&state, id).await.intent_id.expect("a payment");
        let late = sandbox::submit_card(&state.ctx, &intent, typed(GOOD)).await.expect("an answer");
        assert!(matches!(late, Next::Return(_)), "no sixth card");
        assert_eq!(state_of(&state, id).await, State::Expired);
        let view = bookings::checkout(&state.ctx, &mina, id).await.expect("a checkout");
        assert_eq!(view.ended_because.as_deref(), Some("Five cards were declined."));
        let refused = refusal(bookings::pay(&state.ctx, &mina, id, view.quote.total).await).to_string();
        assert!(refused.contains("Five cards were declined.") && !refused.contains("fifteen"), "{refused}");
    }

    async fn a_card_whose_bank_asks_waits_for_the_guest(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let intent = press(&state, &mina, id).await;
        assert_eq!(card(&state, &mina, id, ASKS).await, Next::Authenticate);
        assert_eq!(bookings::returned(&state.ctx, &mina, id).await.expect("a return"), State::Held);
        let refused = sandbox::authenticate(&state.ctx, &intent, false).await.expect("an answer");
        assert!(matches!(refused, Next::Refused(_)));
        assert_eq!(card(&state, &mina, id, ASKS).await, Next::Authenticate);
        let approved = sandbox::authenticate(&state.ctx, &intent, true).await.expect("an answer");
        assert_eq!(approved, Next::Return(format!("/checkout/{id}/return")));
        assert_eq!(bookings::returned(&state.ctx, &mina, id).await.expect("a return"), State::Confirmed);
    }

    async fn the_button_must_name_the_total(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let refused = refusal(bookings::pay(&state.ctx, &mina, id, 1).await);
        assert!(matches!(refused, Error::TotalChanged { .. }), "{refused}");
    }

    async fn pressing_the_button_twice_is_one_payment(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let other = state.another_server().await;
        let shown = total(&home, &state.stay(3, 2));
        let (first, second) = tokio::join!(
            bookings::pay(&state.ctx, &mina, id, shown),
            bookings::pay(&other, &mina, id, shown)
        );
        assert_eq!(first.expect("a page"), second.expect("the same page"));
    }

    async fn the_back_button_after_paying_leads_to_the_trip(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(3, 2)).await;
        let again = bookings::pay(&state.ctx, &mina, id, total(&home, &state.stay(3, 2))).await;
        assert_eq!(again.expect("a way on"), format!("/trips/{id}"));
        assert_eq!(bookings::returned(&state.ctx, &mina, id).await.expect("a return"), State::Confirmed);
        let view = bookings::checkout(&state.ctx, &mina, id).await.expect("a checkout");
        assert!(!view.payable());
    }

    async fn an_expired_hold_cannot_be_paid(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        wait(&state.clock, 15);
        let refused = refusal(bookings::pay(&state.ctx, &mina, id, total(&home, &state.stay(3, 2))).await);
        assert!(refused.to_string().contains("fifteen minutes"), "{refused}");
    }

    async fn another_guest_cannot_look_pay_or_let_go(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let not_found = Error::NotFound("Booking");
        for other in [&noor, &ailsa] {
            assert_eq!(refusal(bookings::checkout(&state.ctx, other, id).await), not_found);
            assert_eq!(refusal(bookings::pay(&state.ctx, other, id, 20_000).await), not_found);
            assert_eq!(refusal(bookings::returned(&state.ctx, other, id).await), not_found);
            assert_eq!(refusal(bookings::release(&state.ctx, other, id).await), not_found);
            assert_eq!(refusal(bookings::trip(&state.ctx, other, id).await), not_found);
            assert_eq!(refusal(bookings::ics(&state.ctx, other, id).await), not_found);
        }
        assert_eq!(state_of(&state, id).await, State::Held);
    }
}
