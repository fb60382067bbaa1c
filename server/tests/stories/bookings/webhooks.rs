//! News from the provider: signed, once, and never believed.

use std::sync::Arc;

use axum::{
    Router,
    body::Bytes,
    extract::State as Shared,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use chrono::TimeDelta;
use domain::{Error, bookings::State};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr,
};
use server::{
    Context,
    entities::{sandbox_events, sandbox_intents, webhook_events},
    jobs,
    payments::{
        sandbox::{Sandbox, signature},
        webhooks,
    },
};
use tokio::net::TcpListener;

use crate::{stage::*, support::*};

fn message(id: &str, intent: &str) -> String {
    format!(
        r#"{{"id":"{id}","type":"payment_intent.amount_capturable_updated","data":{{"object":{{"id":"{intent}"}}}}}}"#
    )
}

fn signed(state: &TestState, body: &str) -> String {
    signature::sign(&state.ctx.settings.secret, state.now(), body.as_bytes())
}

async fn taken_in(state: &TestState) -> u64 {
    webhook_events::Entity::find()
        .count(state.db())
        .await
        .expect("a count")
}

/// A site that takes webhooks as the real one does, and a context whose Sandbox knows its address.
async fn site(state: &TestState) -> Context {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let base = format!("http://{}", listener.local_addr().expect("an address"));
    let mut ctx = state.ctx.clone();
    let sandbox = Sandbox::new(
        ctx.db.clone(),
        ctx.clock.clone(),
        base,
        ctx.settings.secret.clone(),
    );
    ctx.gateway = Arc::new(sandbox.expect("the Sandbox"));
    let router = Router::new()
        .route("/webhooks/sandbox", post(take))
        .with_state(ctx.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    ctx
}

async fn take(Shared(ctx): Shared<Context>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers
        .get(webhooks::signature_header("sandbox"))
        .and_then(|value| value.to_str().ok());
    match webhooks::receive(&ctx, "sandbox", signature, &body).await {
        Ok(()) => StatusCode::OK,
        Err(_) => StatusCode::BAD_REQUEST,
    }
}

stories! {
    async fn a_guest_who_closes_the_tab_after_paying_has_the_stay(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        card(&state, &mina, id, GOOD).await;
        let ctx = site(&state).await;
        // The news come in, are followed, the payment is taken, and the news of that come in.
        for _ in 0..4 {
            jobs::tick(&ctx).await.expect("a pass");
        }
        assert_eq!(state_of(&state, id).await, State::Confirmed);
        let waiting = sandbox_events::Entity::find().filter(sandbox_events::Column::DeliveredAt.is_null());
        assert_eq!(waiting.count(state.db()).await.expect("a count"), 0);
        assert_eq!(taken_in(&state).await, 2);
    }

    async fn news_do_not_wait_behind_those_that_could_not_be_delivered(state: TestState) {
        let event = |id: String, attempts| sandbox_events::ActiveModel {
            id: Set(id),
            intent_id: Set("pi_unknown".into()),
            kind: Set("payment_intent.succeeded".into()),
            delivered_at: Set(None),
            attempts: Set(attempts),
            created_at: Set(state.now()),
            object_id: Set(None),
        };
        let tried = (0..60).map(|number| event(format!("evt_{number:02}"), 5));
        let rows = sandbox_events::Entity::insert_many(tried.chain([event("evt_new".into(), 0)]));
        rows.exec_without_returning(state.db()).await.expect("events");
        jobs::tick(&site(&state).await).await.expect("a pass");
        let delivered = sandbox_events::Entity::find().filter(sandbox_events::Column::DeliveredAt.is_not_null());
        let delivered: Vec<String> = delivered.all(state.db()).await.expect("a look").into_iter().map(|event| event.id).collect();
        assert_eq!(delivered, ["evt_new"]);
    }

    async fn without_any_webhook_the_reconciler_finds_the_payment(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        card(&state, &mina, id, GOOD).await;
        tick(&state).await;
        assert_eq!(state_of(&state, id).await, State::Held, "nobody has told us");
        wait(&state.clock, 2);
        tick(&state).await;
        assert_eq!(state_of(&state, id).await, State::Confirmed);
    }

    async fn an_event_is_taken_in_once(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        card(&state, &mina, id, GOOD).await;
        let body = message("evt_1", &payment(&state, id).await.intent_id.expect("a payment"));
        for _ in 0..3 {
            let taken = webhooks::receive(&state.ctx, "sandbox", Some(&signed(&state, &body)), body.as_bytes()).await;
            taken.expect("taken in");
        }
        assert_eq!(taken_in(&state).await, 1);
        assert_eq!(state_of(&state, id).await, State::Held, "the answer waits for nobody");
        jobs::outbox::run_due(&state.ctx, None).await.expect("the worker");
        assert_eq!(history(&state, id).await, ["held", "authorized", "capturing"]);
    }

    async fn an_event_that_says_more_than_is_true_changes_nothing(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let body = message("evt_1", &press(&state, &mina, id).await);
        webhooks::receive(&state.ctx, "sandbox", Some(&signed(&state, &body)), body.as_bytes()).await.expect("taken in");
        tick(&state).await;
        assert_eq!(state_of(&state, id).await, State::Held, "the payment was fetched again, and no card was given");
    }

    async fn a_forged_stale_or_missing_signature_is_refused_and_leaves_no_row(state: TestState) {
        let body = message("evt_1", "pi_1");
        let good = signed(&state, &body);
        let forged = signature::sign("another secret", state.now(), body.as_bytes());
        let old = signature::sign(&state.ctx.settings.secret, state.now() - TimeDelta::seconds(301), body.as_bytes());
        let future = signature::sign(&state.ctx.settings.secret, state.now() + TimeDelta::seconds(301), body.as_bytes());
        for header in [None, Some(""), Some(&good[..good.len() - 2]), Some(&forged), Some(&old), Some(&future)] {
            let refused = refusal(webhooks::receive(&state.ctx, "sandbox", header, body.as_bytes()).await);
            assert_eq!(refused, Error::Forbidden);
        }
        let changed = body.replace("evt_1", "evt_2");
        assert_eq!(refusal(webhooks::receive(&state.ctx, "sandbox", Some(&good), changed.as_bytes()).await), Error::Forbidden);
        assert_eq!(taken_in(&state).await, 0);
    }

    async fn a_payment_that_is_not_what_was_agreed_is_ended_and_the_nights_freed(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let intent = press(&state, &mina, id).await;
        // The old site took 20,000 of a cheaper currency for a stay of $200.
        sandbox_intents::Entity::update_many()
            .col_expr(sandbox_intents::Column::Currency, Expr::value("JPY"))
            .filter(sandbox_intents::Column::Id.eq(&intent))
            .exec(state.db())
            .await
            .expect("another currency");
        card(&state, &mina, id, GOOD).await;
        wait(&state.clock, 2);
        tick(&state).await;
        tick(&state).await;
        assert_eq!((state_of(&state, id).await, nights_of(&state, &home).await), (State::Expired, 0));
        let ended = sandbox_intents::Entity::find_by_id(intent).one(state.db()).await.expect("a look").expect("the payment");
        assert_eq!((ended.status.as_str(), ended.captured), ("canceled", 0));
        wait(&state.clock, 2);
        tick(&state).await;
        assert_eq!(payment(&state, id).await.status, "canceled", "and nobody looks again");
    }
}
