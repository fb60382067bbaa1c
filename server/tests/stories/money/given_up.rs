//! What can never be done at the provider: it does not stay "on its way", and somebody hears of it.

use chrono::DateTime;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use server::{
    accounts::Actor,
    entities::{sandbox_intents, sandbox_refunds},
    payments::{self, refunds, sandbox::Fault},
};

use crate::{money::scene::*, stage::*, support::*};

/// The provider knows the payment by another id.
async fn rename(state: &TestState, from: &str, to: &str) {
    sandbox_intents::Entity::update_many()
        .col_expr(sandbox_intents::Column::Id, Expr::value(to))
        .filter(sandbox_intents::Column::Id.eq(from))
        .exec(state.db())
        .await
        .expect("a rename");
    sandbox_refunds::Entity::update_many()
        .col_expr(sandbox_refunds::Column::IntentId, Expr::value(to))
        .filter(sandbox_refunds::Column::IntentId.eq(from))
        .exec(state.db())
        .await
        .expect("a rename");
}

stories! {
    async fn a_refund_that_can_never_be_sent_has_failed_and_is_told(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        let owner = Actor { is_admin: true, ..state.guest("Grace").await };
        rename(&state, &scene.intent, "elsewhere").await;
        scene.cancel(&state).await;
        let refund = scene.refunds(&state).await.remove(0);
        assert_eq!((refund.state.as_str(), letters(&state, refund.id).await), ("failed", 2));
        assert_eq!(scene.balances(&state).await, (20_000, 0, -20_000), "it stays owed");
        let seen = payments::overview(&state.ctx, &owner).await.expect("an overview");
        assert_eq!(seen.failed.iter().map(|failed| failed.booking).collect::<Vec<_>>(), [scene.id]);
        rename(&state, "elsewhere", &scene.intent).await;
        refunds::by_admin(&state.ctx, scene.id, "200", "Once more.").await.expect("sent again");
        passes(&state).await;
        assert_eq!((scene.given_back(&state).await, scene.balances(&state).await), (20_000, (0, 0, 0)));
    }

    async fn what_was_given_up_stands_in_the_report(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        rename(&state, &scene.intent, "elsewhere").await;
        scene.cancel(&state).await;
        rename(&state, "elsewhere", &scene.intent).await;
        let found = payments::report(&state.ctx, DateTime::UNIX_EPOCH).await.expect("a comparison");
        assert_eq!((found.differences, found.given_up), (0, 1), "{}", found.body());
        let told = format!("payment.refund of booking {}", scene.id);
        assert!(found.body().contains("1 step at the provider could not be done") && found.body().contains(&told), "{}", found.body());
        wait(&state.clock, 60);
        let later = payments::report(&state.ctx, state.now()).await.expect("a comparison");
        assert_eq!(later.given_up, 0, "told while it is new");
    }

    async fn a_refund_that_was_given_up_and_was_made_all_the_same_is_taken_in(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        fault(&state, "refund", Fault::Lost, 1).await;
        scene.cancel(&state).await;
        rename(&state, &scene.intent, "elsewhere").await;
        wait(&state.clock, 1);
        work(&state, scene.id).await;
        assert_eq!(scene.states(&state).await, ["failed"]);
        rename(&state, "elsewhere", &scene.intent).await;
        for _ in 0..2 {
            payments::settle(&state.ctx, scene.id).await.expect("news");
        }
        assert_eq!((scene.states(&state).await, scene.given_back(&state).await), (vec!["succeeded".to_owned()], 20_000));
        assert_eq!(scene.balances(&state).await, (0, 0, 0));
    }
}
