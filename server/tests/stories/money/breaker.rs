//! A provider that is down or slow: who waits is told, holds stay, and nobody calls in vain.

use std::{sync::Arc, time::Duration};

use chrono::TimeDelta;
use domain::{Error, bookings::State};
use sea_orm::{EntityTrait, QuerySelect};
use server::{
    Context, Error as Failure, bookings,
    entities::sandbox_faults,
    payments::{Guarded, sandbox::Fault},
};

use crate::{money::scene::*, stage::*, support::*};

fn guarded(state: &TestState, patience: Duration) -> Context {
    let ctx = state.ctx.clone();
    let gateway = Guarded::with_patience(ctx.gateway.clone(), ctx.clock.clone(), patience);
    Context {
        gateway: Arc::new(gateway),
        ..ctx
    }
}

/// How many more calls were told to fail.
async fn left(state: &TestState) -> u32 {
    let left: Option<u32> = sandbox_faults::Entity::find()
        .select_only()
        .column(sandbox_faults::Column::Remaining)
        .into_tuple()
        .one(state.db())
        .await
        .expect("a look");
    left.expect("a fault")
}

stories! {
    async fn after_five_failures_nobody_calls_until_a_pause_is_over(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        let ctx = guarded(&state, Duration::from_secs(5));
        fault(&state, "retrieve", Fault::Down, 6).await;
        for _ in 0..9 {
            assert!(matches!(ctx.gateway.retrieve(&scene.intent).await, Err(Failure::Gateway(_))));
        }
        assert_eq!(left(&state).await, 1, "the provider was left in peace");
        state.clock.advance(TimeDelta::seconds(21));
        assert!(ctx.gateway.retrieve(&scene.intent).await.is_err(), "one tries");
        assert_eq!(left(&state).await, 0);
        assert!(ctx.gateway.retrieve(&scene.intent).await.is_err(), "and the others wait");
        state.clock.advance(TimeDelta::seconds(21));
        for _ in 0..2 {
            assert!(ctx.gateway.retrieve(&scene.intent).await.expect("it is back").is_some());
        }
    }

    async fn a_provider_that_does_not_answer_is_not_waited_for(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        fault(&state, "retrieve", Fault::Late(60_000), 1).await;
        let ctx = guarded(&state, Duration::from_millis(200));
        assert!(matches!(ctx.gateway.retrieve(&scene.intent).await, Err(Failure::Gateway(why)) if why.contains("200 ms")));
    }

    async fn a_guest_keeps_the_hold_and_reads_why(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let stay = state.stay(3, 2);
        let id = hold(&state, &mina, &home, stay).await;
        fault(&state, "create", Fault::Down, 100).await;
        let ctx = guarded(&state, Duration::from_secs(5));
        let refused = refusal(bookings::pay(&ctx, &mina, id, total(&home, &stay)).await);
        assert!(matches!(&refused, Error::Refused(why) if why.contains("cannot be reached")), "{refused}");
        assert_eq!(state_of(&state, id).await, State::Held);
    }
}
