//! The home page.

use chrono::{Datelike, TimeZone, Utc, Weekday};
use server::{search::home, telemetry::statements::counted};

use super::*;

stories! {
    async fn the_home_page_takes_two_statements(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        for town in [EDINBURGH, KYOTO, MEXICO_CITY] {
            state.home(&ailsa).town(town).publish().await;
        }
        let (home, statements) = counted(home(&state.ctx)).await;
        let home = home.expect("a home page");
        assert_eq!(statements, 2);
        assert_eq!((home.places.len(), home.worth_seeing.len()), (3, 3));
    }

    async fn an_empty_site_has_a_home_page_too(state: TestState) {
        let home = home(&state.ctx).await.expect("a home page");
        assert!(home.weekend.is_none() && home.worth_seeing.is_empty() && home.places.is_empty());
    }

    async fn the_weekend_shows_homes_that_are_free_with_the_total_of_the_stay(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        state.home(&ailsa).title("Free").cleaning_fee(3_000).publish().await;
        let taken = state.home(&ailsa).title("Taken").publish().await;
        state.home(&ailsa).title("Weeks only").nights(7, 28).publish().await;
        // Today is Monday.
        state.take(&taken, state.stay(5, 1), "booking").await;
        let weekend = home(&state.ctx).await.expect("a home page").weekend.expect("a weekend");
        assert_eq!((weekend.stay, weekend.stay.check_in.weekday()), (state.stay(4, 2), Weekday::Fri));
        assert_eq!(weekend.cards.len(), 1);
        assert_eq!(weekend.cards[0].total.as_ref().expect("a total").total.to_string(), "£230.00");
        let all = found(&state, "where=Edinburgh, United Kingdom&check_in=2026-06-05&check_out=2026-06-07").await;
        assert_eq!(titles(&all), ["Free"]);
        assert!(weekend.query.contains("check_in=2026-06-05&check_out=2026-06-07"));
    }

    async fn from_friday_noon_on_the_weekend_is_the_next_one(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        state.home(&ailsa).publish().await;
        for (day, hour, friday) in [(5, 10, 5), (5, 12, 12), (6, 9, 12), (7, 9, 12), (8, 9, 12)] {
            state.clock.set(Utc.with_ymd_and_hms(2026, 6, day, hour, 0, 0).unwrap());
            let weekend = home(&state.ctx).await.expect("a home page").weekend.expect("a weekend");
            assert_eq!(weekend.stay.check_in.day(), friday, "on {day} June at {hour}");
        }
    }

    async fn what_is_worth_seeing_comes_from_all_cities(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        for number in 0..10 {
            let rank = sea_orm::ActiveValue::Set(100 + number);
            state.home(&ailsa).title("Edinburgh").with(|home| home.rank = rank).publish().await;
        }
        state.home(&ailsa).title("Kyoto").town(KYOTO).publish().await;
        state.home(&ailsa).title("Mexico City").town(MEXICO_CITY).publish().await;
        let cards = home(&state.ctx).await.expect("a home page").worth_seeing;
        let titles: Vec<&str> = cards.iter().map(|card| card.title.as_str()).collect();
        assert_eq!(titles.len(), 8);
        assert!(titles[..3].contains(&"Kyoto") && titles[..3].contains(&"Mexico City"), "{titles:?}");
    }
}
