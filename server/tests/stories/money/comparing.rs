//! The ledger and the provider, compared.

use chrono::{DateTime, TimeDelta};
use sea_orm::{EntityTrait, sea_query::Expr};
use server::{
    entities::{reports, sandbox_intents},
    payments::{self, Comparison, sandbox},
};

use crate::{money::scene::*, support::*};

async fn compare(state: &TestState) -> Comparison {
    payments::report(&state.ctx, DateTime::UNIX_EPOCH)
        .await
        .expect("a comparison")
}

stories! {
    async fn books_that_agree_are_said_to_agree(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        refund(&state, &scene).await;
        let found = compare(&state).await;
        assert_eq!((found.checked, found.mended, found.differences), (1, 0, 0), "{}", found.body());
        assert!(found.body().contains("agree"));
    }

    async fn what_nobody_told_is_taken_in(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        sandbox::give_back(&state.ctx, &scene.intent, 3_000).await.expect("given back");
        let found = compare(&state).await;
        assert_eq!((found.mended, found.differences), (1, 0), "{}", found.body());
        assert_eq!(scene.balances(&state).await, (0, 17_000, -17_000));
    }

    async fn what_cannot_be_mended_is_reported(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        sandbox_intents::Entity::update_many()
            .col_expr(sandbox_intents::Column::Captured, Expr::value(19_000))
            .exec(state.db())
            .await
            .expect("money that is missing");
        let found = compare(&state).await;
        assert_eq!(found.differences, 1);
        assert!(found.told[0].contains(&scene.id.to_string()) && found.told[0].contains("190.00"), "{}", found.body());
    }

    async fn it_is_done_once_a_day(state: TestState) {
        Scene::paid_with(&state, VISA).await;
        let daily = async || payments::daily(&state.ctx).await.expect("a look");
        assert!(daily().await.is_some());
        assert!(daily().await.is_none(), "not twice");
        state.clock.advance(TimeDelta::days(1));
        assert!(daily().await.is_some());
        let kept = reports::Entity::find().all(state.db()).await.expect("the reports");
        assert_eq!(kept.len(), 2);
        assert!(kept.iter().all(|report| report.checked == 1 && report.differences == 0));
    }
}

async fn refund(state: &TestState, scene: &Scene) {
    scene.cancel(state).await;
    passes(state).await;
}
