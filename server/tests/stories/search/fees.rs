//! The prices that are compared follow the platform's fees and the exchange rates.

use std::sync::Arc;

use domain::pricing::Fees;
use sea_orm::{ActiveValue::Set, EntityTrait};
use server::{
    Context, Settings,
    entities::{exchange_rates, listings},
    imports::rates::{self, prices},
    telemetry::statements::counted,
};

use super::{pages::many, *};

/// The same site with another fee from guests, in basis points.
fn with_fee(state: &TestState, guest_bp: u32) -> Context {
    let settings = Settings {
        fees: Fees {
            guest_bp,
            host_bp: 0,
        },
        ..(*state.ctx.settings).clone()
    };
    Context {
        settings: Arc::new(settings),
        ..state.ctx.clone()
    }
}

/// Whether one home is found for at most so many euros a night.
async fn is_found(ctx: &Context, most: i64, dates: &str) -> bool {
    let query = asked(&format!("max_price={most}&{dates}"));
    let page = search(ctx, &query).await.expect("a search");
    page.count.exact == 1
}

async fn reckoned(ctx: &Context) -> usize {
    prices::reckon(ctx).await.expect("a reckoning")
}

/// What a server does that starts.
async fn started(ctx: &Context) -> usize {
    let reckoned = migration::alone(&ctx.db, prices::reckon(ctx)).await;
    reckoned.expect("the lock").expect("a reckoning")
}

async fn homes(state: &TestState) -> Vec<listings::Model> {
    let homes = listings::Entity::find().all(state.db()).await;
    homes.expect("homes")
}

stories! {
    async fn another_fee_is_in_the_prices_that_are_compared(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        rates::fill(state.db()).await.expect("rates");
        // £100, about €118.49; with a tenth on top about €130.34.
        let home = state.home(&ailsa).nightly(10_000).publish().await;
        reckoned(&state.ctx).await;
        let dearer = with_fee(&state, 1_000);
        let days = dates(&state, 10, 3);
        for dates in ["", &days] {
            assert_eq!([is_found(&dearer, 118, dates).await, is_found(&dearer, 119, dates).await], [false, true], "{dates}");
        }
        assert!(!prices::are_current(&dearer).await.expect("a look"));
        assert_eq!(reckoned(&dearer).await, 1);
        for dates in ["", &days] {
            for (most, expected) in [(119, false), (130, false), (131, true)] {
                assert_eq!(is_found(&dearer, most, dates).await, expected, "{most} {dates}");
            }
        }
        let after = homes(&state).await.pop().expect("the home");
        assert_eq!((after.version, after.updated_at), (home.version, home.updated_at));
        assert_eq!(reckoned(&state.ctx).await, 1, "and back");
        assert!(is_found(&state.ctx, 119, "").await);
    }

    async fn reckoning_again_changes_nothing_and_takes_one_statement(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        assert!(prices::are_current(&state.ctx).await.expect("a look"), "without rates nothing is compared");
        rates::fill(state.db()).await.expect("rates");
        state.home(&ailsa).publish().await;
        assert_eq!(reckoned(&state.ctx).await, 1);
        let before = homes(&state).await;
        let (again, statements) = counted(reckoned(&state.ctx)).await;
        assert_eq!((again, statements), (0, 1));
        let (current, statements) = counted(prices::are_current(&state.ctx)).await;
        assert_eq!((current.expect("a look"), statements), (true, 1));
        assert_eq!(homes(&state).await, before);
    }

    async fn another_exchange_rate_is_in_the_prices_too(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        rates::fill(state.db()).await.expect("rates");
        state.home(&ailsa).nightly(10_000).publish().await;
        reckoned(&state.ctx).await;
        let two_euros = exchange_rates::ActiveModel { currency: Set("GBP".into()), rate_micro: Set(2_000_000), ..Default::default() };
        exchange_rates::Entity::update(two_euros).exec(state.db()).await.expect("another rate");
        assert_eq!(reckoned(&state.ctx).await, 1);
        assert_eq!([is_found(&state.ctx, 199, "").await, is_found(&state.ctx, 200, "").await], [false, true]);
    }

    async fn all_homes_of_a_large_site_are_reckoned_in_few_statements(state: TestState) {
        rates::fill(state.db()).await.expect("rates");
        // They cost the same, and were made with prices to compare that differ.
        let broken = many(&state, 450).await.pop().expect("a home");
        let unreadable = listings::ActiveModel { id: Set(broken.id), pricing: Set("{".into()), ..Default::default() };
        listings::Entity::update(unreadable).exec(state.db()).await.expect("a broken row");
        let (changed, statements) = counted(reckoned(&state.ctx)).await;
        assert_eq!(changed, 449);
        assert!(statements <= 9, "{statements}");
        for home in homes(&state).await {
            let expected = if home.id == broken.id {
                (broken.nightly_ref, broken.fixed_ref, broken.shortest_ref)
            } else {
                // £50 and £10 once.
                (5_925, 1_185, 7_110)
            };
            assert_eq!((home.nightly_ref, home.fixed_ref, home.shortest_ref), expected, "{}", home.title);
        }
    }

    async fn of_three_servers_that_start_at_once_one_reckons(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        rates::fill(state.db()).await.expect("rates");
        state.home(&ailsa).publish().await;
        let (one, two, three) = (state.another_server().await, state.another_server().await, state.another_server().await);
        let (one, two, three) = tokio::join!(started(&one), started(&two), started(&three));
        let mut changed = [one, two, three];
        changed.sort_unstable();
        assert_eq!(changed, [0, 0, 1]);
    }
}
