//! The demo, on SQLite and on TiDB.

mod homes;
mod texts;
mod world;

use std::{sync::Arc, time::Instant};

use crate::support::*;
use chrono::{NaiveDate, TimeDelta};
use sea_orm::EntityTrait;
use server::{
    Context, Environment, Settings, accounts,
    entities::{listings, users},
    seed::{self, SeedReport, cast},
};
use world::{World, everything};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).expect("a date")
}

async fn seeded(state: &TestState) -> SeedReport {
    seed::run(&state.ctx, today()).await.expect("the demo")
}

stories! {
    async fn the_demo_fills_an_empty_database_holds_together_and_is_left_alone(state: TestState) {
        let start = async || seed::run_if_empty(&state.ctx, today()).await.expect("no failure");
        let rory = state.guest("Rory").await;
        assert_eq!(start().await, SeedReport::NotEmpty);
        users::Entity::delete_by_id(rory.user_id).exec(state.db()).await.expect("nobody");
        let began = Instant::now();
        let report = start().await;
        println!("{:?}, unoptimised, {:.1} s: {report}", state.database, began.elapsed().as_secs_f32());
        assert!(matches!(report, SeedReport::Written { homes: 120, people: 942, .. }), "{report}");
        let world = World::of(&state).await;
        world.money_sums_to_zero_and_fits_its_bookings();
        world.each_stay_is_one_that_its_home_would_have_taken();
        world.histories_follow_the_rules_and_end_where_the_bookings_are();
        world.nights_are_taken_by_stays_and_by_hosts();
        world.nobody_is_in_two_places();
        world.homes_are_as_busy_as_homes_are();
        world.homes_lie_in_their_cities_and_cost_what_homes_cost();
        world.every_home_has_pictures();
        world.ailsa_has_her_hands_full();
        assert_eq!(seeded(&state).await, SeedReport::AlreadyThere);
        state.guest("Rory").await;
        assert_eq!(start().await, SeedReport::AlreadyThere);
        world.is_still_all_there_is(&state).await;
        let login = accounts::LogIn { email: cast::NINA.email.to_uppercase(), password: cast::PASSWORD.into() };
        let nina = accounts::log_in(&state.ctx, login).await.expect("Nina is let in");
        assert_eq!((nina.user_id, nina.first_name.as_str()), (cast::NINA.id(), "Нина"));
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
        assert!(listings::Entity::find().all(state.db()).await.expect("homes").is_empty());
        let started = seed::run_if_empty(&state.ctx, today()).await.expect("no failure");
        let people = users::Entity::find().all(state.db()).await.expect("people");
        assert_eq!((started, people.len()), (SeedReport::NotEmpty, 1));
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
    // Not by assert_eq: nobody wants to read a hundred thousand rows.
    assert!(rows == everything(&other).await);
    assert!(rows != everything(&later).await);
}
