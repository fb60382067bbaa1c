//! Dates: what is free, what it costs, and what today is.

use chrono::{TimeZone, Utc};
use domain::pricing::{Ask, DatedPrice, Fees, quote};
use sea_orm::ActiveValue::Set;
use server::listings;

use super::*;

stories! {
    async fn a_booked_or_blocked_home_is_not_shown_for_its_dates_but_for_others(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        for (title, kind) in [("Booked", "booking"), ("Blocked", "block"), ("Elsewhere", "feed")] {
            let home = state.home(&ailsa).title(title).publish().await;
            state.take(&home, state.stay(10, 3), kind).await;
        }
        state.home(&ailsa).title("Free").publish().await;
        for (from, nights) in [(10, 3), (9, 2), (12, 1), (8, 10), (11, 1)] {
            let page = found(&state, &dates(&state, from, nights)).await;
            assert_eq!(titles(&page), ["Free"], "{nights} nights from day {from}");
            assert_eq!(page.count.exact, 1);
        }
        assert_eq!(found(&state, &dates(&state, 20, 3)).await.count.exact, 4);
        assert_eq!(found(&state, "").await.count.exact, 4);
    }

    async fn one_stay_may_follow_another_on_the_same_day(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        state.take(&home, state.stay(10, 3), "booking").await;
        assert_eq!(found(&state, &dates(&state, 13, 2)).await.count.exact, 1, "from the day they leave");
        assert_eq!(found(&state, &dates(&state, 8, 2)).await.count.exact, 1, "until the day they come");
    }

    async fn a_card_carries_the_total_that_is_charged(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let festival = DatedPrice { from: state.day(11), to: state.day(20), nightly: 25_000 };
        let home = state.home(&ailsa).nightly(10_000).cleaning_fee(4_500).dated(festival).publish().await;
        let stay = state.stay(10, 3);
        let page = found(&state, &dates(&state, 10, 3)).await;
        let total = page.cards[0].total.clone().expect("a total");
        let pricing = serde_json::from_str(&home.pricing).expect("prices");
        let ask = Ask { stay, guests: 1, today: state.day(0) };
        assert_eq!(total.total, quote(&pricing, &ask, &Fees::default()).expect("a quote").total_money());
        assert_eq!(total.total.to_string(), "£645.00");
        assert_eq!(page.cards[0].per_night.to_string(), "£215.00");
        let shown = listings::show(&state.ctx, home.id, Some((stay, 1)), None).await.expect("a look").expect("a home");
        let quote = shown.chosen.and_then(|chosen| chosen.quote).expect("a quote");
        assert_eq!(quote.total_money(), total.total);
    }

    async fn without_dates_a_card_shows_a_night_of_the_shortest_stay(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        state.home(&ailsa).nightly(10_000).cleaning_fee(5_000).nights(2, 28).publish().await;
        let page = found(&state, "").await;
        assert!(page.cards[0].total.is_none());
        assert_eq!(page.cards[0].per_night.to_string(), "£125.00");
    }

    async fn stays_that_are_too_short_or_too_long_for_a_home_are_left_out(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        state.home(&ailsa).title("Weeks").nights(7, 28).publish().await;
        state.home(&ailsa).title("Weekends").nights(2, 3).publish().await;
        assert_eq!(titles(&found(&state, &dates(&state, 5, 2)).await), ["Weekends"]);
        assert_eq!(titles(&found(&state, &dates(&state, 5, 3)).await), ["Weekends"]);
        assert!(found(&state, &dates(&state, 5, 4)).await.cards.is_empty());
        assert_eq!(titles(&found(&state, &dates(&state, 5, 28)).await), ["Weeks"]);
    }

    async fn a_stay_can_begin_today_until_the_cut_off_where_the_home_is(state: TestState) {
        // 10:00 in Edinburgh, 18:00 in Kyoto, 03:00 in Mexico City.
        let ailsa = state.host("Ailsa").await;
        state.home(&ailsa).title("Edinburgh").publish().await;
        state.home(&ailsa).title("Kyoto").town(KYOTO).publish().await;
        let late = state.home(&ailsa).title("Kyoto, late").town(KYOTO);
        late.with(|home| home.cutoff = Set(18 * 60 + 1)).publish().await;
        state.home(&ailsa).title("Mexico City").town(MEXICO_CITY).publish().await;
        let today = found(&state, &dates(&state, 0, 2)).await;
        assert_eq!(sorted(&today), ["Edinburgh", "Kyoto, late", "Mexico City"]);
        assert_eq!(found(&state, &dates(&state, 1, 2)).await.count.exact, 4);
    }

    async fn a_home_by_request_is_found_while_its_host_has_time_to_answer(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        state.home(&ailsa).title("At once").publish().await;
        let asked_for = state.home(&ailsa).title("By request").with(|home| home.instant_book = Set(false)).publish().await;
        let late = state.home(&ailsa).title("By request, at night").with(|home| {
            home.instant_book = Set(false);
            home.check_in_from = Set(30);
        });
        late.publish().await;
        // Four hours before check-in at 15:00 in Edinburgh, and a moment later; then the same before half past midnight.
        let (all, but_one) = (vec!["At once", "By request", "By request, at night"], vec!["At once", "By request"]);
        for (at, from_today, expected) in [
            ((10, 0, 0), 0, but_one.clone()), ((10, 0, 1), 0, vec!["At once"]), ((10, 0, 1), 1, all.clone()),
            ((19, 30, 0), 1, all), ((19, 30, 1), 1, but_one),
        ] {
            state.clock.set(Utc.with_ymd_and_hms(2026, 6, 1, at.0, at.1, at.2).unwrap());
            let page = found(&state, &dates(&state, from_today, 2)).await;
            assert_eq!(sorted(&page), expected, "{at:?}");
            let asked = Some((state.stay(from_today, 2), 1));
            let shown = listings::show(&state.ctx, asked_for.id, asked, None).await.expect("a look").expect("a home");
            let refusal = shown.chosen.expect("what was chosen").refusal;
            assert_eq!(refusal.is_none(), expected.contains(&"By request"), "{at:?}: {refusal:?}");
        }
    }

    async fn today_is_the_homes_own(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        for (title, town) in [("Edinburgh", EDINBURGH), ("Kyoto", KYOTO), ("Mexico City", MEXICO_CITY)] {
            state.home(&ailsa).title(title).town(town).publish().await;
        }
        // Tuesday 00:30 in Edinburgh, 08:30 in Kyoto; Monday 17:30 in Mexico City.
        state.clock.set(Utc.with_ymd_and_hms(2026, 6, 1, 23, 30, 0).unwrap());
        let monday = found(&state, "check_in=2026-06-01&check_out=2026-06-03").await;
        assert_eq!(titles(&monday), ["Mexico City"]);
        let tuesday = found(&state, "check_in=2026-06-02&check_out=2026-06-03").await;
        assert_eq!(tuesday.count.exact, 3);
    }

    async fn a_year_ahead_is_counted_where_the_home_is(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        state.home(&ailsa).title("Edinburgh").publish().await;
        state.home(&ailsa).title("Kyoto").town(KYOTO).publish().await;
        // Already Tuesday in Kyoto.
        state.clock.set(Utc.with_ymd_and_hms(2026, 6, 1, 16, 0, 0).unwrap());
        assert_eq!(found(&state, "check_in=2027-06-01&check_out=2027-06-03").await.count.exact, 2);
        let last = found(&state, "check_in=2027-06-02&check_out=2027-06-03").await;
        assert_eq!((titles(&last), last.errors.len()), (vec!["Kyoto"], 0));
    }

    async fn dates_that_nobody_can_book_are_told_and_the_homes_shown_without(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        state.home(&ailsa).publish().await;
        for url in ["check_in=2026-05-30&check_out=2026-06-02", "check_in=2027-06-05&check_out=2027-06-07"] {
            let page = found(&state, url).await;
            assert_eq!(page.errors[0].field, "check_in", "{url}");
            assert_eq!((page.count.exact, page.stay), (1, None), "{url}");
            assert!(page.cards[0].total.is_none(), "{url}");
        }
        let far = found(&state, "check_in=9999-12-30&check_out=9999-12-31").await;
        assert_eq!(far.errors.len(), 1);
    }
}
