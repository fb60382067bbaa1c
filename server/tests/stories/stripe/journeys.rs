//! What guests do with their cards.

use domain::bookings::State;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use server::{bookings, entities::nights};

use crate::{
    stage::effects,
    stripe::{fake::Card, stage::*},
    support::*,
};

stories! {
    async fn a_stay_is_paid_captured_once_cancelled_and_given_back(state: TestState) {
        let mut state = state;
        let fake = fake(&mut state).await;
        let (mina, id, intent) = held(&state).await;
        let asked = fake.books().only().clone();
        let total = row(&state, id).await.total;
        assert_eq!((asked.amount, asked.currency.as_str()), (total, "gbp"));
        assert_eq!(asked.metadata["booking"], id.to_string());
        fake.books().confirm(&intent, Card::Good);
        assert_eq!(returned(&state, &mina, id).await, State::Confirmed);
        assert!(payment(&state, id).await.capture_before.is_some(), "the charge says until when");
        let back = cancelled(&state, &mina, id).await;
        assert_eq!(back, total);
        pass(&state, 3).await;
        let books = fake.books();
        assert_eq!((books.only().captured, books.only().captures), (total, 1));
        assert_eq!((books.refunds.len(), books.refunded(&intent)), (1, back));
    }

    async fn a_bank_that_asks_is_answered_before_the_stay_is_booked(state: TestState) {
        let mut state = state;
        let fake = fake(&mut state).await;
        let (mina, id, intent) = held(&state).await;
        fake.books().confirm(&intent, Card::Asks);
        assert_eq!(returned(&state, &mina, id).await, State::Held, "the bank still asks");
        fake.books().authenticate(&intent, false);
        assert_eq!(returned(&state, &mina, id).await, State::Held);
        let view = bookings::checkout(&state.ctx, &mina, id).await.expect("a checkout");
        assert!(view.last_error.is_some_and(|said| said.contains("authenticate")));
        assert_eq!(opened(&state, &mina, id).await, intent, "the same payment takes another card");
        fake.books().confirm(&intent, Card::Asks);
        fake.books().authenticate(&intent, true);
        assert_eq!(returned(&state, &mina, id).await, State::Confirmed);
    }

    async fn a_declined_card_leaves_the_hold_and_the_next_one_books(state: TestState) {
        let mut state = state;
        let fake = fake(&mut state).await;
        let (mina, id, intent) = held(&state).await;
        for tries in 1..=2 {
            fake.books().confirm(&intent, Card::Declined);
            assert_eq!(returned(&state, &mina, id).await, State::Held);
            assert_eq!(row(&state, id).await.declined_cards, tries);
        }
        fake.books().confirm(&intent, Card::Good);
        assert_eq!(returned(&state, &mina, id).await, State::Confirmed);
    }

    async fn five_declined_cards_end_the_hold_and_its_payment(state: TestState) {
        let mut state = state;
        let fake = fake(&mut state).await;
        let (mina, id, intent) = held(&state).await;
        for _ in 0..5 {
            fake.books().confirm(&intent, Card::Declined);
        }
        returned(&state, &mina, id).await;
        pass(&state, 2).await;
        assert_eq!(state_of(&state, id).await, State::Expired);
        assert_eq!(fake.books().only().status, "canceled");
    }

    async fn a_card_that_is_declined_when_the_money_is_taken_ends_the_booking_and_its_payment(state: TestState) {
        let mut state = state;
        let fake = fake(&mut state).await;
        let (mina, id, intent) = held(&state).await;
        fake.books().confirm(&intent, Card::DeclinedLater);
        assert_eq!(returned(&state, &mina, id).await, State::PaymentFailed);
        pass(&state, 2).await;
        let listing = row(&state, id).await.listing_id;
        let taken = nights::Entity::find().filter(nights::Column::ListingId.eq(listing));
        assert_eq!(taken.count(state.db()).await.expect("a count"), 0, "the nights are free");
        assert!(effects(&state, id).await.iter().all(|effect| effect.state == "done"), "nobody tries for ever");
        let books = fake.books();
        assert_eq!((books.only().status, books.only().captured), ("canceled", 0));
    }

    async fn a_part_that_is_taken_in_the_dashboard_is_no_payment_and_goes_back(state: TestState) {
        let mut state = state;
        let fake = fake(&mut state).await;
        let (mina, id, intent) = held(&state).await;
        fake.books().confirm(&intent, Card::Good);
        fake.books().capture_by_hand(&intent, 1_000);
        assert_eq!(returned(&state, &mina, id).await, State::Expired);
        pass(&state, 3).await;
        assert_eq!(fake.books().refunded(&intent), 1_000);
        let owed: i64 = ledger(&state, id).await.iter().filter(|entry| entry.account != "provider").map(|entry| entry.amount).sum();
        assert_eq!((state_of(&state, id).await, owed), (State::Expired, 0));
    }

    async fn a_guest_who_closes_the_tab_after_paying_has_the_stay(state: TestState) {
        let mut state = state;
        let fake = fake(&mut state).await;
        let (_, id, intent) = held(&state).await;
        fake.books().confirm(&intent, Card::Good);
        for _ in 0..3 {
            fake.deliver(&state.ctx).await;
            pass(&state, 1).await;
        }
        assert_eq!(state_of(&state, id).await, State::Confirmed);
    }

    async fn a_hold_that_ends_ends_its_payment_so_that_no_card_can_be_charged(state: TestState) {
        let mut state = state;
        let fake = fake(&mut state).await;
        let (mina, id, _) = held(&state).await;
        wait(&state.clock, 16);
        pass(&state, 2).await;
        assert_eq!(state_of(&state, id).await, State::Expired);
        assert_eq!(fake.books().only().status, "canceled");
        let total = row(&state, id).await.total;
        let late = bookings::pay_by_card(&state.ctx, &mina, id, total).await;
        assert!(matches!(refusal(late), domain::Error::Refused(_)));
    }

    async fn a_card_form_is_opened_by_its_guest_and_for_the_total_it_named(state: TestState) {
        let mut state = state;
        let fake = fake(&mut state).await;
        let (mina, id, intent) = held(&state).await;
        let total = row(&state, id).await.total;
        let ruben = state.guest("Ruben").await;
        let foreign = bookings::pay_by_card(&state.ctx, &ruben, id, total).await;
        assert!(matches!(refusal(foreign), domain::Error::NotFound(_)));
        let other = bookings::pay_by_card(&state.ctx, &mina, id, total - 1).await;
        assert!(matches!(refusal(other), domain::Error::TotalChanged { .. }));
        // Without a page of the provider's there is nowhere to go without a script.
        assert!(matches!(refusal(bookings::pay(&state.ctx, &mina, id, total).await), domain::Error::Refused(_)));
        fake.books().confirm(&intent, Card::Good);
        let paid = bookings::pay_by_card(&state.ctx, &mina, id, total).await;
        assert_eq!(paid.expect("an answer"), None, "a card was given: only the return looks further");
    }

    async fn a_refund_made_by_hand_and_a_dispute_reach_our_books(state: TestState) {
        let mut state = state;
        let fake = fake(&mut state).await;
        let (_, id, intent) = booked(&state, &fake).await;
        let total = row(&state, id).await.total;
        fake.books().refund_by_hand(&intent, 1_000);
        fake.books().dispute(&intent, total - 1_000);
        fake.deliver(&state.ctx).await;
        pass(&state, 2).await;
        let kept = payment(&state, id).await;
        assert_eq!((kept.refunded, kept.disputed), (1_000, Some(total - 1_000)));
        let provider: i64 = ledger(&state, id).await.iter().filter(|entry| entry.account == "provider").map(|entry| entry.amount).sum();
        assert_eq!(provider, 0, "what Stripe took is given back and disputed");
    }
}
