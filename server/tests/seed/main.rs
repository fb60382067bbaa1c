//! The demo, on SQLite and on TiDB.

#[path = "../support/mod.rs"]
mod support;

use std::{collections::HashMap, sync::Arc};

use chrono::{NaiveDate, TimeDelta};
use domain::{
    bookings::State,
    listings::{Property, StayRules, check_stay},
    pricing::{Line, Pricing, quote},
    stays::Stay,
};
use sea_orm::{EntityTrait, QueryOrder};
use server::{
    Context, Environment, Settings, accounts,
    entities::{
        amenities, blocks, booking_events, bookings, ledger_entries, listing_amenities, listings,
        nights, payments, places, quotes, sandbox_intents, users,
    },
    seed::{self, SeedReport, cast},
};
use support::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).expect("a date")
}

async fn seeded(state: &TestState) -> SeedReport {
    seed::run(&state.ctx, today()).await.expect("the demo")
}

macro_rules! all {
    ($state:ident, $table:ident) => {
        $table::Entity::find()
            .all($state.db())
            .await
            .expect(stringify!($table))
    };
}

/// Every row of the demo, in an order of its own, without the salt of passwords.
async fn everything(state: &TestState) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for user in all!(state, users) {
        rows.push(format!(
            "{:?}",
            users::Model {
                password_hash: String::new(),
                ..user
            }
        ));
    }
    macro_rules! add {
        ($($table:ident),+) => { $(rows.extend(all!(state, $table).iter().map(|row| format!("{row:?}")));)+ };
    }
    add!(
        places,
        amenities,
        listings,
        listing_amenities,
        quotes,
        bookings,
        booking_events,
        nights,
        blocks,
        payments,
        sandbox_intents,
        ledger_entries
    );
    rows.sort();
    rows
}

stories! {
    async fn a_second_run_changes_nothing(state: TestState) {
        let report = seeded(&state).await;
        assert!(matches!(report, SeedReport::Written { people: 12, homes: 24, .. }), "{report}");
        let before = everything(&state).await;
        assert_eq!(seeded(&state).await, SeedReport::AlreadyThere);
        assert_eq!(everything(&state).await, before);
    }

    async fn every_movement_of_money_sums_to_zero_and_fits_its_booking(state: TestState) {
        seeded(&state).await;
        let mut sums: HashMap<_, i64> = HashMap::new();
        let entries = all!(state, ledger_entries);
        for entry in &entries {
            *sums.entry(entry.transaction_id).or_default() += entry.amount;
        }
        assert!(!sums.is_empty() && sums.values().all(|sum| *sum == 0));
        for booking in all!(state, bookings) {
            let owed: i64 =
                entries.iter().filter(|e| e.booking_id == booking.id && e.account == "host").map(|e| e.amount).sum();
            let paid = if booking.confirmed_at.is_some() { booking.total } else { 0 };
            assert_eq!(owed, paid, "{}", booking.id);
        }
    }

    async fn each_stay_is_one_that_its_home_would_have_taken(state: TestState) {
        seeded(&state).await;
        let homes: HashMap<_, _> = all!(state, listings).into_iter().map(|home| (home.id, home)).collect();
        let quotes: HashMap<_, _> = all!(state, quotes).into_iter().map(|quote| (quote.id, quote)).collect();
        for booking in all!(state, bookings) {
            let home = &homes[&booking.listing_id];
            let stay = Stay::new(booking.check_in, booking.check_out).expect("a stay");
            let rules = StayRules {
                capacity: home.capacity,
                min_nights: home.min_nights,
                max_nights: home.max_nights,
                cutoff_minutes: home.cutoff,
                timezone: home.timezone.parse().expect("a zone"),
            };
            check_stay(&rules, &stay, booking.guests, booking.created_at).expect("a stay that the home takes");
            assert_ne!(Some(booking.guest_id), home.owner_id);
            let pricing: Pricing = serde_json::from_str(&home.pricing).expect("pricing");
            let expected = quote(&pricing, &stay, booking.guests).expect("a price");
            let stored = &quotes[&booking.quote_id];
            let lines: Vec<Line> = serde_json::from_str(&stored.lines).expect("lines");
            assert_eq!((stored.total, booking.total, lines), (expected.total, expected.total, expected.lines));
        }
    }

    async fn histories_follow_the_rules_and_end_where_the_bookings_are(state: TestState) {
        seeded(&state).await;
        let events = booking_events::Entity::find().order_by_asc(booking_events::Column::Version).all(state.db()).await;
        let events = events.expect("histories");
        for booking in all!(state, bookings) {
            let mut last = None;
            let mut at = booking.created_at;
            for event in events.iter().filter(|event| event.booking_id == booking.id) {
                let to = State::parse(&event.to_state).expect("a state");
                assert_eq!(event.from_state, last.map_or("", State::as_str));
                assert!(last.is_none_or(|from: State| from.may_become(to)), "{last:?} {to:?}");
                assert!(event.at >= at && event.at < state.now(), "{event:?}");
                (last, at) = (Some(to), event.at);
            }
            assert_eq!(last.map(State::as_str), Some(booking.state.as_str()));
            assert_eq!(booking.updated_at, at);
        }
    }

    async fn nights_are_taken_by_the_stays_that_occupy_them_and_by_hosts(state: TestState) {
        seeded(&state).await;
        let nights = all!(state, nights);
        for booking in all!(state, bookings) {
            let taken = nights.iter().filter(|night| night.booking_id == Some(booking.id)).count() as i64;
            let occupies = State::parse(&booking.state).is_some_and(State::occupies_nights);
            let expected = if occupies { (booking.check_out - booking.check_in).num_days() } else { 0 };
            assert_eq!(taken, expected, "{}", booking.state);
        }
        for block in all!(state, blocks) {
            let taken = nights.iter().filter(|night| night.block_id == Some(block.id)).count() as i64;
            assert_eq!(taken, (block.last_night - block.first_night).num_days() + 1);
        }
    }

    async fn the_cast_can_log_in_with_the_one_password(state: TestState) {
        seeded(&state).await;
        let login = accounts::LogIn { email: cast::NINA.email.to_uppercase(), password: cast::PASSWORD.into() };
        let nina = accounts::log_in(&state.ctx, login).await.expect("Nina is let in");
        assert_eq!((nina.user_id, nina.first_name.as_str()), (cast::NINA.id(), "Нина"));
        assert!(all!(state, users).iter().all(|user| user.is_demo && !user.is_admin));
    }

    async fn homes_stand_in_three_cities_with_three_currencies_and_zones(state: TestState) {
        seeded(&state).await;
        let homes = all!(state, listings);
        let places = all!(state, places);
        for (city, currency, zone) in [
            ("Edinburgh", "GBP", "Europe/London"),
            ("Kyoto", "JPY", "Asia/Tokyo"),
            ("Mexico City", "MXN", "America/Mexico_City"),
        ] {
            let place = places.iter().find(|place| place.name == city).expect("the city");
            let here: Vec<_> = homes.iter().filter(|home| home.city_id == place.id).collect();
            assert_eq!((here.len(), place.listings), (8, 8));
            assert!(here.iter().all(|home| home.currency == currency && home.timezone == zone));
            assert!(here.iter().all(|home| home.neighbourhood_id.is_some() && home.shortest_ref > 0));
        }
        let offered = all!(state, listing_amenities);
        let known: Vec<_> = all!(state, amenities).into_iter().map(|amenity| amenity.id).collect();
        assert!(offered.iter().all(|pair| known.contains(&pair.amenity_id)), "every slug is in the catalogue");
        assert!(homes.iter().all(|home| Property::parse(&home.property).is_some()));
    }

    async fn the_demo_is_refused_in_production_and_beside_a_stranger(state: TestState) {
        let settings = Settings { environment: Environment::Production, ..(*state.ctx.settings).clone() };
        let production = Context { settings: Arc::new(settings), ..state.ctx.clone() };
        let refused = seed::run(&production, today()).await.expect_err("a refusal");
        assert!(refused.to_string().starts_with("The demo is refused in production"));
        let password = "no lantern at all".to_owned();
        let stranger = accounts::SignUp {
            first_name: "Ailsa".into(),
            last_name: "Craig".into(),
            email: cast::AILSA.email.into(),
            password,
        };
        accounts::sign_up(&state.ctx, stranger).await.expect("somebody else");
        let refused = seed::run(&state.ctx, today()).await.expect_err("a refusal");
        assert!(refused.to_string().contains("ailsa@example.com"), "{refused}");
        assert!(all!(state, listings).is_empty());
        let started = seed::run_if_empty(&state.ctx, today()).await.expect("no failure");
        assert_eq!((started, all!(state, users).len()), (SeedReport::NotEmpty, 1));
    }

    async fn a_start_loads_the_demo_only_into_an_empty_database(state: TestState) {
        let start = async || seed::run_if_empty(&state.ctx, today()).await.expect("no failure");
        let rory = state.guest("Rory").await;
        assert_eq!(start().await, SeedReport::NotEmpty);
        users::Entity::delete_by_id(rory.user_id).exec(state.db()).await.expect("nobody");
        assert!(matches!(start().await, SeedReport::Written { .. }));
        state.guest("Rory").await;
        assert_eq!(start().await, SeedReport::AlreadyThere);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_today_gives_the_same_rows_and_another_day_moves_them() {
    let (one, other, later) = (
        TestState::on_sqlite().await,
        TestState::on_sqlite().await,
        TestState::on_sqlite().await,
    );
    other.clock.advance(TimeDelta::days(900));
    seeded(&one).await;
    seeded(&other).await;
    seed::run(&later.ctx, today() + TimeDelta::days(1))
        .await
        .expect("the demo");
    let rows = everything(&one).await;
    assert_eq!(rows, everything(&other).await);
    assert_ne!(rows, everything(&later).await);
}
