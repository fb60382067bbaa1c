//! One way to end a booking, whatever it is by now; and its plain facts, one by one and in lists.

use domain::{
    Error,
    bookings::{State, Status},
};
use sea_orm::ActiveValue::Set;
use server::{
    accounts::Actor,
    bookings::{self, Wanted, WhenLeft},
};
use uuid::Uuid;

use crate::{stage::*, support::*};

fn all() -> Wanted {
    Wanted {
        limit: 100,
        ..Wanted::default()
    }
}

async fn end(state: &TestState, actor: &Actor, id: Uuid) -> server::Result<()> {
    bookings::end(&state.ctx, actor, id, None, Some("The boiler broke.")).await
}

async fn ids(state: &TestState, actor: &Actor, wanted: Wanted) -> Vec<Uuid> {
    let page = bookings::booked_by(&state.ctx, actor, &wanted).await;
    let page = page.expect("a list");
    page.bookings
        .into_iter()
        .map(|booking| booking.id)
        .collect()
}

stories! {
    async fn a_guest_ends_what_there_is_to_end_and_twice_is_once(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let asked = state.home(&ailsa).with(|row| row.instant_book = Set(false)).publish().await;
        let held = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let requested = hold(&state, &mina, &asked, state.stay(3, 2)).await;
        card(&state, &mina, requested, GOOD).await;
        bookings::returned(&state.ctx, &mina, requested).await.expect("a return");
        let booked = book(&state, &mina, &home, state.stay(8, 2)).await;
        let ends = [(held, State::Withdrawn), (requested, State::Withdrawn), (booked, State::Cancelled)];
        for (id, came_to) in ends {
            for _ in 0..2 {
                end(&state, &mina, id).await.expect("ended");
                assert_eq!(state_of(&state, id).await, came_to);
            }
        }
        tick(&state).await;
        assert_eq!(payment(&state, booked).await.refunded, 20_000, "what the policy says came back");
        assert_eq!(nights_of(&state, &home).await, 0);
    }

    async fn a_host_declines_or_cancels_and_says_why(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).with(|row| row.instant_book = Set(false)).publish().await;
        let first = book_by_request(&state, &mina, &home, 3).await;
        let second = book_by_request(&state, &mina, &home, 8).await;
        bookings::accept(&state.ctx, &ailsa, second).await.expect("accepted");
        for (id, came_to) in [(first, State::Declined), (second, State::Cancelled)] {
            let silent = bookings::end(&state.ctx, &ailsa, id, None, Some("")).await;
            assert_eq!(fields(silent), ["reason"]);
            for _ in 0..2 {
                end(&state, &ailsa, id).await.expect("ended");
                assert_eq!(state_of(&state, id).await, came_to);
            }
        }
    }

    async fn of_a_host_who_says_nothing_the_guest_reads_that_they_cancelled(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).with(|row| row.instant_book = Set(false)).publish().await;
        let asked = book_by_request(&state, &mina, &home, 3).await;
        let booked = book_by_request(&state, &mina, &home, 8).await;
        bookings::accept(&state.ctx, &ailsa, booked).await.expect("accepted");
        for (id, came_to, sentence) in [
            (asked, State::Declined, "The host declined. Nothing was charged."),
            (booked, State::Cancelled, "The host cancelled."),
        ] {
            for _ in 0..2 {
                bookings::end(&state.ctx, &ailsa, id, None, None).await.expect("ended");
                assert_eq!(state_of(&state, id).await, came_to);
            }
            let trip = bookings::trip(&state.ctx, &mina, id).await.expect("the trip");
            assert_eq!(trip.reason.as_deref(), Some("The host cancelled."));
            assert!(trip.history.iter().any(|step| step.sentence == sentence), "{:?}", trip.history);
        }
    }

    async fn what_was_shown_must_come_back(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(8, 2)).await;
        let other = bookings::end(&state.ctx, &mina, id, Some(19_999), None).await;
        assert!(matches!(refusal(other), Error::RefundChanged { .. }));
        assert_eq!(state_of(&state, id).await, State::Confirmed);
        bookings::end(&state.ctx, &mina, id, Some(20_000), None).await.expect("cancelled");
    }

    async fn others_find_nothing_and_what_is_over_stays(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        assert_eq!(refusal(end(&state, &noor, id).await), Error::NotFound("Booking"));
        assert_eq!(refusal(bookings::facts(&state.ctx, &noor, id).await), Error::NotFound("Booking"));
        assert!(bookings::exists(&state.ctx, id).await.expect("a look"));
        assert!(!bookings::exists(&state.ctx, Uuid::new_v4()).await.expect("a look"));
        assert!(matches!(refusal(end(&state, &ailsa, id).await), Error::Refused(_)), "a hold is not the host's");
        wait(&state.clock, 16);
        tick(&state).await;
        tick(&state).await;
        assert!(matches!(refusal(end(&state, &mina, id).await), Error::Refused(_)), "it ended by itself");
    }

    async fn facts_are_each_sides_own(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(10, 2)).await;
        let of = |actor: &Actor| {
            let (ctx, actor) = (state.ctx.clone(), actor.clone());
            async move { bookings::facts(&ctx, &actor, id).await.expect("facts") }
        };
        let held = of(&mina).await;
        assert_eq!((held.state.status(), held.can_end), (Status::Pending, true));
        assert!(held.hold_expires_at.is_some());
        assert!(!of(&ailsa).await.can_end);
        card(&state, &mina, id, GOOD).await;
        bookings::returned(&state.ctx, &mina, id).await.expect("a return");
        let booked = of(&ailsa).await;
        assert_eq!((booked.state, booked.can_end, booked.hold_expires_at), (State::Confirmed, true, None));
        let preview = bookings::cancel_preview(&state.ctx, &mina, id).await.expect("a preview");
        assert_eq!(booked.everything_until, preview.step.and_then(|step| step.until));
        wait(&state.clock, 13 * 24 * 60);
        assert!(!of(&mina).await.can_end, "the stay is over");
    }

    async fn lists_are_filtered_and_turned_page_by_page(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let (noor, home) = (state.guest("Noor").await, state.home(&ailsa).publish().await);
        let first = book(&state, &mina, &home, state.stay(3, 2)).await;
        wait(&state.clock, 1);
        let second = book(&state, &mina, &home, state.stay(8, 2)).await;
        wait(&state.clock, 1);
        let third = hold(&state, &mina, &home, state.stay(12, 2)).await;
        end(&state, &mina, second).await.expect("cancelled");
        assert_eq!(ids(&state, &mina, all()).await, [third, second, first]);
        assert_eq!(ids(&state, &noor, all()).await, [] as [Uuid; 0]);
        for (status, expected) in [(Status::Pending, third), (Status::Confirmed, first), (Status::Cancelled, second)] {
            let wanted = Wanted { status: Some(status), ..all() };
            assert_eq!(ids(&state, &mina, wanted).await, [expected], "{status}");
        }
        let mut after = None;
        for expected in [third, second, first] {
            let wanted = Wanted { limit: 1, after, ..Wanted::default() };
            let page = bookings::booked_by(&state.ctx, &mina, &wanted).await.expect("a page");
            let booking = page.bookings.first().expect("a booking");
            assert_eq!((booking.id, page.more), (expected, expected != first));
            after = Some((booking.created_at, booking.id));
        }
        end(&state, &mina, third).await.expect("let go");
        assert_eq!(ids(&state, &mina, all()).await, [second, first], "a hold that was never paid for");
        wait(&state.clock, 6 * 24 * 60);
        let past = Wanted { when: Some(WhenLeft::Past), ..all() };
        assert_eq!(ids(&state, &mina, past).await, [first]);
        let upcoming = Wanted { when: Some(WhenLeft::Upcoming), ..all() };
        assert_eq!(ids(&state, &mina, upcoming).await, [second]);
    }

    async fn a_position_that_no_booking_can_have_is_refused(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        for seconds in [6_311_390_400_000, -6_311_390_400_000] {
            let at = chrono::DateTime::from_timestamp(seconds, 0).expect("an instant");
            let wanted = Wanted { after: Some((at, Uuid::from_u128(7))), ..all() };
            assert_eq!(fields(bookings::booked_by(&state.ctx, &ailsa, &wanted).await), ["cursor"]);
            assert_eq!(fields(bookings::booked_at(&state.ctx, &ailsa, home.id, &wanted).await), ["cursor"]);
        }
    }

    async fn a_homes_bookings_are_its_hosts(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let (home, other) = (state.home(&ailsa).publish().await, state.home(&ailsa).publish().await);
        let id = book(&state, &mina, &home, state.stay(3, 2)).await;
        let at = |actor: &Actor, home: Uuid| {
            let (ctx, actor) = (state.ctx.clone(), actor.clone());
            async move { bookings::booked_at(&ctx, &actor, home, &all()).await }
        };
        let list = at(&ailsa, home.id).await.expect("a list");
        assert_eq!((list.bookings.len(), list.bookings[0].id, list.more), (1, id, false));
        assert!(at(&ailsa, other.id).await.expect("a list").bookings.is_empty());
        assert_eq!(refusal(at(&mina, home.id).await), Error::NotFound("Home"));
    }
}

/// A request whose card was authorised.
async fn book_by_request(
    state: &TestState,
    guest: &Actor,
    home: &server::entities::listings::Model,
    from: i64,
) -> Uuid {
    let id = hold(state, guest, home, state.stay(from, 2)).await;
    card(state, guest, id, GOOD).await;
    let came_to = bookings::returned(&state.ctx, guest, id).await;
    assert_eq!(came_to.expect("a return"), State::Authorized);
    id
}
