//! Disputes: what the guest's bank takes, bars, gives back or keeps.

use domain::Error;
use server::payments::{
    self, refunds,
    sandbox::{self, Fault},
};

use crate::{money::scene::*, stage::*, support::*};

async fn open(state: &TestState, scene: &Scene, inquiry: bool) -> String {
    let id = sandbox::open_dispute(&state.ctx, &scene.intent, inquiry).await;
    payments::settle(&state.ctx, scene.id).await.expect("news");
    id.expect("a dispute")
}

async fn close(state: &TestState, scene: &Scene, id: &str, won: bool) {
    sandbox::close_dispute(&state.ctx, id, won)
        .await
        .expect("decided");
    for _ in 0..2 {
        payments::settle(&state.ctx, scene.id).await.expect("news");
    }
}

async fn is_flagged(state: &TestState, scene: &Scene) -> bool {
    row(state, scene.id).await.disputed_at.is_some()
}

stories! {
    async fn a_dispute_that_is_won_leaves_everything_as_it_was(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        let dispute = open(&state, &scene, false).await;
        assert!(is_flagged(&state, &scene).await);
        assert_eq!(scene.balances(&state).await, (-20_000, 20_000, 0));
        assert_eq!(payment(&state, scene.id).await.disputed, Some(20_000));
        close(&state, &scene, &dispute, true).await;
        assert!(!is_flagged(&state, &scene).await);
        assert_eq!(scene.balances(&state).await, (0, 20_000, -20_000));
        assert_eq!(payment(&state, scene.id).await.disputed, Some(0));
    }

    async fn a_dispute_that_is_lost_is_the_hosts_loss(state: TestState) {
        let scene = Scene::paid_with(&state, "pm_card_createDispute").await;
        payments::settle(&state.ctx, scene.id).await.expect("news");
        let dispute = scene.disputes(&state).await.remove(0);
        assert_eq!((dispute.status.as_str(), dispute.amount), ("open", 20_000));
        close(&state, &scene, &dispute.id, false).await;
        assert_eq!(scene.balances(&state).await, (0, 0, 0));
        assert_eq!(scene.disputes(&state).await[0].status, "lost");
        let more = refunds::by_admin(&state.ctx, scene.id, "1", "Once more.").await;
        assert!(matches!(refusal(more), Error::Refused(_)), "nothing is left of it");
    }

    async fn a_refund_waits_for_the_dispute_and_is_made_when_it_is_won(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        let dispute = open(&state, &scene, false).await;
        assert_eq!(scene.cancel(&state).await, 20_000);
        passes(&state).await;
        assert_eq!((scene.states(&state).await, scene.given_back(&state).await), (vec!["queued".to_owned()], 0));
        assert!(waiting(&state, scene.id).await.is_empty(), "nobody tries for weeks");
        close(&state, &scene, &dispute, true).await;
        passes(&state).await;
        assert_eq!((scene.states(&state).await, scene.given_back(&state).await), (vec!["succeeded".to_owned()], 20_000));
        assert_eq!(scene.balances(&state).await, (0, 0, 0));
    }

    async fn a_refund_is_not_made_when_the_bank_has_given_the_money_back(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        fault(&state, "refund", Fault::Down, 1).await;
        scene.cancel(&state).await;
        // The provider bars it before we have heard why.
        wait(&state.clock, 1);
        let dispute = sandbox::open_dispute(&state.ctx, &scene.intent, false).await.expect("a dispute");
        passes(&state).await;
        assert!(is_flagged(&state, &scene).await, "the bar has told");
        close(&state, &scene, &dispute, false).await;
        passes(&state).await;
        assert_eq!((scene.states(&state).await, scene.given_back(&state).await), (vec!["failed".to_owned()], 0));
        assert_eq!(scene.balances(&state).await, (0, 0, 0), "the guest has it, once");
    }

    async fn no_more_is_lost_than_is_left(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        refunds::by_admin(&state.ctx, scene.id, "150", "The roof leaked.").await.expect("given back");
        passes(&state).await;
        let dispute = open(&state, &scene, false).await;
        assert_eq!(scene.disputes(&state).await[0].amount, 5_000);
        close(&state, &scene, &dispute, false).await;
        assert_eq!(scene.balances(&state).await, (0, 0, 0));
        let again = sandbox::open_dispute(&state.ctx, &scene.intent, false).await;
        assert!(matches!(refusal(again), Error::Refused(_)));
    }

    async fn an_inquiry_takes_nothing_and_bars_nothing(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        let inquiry = open(&state, &scene, true).await;
        assert!(is_flagged(&state, &scene).await, "payouts wait");
        assert_eq!(scene.balances(&state).await, (0, 20_000, -20_000));
        scene.cancel(&state).await;
        passes(&state).await;
        assert_eq!(scene.states(&state).await, ["succeeded"]);
        close(&state, &scene, &inquiry, true).await;
        assert!(!is_flagged(&state, &scene).await);
        assert_eq!(scene.balances(&state).await, (0, 0, 0));
    }

    async fn news_of_a_dispute_that_nobody_told_are_found_by_the_reconciler(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        let dispute = open(&state, &scene, false).await;
        sandbox::close_dispute(&state.ctx, &dispute, true).await.expect("decided");
        wait(&state.clock, 61);
        tick(&state).await;
        assert_eq!(scene.balances(&state).await, (0, 20_000, -20_000));
    }
}
