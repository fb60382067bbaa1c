//! A month of a calendar, as its host sees it.

use chrono::Days;
use domain::{
    Error, Stay,
    bookings::State,
    calendars::{Month, last_night},
    listings::Status,
    pricing::DatedPrice,
};
use server::{
    calendars::{self, CalendarView, DayState},
    entities::listings,
    telemetry::statements,
};

use crate::{calendars::house::*, stage::*, support::*};

async fn month(
    state: &TestState,
    host: &server::accounts::Actor,
    home: &listings::Model,
    word: &str,
) -> CalendarView {
    calendars::month(&state.ctx, host, home.id, Some(word))
        .await
        .expect("a month")
}

stories! {
    async fn a_month_tells_who_has_which_night(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let festival = DatedPrice { from: june(20), to: june(21), nightly: 18_000 };
        let home = state.home(&ailsa).dated(festival).publish().await;
        let booked = book(&state, &mina, &home, state.stay(4, 3)).await;
        let held = hold(&state, &noor, &home, state.stay(7, 1)).await;
        block(&state, &ailsa, &home, range(june(10), june(12), "Paint")).await.expect("nights");
        state.take(&home, state.stay(15, 1), "feed").await;
        state.clock.set(at(3, 12));
        let view = month(&state, &ailsa, &home, "2026-06").await;
        let day = |date: u32| view.days[date as usize - 1];
        assert_eq!((view.month.label().as_str(), view.today, view.days.len()), ("June 2026", june(3), 30));
        assert_eq!((day(2).state, day(2).fixed, day(2).price), (DayState::Past, true, None));
        assert_eq!((day(3).state, day(3).fixed, day(3).arrival), (DayState::Free, false, None));
        assert_eq!((day(5).state, day(5).arrival), (DayState::Booked { booking: booked }, Some(booked)));
        assert_eq!((day(6).arrival, day(6).departure), (None, None));
        // One leaves and another comes.
        assert_eq!((day(8).state, day(8).departure, day(8).arrival), (DayState::Held { booking: held }, Some(booked), Some(held)));
        assert_eq!((day(9).state, day(9).departure), (DayState::Free, Some(held)));
        let DayState::Blocked { block } = day(11).state else { panic!("{:?}", day(11)) };
        let kept = view.block(block).expect("the block");
        assert_eq!((kept.nights.label().as_str(), kept.note.as_str()), ("Wed 10 – Fri 12 June", "Paint"));
        assert_eq!((day(16).state, view.blocks.len()), (DayState::Elsewhere, 1));
        let prices = [day(19), day(20), day(22)].map(|day| day.price.expect("a price").to_string());
        assert_eq!(prices, ["£100.00", "£180.00", "£100.00"]);
        let bars: Vec<_> = view.stays.iter().map(|bar| (bar.booking, bar.guest.as_str(), bar.state)).collect();
        assert_eq!(bars, [(booked, "Mina", State::Confirmed), (held, "Noor", State::Held)]);
        assert_eq!(view.stay(booked).expect("a bar").stay, Stay { check_in: june(5), check_out: june(8) });
        assert_eq!((view.home.place_name.as_str(), view.version), ("Leith, Edinburgh", 1));
    }

    async fn a_stay_over_the_turn_of_a_month_is_in_both(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        // The last nights of June, to the morning of 1 July; and one that goes on.
        let leaving = book(&state, &mina, &home, Stay { check_in: june(28), check_out: june(30) + Days::new(1) }).await;
        let july = month(&state, &ailsa, &home, "2026-07").await;
        assert_eq!((july.days[0].state, july.days[0].departure), (DayState::Free, Some(leaving)));
        assert_eq!(july.stays.len(), 1);
        let staying = book(&state, &noor, &home, Stay { check_in: june(28) - Days::new(3), check_out: june(28) }).await;
        let june = month(&state, &ailsa, &home, "2026-06").await;
        let bars: Vec<_> = june.stays.iter().map(|bar| bar.booking).collect();
        assert_eq!(bars, [staying, leaving]);
        let august = month(&state, &ailsa, &home, "2026-08").await;
        assert!(august.stays.is_empty() && august.days.iter().all(|day| day.state == DayState::Free));
    }

    async fn a_block_of_the_month_before_is_not_shown(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        block(&state, &ailsa, &home, nights(28, 30)).await.expect("nights");
        assert!(month(&state, &ailsa, &home, "2026-07").await.blocks.is_empty());
        block(&state, &ailsa, &home, range(june(28), june(30) + Days::new(2), "")).await.expect("nights");
        let july = month(&state, &ailsa, &home, "2026-07").await;
        assert_eq!(july.blocks[0].nights.count(), 5);
    }

    async fn a_calendar_begins_two_years_ago_and_ends_with_the_last_night(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        let first = month(&state, &ailsa, &home, "1999-01").await;
        assert_eq!((first.month.slug().as_str(), first.previous), ("2024-06", None));
        assert_eq!(first.next.map(|month| month.slug()).as_deref(), Some("2024-07"));
        let last = month(&state, &ailsa, &home, "2999-01").await;
        assert_eq!((last.month, last.next), (Month::of(last_night(june(1))), None));
        assert_eq!(last.last_night, last_night(june(1)));
        let beyond = last.days.iter().filter(|day| day.fixed).count();
        assert_eq!(beyond, last.days.len() - chrono::Datelike::day(&last.last_night) as usize);
        for odd in ["", "June", "2026-13", "2026-6", "%00"] {
            assert_eq!(month(&state, &ailsa, &home, odd).await.month.slug(), "2026-06");
        }
        let unasked = calendars::month(&state.ctx, &ailsa, home.id, None).await.expect("a month");
        assert_eq!(unasked.month.slug(), "2026-06");
    }

    async fn today_is_that_of_the_home(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).town(AUCKLAND).publish().await;
        // The last evening of June in Greenwich is the first morning of July in Auckland.
        state.clock.set(at(30, 20));
        let view = calendars::month(&state.ctx, &ailsa, home.id, None).await.expect("a month");
        assert_eq!((view.month.slug().as_str(), view.today), ("2026-07", june(30) + Days::new(1)));
        assert!(!view.days[0].fixed);
        let before = month(&state, &ailsa, &home, "2026-06").await;
        assert!(before.days.iter().all(|day| day.state == DayState::Past));
    }

    async fn a_draft_has_a_calendar_without_prices(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).title("").nightly(0).save_as(Status::Draft).await;
        let view = month(&state, &ailsa, &home, "2026-06").await;
        assert_eq!((view.status, view.days[10].price), (Status::Draft, None));
        assert_eq!(view.home.title, "Home in Leith");
    }

    async fn only_the_owner_sees_the_calendar(state: TestState) {
        let (ailsa, mina, rosa) = (state.host("Ailsa").await, state.guest("Mina").await, state.host("Rosa").await);
        let home = state.home(&ailsa).publish().await;
        book(&state, &mina, &home, state.stay(4, 3)).await;
        for stranger in [&mina, &rosa] {
            let refused = calendars::month(&state.ctx, stranger, home.id, None).await;
            assert_eq!(refusal(refused), Error::NotFound("Home"));
        }
    }

    async fn a_month_takes_two_statements(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        book(&state, &mina, &home, state.stay(4, 3)).await;
        block(&state, &ailsa, &home, nights(10, 12)).await.expect("nights");
        let looking = calendars::month(&state.ctx, &ailsa, home.id, None);
        let (view, count) = statements::counted(looking).await;
        assert_eq!((view.expect("a month").stays.len(), count), (1, 2));
    }
}
