//! Confirming an address.

use ::server::{
    accounts::{self, Actor, LinkState, SignUp, confirm_email, send_confirmation, sign_up},
    entities::users,
    mail::Purpose,
};
use chrono::TimeDelta;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::{mail::desk::*, stage::refusal, support::*};

const ISLA: &str = "isla@example.com";
const PATH: &str = "/confirm-email";

async fn isla(state: &TestState) -> Actor {
    let form = SignUp {
        first_name: "Isla".into(),
        last_name: "Fraser".into(),
        email: ISLA.into(),
        password: "kettle on the hob".into(),
    };
    sign_up(&state.ctx, form).await.expect("an account")
}

async fn is_confirmed(state: &TestState, actor: &Actor) -> bool {
    let profile = accounts::profile(&state.ctx, actor).await;
    profile.expect("a profile").email_confirmed
}

stories! {
    async fn signing_up_sends_a_link_that_confirms_the_address_when_its_button_is_pressed(state: TestState) {
        let isla = isla(&state).await;
        let mails = mails_to(&state, ISLA).await;
        let token = token(one(&mails, "Confirm your e-mail address"), PATH);
        let seen = accounts::link(&state.ctx, &token, Purpose::Confirm).await.expect("a look");
        assert_eq!(seen, LinkState::Good { email: ISLA.into() });
        assert!(!is_confirmed(&state, &isla).await, "looking confirms nothing");
        confirm_email(&state.ctx, &token).await.expect("a confirmation");
        assert!(is_confirmed(&state, &isla).await);
    }

    async fn a_link_that_was_used_changes_nothing_more(state: TestState) {
        let isla = isla(&state).await;
        let token = token(one(&mails_to(&state, ISLA).await, "Confirm"), PATH);
        for _click in 0..2 {
            confirm_email(&state.ctx, &token).await.expect("a confirmation");
        }
        let look = async || accounts::link(&state.ctx, &token, Purpose::Confirm).await.expect("a look");
        assert_eq!(look().await, LinkState::Done);
        let forgotten = users::ActiveModel { email_confirmed_at: Set(None), ..Default::default() };
        let update = users::Entity::update_many().set(forgotten).filter(users::Column::Id.eq(isla.user_id));
        update.exec(state.db()).await.expect("a change");
        assert_eq!(look().await, LinkState::Used);
        let refused = refusal(confirm_email(&state.ctx, &token).await).to_string();
        assert!(refused.contains("has been used"), "{refused}");
    }

    async fn after_an_hour_another_link_is_needed_and_can_be_had(state: TestState) {
        let isla = isla(&state).await;
        let old = token(one(&mails_to(&state, ISLA).await, "Confirm"), PATH);
        state.clock.advance(TimeDelta::hours(1));
        let refused = refusal(confirm_email(&state.ctx, &old).await).to_string();
        assert!(refused.contains("works for an hour"), "{refused}");
        send_confirmation(&state.ctx, &isla).await.expect("another link");
        let mails = mails_to(&state, ISLA).await;
        assert_eq!(mails.len(), 2);
        confirm_email(&state.ctx, &token(&mails[0], PATH)).await.expect("a confirmation");
        assert!(is_confirmed(&state, &isla).await);
    }

    async fn asking_again_and_again_is_one_mail_in_five_minutes_and_none_once_confirmed(state: TestState) {
        let isla = isla(&state).await;
        for _click in 0..3 {
            send_confirmation(&state.ctx, &isla).await.expect("a link");
        }
        let mails = mails_to(&state, ISLA).await;
        confirm_email(&state.ctx, &token(one(&mails, "Confirm"), PATH)).await.expect("a confirmation");
        state.clock.advance(TimeDelta::minutes(5));
        send_confirmation(&state.ctx, &isla).await.expect("an answer");
        assert_eq!(mails_to(&state, ISLA).await.len(), 1);
    }

    async fn a_link_is_good_for_what_it_was_sent_for_and_for_nothing_else(state: TestState) {
        let isla = isla(&state).await;
        let token = token(one(&mails_to(&state, ISLA).await, "Confirm"), PATH);
        assert_eq!(accounts::link(&state.ctx, &token, Purpose::Reset).await.expect("a look"), LinkState::Unknown);
        for wrong in ["", "0", &token[1..], &token.to_uppercase()] {
            let refused = refusal(confirm_email(&state.ctx, wrong).await).to_string();
            assert!(refused.contains("not complete"), "{refused}");
        }
        assert!(!is_confirmed(&state, &isla).await);
    }
}
