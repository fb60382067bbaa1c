//! Payments that are not what was agreed, and money that was taken though nothing came of the booking: it is ended or goes back.

use domain::bookings::State;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use server::{
    bookings,
    entities::sandbox_intents,
    payments::{self, IntentStatus},
};
use uuid::Uuid;

use crate::{
    bookings::{asks::*, cancels::*},
    stage::*,
    support::*,
};

/// Somebody changes the payment in the provider's own pages.
async fn at_the_provider(
    state: &TestState,
    id: Uuid,
    column: sandbox_intents::Column,
    value: impl Into<sea_orm::Value>,
) {
    sandbox_intents::Entity::update_many()
        .col_expr(column, Expr::value(value))
        .filter(sandbox_intents::Column::BookingId.eq(id))
        .exec(state.db())
        .await
        .expect("a change");
}

/// Where the provider says that the payment stands.
async fn at_last(state: &TestState, id: Uuid) -> IntentStatus {
    let intent = payment(state, id).await.intent_id.expect("a payment");
    let found = state
        .ctx
        .gateway
        .retrieve(&intent)
        .await
        .expect("an answer");
    found.expect("the payment").status
}

/// Takes the authorised money in the provider's own pages.
async fn take(state: &TestState, id: Uuid, amount: i64) {
    at_the_provider(state, id, sandbox_intents::Column::Captured, amount).await;
    at_the_provider(state, id, sandbox_intents::Column::Status, "succeeded").await;
}

stories! {
    async fn an_authorisation_of_another_amount_is_voided(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(9, 2)).await;
        card(&state, &mina, id, GOOD).await;
        at_the_provider(&state, id, sandbox_intents::Column::Amount, 100_i64).await;
        assert_eq!(bookings::returned(&state.ctx, &mina, id).await.expect("a return"), State::Expired);
        for _ in 0..2 {
            tick(&state).await;
        }
        assert_eq!((at_last(&state, id).await, nights_of(&state, &home).await), (IntentStatus::Canceled, 0));
        assert_eq!(ledger(&state, id).await.len(), 0);
    }

    async fn a_payment_of_another_amount_that_was_taken_goes_back(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(9, 2)).await;
        card(&state, &mina, id, GOOD).await;
        at_the_provider(&state, id, sandbox_intents::Column::Amount, 19_000_i64).await;
        take(&state, id, 19_000).await;
        assert_eq!(bookings::returned(&state.ctx, &mina, id).await.expect("a return"), State::Expired);
        for _ in 0..3 {
            tick(&state).await;
        }
        let made = refunds_of(&state, id).await;
        assert_eq!(made.iter().map(|refund| (refund.amount, refund.origin.as_str())).collect::<Vec<_>>(), [(19_000, "mismatch")]);
        assert_eq!((balance(&state, id, "guest").await, balance(&state, id, "provider").await), (0, 0));
        assert_eq!(balance(&state, id, "host").await, 0);
    }

    async fn a_payment_that_is_changed_while_the_host_thinks_ends_the_request(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let id = asked(&state, &mina, &home, state.stay(9, 2)).await;
        at_the_provider(&state, id, sandbox_intents::Column::Amount, 100_i64).await;
        assert_eq!(payments::advance(&state.ctx, id).await.expect("a look"), State::Expired);
        tick(&state).await;
        assert_eq!((at_last(&state, id).await, nights_of(&state, &home).await), (IntentStatus::Canceled, 0));
    }

    async fn a_confirmed_stay_stands_whatever_is_changed_at_the_provider(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(9, 2)).await;
        at_the_provider(&state, id, sandbox_intents::Column::Amount, 100_i64).await;
        assert_eq!(payments::advance(&state.ctx, id).await.expect("a look"), State::Confirmed);
        assert_eq!((refunds_of(&state, id).await.len(), nights_of(&state, &home).await), (0, 2));
    }

    async fn money_taken_for_a_request_that_was_declined_goes_back(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let id = asked(&state, &mina, &home, state.stay(9, 2)).await;
        take(&state, id, 20_000).await;
        bookings::decline(&state.ctx, &ailsa, id, "The boiler broke.").await.expect("declined");
        for _ in 0..3 {
            tick(&state).await;
        }
        assert_eq!(state_of(&state, id).await, State::Declined);
        let made = refunds_of(&state, id).await;
        assert_eq!((made.len(), made[0].amount, made[0].state.as_str()), (1, 20_000, "succeeded"));
        assert_eq!((balance(&state, id, "guest").await, balance(&state, id, "provider").await), (0, 0));
    }

    async fn money_taken_early_for_a_request_that_is_accepted_is_the_stays(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let id = asked(&state, &mina, &home, state.stay(9, 2)).await;
        take(&state, id, 20_000).await;
        assert_eq!(bookings::accept(&state.ctx, &ailsa, id).await.expect("accepted"), State::Confirmed);
        assert_eq!((refunds_of(&state, id).await.len(), balance(&state, id, "guest").await), (0, 0));
    }
}
