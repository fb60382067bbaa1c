//! What becomes of imported stays: nothing is ever charged, and what goes back goes back by hand.

use chrono::TimeDelta;
use domain::{Error, bookings::State, refunds::RefundState};
use sea_orm::PaginatorTrait;
use server::{
    bookings as stays, dashboard,
    entities::{nights, outbox, refunds as rows},
    payments::{
        self,
        payouts::{self, HostPayouts},
        refunds,
    },
    reservations,
};

use super::*;
use crate::stage::{effects, history, ledger, refusal, state_of, tick};

/// The accounts of guest and host in the ledger.
async fn balances(state: &TestState, id: Uuid) -> (i64, i64) {
    let entries = ledger(state, id).await;
    let sum = |account: &str| {
        let of = entries.iter().filter(|entry| entry.account == account);
        of.map(|entry| entry.amount).sum()
    };
    let all: i64 = entries.iter().map(|entry| entry.amount).sum();
    assert_eq!(all, 0, "it does not sum to zero");
    (sum("guest"), sum("host"))
}

/// What the site's owner has to give back, in cents.
async fn by_hand(state: &TestState) -> Vec<i64> {
    let owner = owner(state).await;
    let waiting = refunds::waiting(&state.ctx, &owner).await;
    waiting
        .expect("the refunds")
        .iter()
        .map(|refund| refund.amount.minor)
        .collect()
}

async fn taken(state: &TestState, id: Uuid) -> u64 {
    let nights = nights::Entity::find().filter(nights::Column::BookingId.eq(id));
    nights.count(state.db()).await.expect("a count")
}

/// No call to a provider is waiting, for any booking.
async fn nothing_to_charge(state: &TestState) {
    let paid = outbox::Entity::find().filter(outbox::Column::Kind.starts_with("payment."));
    assert_eq!(paid.count(state.db()).await.expect("a count"), 0);
}

stories! {
    async fn a_request_waits_for_its_host_without_a_deadline(state: TestState) {
        moved_in(&state).await;
        let hana = actor(&state, HANA).await;
        state.clock.advance(TimeDelta::days(20));
        tick(&state).await;
        assert_eq!(state_of(&state, PENDING).await, State::Authorized);
        let shown = dashboard::show(&state.ctx, &hana).await.expect("a dashboard");
        let waiting: Vec<_> = shown.requests.iter().map(|request| (request.booking, request.answer_by)).collect();
        assert_eq!(waiting, [(PENDING, None)]);
        let shown = reservations::show(&state.ctx, &hana, PENDING).await.expect("the reservation");
        assert!(shown.is_request() && shown.imported);
        let filter = reservations::Filter { when: domain::reservations::When::Requests, ..Default::default() };
        let list = reservations::list(&state.ctx, &hana, &filter).await.expect("the list");
        assert_eq!(list.reservations.iter().map(|card| card.id).collect::<Vec<_>>(), [PENDING]);
    }

    async fn accepting_confirms_at_once_and_takes_nothing(state: TestState) {
        moved_in(&state).await;
        let (hana, omar) = (actor(&state, HANA).await, omar(&state).await);
        let stranger = state.host("Ailsa").await;
        assert!(matches!(refusal(stays::accept(&state.ctx, &stranger, PENDING).await), Error::NotFound(_)));
        for _twice in 0..2 {
            assert_eq!(stays::accept(&state.ctx, &hana, PENDING).await.expect("accepted"), State::Confirmed);
        }
        assert_eq!(history(&state, PENDING).await, ["authorized", "capturing", "confirmed"]);
        assert_eq!((balances(&state, PENDING).await, taken(&state, PENDING).await), ((0, 36_150), 3));
        assert_eq!(effects(&state, PENDING).await, []);
        nothing_to_charge(&state).await;
        let trip = stays::trip(&state.ctx, &omar, PENDING).await.expect("the trip");
        assert!(trip.history.iter().all(|step| !step.sentence.contains("card") && !step.sentence.contains("charged")), "{:?}", trip.history);
        let told = payments::timeline(&state.ctx, &omar, PENDING).await.expect("the timeline");
        assert_eq!(told.iter().map(|moved| moved.sentence.as_str()).collect::<Vec<_>>(), ["$361.50 was paid before HBnB moved, for the host."]);
        assert_eq!(told[0].balance.minor, 36_150);
    }

    async fn declining_frees_the_nights_and_lists_the_refund(state: TestState) {
        moved_in(&state).await;
        let (hana, omar) = (actor(&state, HANA).await, omar(&state).await);
        for _twice in 0..2 {
            stays::decline(&state.ctx, &hana, PENDING, "The roof leaks.").await.expect("declined");
        }
        assert_eq!((state_of(&state, PENDING).await, taken(&state, PENDING).await), (State::Declined, 0));
        assert_eq!(by_hand(&state).await, [36_150]);
        assert_eq!(balances(&state, PENDING).await, (36_150, 0));
        let trip = stays::trip(&state.ctx, &omar, PENDING).await.expect("the trip");
        assert_eq!(trip.refunds.iter().map(|refund| refund.state).collect::<Vec<_>>(), [RefundState::ByHand]);
        nothing_to_charge(&state).await;
    }

    async fn withdrawing_lists_the_refund_too(state: TestState) {
        moved_in(&state).await;
        let omar = omar(&state).await;
        for _twice in 0..2 {
            stays::withdraw(&state.ctx, &omar, PENDING).await.expect("withdrawn");
        }
        assert_eq!((state_of(&state, PENDING).await, by_hand(&state).await), (State::Withdrawn, vec![36_150]));
        nothing_to_charge(&state).await;
    }

    async fn a_request_that_nobody_answers_ends_when_its_stay_has_begun(state: TestState) {
        moved_in(&state).await;
        // 1 July, the day of arrival.
        state.clock.advance(TimeDelta::days(30));
        tick(&state).await;
        assert_eq!(state_of(&state, PENDING).await, State::Authorized);
        state.clock.advance(TimeDelta::days(1));
        tick(&state).await;
        assert_eq!((state_of(&state, PENDING).await, by_hand(&state).await), (State::Expired, vec![36_150]));
    }

    async fn cancelling_gives_back_by_hand_what_the_preview_said(state: TestState) {
        moved_in(&state).await;
        let (omar, grace) = (omar(&state).await, owner(&state).await);
        let preview = stays::cancel_preview(&state.ctx, &omar, CONFIRMED).await.expect("a preview");
        assert_eq!((preview.refund.minor, preview.imported), (24_100, true), "more than 48 hours before");
        stays::cancel(&state.ctx, &omar, CONFIRMED, 24_100, "").await.expect("cancelled");
        assert_eq!((state_of(&state, CONFIRMED).await, balances(&state, CONFIRMED).await), (State::Cancelled, (24_100, 0)));
        nothing_to_charge(&state).await;
        let [refund] = &refunds::waiting(&state.ctx, &grace).await.expect("the refunds")[..] else { panic!("not one") };
        assert_eq!((refund.booking, refund.guest.as_str(), refund.guest_email.as_str()), (CONFIRMED, "Omar O'Brien", "omar@example.com"));
        assert!(matches!(refusal(refunds::made(&state.ctx, &omar, refund.id, 24_100).await), Error::NotFound(_)));
        let refused = refusal(refunds::made(&state.ctx, &grace, refund.id, 24_000).await);
        assert!(matches!(refused, Error::AmountChanged { .. }), "{refused}");
        for _twice in 0..2 {
            refunds::made(&state.ctx, &grace, refund.id, 24_100).await.expect("made");
        }
        assert_eq!((by_hand(&state).await, balances(&state, CONFIRMED).await), (vec![], (0, 0)));
        let told = payments::timeline(&state.ctx, &omar, CONFIRMED).await.expect("the timeline");
        assert_eq!(told.last().map(|moved| (moved.sentence.as_str(), moved.balance.minor)), Some(("$241.00 was given back by hand.", 0)));
        assert!(matches!(refusal(refunds::made(&state.ctx, &grace, Uuid::from_u128(7), 24_100).await), Error::NotFound(_)));
    }

    async fn late_cancelling_gives_nothing_back_by_the_old_terms(state: TestState) {
        moved_in(&state).await;
        let omar = omar(&state).await;
        state.clock.advance(TimeDelta::days(8));
        let preview = stays::cancel_preview(&state.ctx, &omar, CONFIRMED).await.expect("a preview");
        assert_eq!(preview.refund.minor, 0);
        stays::cancel(&state.ctx, &omar, CONFIRMED, 0, "").await.expect("cancelled");
        assert_eq!((by_hand(&state).await, balances(&state, CONFIRMED).await), (vec![], (0, 24_100)));
    }

    async fn a_host_who_cancels_gives_everything_back(state: TestState) {
        moved_in(&state).await;
        let hana = actor(&state, HANA).await;
        stays::cancel(&state.ctx, &hana, CONFIRMED, 24_100, "The roof leaks.").await.expect("cancelled");
        assert_eq!(by_hand(&state).await, [24_100]);
        let mails = outbox::Entity::find().filter(outbox::Column::Kind.eq("mail.booking")).count(state.db()).await;
        assert_eq!(mails.expect("a count"), 2, "guest and host are told");
    }

    async fn payouts_and_earnings_leave_imported_stays_out_of_what_is_due(state: TestState) {
        moved_in(&state).await;
        let (hana, grace) = (actor(&state, HANA).await, owner(&state).await);
        state.clock.advance(TimeDelta::days(60));
        tick(&state).await;
        assert_eq!(state_of(&state, CONFIRMED).await, State::Completed);
        assert_eq!(payouts::due(&state.ctx, &grace).await.expect("payouts").due, []);
        assert_eq!(payouts::of_host(&state.ctx, &hana).await.expect("sums"), Vec::<HostPayouts>::new());
        let refused = refusal(payouts::mark_paid(&state.ctx, &grace, CONFIRMED, 24_100, "Bank 17").await).to_string();
        assert_eq!(refused, "This stay was paid for before HBnB moved: nothing of it is paid out here.");
        let earned = dashboard::show(&state.ctx, &hana).await.expect("a dashboard").earnings;
        assert_eq!(earned[0].total.to_string(), "$963.01", "without the request that nobody answered");
    }

    async fn the_comparison_with_the_provider_passes_them_by(state: TestState) {
        moved_in(&state).await;
        payments::reconcile(&state.ctx).await.expect("a look");
        let compared = payments::compare(&state.ctx, state.now() - TimeDelta::days(900)).await.expect("a comparison");
        assert_eq!((compared.checked, compared.differences), (0, 0), "{compared:?}");
        assert_eq!(rows::Entity::find().count(state.db()).await.expect("a count"), 0);
    }
}
