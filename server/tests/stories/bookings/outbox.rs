//! Effects happen once, whoever works.

use std::time::Duration;

use domain::bookings::State;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr};
use server::{
    bookings,
    entities::{outbox, sandbox_events, sandbox_intents},
    jobs, payments,
};

use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use crate::{stage::*, support::*};

stories! {
    async fn three_servers_capture_once(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        card(&state, &mina, id, GOOD).await;
        let (second, third) = (state.another_server().await, state.another_server().await);
        let servers = [&state.ctx, &second, &third];
        let looked = futures::future::join_all(servers.map(|ctx| payments::advance(ctx, id))).await;
        assert!(looked.into_iter().all(|state| state.is_ok()));
        let worked = futures::future::join_all(servers.map(|ctx| jobs::outbox::run_due(ctx, None))).await;
        let done: usize = worked.into_iter().map(|done| done.expect("a pass")).sum();
        assert_eq!(done, 1, "one of three did the one effect");
        assert_eq!(state_of(&state, id).await, State::Confirmed);
        let captures = sandbox_events::Entity::find().filter(sandbox_events::Column::Kind.eq("payment_intent.succeeded"));
        assert_eq!(captures.count(state.db()).await.expect("a count"), 1);
        assert_eq!(ledger(&state, id).await.len(), 4, "one charge and one payment");
        assert_eq!(history(&state, id).await, ["held", "authorized", "capturing", "confirmed"]);
    }

    async fn a_worker_that_died_is_followed_by_another_after_its_lease(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        // It took the lease and was never heard of again.
        outbox::Entity::update_many()
            .col_expr(outbox::Column::LeaseUntil, Expr::value(state.now() + chrono::TimeDelta::seconds(60)))
            .col_expr(outbox::Column::Fence, Expr::value(1))
            .exec(state.db())
            .await
            .expect("a lease");
        tick(&state).await;
        assert_eq!(payment(&state, id).await.intent_id, None);
        wait(&state.clock, 2);
        tick(&state).await;
        assert!(payment(&state, id).await.intent_id.is_some());
        let effect = effects(&state, id).await.remove(0);
        assert_eq!((effect.state.as_str(), effect.fence, effect.lease_owner), ("done", 2, None));
    }

    async fn an_effect_done_twice_acts_once(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(3, 2)).await;
        // The program died after each effect and before it was noted.
        outbox::Entity::update_many()
            .col_expr(outbox::Column::State, Expr::value("pending"))
            .exec(state.db())
            .await
            .expect("forgotten effects");
        tick(&state).await;
        assert_eq!(sandbox_intents::Entity::find().count(state.db()).await.expect("a count"), 1);
        assert_eq!(payment(&state, id).await.captured, row(&state, id).await.total);
        assert_eq!((state_of(&state, id).await, ledger(&state, id).await.len()), (State::Confirmed, 4));
    }

    async fn a_provider_that_fails_is_asked_again_later(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        card(&state, &mina, id, GOOD).await;
        payments::advance(&state.ctx, id).await.expect("a look");
        // The provider has lost the payment for a moment.
        let rename = async |from: &str, to: &str| {
            sandbox_intents::Entity::update_many()
                .col_expr(sandbox_intents::Column::Id, Expr::value(to))
                .filter(sandbox_intents::Column::Id.eq(from))
                .exec(state.db())
                .await
                .expect("a rename");
        };
        let intent = payment(&state, id).await.intent_id.expect("a payment");
        rename(&intent, "elsewhere").await;
        tick(&state).await;
        let capture = |effects: Vec<outbox::Model>| effects.into_iter().find(|effect| effect.kind == "payment.capture").expect("a capture");
        let waiting = capture(effects(&state, id).await);
        assert_eq!((waiting.state.as_str(), waiting.attempts), ("pending", 1));
        assert!(waiting.run_at > state.now() && waiting.last_error.is_some());
        rename("elsewhere", &intent).await;
        wait(&state.clock, 1);
        tick(&state).await;
        assert_eq!(capture(effects(&state, id).await).state, "done");
        assert_eq!(bookings::returned(&state.ctx, &mina, id).await.expect("a return"), State::Confirmed);
    }

    async fn a_worker_wakes_for_a_new_hold_and_stops_when_told(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let stop = CancellationToken::new();
        let worker = tokio::spawn(jobs::run_worker(state.ctx.clone(), stop.clone()));
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let known = async {
            while payment(&state, id).await.intent_id.is_none() {
                tokio::task::yield_now().await;
            }
        };
        // Well before the timer would have come round.
        timeout(Duration::from_secs(8), known).await.expect("the provider knows of the payment");
        stop.cancel();
        timeout(Duration::from_secs(8), worker).await.expect("the worker stops").expect("without a panic");
    }
}
