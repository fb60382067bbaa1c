//! Refunds after a cancellation: made once, whatever becomes of replies.

use chrono::TimeDelta;
use server::payments::{self, sandbox::Fault};

use crate::{money::scene::*, stage::*, support::*};

stories! {
    async fn what_a_cancellation_owes_goes_back(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        assert_eq!(scene.balances(&state).await, (0, 20_000, -20_000));
        assert_eq!(scene.cancel(&state).await, 20_000);
        passes(&state).await;
        assert_eq!(scene.states(&state).await, ["succeeded"]);
        assert_eq!(scene.balances(&state).await, (0, 0, 0));
        assert_eq!((scene.given_back(&state).await, payment(&state, scene.id).await.refunded), (20_000, 20_000));
    }

    async fn a_refund_that_is_asked_for_again_and_again_is_one(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        fault(&state, "refund", Fault::Down, 1).await;
        scene.cancel(&state).await;
        wait(&state.clock, 1);
        let (second, third) = (state.another_server().await, state.another_server().await);
        let servers = [&state.ctx, &second, &third];
        let worked = servers.map(|ctx| server::jobs::outbox::run_due(ctx, None));
        futures::future::join_all(worked).await;
        for _ in 0..3 {
            payments::settle(&state.ctx, scene.id).await.expect("a look");
            tick(&state).await;
        }
        assert_eq!((scene.states(&state).await.len(), scene.given_back(&state).await), (1, 20_000));
        assert_eq!(scene.balances(&state).await, (0, 0, 0));
    }

    async fn a_refund_whose_reply_was_lost_is_made_once(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        fault(&state, "refund", Fault::Lost, 1).await;
        scene.cancel(&state).await;
        assert_eq!(scene.states(&state).await, ["queued"], "nobody has heard of it");
        assert_eq!(scene.given_back(&state).await, 20_000);
        wait(&state.clock, 1);
        passes(&state).await;
        assert_eq!((scene.states(&state).await, scene.given_back(&state).await), (vec!["succeeded".to_owned()], 20_000));
        assert_eq!(scene.balances(&state).await, (0, 0, 0));
    }

    async fn a_refund_that_is_repeated_after_its_key_has_lapsed_is_made_once(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        fault(&state, "refund", Fault::Lost, 1).await;
        scene.cancel(&state).await;
        state.clock.advance(TimeDelta::hours(49));
        passes(&state).await;
        assert_eq!((scene.states(&state).await.len(), scene.given_back(&state).await), (1, 20_000));
        assert_eq!(scene.balances(&state).await, (0, 0, 0));
    }

    async fn a_refund_that_the_provider_hears_twice_is_made_once(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        fault(&state, "refund", Fault::Doubled, 1).await;
        scene.cancel(&state).await;
        passes(&state).await;
        assert_eq!((scene.states(&state).await, scene.given_back(&state).await), (vec!["succeeded".to_owned()], 20_000));
        assert_eq!(scene.balances(&state).await, (0, 0, 0));
    }

    async fn a_refund_waits_for_a_provider_that_is_down(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        fault(&state, "refund", Fault::Down, 3).await;
        scene.cancel(&state).await;
        for _ in 0..3 {
            passes(&state).await;
            wait(&state.clock, 1);
        }
        assert_eq!((scene.states(&state).await, scene.given_back(&state).await), (vec!["queued".to_owned()], 0));
        assert_eq!(scene.balances(&state).await, (20_000, 0, -20_000), "it is owed");
        wait(&state.clock, 10);
        passes(&state).await;
        assert_eq!((scene.states(&state).await, scene.balances(&state).await), (vec!["succeeded".to_owned()], (0, 0, 0)));
    }

    async fn a_refund_that_takes_its_time_is_found_by_the_reconciler(state: TestState) {
        let scene = Scene::paid_with(&state, "pm_card_pendingRefund").await;
        scene.cancel(&state).await;
        assert_eq!(scene.states(&state).await, ["pending"]);
        assert_eq!(scene.balances(&state).await, (20_000, 0, -20_000));
        wait(&state.clock, 2);
        tick(&state).await;
        assert_eq!((scene.states(&state).await, scene.balances(&state).await), (vec!["succeeded".to_owned()], (0, 0, 0)));
    }

    async fn a_refund_that_fails_stays_owed(state: TestState) {
        let scene = Scene::paid_with(&state, "pm_card_refundFail").await;
        scene.cancel(&state).await;
        assert_eq!((scene.states(&state).await, scene.balances(&state).await), (vec!["succeeded".to_owned()], (0, 0, 0)));
        // Half a minute later the card's bank has sent it back.
        wait(&state.clock, 1);
        payments::settle(&state.ctx, scene.id).await.expect("news");
        assert_eq!((scene.states(&state).await, scene.balances(&state).await), (vec!["failed".to_owned()], (20_000, 0, -20_000)));
        let failure = scene.refunds(&state).await.remove(0).failure;
        assert_eq!(failure.as_deref(), Some("The card was lost or stolen."));
        assert_eq!(payment(&state, scene.id).await.refunded, 0);
        wait(&state.clock, 60);
        passes(&state).await;
        assert_eq!(scene.balances(&state).await, (20_000, 0, -20_000), "nobody sends it by themselves");
    }
}
