//! What a guest sees of their trips.

use domain::{Error, bookings::State};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use server::{bookings, entities::bookings as rows, telemetry::statements};

use crate::{stage::*, support::*};

stories! {
    async fn trips_are_upcoming_past_and_cancelled(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        let past = book(&state, &mina, &home, state.stay(1, 2)).await;
        let coming = book(&state, &mina, &home, state.stay(30, 2)).await;
        // Nobody accepts in time what was paid for.
        let slow = state.home(&ailsa).with(|row| row.instant_book = Set(false)).publish().await;
        let gone = hold(&state, &mina, &slow, state.stay(20, 2)).await;
        card(&state, &mina, gone, GOOD).await;
        bookings::returned(&state.ctx, &mina, gone).await.expect("a return");
        let other = state.home(&ailsa).publish().await;
        let let_go = hold(&state, &mina, &other, state.stay(25, 2)).await;
        bookings::release(&state.ctx, &mina, let_go).await.expect("a release");
        hold(&state, &mina, &other, state.stay(26, 2)).await;
        book(&state, &noor, &home, state.stay(40, 2)).await;
        wait(&state.clock, 8 * 24 * 60);
        // The worker and the outbox, each after the other.
        for _ in 0..2 {
            tick(&state).await;
        }
        let held = hold(&state, &mina, &home, state.stay(5, 2)).await;
        let trips = bookings::trips(&state.ctx, &mina).await.expect("trips");
        let ids = |cards: &[bookings::TripCard]| cards.iter().map(|card| card.id).collect::<Vec<_>>();
        assert_eq!(ids(&trips.upcoming), [held, coming]);
        assert_eq!(ids(&trips.past), [past]);
        assert_eq!(ids(&trips.cancelled), [gone]);
        assert!(!trips.more);
        assert_eq!(trips.past[0].total.to_string(), "£200.00");
        assert_eq!(trips.past[0].home.place_name, "Leith, Edinburgh");
    }

    async fn a_hundred_trips_are_listed_and_it_is_said_when_there_are_more(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let booking = row(&state, id).await;
        let copies = (0..100).map(|days| {
            let stay = state.stay(-100 - days, 1);
            let copy = rows::Model {
                id: uuid::Uuid::new_v4(),
                check_in: stay.check_in,
                check_out: stay.check_out,
                state: State::Completed.as_str().into(),
                ..booking.clone()
            };
            copy.into_active_model().reset_all()
        });
        rows::Entity::insert_many(copies).exec_without_returning(state.db()).await.expect("stays");
        let trips = bookings::trips(&state.ctx, &mina).await.expect("trips");
        assert_eq!((trips.upcoming.len(), trips.past.len(), trips.more), (1, 99, true));
    }

    async fn trips_take_one_statement(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        hold(&state, &mina, &home, state.stay(3, 2)).await;
        let (trips, count) = statements::counted(bookings::trips(&state.ctx, &mina)).await;
        assert_eq!((trips.expect("trips").upcoming.len(), count), (1, 1));
    }

    async fn the_address_is_told_only_while_the_stay_is_confirmed(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let stay = state.stay(3, 2);
        let id = hold(&state, &mina, &home, stay).await;
        let before = bookings::trip(&state.ctx, &mina, id).await.expect("a trip");
        assert_eq!((before.arrival, before.receipt), (None, None));
        let no_file = refusal(bookings::ics(&state.ctx, &mina, id).await);
        assert!(matches!(no_file, Error::Refused(_)), "{no_file}");
        card(&state, &mina, id, GOOD).await;
        bookings::returned(&state.ctx, &mina, id).await.expect("a return");
        let trip = bookings::trip(&state.ctx, &mina, id).await.expect("a trip");
        let arrival = trip.arrival.expect("the address");
        assert_eq!((arrival.address.as_str(), arrival.notes.as_str()), ("7 Shore, EH6 6QN", "The key is in the blue box."));
        assert_eq!(trip.host_name.as_deref(), Some("Ailsa"));
        state.clock.set(domain::stays::local_to_utc(EDINBURGH.timezone, stay.check_out, 11 * 60));
        tick(&state).await;
        let after = bookings::trip(&state.ctx, &mina, id).await.expect("a trip");
        assert_eq!((after.state, after.arrival), (State::Completed, None));
        assert!(after.receipt.is_some() && after.cancellation.is_empty());
    }

    async fn the_receipt_says_what_was_paid(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).nightly(12_000).cleaning_fee(2_500).publish().await;
        let id = book(&state, &mina, &home, state.stay(3, 2)).await;
        let trip = bookings::trip(&state.ctx, &mina, id).await.expect("a trip");
        let receipt = trip.receipt.expect("a receipt");
        assert_eq!(receipt.paid, trip.quote.total_money());
        assert_eq!(receipt.paid.to_string(), "£265.00");
        assert_eq!((receipt.paid_at, receipt.provider.as_str()), (state.now(), "sandbox"));
        assert!(receipt.number.starts_with("HB-") && receipt.guest_name.starts_with("Mina "));
        let states: Vec<State> = trip.history.iter().map(|entry| entry.state).collect();
        assert_eq!(states, [State::Held, State::Authorized, State::Capturing, State::Confirmed]);
        assert_eq!(trip.cancellation[0].refund, receipt.paid, "all back within a day");
    }

    async fn the_calendar_file_has_the_homes_own_times(state: TestState) {
        let (misaki, mina) = (state.host("美咲").await, state.guest("Mina").await);
        let home = state.home(&misaki).town(KYOTO).nightly(12_000).publish().await;
        let id = book(&state, &mina, &home, state.stay(3, 2)).await;
        let file = bookings::ics(&state.ctx, &mina, id).await.expect("a file").replace("\r\n ", "");
        for line in [
            "DTSTART:20260604T060000Z",
            "DTEND:20260606T020000Z",
            "DESCRIPTION:Check in: Thursday 4 June 2026\\, from 15:00. Check out: Saturday 6 June 2026\\, by 11:00. \
             These are local times (Asia/Tokyo).",
            "SUMMARY:Stay: A flat above the boats",
            "LOCATION:7 Shore\\, EH6 6QN",
            "STATUS:CONFIRMED",
        ] {
            assert!(file.contains(line), "{line} is missing in {file}");
        }
        assert!(file.contains(&format!("UID:{id}@hbnb")), "{file}");
        assert!(!file.contains("TZID"), "a zone whose rules are not in the file: {file}");
    }
}
