//! Holding nights, and what a home refuses.

use chrono::{TimeDelta, TimeZone, Utc};
use domain::{Error, Stay, bookings::State, listings::Status};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};
use server::{
    bookings,
    entities::{bookings as rows, listings, quotes},
};

use crate::{stage::*, support::*};

stories! {
    async fn a_hold_takes_its_nights_for_fifteen_minutes(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).nightly(12_000).cleaning_fee(3_000).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let booking = row(&state, id).await;
        assert_eq!(booking.state, "held");
        assert_eq!((booking.total, booking.currency.as_str()), (27_000, "GBP"));
        assert_eq!(booking.hold_expires_at, state.now() + TimeDelta::minutes(15));
        assert_eq!(booking.host_id, Some(ailsa.user_id));
        assert_eq!(nights_of(&state, &home).await, 2);
        assert_eq!(history(&state, id).await, ["held"]);
        let view = bookings::checkout(&state.ctx, &mina, id).await.expect("a checkout");
        assert_eq!((view.seconds_left, view.quote.total, view.payable()), (900, 27_000, true));
        assert_eq!(view.home.place_name, "Leith, Edinburgh");
        assert!(!view.cancellation.is_empty());
        assert_eq!(quotes::Entity::find().count(state.db()).await.expect("a count"), 1);
    }

    async fn a_double_click_is_one_hold(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let wish = request(&home, state.stay(3, 2));
        let (first, second) = tokio::join!(
            bookings::hold(&state.ctx, &mina, wish.clone()),
            bookings::hold(&state.ctx, &mina, wish.clone())
        );
        assert_eq!(first.expect("a hold"), second.expect("the same hold"));
        assert_eq!(rows::Entity::find().count(state.db()).await.expect("a count"), 1);
        assert_eq!(nights_of(&state, &home).await, 2);
    }

    async fn dates_that_are_taken_are_refused_with_the_nearest_free_ones(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        hold(&state, &mina, &home, state.stay(10, 3)).await;
        let refused = bookings::hold(&state.ctx, &noor, request(&home, state.stay(11, 2))).await;
        let Error::DatesTaken { nearest } = refusal(refused) else { panic!("another refusal") };
        assert!(nearest.contains(&state.stay(8, 2)), "{nearest:?}");
        assert!(nearest.contains(&state.stay(13, 2)), "{nearest:?}");
        assert_eq!(nights_of(&state, &home).await, 3);
        assert_eq!(rows::Entity::find().count(state.db()).await.expect("a count"), 1);
    }

    async fn nights_that_the_host_blocked_are_taken(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        state.take(&home, state.stay(5, 1), "block").await;
        let refused = bookings::hold(&state.ctx, &mina, request(&home, state.stay(4, 3))).await;
        assert!(matches!(refusal(refused), Error::DatesTaken { .. }));
        assert_eq!(nights_of(&state, &home).await, 1);
    }

    async fn one_stay_may_begin_on_the_day_another_ends(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        hold(&state, &mina, &home, state.stay(10, 3)).await;
        hold(&state, &noor, &home, state.stay(13, 2)).await;
        hold(&state, &noor, &home, state.stay(8, 2)).await;
        assert_eq!(nights_of(&state, &home).await, 7);
    }

    async fn what_the_home_does_not_take_is_refused_beside_its_field(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).nights(2, 7).capacity(3).publish().await;
        let ask = async |stay: Stay, guests: u32| {
            let wish = bookings::HoldRequest { guests, ..request(&home, stay) };
            fields(bookings::hold(&state.ctx, &mina, wish).await)
        };
        assert_eq!(ask(state.stay(-1, 2), 2).await, ["check_in"], "in the past");
        assert_eq!(ask(state.stay(366, 2), 2).await, ["check_in"], "more than a year ahead");
        assert_eq!(ask(state.stay(3, 1), 2).await, ["check_out"], "below the minimum");
        assert_eq!(ask(state.stay(3, 8), 2).await, ["check_out"], "above the maximum");
        assert_eq!(ask(state.stay(3, 2), 4).await, ["guests"], "too many guests");
        assert_eq!(ask(state.stay(3, 2), 0).await, ["guests"], "nobody");
        assert_eq!(ask(state.stay(3, 1), 4).await, ["check_out", "guests"], "all at once");
        assert_eq!(nights_of(&state, &home).await, 0);
    }

    async fn reversed_dates_are_refused_beside_check_out(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let right = request(&home, state.stay(3, 2));
        for (check_in, check_out) in [(right.check_out, right.check_in), (right.check_in, right.check_in)] {
            let wish = bookings::HoldRequest { check_in, check_out, ..right.clone() };
            assert_eq!(fields(bookings::hold(&state.ctx, &mina, wish).await), ["check_out"]);
        }
    }

    async fn today_is_the_homes_and_ends_at_its_cutoff(state: TestState) {
        let (misaki, mina) = (state.host("美咲").await, state.guest("Mina").await);
        let home = state.home(&misaki).town(KYOTO).nightly(1_200_000).publish().await;
        // 08:59 in Kyoto on the 2nd is still the 1st in Greenwich.
        state.clock.set(Utc.with_ymd_and_hms(2026, 6, 1, 23, 59, 0).single().expect("an instant"));
        let stay = |day: u32| {
            let date = |day| chrono::NaiveDate::from_ymd_opt(2026, 6, day).expect("a date");
            Stay::new(date(day), date(day + 1)).expect("a stay")
        };
        let yesterday = bookings::hold(&state.ctx, &mina, request(&home, stay(1))).await;
        assert_eq!(fields(yesterday), ["check_in"]);
        // 17:59 in Kyoto, then 18:00.
        state.clock.set(Utc.with_ymd_and_hms(2026, 6, 2, 8, 59, 0).single().expect("an instant"));
        hold(&state, &mina, &home, stay(2)).await;
        state.clock.set(Utc.with_ymd_and_hms(2026, 6, 3, 9, 0, 0).single().expect("an instant"));
        assert_eq!(fields(bookings::hold(&state.ctx, &mina, request(&home, stay(3))).await), ["check_in"]);
    }

    async fn nobody_books_their_own_home(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        let refused = refusal(bookings::hold(&state.ctx, &ailsa, request(&home, state.stay(3, 2))).await);
        assert_eq!((refused.status(), refused.to_string().contains("your own home")), (409, true));
    }

    async fn a_paused_home_says_so_and_a_draft_is_not_found(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let paused = state.home(&ailsa).save_as(Status::Paused).await;
        let refused = refusal(bookings::hold(&state.ctx, &mina, request(&paused, state.stay(3, 2))).await);
        assert!(refused.to_string().contains("not taking bookings"), "{refused}");
        for status in [Status::Draft, Status::Archived] {
            let hidden = state.home(&ailsa).save_as(status).await;
            let refused = refusal(bookings::hold(&state.ctx, &mina, request(&hidden, state.stay(3, 2))).await);
            assert_eq!(refused, Error::NotFound("Home"));
        }
    }

    async fn a_total_that_changed_since_it_was_shown_asks_again(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).nightly(12_000).publish().await;
        let shown = request(&home, state.stay(3, 2));
        let mut dearer: listings::ActiveModel = home.clone().into();
        dearer.pricing = Set(home.pricing.replace("12000", "13000"));
        let dearer = dearer.update(state.db()).await.expect("a new price");
        let refused = refusal(bookings::hold(&state.ctx, &mina, shown.clone()).await);
        let Error::TotalChanged { shown: was, now } = &refused else { panic!("{refused}") };
        assert_eq!((was.to_string(), now.to_string()), ("£240.00".into(), "£260.00".into()));
        assert_eq!(nights_of(&state, &home).await, 0);
        hold(&state, &mina, &dearer, state.stay(3, 2)).await;
    }

    async fn a_sample_home_is_booked_like_any_other_with_the_sandbox(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let sample = state.home(&ailsa).with(|row| {
            row.owner_id = Set(None);
            row.source = Set(Some("inside-airbnb".into()));
            row.source_id = Set(Some("15420".into()));
            row.host_name = Set(Some("Charlotte".into()));
        });
        let home = sample.publish().await;
        let id = book(&state, &mina, &home, state.stay(3, 2)).await;
        let trip = bookings::trip(&state.ctx, &mina, id).await.expect("a trip");
        assert_eq!((trip.host_name.as_deref(), trip.source.as_deref()), (Some("Charlotte"), Some("Inside Airbnb")));
        assert_eq!(trip.state, State::Confirmed);
    }

    async fn a_home_that_is_not_there_is_not_found(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let wish = bookings::HoldRequest { listing_id: uuid::Uuid::new_v4(), ..request(&home, state.stay(3, 2)) };
        assert_eq!(refusal(bookings::hold(&state.ctx, &mina, wish).await), Error::NotFound("Home"));
    }
}
