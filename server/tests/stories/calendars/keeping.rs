//! Keeping nights free, and what is refused.

use chrono::{Days, TimeDelta};
use domain::{Error, bookings::State, calendars::last_night, listings::Status};
use sea_orm::{ActiveValue::Set, EntityTrait, PaginatorTrait};
use server::{bookings, calendars, entities::blocks};

use crate::{calendars::house::*, stage::*, support::*};

stories! {
    async fn a_host_keeps_nights_free(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let form = range(june(5), june(7), "  My sister\tcomes ");
        let kept = block(&state, &ailsa, &home, form).await.expect("nights");
        assert_eq!(kept.label(), "Fri 5 – Sun 7 June");
        assert_eq!(blocks_of(&state, &home).await, ["5–7 My sister comes"]);
        let refused = bookings::hold(&state.ctx, &mina, request(&home, state.stay(6, 3))).await;
        assert!(matches!(refusal(refused), Error::DatesTaken { .. }));
        // The nights around them are free: a stay may end where the block begins.
        hold(&state, &mina, &home, state.stay(3, 1)).await;
        hold(&state, &mina, &home, state.stay(7, 2)).await;
    }

    async fn the_same_nights_again_change_nothing(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        let form = range(june(5), june(7), "Painting");
        let first = block(&state, &ailsa, &home, form.clone()).await.expect("nights");
        let ids = taken(&state, &home).await;
        let again = block(&state, &ailsa, &home, form).await.expect("the same nights");
        assert_eq!((first, ids), (again, taken(&state, &home).await));
        assert_eq!(blocks::Entity::find().count(state.db()).await.expect("a count"), 1);
    }

    async fn a_double_click_is_one_block(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        let (one, other) = tokio::join!(
            block(&state, &ailsa, &home, nights(5, 7)),
            block(&state, &ailsa, &home, nights(5, 7)),
        );
        assert_eq!(one.expect("nights"), other.expect("the same nights"));
        assert_eq!(blocks_of(&state, &home).await, ["5–7"]);
    }

    async fn a_block_makes_older_ones_give_way(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        for (first, last, note) in [(3, 6, "Paint"), (8, 9, "Floor"), (11, 20, "Family"), (5, 12, "Roof")] {
            let form = range(june(first), june(last), note);
            block(&state, &ailsa, &home, form).await.expect("nights");
        }
        assert_eq!(blocks_of(&state, &home).await, ["3–4 Paint", "5–12 Roof", "13–20 Family"]);
        block(&state, &ailsa, &home, range(june(5), june(12), "Roof and walls")).await.expect("nights");
        assert_eq!(blocks_of(&state, &home).await, ["3–4 Paint", "5–12 Roof and walls", "13–20 Family"]);
        block(&state, &ailsa, &home, range(june(15), june(16), "")).await.expect("nights");
        assert_eq!(
            blocks_of(&state, &home).await,
            ["3–4 Paint", "5–12 Roof and walls", "13–14 Family", "15–16", "17–20 Family"]
        );
    }

    async fn booked_nights_are_named_and_nothing_is_written(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        block(&state, &ailsa, &home, nights(4, 5)).await.expect("nights");
        book(&state, &mina, &home, state.stay(5, 2)).await;
        hold(&state, &noor, &home, state.stay(9, 1)).await;
        let before = taken(&state, &home).await;
        let refused = refusal(block(&state, &ailsa, &home, nights(2, 12)).await);
        assert_eq!(refused.status(), 409);
        let sentence = refused.to_string();
        assert!(sentence.contains("Sat 6 – Sun 7 June; Wed 10 June."), "{sentence}");
        assert_eq!(taken(&state, &home).await, before);
        assert_eq!(blocks_of(&state, &home).await, ["4–5"]);
    }

    async fn a_hold_that_is_over_gives_way(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(5, 2)).await;
        assert_eq!(refusal(block(&state, &ailsa, &home, nights(5, 7)).await).status(), 409);
        // The worker has not come by.
        state.clock.advance(TimeDelta::minutes(16));
        block(&state, &ailsa, &home, nights(5, 7)).await.expect("nights");
        assert_eq!(state_of(&state, id).await, State::Expired);
        assert_eq!(blocks_of(&state, &home).await, ["5–7"]);
    }

    async fn only_the_owner_keeps_nights_free(state: TestState) {
        let (ailsa, mina, rosa) = (state.host("Ailsa").await, state.guest("Mina").await, state.host("Rosa").await);
        let home = state.home(&ailsa).publish().await;
        state.home(&rosa).publish().await;
        let sample = state.home(&ailsa).with(|row| row.owner_id = Set(None)).publish().await;
        let missing = server::entities::listings::Model { id: uuid::Uuid::new_v4(), ..home.clone() };
        for (who, whose) in [(&rosa, &home), (&mina, &home), (&ailsa, &sample), (&ailsa, &missing)] {
            let kept = block(&state, who, whose, nights(5, 7)).await;
            assert_eq!(refusal(kept), Error::NotFound("Home"));
            assert!(taken(&state, whose).await.is_empty());
        }
        // Whatever was typed: the owner is asked for first.
        assert_eq!(refusal(block(&state, &rosa, &home, Default::default()).await), Error::NotFound("Home"));
    }

    async fn an_archived_home_keeps_its_calendar(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).save_as(Status::Archived).await;
        for refused in [
            block(&state, &ailsa, &home, nights(5, 7)).await,
            free(&state, &ailsa, &home, nights(5, 7)).await,
        ] {
            let refused = refusal(refused);
            assert_eq!((refused.status(), refused.to_string().contains("archived")), (409, true));
        }
        let view = calendars::month(&state.ctx, &ailsa, home.id, None).await.expect("a month");
        assert_eq!(view.status, Status::Archived);
    }

    async fn nights_are_kept_before_a_home_is_published_and_while_it_is_paused(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        for status in [Status::Draft, Status::Paused] {
            let home = state.home(&ailsa).save_as(status).await;
            block(&state, &ailsa, &home, nights(5, 7)).await.expect("nights");
            assert_eq!(blocks_of(&state, &home).await, ["5–7"]);
        }
    }

    async fn what_was_typed_wrongly_is_told_beside_its_field(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        let today = state.day(0);
        let latest = last_night(today);
        let ask = async |form| fields(block(&state, &ailsa, &home, form).await);
        let soon = domain::calendars::RangeForm { first_night: "soon".into(), last_night: "later".into(), note: "a".repeat(201) };
        assert_eq!(ask(soon).await, ["first_night", "last_night", "note"], "all at once");
        assert_eq!(ask(range(today - Days::new(1), today, "")).await, ["first_night"], "over");
        assert_eq!(ask(nights(7, 5)).await, ["last_night"], "reversed");
        assert_eq!(ask(range(latest, latest + Days::new(1), "")).await, ["last_night"], "too far");
        assert!(taken(&state, &home).await.is_empty());
        block(&state, &ailsa, &home, range(today, latest, "All of it")).await.expect("two years");
        assert_eq!(taken(&state, &home).await.len(), 730);
    }

    async fn tonight_is_that_of_the_home(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let east = state.home(&ailsa).town(AUCKLAND).publish().await;
        let west = state.home(&ailsa).town(MEXICO_CITY).publish().await;
        // Monday night in Greenwich is Tuesday morning in Auckland.
        state.clock.set(at(1, 20));
        assert_eq!(fields(block(&state, &ailsa, &east, nights(1, 2)).await), ["first_night"]);
        block(&state, &ailsa, &east, nights(2, 2)).await.expect("tonight");
        // Early on Tuesday it is still Monday in Mexico City.
        state.clock.set(at(2, 3));
        block(&state, &ailsa, &west, nights(1, 1)).await.expect("tonight");
        state.clock.set(at(2, 6));
        assert_eq!(fields(block(&state, &ailsa, &west, nights(1, 1)).await), ["first_night"]);
    }
}
