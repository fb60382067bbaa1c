//! Disputes: what the guest's bank takes, bars, gives back or keeps.

use domain::Error;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use server::{
    entities::{outbox, sandbox_disputes},
    payments::{
        self, refunds,
        sandbox::{self, Fault},
    },
};
use uuid::Uuid;

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

/// A worker writes down what became of the effect.
async fn note(state: &TestState, effect: Uuid, word: &str) {
    outbox::Entity::update_many()
        .col_expr(outbox::Column::State, Expr::value(word))
        .filter(outbox::Column::Id.eq(effect))
        .exec(state.db())
        .await
        .expect("a note");
}

/// An inquiry, and during it the owner gives 150.00 of 200.00 back.
async fn given_back_while_it_asks(state: &TestState) -> (Scene, String) {
    let scene = Scene::paid_with(state, "pm_card_createDisputeInquiry").await;
    payments::settle(&state.ctx, scene.id).await.expect("news");
    let inquiry = scene.disputes(state).await.remove(0);
    assert_eq!(inquiry.amount, 20_000);
    let given = refunds::by_admin(&state.ctx, scene.id, "150", "The roof leaked.").await;
    given.expect("given back");
    passes(state).await;
    assert_eq!(scene.given_back(state).await, 15_000);
    (scene, inquiry.id)
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

    async fn an_inquiry_that_is_lost_takes_what_is_left(state: TestState) {
        let (scene, inquiry) = given_back_while_it_asks(&state).await;
        close(&state, &scene, &inquiry, false).await;
        let lost = scene.disputes(&state).await.remove(0);
        assert_eq!((lost.status.as_str(), lost.amount), ("lost", 5_000));
        assert_eq!(scene.balances(&state).await, (0, 0, 0));
        let paid = payment(&state, scene.id).await;
        assert_eq!((paid.captured, paid.refunded, paid.disputed), (20_000, 15_000, Some(5_000)));
        let found = payments::report(&state.ctx, chrono::DateTime::UNIX_EPOCH).await.expect("a comparison");
        assert_eq!(found.differences, 0, "{}", found.body());
    }

    async fn a_provider_that_says_more_is_believed_up_to_what_is_left(state: TestState) {
        let (scene, inquiry) = given_back_while_it_asks(&state).await;
        sandbox_disputes::Entity::update_many()
            .col_expr(sandbox_disputes::Column::Status, Expr::value("lost"))
            .filter(sandbox_disputes::Column::Id.eq(&inquiry))
            .exec(state.db())
            .await
            .expect("a decision about all of it");
        for _ in 0..2 {
            payments::settle(&state.ctx, scene.id).await.expect("news");
        }
        assert_eq!(scene.disputes(&state).await[0].amount, 5_000);
        assert_eq!(scene.balances(&state).await, (0, 0, 0));
    }

    async fn a_refund_that_is_in_hand_when_an_inquiry_closes_is_not_sent_under_a_second_key(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        let inquiry = open(&state, &scene, true).await;
        fault(&state, "refund", Fault::Down, 1).await;
        scene.cancel(&state).await;
        close(&state, &scene, &inquiry, true).await;
        assert_eq!(waiting(&state, scene.id).await, ["payment.refund"]);
        wait(&state.clock, 1);
        passes(&state).await;
        assert_eq!((scene.states(&state).await, scene.given_back(&state).await), (vec!["succeeded".to_owned()], 20_000));
        assert_eq!(scene.balances(&state).await, (0, 0, 0));
    }

    async fn a_refund_whose_worker_is_slow_to_note_that_it_waits_is_sent_when_the_dispute_is_won(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        let dispute = open(&state, &scene, false).await;
        scene.cancel(&state).await;
        let sends = effects(&state, scene.id).await.into_iter().find(|effect| effect.kind == "payment.refund");
        let sends = sends.expect("the effect that sends it");
        // A worker has it in hand, and finds that it waits.
        note(&state, sends.id, "pending").await;
        payments::effects::run(&state.ctx, &sends).await.expect("it waits");
        close(&state, &scene, &dispute, true).await;
        note(&state, sends.id, "done").await;
        passes(&state).await;
        assert_eq!((scene.states(&state).await, scene.given_back(&state).await), (vec!["succeeded".to_owned()], 20_000));
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
