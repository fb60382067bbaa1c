//! Two people, or a person and a deadline, want something of the same booking at the same moment, on two servers.

use domain::{Error, bookings::State};
use server::{Result, bookings, jobs};

use crate::{
    bookings::{asks::*, cancels::*, unreachable::down},
    stage::*,
    support::*,
};

fn is_refused<T: std::fmt::Debug>(result: &Result<T>) -> bool {
    matches!(result, Err(server::Error::User(Error::Refused(_))))
}

stories! {
    async fn accepting_and_withdrawing_at_once_is_one_of_the_two(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let other = state.another_server().await;
        for day in [5, 10, 15] {
            let id = asked(&state, &mina, &home, state.stay(day, 2)).await;
            let (accepted, withdrawn) = tokio::join!(
                bookings::accept(&state.ctx, &ailsa, id),
                bookings::withdraw(&other, &mina, id)
            );
            tick(&state).await;
            match state_of(&state, id).await {
                State::Confirmed => assert!(accepted.is_ok() && is_refused(&withdrawn), "{withdrawn:?}"),
                State::Withdrawn => {
                    assert!(withdrawn.is_ok() && is_refused(&accepted), "{accepted:?}");
                    assert_eq!((payment(&state, id).await.status.as_str(), ledger(&state, id).await.len()), ("canceled", 0));
                }
                other => panic!("{other:?}"),
            }
            wait(&state.clock, 1);
        }
    }

    async fn accepting_and_declining_at_once_is_one_of_the_two(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let other = state.another_server().await;
        for day in [5, 10, 15] {
            let id = asked(&state, &mina, &home, state.stay(day, 2)).await;
            let (accepted, declined) = tokio::join!(
                bookings::accept(&state.ctx, &ailsa, id),
                bookings::decline(&other, &ailsa, id, "No.")
            );
            assert_eq!((accepted.is_ok(), declined.is_ok()), (is_refused(&declined), is_refused(&accepted)));
            let expected = if accepted.is_ok() { State::Confirmed } else { State::Declined };
            tick(&state).await;
            assert_eq!(state_of(&state, id).await, expected);
        }
    }

    async fn an_answer_and_the_deadline_at_once_is_one_of_the_two(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let other = state.another_server().await;
        for day in [5, 10, 15] {
            let id = asked(&state, &mina, &home, state.stay(day, 2)).await;
            // One server's clock is at the last moment before the deadline, the other's at the deadline.
            let until = row(&state, id).await.respond_by.expect("a deadline");
            let before = server::Context {
                clock: std::sync::Arc::new(server::clock::FixedClock::new(until - chrono::TimeDelta::microseconds(1))),
                ..other.clone()
            };
            state.clock.set(until);
            let (accepted, passed) = tokio::join!(bookings::accept(&before, &ailsa, id), jobs::tick(&state.ctx));
            passed.expect("a pass");
            wait(&state.clock, 1);
            for _ in 0..2 {
                tick(&state).await;
            }
            match state_of(&state, id).await {
                State::Confirmed => assert!(accepted.is_ok()),
                State::Expired => {
                    assert!(is_refused(&accepted), "{accepted:?}");
                    assert_eq!(payment(&state, id).await.status, "canceled");
                }
                other => panic!("{other:?}"),
            }
        }
    }

    async fn guest_and_host_who_cancel_at_once_make_one_refund(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let other = state.another_server().await;
        for day in [5, 10, 15] {
            let id = book(&state, &mina, &home, state.stay(day, 2)).await;
            let (guest, host) = tokio::join!(
                bookings::cancel(&state.ctx, &mina, id, 20_000, ""),
                bookings::cancel(&other, &ailsa, id, 20_000, "A burst pipe.")
            );
            assert_eq!((guest.is_ok(), host.is_ok()), (is_refused(&host), is_refused(&guest)), "{guest:?} {host:?}");
            assert_eq!((state_of(&state, id).await, refunds_of(&state, id).await.len()), (State::Cancelled, 1));
        }
    }

    async fn a_double_click_on_cancel_is_one_refund(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let other = state.another_server().await;
        let id = book(&state, &mina, &home, state.stay(5, 2)).await;
        let (first, second) = tokio::join!(
            bookings::cancel(&state.ctx, &mina, id, 20_000, ""),
            bookings::cancel(&other, &mina, id, 20_000, "")
        );
        assert_eq!(first.expect("cancelled").refund, second.expect("the same").refund);
        assert_eq!(refunds_of(&state, id).await.len(), 1);
    }

    async fn cancelling_while_the_payment_is_taken_waits_for_it_and_counts_as_of_the_click(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let stay = state.stay(2, 2);
        let id = asked(&state, &mina, &home, stay).await;
        let down = down(&state);
        assert_eq!(bookings::accept(&down, &ailsa, id).await.expect("accepted"), State::Capturing);
        // A day and a minute before check-in everything comes back.
        state.clock.set(begins(&home, &stay) - chrono::TimeDelta::hours(24) - minutes(1));
        let shown = preview(&state, &mina, id).await;
        assert_eq!((shown.state, shown.refund.minor), (State::Capturing, 20_000));
        let asked = bookings::cancel(&down, &mina, id, 20_000, "").await.expect("noted");
        assert_eq!((asked.refund.minor, asked.state), (20_000, State::Capturing));
        let again = bookings::cancel(&down, &mina, id, 20_000, "").await.expect("the same");
        assert_eq!(again, asked);
        let host = bookings::cancel(&down, &ailsa, id, 20_000, "A burst pipe.").await;
        assert!(is_refused(&host), "{host:?}");
        let trip = bookings::trip(&state.ctx, &mina, id).await.expect("a trip");
        assert!(trip.cancel_asked);
        assert!(matches!(refusal(bookings::cancel_preview(&state.ctx, &mina, id).await), Error::Refused(_)));
        // By the time the money is taken only one night would come back.
        wait(&state.clock, 60);
        for _ in 0..4 {
            tick(&state).await;
        }
        assert_eq!(history(&state, id).await, ["held", "authorized", "capturing", "confirmed", "cancelled"]);
        let paid = payment(&state, id).await;
        assert_eq!((paid.captured, paid.refunded), (20_000, 20_000));
        assert_eq!((balance(&state, id, "guest").await, nights_of(&state, &home).await), (0, 0));
        assert_eq!(steps(&state, id).await[4].2, Some(mina.user_id));
        assert!(!mails(&state, id).await.contains(&"confirmed".to_owned()));
    }

    async fn a_cancellation_asked_for_ends_with_a_payment_that_could_not_be_taken(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let id = asked(&state, &mina, &home, state.stay(20, 2)).await;
        let down = down(&state);
        bookings::accept(&down, &ailsa, id).await.expect("accepted");
        bookings::cancel(&down, &mina, id, 20_000, "").await.expect("noted");
        let lapses = payment(&state, id).await.capture_before.expect("a last moment");
        state.clock.set(lapses);
        for _ in 0..2 {
            tick(&state).await;
        }
        assert_eq!((state_of(&state, id).await, nights_of(&state, &home).await), (State::PaymentFailed, 0));
        assert_eq!((refunds_of(&state, id).await.len(), ledger(&state, id).await.len()), (0, 0));
        assert!(mails(&state, id).await.contains(&"payment_failed".to_owned()), "whose stay was accepted hears of it");
    }
}
