//! A request is accepted, declined, withdrawn, or nobody answers it in time.

use chrono::TimeDelta;
use domain::{Error, bookings::State};
use server::bookings;

use crate::{bookings::asks::*, stage::*, support::*};

stories! {
    async fn a_request_waits_a_day_for_its_host_and_nothing_is_charged(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let id = hold(&state, &mina, &home, state.stay(9, 2)).await;
        let view = bookings::checkout(&state.ctx, &mina, id).await.expect("a checkout");
        assert_eq!((view.instant_book, view.respond_by), (false, Some(state.now() + TimeDelta::hours(24))));
        card(&state, &mina, id, GOOD).await;
        assert_eq!(bookings::returned(&state.ctx, &mina, id).await.expect("a return"), State::Authorized);
        let booking = row(&state, id).await;
        assert_eq!((booking.respond_by, booking.instant_book), (Some(state.now() + TimeDelta::hours(24)), Some(false)));
        let trip = bookings::trip(&state.ctx, &mina, id).await.expect("a trip");
        assert_eq!((trip.respond_by, trip.instant_book), (booking.respond_by, false));
        assert_eq!(bookings::trips(&state.ctx, &mina).await.expect("trips").upcoming[0].respond_by, booking.respond_by);
        assert_eq!((payment(&state, id).await.captured, ledger(&state, id).await.len()), (0, 0));
        assert_eq!(mails(&state, id).await, ["request_received"]);
        assert_eq!(nights_of(&state, &home).await, 2);
    }

    async fn a_host_accepts_and_the_stay_is_confirmed_at_once(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let id = asked(&state, &mina, &home, state.stay(9, 2)).await;
        wait(&state.clock, 60);
        for time in ["first", "again"] {
            assert_eq!(bookings::accept(&state.ctx, &ailsa, id).await.expect(time), State::Confirmed, "{time}");
        }
        assert_eq!(history(&state, id).await, ["held", "authorized", "capturing", "confirmed"]);
        let accepted = &steps(&state, id).await[2];
        assert_eq!((accepted.1.as_str(), accepted.2), ("host", Some(ailsa.user_id)));
        assert_eq!(payment(&state, id).await.captured, 20_000);
        assert_eq!(mails(&state, id).await, ["accepted", "confirmed", "reminder", "request_received"]);
        let trip = bookings::trip(&state.ctx, &mina, id).await.expect("a trip");
        assert_eq!((trip.respond_by, trip.state), (None, State::Confirmed));
    }

    async fn a_host_declines_with_a_reason_that_the_guest_reads(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = slow_home(&state, &ailsa).await;
        let id = asked(&state, &mina, &home, state.stay(9, 2)).await;
        for empty in ["", "  "] {
            assert_eq!(fields(bookings::decline(&state.ctx, &ailsa, id, empty).await), ["reason"]);
        }
        assert_eq!(fields(bookings::decline(&state.ctx, &ailsa, id, &"x".repeat(301)).await), ["reason"]);
        bookings::decline(&state.ctx, &ailsa, id, " The boiler\nbroke. ").await.expect("declined");
        bookings::decline(&state.ctx, &ailsa, id, "Another reason.").await.expect("once more changes nothing");
        assert_eq!((state_of(&state, id).await, nights_of(&state, &home).await), (State::Declined, 0));
        let trip = bookings::trip(&state.ctx, &mina, id).await.expect("a trip");
        assert_eq!(trip.reason.as_deref(), Some("The boiler broke."));
        let told = &trip.history.last().expect("an end").sentence;
        assert_eq!(told, "The host declined: “The boiler broke.” Nothing was charged.");
        tick(&state).await;
        assert_eq!((payment(&state, id).await.status.as_str(), ledger(&state, id).await.len()), ("canceled", 0));
        assert_eq!(mails(&state, id).await, ["declined", "request_received"]);
        asked(&state, &noor, &home, state.stay(9, 2)).await;
    }

    async fn a_guest_withdraws_a_request_that_nobody_answered(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = slow_home(&state, &ailsa).await;
        let id = asked(&state, &mina, &home, state.stay(9, 2)).await;
        for time in ["first", "again"] {
            bookings::withdraw(&state.ctx, &mina, id).await.expect(time);
        }
        assert_eq!((state_of(&state, id).await, nights_of(&state, &home).await), (State::Withdrawn, 0));
        assert_eq!(history(&state, id).await, ["held", "authorized", "withdrawn"]);
        tick(&state).await;
        assert_eq!((payment(&state, id).await.status.as_str(), ledger(&state, id).await.len()), ("canceled", 0));
        for refused in [
            bookings::accept(&state.ctx, &ailsa, id).await.map(drop),
            bookings::decline(&state.ctx, &ailsa, id, "Too late.").await,
        ] {
            assert!(refusal(refused).to_string().contains("withdrawn"));
        }
        hold(&state, &noor, &home, state.stay(9, 2)).await;
    }

    async fn a_hold_is_withdrawn_like_a_request(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let id = hold(&state, &mina, &home, state.stay(9, 2)).await;
        bookings::withdraw(&state.ctx, &mina, id).await.expect("withdrawn");
        assert_eq!(state_of(&state, id).await, State::Withdrawn);
    }

    async fn what_the_host_accepted_can_no_longer_be_withdrawn_but_cancelled(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let id = asked(&state, &mina, &home, state.stay(9, 2)).await;
        bookings::accept(&state.ctx, &ailsa, id).await.expect("accepted");
        let refused = refusal(bookings::withdraw(&state.ctx, &mina, id).await);
        assert!(refused.to_string().contains("has accepted"), "{refused}");
        let preview = bookings::cancel_preview(&state.ctx, &mina, id).await.expect("a preview");
        assert_eq!(preview.refund.to_string(), "£200.00");
        let declined = refusal(bookings::decline(&state.ctx, &ailsa, id, "No.").await);
        assert!(declined.to_string().contains("accepted this request already"), "{declined}");
    }

    async fn a_request_that_nobody_answers_ends_after_a_day(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let id = asked(&state, &mina, &home, state.stay(9, 2)).await;
        wait(&state.clock, 24 * 60 - 1);
        tick(&state).await;
        assert_eq!(state_of(&state, id).await, State::Authorized);
        wait(&state.clock, 1);
        // The worker has not come by yet, and the time is over all the same.
        for refused in [
            bookings::accept(&state.ctx, &ailsa, id).await.map(drop),
            bookings::decline(&state.ctx, &ailsa, id, "Too late.").await,
        ] {
            assert!(refusal(refused).to_string().contains("is over"));
        }
        for _ in 0..2 {
            tick(&state).await;
        }
        assert_eq!((state_of(&state, id).await, nights_of(&state, &home).await), (State::Expired, 0));
        assert_eq!((payment(&state, id).await.status.as_str(), ledger(&state, id).await.len()), ("canceled", 0));
        assert_eq!(mails(&state, id).await, ["expired", "request_received"]);
        let trip = bookings::trip(&state.ctx, &mina, id).await.expect("a trip");
        assert_eq!(trip.history.last().expect("an end").sentence, "The host did not answer in time. Nothing was charged.");
    }

    async fn nights_of_a_request_whose_time_is_over_are_free_before_the_worker_comes_by(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = slow_home(&state, &ailsa).await;
        let id = asked(&state, &mina, &home, state.stay(9, 2)).await;
        let early = refusal(bookings::hold(&state.ctx, &noor, request(&home, state.stay(9, 2))).await);
        assert!(matches!(early, Error::DatesTaken { .. }));
        let stay = state.stay(9, 2);
        wait(&state.clock, 24 * 60);
        hold(&state, &noor, &home, stay).await;
        assert_eq!(state_of(&state, id).await, State::Expired);
    }

    async fn a_request_is_answered_two_hours_before_check_in_at_the_latest(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let stay = state.stay(0, 2);
        state.clock.set(begins(&home, &stay) - minutes(4 * 60));
        let id = asked(&state, &mina, &home, stay).await;
        assert_eq!(row(&state, id).await.respond_by, Some(begins(&home, &stay) - minutes(2 * 60)));
    }

    async fn no_request_is_taken_when_too_little_time_is_left_for_an_answer(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let (slow, instant) = (slow_home(&state, &ailsa).await, state.home(&ailsa).publish().await);
        let stay = state.stay(0, 2);
        state.clock.set(begins(&slow, &stay) - minutes(4 * 60) + TimeDelta::microseconds(1));
        let refused = bookings::hold(&state.ctx, &mina, request(&slow, stay)).await;
        let Error::Invalid(errors) = refusal(refused) else { panic!("another refusal") };
        assert_eq!(errors[0].field, "check_in");
        assert!(errors[0].message.contains("two hours before check-in"), "{}", errors[0].message);
        assert_eq!(nights_of(&state, &slow).await, 0);
        hold(&state, &mina, &instant, stay).await;
    }

    async fn what_was_agreed_at_the_hold_counts_when_the_host_changes_the_setting(state: TestState) {
        use sea_orm::{ActiveModelTrait, ActiveValue::Set};
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let (quick, slow) = (state.home(&ailsa).publish().await, slow_home(&state, &ailsa).await);
        let one = hold(&state, &mina, &quick, state.stay(9, 2)).await;
        let other = hold(&state, &mina, &slow, state.stay(9, 2)).await;
        for (home, instant_book) in [(&quick, false), (&slow, true)] {
            let mut changed: server::entities::listings::ActiveModel = home.clone().into();
            changed.instant_book = Set(instant_book);
            changed.update(state.db()).await.expect("another setting");
        }
        for (id, expected) in [(one, State::Confirmed), (other, State::Authorized)] {
            card(&state, &mina, id, GOOD).await;
            assert_eq!(bookings::returned(&state.ctx, &mina, id).await.expect("a return"), expected);
        }
    }

    async fn a_request_we_hear_of_only_after_its_deadline_goes_to_nobody(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let stay = state.stay(0, 2);
        state.clock.set(begins(&home, &stay) - minutes(4 * 60));
        let id = hold(&state, &mina, &home, stay).await;
        card(&state, &mina, id, GOOD).await;
        // Nobody told us for more than two hours.
        wait(&state.clock, 121);
        for _ in 0..2 {
            tick(&state).await;
        }
        assert_eq!((state_of(&state, id).await, nights_of(&state, &home).await), (State::Expired, 0));
        assert_eq!(history(&state, id).await, ["held", "authorized", "expired"]);
        assert_eq!(payment(&state, id).await.status, "canceled");
    }

    async fn a_request_is_its_guests_and_its_hosts_alone(state: TestState) {
        let (ailsa, rosa) = (state.host("Ailsa").await, state.host("Rosa").await);
        let (mina, noor) = (state.guest("Mina").await, state.guest("Noor").await);
        let home = slow_home(&state, &ailsa).await;
        slow_home(&state, &rosa).await;
        let id = asked(&state, &mina, &home, state.stay(9, 2)).await;
        let not_found = Error::NotFound("Booking");
        for stranger in [&rosa, &noor, &mina] {
            assert_eq!(refusal(bookings::accept(&state.ctx, stranger, id).await), not_found);
            assert_eq!(refusal(bookings::decline(&state.ctx, stranger, id, "No.").await), not_found);
        }
        for stranger in [&rosa, &noor, &ailsa] {
            assert_eq!(refusal(bookings::withdraw(&state.ctx, stranger, id).await), not_found);
        }
        assert_eq!(state_of(&state, id).await, State::Authorized);
    }

    async fn only_a_request_that_waits_can_be_answered(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let held = hold(&state, &mina, &home, state.stay(9, 2)).await;
        let confirmed = book(&state, &mina, &state.home(&ailsa).publish().await, state.stay(9, 2)).await;
        for refused in [
            bookings::accept(&state.ctx, &ailsa, held).await.map(drop),
            bookings::decline(&state.ctx, &ailsa, held, "No.").await,
            bookings::decline(&state.ctx, &ailsa, confirmed, "No.").await,
        ] {
            assert!(matches!(refusal(refused), Error::Refused(_)));
        }
        assert_eq!((state_of(&state, held).await, state_of(&state, confirmed).await), (State::Held, State::Confirmed));
    }

    async fn who_asks_again_is_told_that_they_have(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let id = asked(&state, &mina, &home, state.stay(9, 2)).await;
        let again = refusal(bookings::hold(&state.ctx, &mina, request(&home, state.stay(9, 2))).await);
        assert!(again.to_string().contains("You have asked for this home"), "{again}");
        bookings::accept(&state.ctx, &ailsa, id).await.expect("accepted");
        let again = refusal(bookings::hold(&state.ctx, &mina, request(&home, state.stay(10, 2))).await);
        assert!(again.to_string().contains("You have booked this home"), "{again}");
    }
}
