//! Messages to our endpoint.

use chrono::TimeDelta;
use domain::{Error, bookings::State};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use server::{
    entities::{outbox, webhook_events},
    payments::{signature::sign, webhooks},
};

use crate::{
    stripe::{
        fake::{Card, SECRET},
        stage::*,
    },
    support::*,
};

/// How many messages are forged of each kind.
const OF_EACH: usize = 40;

fn body(number: usize) -> String {
    format!(
        r#"{{"id":"evt_forged_{number}","type":"payment_intent.succeeded","data":{{"object":{{"id":"pi_{number}"}}}}}}"#
    )
}

stories! {
    async fn doubled_and_reordered_messages_do_everything_once(state: TestState) {
        let mut state = state;
        let fake = fake(&mut state).await;
        let (_, id, intent) = held(&state).await;
        fake.books().confirm(&intent, Card::Good);
        pass(&state, 5).await;
        let twice: Vec<_> = fake.books().messages.iter().rev().flat_map(|it| [it.clone(), it.clone()]).collect();
        let kinds = twice.len() as u64 / 2;
        fake.books().messages = twice;
        fake.deliver(&state.ctx).await;
        pass(&state, 2).await;
        assert_eq!(state_of(&state, id).await, State::Confirmed);
        assert_eq!(fake.books().only().captures, 1);
        let kept = webhook_events::Entity::find();
        assert_eq!(kept.clone().count(state.db()).await.expect("a count"), kinds);
        let handled = kept.filter(webhook_events::Column::HandledAt.is_not_null());
        assert_eq!(handled.count(state.db()).await.expect("a count"), kinds, "each was followed");
    }

    async fn a_message_that_says_more_than_is_true_changes_nothing(state: TestState) {
        let mut state = state;
        let fake = fake(&mut state).await;
        let (_, id, intent) = held(&state).await;
        fake.books().tell("payment_intent.succeeded", &intent, None);
        assert_eq!(fake.deliver(&state.ctx).await, 1);
        pass(&state, 1).await;
        assert_eq!(state_of(&state, id).await, State::Held, "Stripe was asked, and no card was given");
    }

    async fn forged_stale_future_cut_and_wrong_secret_signatures_are_refused_and_leave_no_row(state: TestState) {
        let mut state = state;
        fake(&mut state).await;
        let now = state.now();
        let mut refused = 0;
        for number in 0..OF_EACH {
            let body = body(number);
            let bytes = body.as_bytes();
            let good = sign(SECRET.as_bytes(), now, bytes);
            let away = TimeDelta::seconds(301 + number as i64 * 977);
            let other = self::body(number + 1);
            for header in [
                sign(SECRET.as_bytes(), now, other.as_bytes()),
                sign(SECRET.as_bytes(), now - away, bytes),
                sign(SECRET.as_bytes(), now + away, bytes),
                good[..good.len() - 1 - number].to_owned(),
                sign(format!("whsec_{number}").as_bytes(), now, bytes),
            ] {
                let result = webhooks::receive(&state.ctx, "stripe", Some(&header), bytes).await;
                assert_eq!(refusal(result), Error::Forbidden, "{header}");
                refused += 1;
            }
            let sandbox = webhooks::receive(&state.ctx, "sandbox", Some(&good), bytes).await;
            assert_eq!(refusal(sandbox), Error::Forbidden, "another provider's endpoint");
            let missing = webhooks::receive(&state.ctx, "stripe", None, bytes).await;
            assert_eq!(refusal(missing), Error::Forbidden);
        }
        let kept = webhook_events::Entity::find().count(state.db()).await.expect("a count");
        let effects = outbox::Entity::find().count(state.db()).await.expect("a count");
        assert_eq!((kept, effects), (0, 0));
        println!("figures: {refused} forged, stale, future, cut and wrong-secret messages, none taken");
    }

    async fn while_the_secret_is_replaced_both_sign(state: TestState) {
        let mut state = state;
        let fake = fake(&mut state).await;
        let mut stripe = fake.settings();
        stripe.webhook_secrets = vec!["whsec_thenewone".into(), SECRET.into()];
        with(&mut state, stripe);
        for (number, secret) in ["whsec_thenewone", SECRET].into_iter().enumerate() {
            let body = body(number);
            let signed = sign(secret.as_bytes(), state.now(), body.as_bytes());
            webhooks::receive(&state.ctx, "stripe", Some(&signed), body.as_bytes()).await.expect("taken in");
        }
    }

    async fn messages_about_something_else_are_kept_and_ask_for_nothing(state: TestState) {
        let mut state = state;
        let fake = fake(&mut state).await;
        fake.books().tell("payout.paid", "po_1", None);
        fake.books().tell("payment_intent.created", "pi_of_somebody_else", None);
        assert_eq!(fake.deliver(&state.ctx).await, 2);
        pass(&state, 1).await;
        let waiting = outbox::Entity::find().filter(outbox::Column::State.eq("pending"));
        assert_eq!(waiting.count(state.db()).await.expect("a count"), 0);
    }
}
