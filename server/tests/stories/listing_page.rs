//! The page of one home: what strangers may know, what is free, and why a stay cannot be booked.

use crate::{reviews::kept, support::*};
use chrono::{TimeZone, Utc};
use domain::{
    Stay,
    listings::{Status, StayRules},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use server::{
    accounts::Actor,
    entities::{listings::Model, users},
    listings::{Availability, Chosen, DayState, ListingView, nearest_free, show},
    telemetry::statements::counted,
};
use uuid::Uuid;

async fn shown(state: &TestState, home: &Model) -> ListingView {
    show(&state.ctx, home.id, None, None)
        .await
        .expect("a look")
        .expect("a home")
}

async fn chosen(
    state: &TestState,
    home: &Model,
    stay: Stay,
    guests: u32,
    viewer: Option<&Actor>,
) -> Chosen {
    let view = show(&state.ctx, home.id, Some((stay, guests)), viewer).await;
    view.expect("a look")
        .expect("a home")
        .chosen
        .expect("what was chosen")
}

/// The fields that were refused, or the sentence that belongs to none.
fn refused(chosen: &Chosen) -> Vec<String> {
    let fields = chosen.refusal.as_ref().expect("a refusal").fields();
    fields
        .into_iter()
        .map(|error| {
            if error.field.is_empty() {
                error.message
            } else {
                error.field.to_owned()
            }
        })
        .collect()
}

fn state_of(view: &ListingView, day: chrono::NaiveDate) -> (DayState, bool) {
    let mut days = view.calendar.iter().flat_map(|month| &month.days);
    let day = days
        .find(|other| other.date == day)
        .expect("a day of the calendar");
    (day.state, day.arrival)
}

stories! {
    async fn drafts_archived_and_unknown_homes_are_not_there_and_a_paused_one_says_so(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        for status in [Status::Draft, Status::Archived] {
            let home = state.home(&ailsa).save_as(status).await;
            assert!(show(&state.ctx, home.id, None, Some(&ailsa)).await.expect("a look").is_none());
        }
        assert!(show(&state.ctx, Uuid::new_v4(), None, None).await.expect("a look").is_none());
        let paused = state.home(&ailsa).save_as(Status::Paused).await;
        assert_eq!(shown(&state, &paused).await.availability, Availability::Paused);
        let chosen = chosen(&state, &paused, state.stay(5, 2), 2, None).await;
        assert_eq!(refused(&chosen), ["This home is not taking bookings at the moment."]);
        assert!(chosen.cancellation.is_empty());
    }

    async fn a_page_takes_at_most_four_statements(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).with(|home| home.review_count = Set(1)).publish().await;
        state.take(&home, state.stay(5, 2), "booking").await;
        state.offer(&home, "wifi").await;
        kept(&state, &mina, &home, 5).await;
        let look = show(&state.ctx, home.id, Some((state.stay(5, 2), 2)), Some(&ailsa));
        let (view, statements) = counted(look).await;
        let view = view.expect("a look").expect("a home");
        assert_eq!((view.reviews.len(), view.amenities.len(), statements), (1, 1, 4));
        assert_eq!(state_of(&view, state.day(5)).0, DayState::Taken);
    }

    async fn address_exact_place_and_arrival_notes_are_never_told(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let exact = Town { latitude: 55.975_712_3, longitude: -3.166_034_5, ..EDINBURGH };
        let home = state.home(&ailsa).town(exact).publish().await;
        let view = show(&state.ctx, home.id, Some((state.stay(5, 2), 2)), Some(&ailsa)).await;
        let told = format!("{:?}", view.expect("a look").expect("a home"));
        for secret in ["7 Shore", "EH6", "blue box", "55.97571", "3.16603"] {
            assert!(!told.contains(secret), "{secret}");
        }
        assert!(told.contains("Leith"));
    }

    async fn the_page_names_place_host_and_what_the_home_offers(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        state.home(&ailsa).publish().await;
        state.home(&ailsa).save_as(Status::Draft).await;
        state.offer(&home, "wifi").await;
        state.offer(&home, "kitchen").await;
        let words = users::ActiveModel {
            id: Set(ailsa.user_id),
            about: Set(Some("I mend boats.".into())),
            ..Default::default()
        };
        words.update(state.db()).await.expect("a few words");
        let view = shown(&state, &home).await;
        assert_eq!(view.host.about.as_deref(), Some("I mend boats."));
        assert_eq!(view.place.label(), "Leith, Edinburgh, United Kingdom");
        assert_eq!((view.place.country_code.as_str(), view.place.timezone.as_str()), ("GB", "Europe/London"));
        assert_eq!((view.host.name.as_str(), view.host.listings), ("Ailsa", 2));
        assert_eq!(view.host.since, Some(state.day(0)));
        let slugs: Vec<&str> = view.amenities.iter().map(|amenity| amenity.slug.as_str()).collect();
        assert_eq!(slugs, ["kitchen", "wifi"]);
    }

    async fn an_imported_home_carries_its_source_and_belongs_to_nobody(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).with(|home| {
            home.owner_id = Set(None);
            home.host_name = Set(None);
            home.source = Set(Some("inside-airbnb".into()));
            home.source_id = Set(Some("15420".into()));
            home.source_licence = Set(Some("CC BY 4.0".into()));
            home.source_rating = Set(Some(498));
            home.source_review_count = Set(580);
        });
        let view = shown(&state, &home.publish().await).await;
        let source = view.source.expect("a source");
        assert_eq!((source.name.as_str(), source.licence.as_deref()), ("Inside Airbnb", Some("CC BY 4.0")));
        assert_eq!((view.rating, view.source_rating.expect("a rating").hundredths), (None, 498));
        assert_eq!((view.host.since, view.host.listings), (None, 0));
    }

    async fn the_calendar_tells_past_taken_free_and_too_far(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).nights(2, 28).publish().await;
        state.clock.advance(chrono::TimeDelta::days(3));
        state.take(&home, state.stay(10, 3), "booking").await;
        state.take(&home, state.stay(20, 1), "block").await;
        let view = shown(&state, &home).await;
        assert_eq!((view.calendar.len(), view.calendar[0].label.as_str()), (13, "June 2026"));
        assert_eq!((view.today, view.last_check_in), (state.day(0), state.day(365)));
        assert_eq!(state_of(&view, state.day(-1)), (DayState::Past, false));
        assert_eq!(state_of(&view, state.day(0)), (DayState::Free, true));
        assert_eq!(state_of(&view, state.day(9)), (DayState::Free, false), "only one night is left");
        assert_eq!(state_of(&view, state.day(10)), (DayState::Taken, false));
        assert_eq!(state_of(&view, state.day(13)), (DayState::Free, true));
        assert_eq!(state_of(&view, state.day(20)), (DayState::Taken, false));
        assert_eq!(state_of(&view, state.day(365)), (DayState::Free, true));
        assert_eq!(state_of(&view, state.day(366)), (DayState::TooFar, false));
    }

    async fn the_calendars_today_is_the_homes(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let kyoto = state.home(&ailsa).town(KYOTO).publish().await;
        let mexico = state.home(&ailsa).town(MEXICO_CITY).publish().await;
        state.clock.set(Utc.with_ymd_and_hms(2026, 6, 30, 20, 0, 0).unwrap());
        let view = shown(&state, &kyoto).await;
        assert_eq!((view.today.to_string().as_str(), view.calendar[0].label.as_str()), ("2026-07-01", "July 2026"));
        let view = shown(&state, &mexico).await;
        assert_eq!((view.today.to_string().as_str(), view.calendar[0].label.as_str()), ("2026-06-30", "June 2026"));
    }

    async fn a_chosen_stay_has_its_price_and_when_cancelling_brings_what_back(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).nightly(12_400).cleaning_fee(4_000).publish().await;
        let chosen = chosen(&state, &home, state.stay(10, 3), 2, None).await;
        assert_eq!(chosen.refusal, None);
        let quote = chosen.quote.expect("a quote");
        assert_eq!((quote.total_money().to_string().as_str(), quote.lines.len()), ("£412.00", 2));
        assert_eq!(chosen.cancellation[0].refund, quote.total_money());
        assert!(chosen.cancellation[0].until.is_some());
    }

    async fn a_stay_the_home_does_not_take_is_refused_at_its_field(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).nights(2, 10).capacity(3).publish().await;
        let refusals = async |stay, guests| refused(&chosen(&state, &home, stay, guests, None).await);
        assert_eq!(refusals(state.stay(-1, 3), 2).await, ["check_in"]);
        assert_eq!(refusals(state.stay(366, 3), 2).await, ["check_in"]);
        assert_eq!(refusals(state.stay(5, 1), 2).await, ["check_out"]);
        assert_eq!(refusals(state.stay(5, 11), 2).await, ["check_out"]);
        assert_eq!(refusals(state.stay(5, 3), 4).await, ["guests"]);
        assert_eq!(refusals(state.stay(-1, 1), 9).await, ["check_in", "check_out", "guests"]);
        assert_eq!(chosen(&state, &home, state.stay(365, 2), 3, None).await.refusal, None);
    }

    async fn hosts_cannot_book_their_own_home(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        let own = chosen(&state, &home, state.stay(5, 3), 2, Some(&ailsa)).await;
        assert_eq!(refused(&own), ["This is your own home, so you cannot book it."]);
        let guest = state.guest("Iona").await;
        assert_eq!(chosen(&state, &home, state.stay(5, 3), 2, Some(&guest)).await.refusal, None);
    }

    async fn taken_dates_are_refused_with_the_nearest_free_ones(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        state.take(&home, state.stay(10, 3), "booking").await;
        let chosen = chosen(&state, &home, state.stay(10, 2), 2, None).await;
        let nearest = vec![state.stay(7, 2), state.stay(8, 2), state.stay(13, 2)];
        assert_eq!(chosen.refusal, Some(domain::Error::DatesTaken { nearest }));
        assert!(chosen.quote.is_some());
    }

    async fn nearest_free_stays_keep_to_the_rules_and_to_sixty_days(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        let rules = StayRules {
            capacity: 4,
            min_nights: 1,
            max_nights: 28,
            cutoff_minutes: 18 * 60,
            timezone: chrono_tz::Europe::London,
            answered_before: None,
        };
        state.take(&home, state.stay(2, 4), "booking").await;
        let near = async |stay: Stay| nearest_free(state.db(), home.id, &stay, &rules, state.now()).await.expect("stays");
        assert_eq!(near(state.stay(3, 2)).await, [state.stay(0, 2), state.stay(6, 2), state.stay(7, 2)]);
        state.clock.set(Utc.with_ymd_and_hms(2026, 6, 1, 17, 0, 0).unwrap());
        let late = async |stay: Stay| nearest_free(state.db(), home.id, &stay, &rules, state.now()).await.expect("stays");
        assert_eq!(late(state.stay(3, 2)).await, [state.stay(6, 2), state.stay(7, 2), state.stay(8, 2)]);
        state.take(&home, state.stay(6, 60), "block").await;
        assert_eq!(late(state.stay(3, 2)).await, []);
        assert_eq!(late(state.stay(7, 2)).await, [state.stay(66, 2), state.stay(67, 2)]);
    }
}
