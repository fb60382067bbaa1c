//! A forgotten password.

use ::server::{
    accounts::{
        Actor, LogIn, ResetPassword, SignUp, forgot_password, log_in, reset_password, sign_up,
    },
    entities::{email_links, outbox, users},
    telemetry::statements::counted,
    tokens::{self, WantedToken},
};
use chrono::TimeDelta;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::{mail::desk::*, stage::refusal, support::*};

const ISLA: &str = "isla@example.com";
const PATH: &str = "/reset-password";
const OLD: &str = "kettle on the hob";
const NEW: &str = "a lamp by the door";

async fn isla(state: &TestState) -> Actor {
    let form = SignUp {
        first_name: "Isla".into(),
        last_name: "Fraser".into(),
        email: ISLA.into(),
        password: OLD.into(),
    };
    sign_up(&state.ctx, form).await.expect("an account")
}

async fn link(state: &TestState) -> String {
    forgot_password(&state.ctx, " ISLA@example.com")
        .await
        .expect("an answer");
    let mails = mails_to(state, ISLA).await;
    let latest = mails
        .iter()
        .find(|mail| mail.about.subject == "Choose a new password");
    token(latest.expect("a mail"), PATH)
}

async fn choose(state: &TestState, token: &str, new: &str) -> ::server::Result<()> {
    let reset = ResetPassword {
        token: token.into(),
        new: new.into(),
    };
    reset_password(&state.ctx, reset).await
}

/// A token for a program of theirs.
async fn token_of(state: &TestState, actor: &Actor) -> String {
    let wanted = WantedToken {
        id: Uuid::new_v4(),
        name: "A script".into(),
        scopes: vec!["profile".into()],
        expires_in: "never".into(),
    };
    let made = tokens::make(&state.ctx, actor, wanted).await;
    made.expect("a token").token
}

/// Whom the token proves.
async fn bearer(state: &TestState, token: &str) -> Option<Actor> {
    let known = tokens::who(&state.ctx, token).await.expect("a look");
    known.map(|known| known.actor)
}

async fn logs_in_with(state: &TestState, password: &str) -> bool {
    let typed = LogIn {
        email: ISLA.into(),
        password: password.into(),
    };
    log_in(&state.ctx, typed).await.is_ok()
}

stories! {
    async fn a_link_lets_its_reader_choose_a_new_password_and_confirms_the_address(state: TestState) {
        let isla = isla(&state).await;
        let token = link(&state).await;
        assert!(logs_in_with(&state, OLD).await, "asking changes nothing");
        choose(&state, &token, NEW).await.expect("a new password");
        assert!(logs_in_with(&state, NEW).await && !logs_in_with(&state, OLD).await);
        let user = users::Entity::find_by_id(isla.user_id).one(state.db()).await.expect("a look").expect("Isla");
        assert_eq!(user.email_confirmed_at, Some(state.now()));
    }

    async fn a_new_password_ends_ones_own_tokens_for_programs_and_nobody_elses(state: TestState) {
        let (isla, rory) = (isla(&state).await, state.guest("Rory").await);
        let (made, of_rory) = (token_of(&state, &isla).await, token_of(&state, &rory).await);
        let link = link(&state).await;
        assert!(choose(&state, "x", NEW).await.is_err());
        assert_eq!(bearer(&state, &made).await, Some(isla));
        choose(&state, &link, NEW).await.expect("a new password");
        assert_eq!(bearer(&state, &made).await, None);
        assert_eq!(bearer(&state, &of_rory).await, Some(rory));
    }

    async fn a_link_works_once_and_ends_the_others(state: TestState) {
        isla(&state).await;
        let first = link(&state).await;
        state.clock.advance(TimeDelta::minutes(5));
        let second = link(&state).await;
        assert_ne!(first, second);
        choose(&state, &second, NEW).await.expect("a new password");
        for used in [&first, &second] {
            let refused = refusal(choose(&state, used, "somebody else's words").await).to_string();
            assert!(refused.contains("has been used"), "{refused}");
        }
        assert!(logs_in_with(&state, NEW).await);
    }

    async fn of_two_who_use_a_link_at_once_one_is_refused(state: TestState) {
        isla(&state).await;
        let token = link(&state).await;
        let (one, other) = tokio::join!(choose(&state, &token, NEW), choose(&state, &token, "words of another"));
        assert_eq!([one.is_ok(), other.is_ok()].iter().filter(|done| **done).count(), 1);
    }

    async fn after_an_hour_a_link_is_worth_nothing(state: TestState) {
        isla(&state).await;
        let token = link(&state).await;
        state.clock.advance(TimeDelta::hours(1));
        let refused = refusal(choose(&state, &token, NEW).await).to_string();
        assert!(refused.contains("works for an hour"), "{refused}");
        assert!(logs_in_with(&state, OLD).await);
    }

    async fn a_wrong_link_changes_nothing(state: TestState) {
        isla(&state).await;
        let token = link(&state).await;
        for wrong in ["", "x", &token[..63], &token.replace(|c: char| c == token.chars().next().unwrap_or('0'), "z")] {
            let refused = refusal(choose(&state, wrong, NEW).await).to_string();
            assert!(refused.contains("not complete"), "{refused}");
        }
        assert!(logs_in_with(&state, OLD).await);
    }

    async fn a_password_that_will_not_do_leaves_the_link_as_it_was(state: TestState) {
        isla(&state).await;
        let token = link(&state).await;
        let refused = refusal(choose(&state, &token, "12345678").await);
        assert_eq!(refused.fields()[0].field, "new");
        choose(&state, &token, NEW).await.expect("a new password");
    }

    async fn an_unknown_address_gets_the_same_answer_for_the_same_work_and_no_mail(state: TestState) {
        isla(&state).await;
        let known = counted(forgot_password(&state.ctx, ISLA)).await;
        let unknown = counted(forgot_password(&state.ctx, "nobody@example.com")).await;
        assert!(known.0.is_ok() && unknown.0.is_ok());
        assert_eq!(known.1, unknown.1, "statements");
        assert_eq!(mails_to(&state, "nobody@example.com").await.len(), 0);
        let waiting = outbox::Entity::find().filter(outbox::Column::State.eq("pending"));
        assert_eq!(waiting.count(state.db()).await.expect("a count"), 0);
    }

    async fn a_closed_account_gets_no_link_and_uses_none(state: TestState) {
        let isla = isla(&state).await;
        let token = link(&state).await;
        let closed = users::ActiveModel { archived_at: Set(Some(state.now())), ..Default::default() };
        let update = users::Entity::update_many().set(closed).filter(users::Column::Id.eq(isla.user_id));
        update.exec(state.db()).await.expect("a change");
        assert!(refusal(choose(&state, &token, NEW).await).to_string().contains("not complete"));
        state.clock.advance(TimeDelta::minutes(5));
        forgot_password(&state.ctx, ISLA).await.expect("an answer");
        let before = mails_to(&state, ISLA).await.len();
        assert_eq!(before, 2, "the confirmation and the first link");
    }

    async fn the_database_knows_a_link_by_its_hash_alone(state: TestState) {
        isla(&state).await;
        let token = link(&state).await;
        let rows = email_links::Entity::find().all(state.db()).await.expect("a look");
        assert!(rows.iter().all(|row| row.id_hash.len() == 32 && row.id_hash != token.as_bytes()));
        let effects = outbox::Entity::find().all(state.db()).await.expect("a look");
        assert!(effects.iter().all(|effect| !effect.payload.contains(&token) && !effect.dedupe_key.contains(&token)));
    }
}
