//! Cancelling: by the guest as the policy says, by the host with everything back, and only as the form has shown it.

use chrono::TimeDelta;
use domain::{
    Error,
    bookings::{State, Who},
    cancellation::Policy,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use server::{
    accounts::Actor,
    bookings::{self, CancelView, Cancelled},
    entities::{blocks, nights, refunds},
};
use uuid::Uuid;

use crate::{bookings::asks::*, stage::*, support::*};

pub async fn preview(state: &TestState, who: &Actor, id: Uuid) -> CancelView {
    bookings::cancel_preview(&state.ctx, who, id)
        .await
        .expect("a preview")
}

/// Cancels as the form showed it.
pub async fn cancel(state: &TestState, who: &Actor, id: Uuid) -> Cancelled {
    let shown = preview(state, who, id).await.refund.minor;
    bookings::cancel(&state.ctx, who, id, shown, "Plans have changed.")
        .await
        .expect("cancelled")
}

pub async fn refunds_of(state: &TestState, id: Uuid) -> Vec<refunds::Model> {
    let rows = refunds::Entity::find().filter(refunds::Column::BookingId.eq(id));
    rows.all(state.db()).await.expect("refunds")
}

/// What we owe each account of the booking.
pub async fn balance(state: &TestState, id: Uuid, account: &str) -> i64 {
    let entries = ledger(state, id).await.into_iter();
    entries
        .filter(|entry| entry.account == account)
        .map(|entry| entry.amount)
        .sum()
}

async fn blocked(state: &TestState, home: Uuid) -> Vec<blocks::Model> {
    let rows = blocks::Entity::find().filter(blocks::Column::ListingId.eq(home));
    rows.all(state.db()).await.expect("blocks")
}

/// After the worker has had its turns everything is given back, and all books agree.
pub async fn settled(state: &TestState, id: Uuid, back: i64) {
    for _ in 0..3 {
        tick(state).await;
    }
    let paid = payment(state, id).await;
    assert_eq!((paid.captured, paid.refunded), (20_000, back));
    let (guest, provider) = (
        balance(state, id, "guest").await,
        balance(state, id, "provider").await,
    );
    assert_eq!((guest, provider), (0, back - 20_000));
}

stories! {
    async fn a_guest_cancels_and_gets_back_what_the_preview_said(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        let stay = state.stay(9, 2);
        let id = book(&state, &mina, &home, stay).await;
        // Less than a day before check-in one night is kept.
        state.clock.set(begins(&home, &stay) - minutes(60));
        let shown = preview(&state, &mina, id).await;
        assert_eq!((shown.by, shown.refund.to_string(), shown.kept.to_string()), (Who::Guest, "£100.00".into(), "£100.00".into()));
        assert_eq!(shown.lines, [("Nights".to_owned(), shown.refund)]);
        assert_eq!(shown.kept_lines, [("Nights".to_owned(), shown.kept)]);
        assert_eq!((shown.other.as_deref(), shown.blocked), (Some("Ailsa"), None));
        let cancelled = bookings::cancel(&state.ctx, &mina, id, 10_000, "Plans have changed.").await.expect("cancelled");
        assert_eq!((cancelled.refund.minor, cancelled.state), (10_000, State::Cancelled));
        let last = steps(&state, id).await.pop().expect("an end");
        assert_eq!(last, ("cancelled".into(), "guest".into(), Some(mina.user_id), "Plans have changed.".into()));
        assert_eq!((refunds_of(&state, id).await.len(), nights_of(&state, &home).await), (1, 0));
        settled(&state, id, 10_000).await;
        assert_eq!(balance(&state, id, "host").await, 10_000);
        assert!(mails(&state, id).await.contains(&"cancelled".to_owned()));
        let trip = bookings::trip(&state.ctx, &mina, id).await.expect("a trip");
        assert_eq!((trip.cancelled_by, trip.reason.as_deref()), (Some(Who::Guest), Some("Plans have changed.")));
        assert_eq!(trip.history.last().expect("an end").sentence, "You cancelled: “Plans have changed.”");
        hold(&state, &noor, &home, stay).await;
    }

    async fn cancelling_twice_is_one(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(9, 2)).await;
        let first = bookings::cancel(&state.ctx, &mina, id, 20_000, "").await.expect("cancelled");
        let again = bookings::cancel(&state.ctx, &mina, id, 20_000, "").await.expect("the same");
        assert_eq!(first, again);
        assert_eq!(refunds_of(&state, id).await.len(), 1);
        let host = refusal(bookings::cancel(&state.ctx, &ailsa, id, 20_000, "I cannot.").await);
        assert!(host.to_string().contains("guest has cancelled"), "{host}");
        assert!(matches!(refusal(bookings::cancel_preview(&state.ctx, &mina, id).await), Error::Refused(_)));
        let trip = bookings::trip(&state.ctx, &mina, id).await.expect("a trip");
        assert_eq!(trip.history.last().expect("an end").sentence, "You cancelled.");
        settled(&state, id, 20_000).await;
    }

    async fn a_refund_that_changed_since_it_was_shown_is_shown_again(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let stay = state.stay(9, 2);
        let id = book(&state, &mina, &home, stay).await;
        state.clock.set(begins(&home, &stay) - TimeDelta::hours(24) - TimeDelta::seconds(1));
        let shown = preview(&state, &mina, id).await.refund.minor;
        state.clock.advance(TimeDelta::seconds(1));
        let refused = refusal(bookings::cancel(&state.ctx, &mina, id, shown, "").await);
        let Error::RefundChanged { shown, now } = refused else { panic!("{refused}") };
        assert_eq!((shown.to_string(), now.to_string()), ("£200.00".into(), "£100.00".into()));
        assert_eq!((state_of(&state, id).await, refunds_of(&state, id).await.len()), (State::Confirmed, 0));
        assert_eq!(nights_of(&state, &home).await, 2);
        bookings::cancel(&state.ctx, &mina, id, now.minor, "").await.expect("cancelled");
        settled(&state, id, 10_000).await;
    }

    async fn a_host_cancels_with_a_reason_and_everything_comes_back(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).policy(Policy::Strict).publish().await;
        let stay = state.stay(9, 2);
        let id = book(&state, &mina, &home, stay).await;
        state.clock.set(begins(&home, &stay) - minutes(60));
        assert_eq!(preview(&state, &mina, id).await.refund.minor, 0);
        let shown = preview(&state, &ailsa, id).await;
        assert_eq!((shown.by, shown.refund.minor, shown.kept_lines.len(), shown.steps.len()), (Who::Host, 20_000, 0, 0));
        assert_eq!(fields(bookings::cancel(&state.ctx, &ailsa, id, 20_000, " ").await), ["reason"]);
        bookings::cancel(&state.ctx, &ailsa, id, 20_000, "A burst pipe.").await.expect("cancelled");
        assert_eq!((state_of(&state, id).await, nights_of(&state, &home).await), (State::Cancelled, 0));
        let trip = bookings::trip(&state.ctx, &mina, id).await.expect("a trip");
        assert_eq!(trip.history.last().expect("an end").sentence, "The host cancelled: “A burst pipe.”");
        settled(&state, id, 20_000).await;
        assert_eq!(balance(&state, id, "host").await, 0);
    }

    async fn a_host_who_cancels_under_way_gives_back_the_nights_not_begun_and_they_stay_blocked(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).nightly(5_000).publish().await;
        let stay = state.stay(9, 4);
        let id = book(&state, &mina, &home, stay).await;
        // The second night has begun.
        state.clock.set(begins(&home, &stay) + TimeDelta::hours(30));
        let shown = preview(&state, &ailsa, id).await;
        let coming = shown.blocked.expect("nights that stay blocked");
        assert_eq!((shown.refund.minor, coming.count(), coming.first), (10_000, 2, stay.check_in + chrono::Days::new(2)));
        bookings::cancel(&state.ctx, &ailsa, id, 10_000, "A burst pipe.").await.expect("cancelled");
        let block = blocked(&state, home.id).await.remove(0);
        assert_eq!((block.note.as_str(), block.last_night, block.created_by), ("Cancelled by you", coming.last, ailsa.user_id));
        let taken = nights::Entity::find().filter(nights::Column::ListingId.eq(home.id)).all(state.db()).await.expect("nights");
        assert!(taken.iter().all(|night| night.booking_id.is_none() && night.block_id == Some(block.id)), "{taken:?}");
        for night in coming.dates() {
            let wish = domain::Stay::new(night, night + chrono::Days::new(1)).expect("a stay");
            let refused = refusal(bookings::hold(&state.ctx, &noor, request(&home, wish)).await);
            assert!(matches!(refused, Error::DatesTaken { .. }), "{refused}");
        }
        settled(&state, id, 10_000).await;
    }

    async fn a_guest_who_cancels_under_way_keeps_the_night_that_is_running(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).nightly(5_000).publish().await;
        let stay = state.stay(9, 4);
        let id = book(&state, &mina, &home, stay).await;
        state.clock.set(begins(&home, &stay) + TimeDelta::hours(25));
        let cancelled = cancel(&state, &mina, id).await;
        assert_eq!(cancelled.refund.minor, 5_000, "half of two nights");
        let tonight = stay.check_in + chrono::Days::new(1);
        let block = blocked(&state, home.id).await.remove(0);
        assert_eq!((block.first_night, block.last_night, block.note.as_str()), (tonight, tonight, "Cancelled by the guest"));
        let rest = domain::Stay::new(tonight + chrono::Days::new(1), stay.check_out).expect("a stay");
        hold(&state, &noor, &home, rest).await;
        settled(&state, id, 5_000).await;
    }

    async fn a_stay_that_is_over_cannot_be_cancelled(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let stay = state.stay(3, 2);
        let id = book(&state, &mina, &home, stay).await;
        state.clock.set(domain::stays::local_to_utc(EDINBURGH.timezone, stay.check_out, 11 * 60));
        for completed in [false, true] {
            if completed {
                tick(&state).await;
            }
            for who in [&mina, &ailsa] {
                let refused = refusal(bookings::cancel(&state.ctx, who, id, 0, "Too late.").await);
                assert!(refused.to_string().contains("over"), "{refused}");
                assert!(matches!(refusal(bookings::cancel_preview(&state.ctx, who, id).await), Error::Refused(_)));
            }
        }
        assert_eq!(state_of(&state, id).await, State::Completed);
    }

    async fn what_is_no_stay_cannot_be_cancelled(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let held = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let waits = asked(&state, &mina, &home, state.stay(9, 2)).await;
        let ended = asked(&state, &mina, &home, state.stay(20, 2)).await;
        bookings::withdraw(&state.ctx, &mina, ended).await.expect("withdrawn");
        for id in [held, waits, ended] {
            for who in [&mina, &ailsa] {
                let before = state_of(&state, id).await;
                assert!(matches!(refusal(bookings::cancel_preview(&state.ctx, who, id).await), Error::Refused(_)));
                assert!(matches!(refusal(bookings::cancel(&state.ctx, who, id, 20_000, "No.").await), Error::Refused(_)));
                assert_eq!(state_of(&state, id).await, before);
            }
        }
    }

    async fn a_stay_is_cancelled_by_its_guest_and_its_host_alone(state: TestState) {
        let (ailsa, rosa) = (state.host("Ailsa").await, state.host("Rosa").await);
        let (mina, noor) = (state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        state.home(&rosa).publish().await;
        let id = book(&state, &mina, &home, state.stay(9, 2)).await;
        for stranger in [&rosa, &noor] {
            let not_found = Error::NotFound("Booking");
            assert_eq!(refusal(bookings::cancel_preview(&state.ctx, stranger, id).await), not_found);
            assert_eq!(refusal(bookings::cancel(&state.ctx, stranger, id, 20_000, "No.").await), not_found);
        }
        assert_eq!(state_of(&state, id).await, State::Confirmed);
    }

    async fn a_sample_home_is_cancelled_by_its_guest(state: TestState) {
        use sea_orm::ActiveValue::Set;
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let sample = state.home(&ailsa).with(|row| {
            row.owner_id = Set(None);
            row.source = Set(Some("inside-airbnb".into()));
            row.source_id = Set(Some("15420".into()));
        });
        let home = sample.publish().await;
        let stay = state.stay(3, 2);
        let id = book(&state, &mina, &home, stay).await;
        state.clock.set(begins(&home, &stay) + minutes(1));
        let shown = preview(&state, &mina, id).await;
        assert_eq!((shown.other, shown.refund.minor), (None, 5_000));
        cancel(&state, &mina, id).await;
        settled(&state, id, 5_000).await;
    }
}
