//! What ends tokens: logging out, another password, and the operator.

use chrono::TimeDelta;
use domain::Error;
use server::{
    Context,
    accounts::{Actor, ChangePassword, change_password},
    admin,
    tokens::{self, Issued, log_out, refresh},
};

use super::{EMAIL, PASSWORD, bearer, isla, log_in, make, try_log_in, who};
use crate::{
    accounts::browser::Browser,
    stage::{fields, refusal},
    support::*,
};

/// Nothing of this log-in works any more: here at once, and elsewhere within five seconds.
async fn has_ended(state: &TestState, elsewhere: &Context, issued: &Issued) {
    assert_eq!(bearer(&state.ctx, &issued.access_token).await, None);
    let refreshed = refresh(elsewhere, &issued.refresh_token).await.map(drop);
    assert_eq!(refusal(refreshed), Error::SignInNeeded);
    state.clock.advance(TimeDelta::seconds(5));
    assert_eq!(bearer(elsewhere, &issued.access_token).await, None);
}

/// A server that has just seen the token.
async fn elsewhere(state: &TestState, isla: &Actor, issued: &Issued) -> Context {
    let elsewhere = state.another_server().await;
    assert_eq!(
        bearer(&elsewhere, &issued.access_token).await.as_ref(),
        Some(isla)
    );
    assert_eq!(
        bearer(&state.ctx, &issued.access_token).await.as_ref(),
        Some(isla)
    );
    elsewhere
}

stories! {
    async fn logging_out_ends_this_log_in_and_no_other(state: TestState) {
        let isla = isla(&state).await;
        let (issued, other) = (log_in(&state.ctx).await, log_in(&state.ctx).await);
        let elsewhere = elsewhere(&state, &isla, &issued).await;
        let known = who(&state.ctx, &issued.access_token).await.unwrap();
        for _twice in 0..2 {
            log_out(&state.ctx, &known).await.unwrap();
        }
        has_ended(&state, &elsewhere, &issued).await;
        assert_eq!(bearer(&elsewhere, &other.access_token).await, Some(isla));
    }

    async fn another_password_ends_every_log_in(state: TestState) {
        let isla = isla(&state).await;
        let issued = log_in(&state.ctx).await;
        let elsewhere = elsewhere(&state, &isla, &issued).await;
        let change = |current: &str| ChangePassword {
            current: current.into(),
            new: "a lamp by the door".into(),
            keep_session: None,
        };
        assert_eq!(fields(change_password(&state.ctx, &isla, change("not it")).await), ["current"]);
        assert!(bearer(&state.ctx, &issued.access_token).await.is_some());
        change_password(&state.ctx, &isla, change(PASSWORD)).await.unwrap();
        has_ended(&state, &elsewhere, &issued).await;
        assert!(try_log_in(&state.ctx, PASSWORD).await.is_err());
        assert!(try_log_in(&state.ctx, "a lamp by the door").await.is_ok());
    }

    async fn another_password_ends_ones_own_tokens_for_programs_and_nobody_elses(state: TestState) {
        let (isla, rory) = (isla(&state).await, state.guest("Rory").await);
        let (made, of_rory) = (make(&state.ctx, &isla).await, make(&state.ctx, &rory).await);
        let elsewhere = state.another_server().await;
        assert!(bearer(&state.ctx, &made.token).await.is_some() && bearer(&elsewhere, &made.token).await.is_some());
        let change = |current: &str| ChangePassword {
            current: current.into(),
            new: "a lamp by the door".into(),
            keep_session: None,
        };
        assert_eq!(fields(change_password(&state.ctx, &isla, change("not it")).await), ["current"]);
        assert!(bearer(&state.ctx, &made.token).await.is_some());
        change_password(&state.ctx, &isla, change(PASSWORD)).await.unwrap();
        assert_eq!(bearer(&state.ctx, &made.token).await, None);
        state.clock.advance(TimeDelta::seconds(5));
        assert_eq!(bearer(&elsewhere, &made.token).await, None);
        assert!(tokens::list(&state.ctx, &isla).await.unwrap().is_empty());
        for server in [&state.ctx, &elsewhere] {
            assert_eq!(bearer(server, &of_rory.token).await.as_ref(), Some(&rory));
        }
    }

    async fn a_ban_ends_sessions_log_ins_and_personal_tokens(state: TestState) {
        let isla = isla(&state).await;
        let issued = log_in(&state.ctx).await;
        let made = make(&state.ctx, &isla).await;
        let mut browser = Browser::of(&state, &isla).await;
        let elsewhere = elsewhere(&state, &isla, &issued).await;
        assert!(bearer(&elsewhere, &made.token).await.is_some());
        for _twice in 0..2 {
            // From the command line: a process of its own.
            admin::ban(&state.another_server().await, "Isla@Example.com").await.unwrap();
        }
        assert_eq!(browser.actor(&state).await, None);
        state.clock.advance(TimeDelta::seconds(5));
        has_ended(&state, &elsewhere, &issued).await;
        assert_eq!(bearer(&elsewhere, &made.token).await, None);
        let told = refusal(try_log_in(&state.ctx, PASSWORD).await.map(drop)).to_string();
        assert!(told.starts_with("This account has been closed."), "{told}");
        let told = refusal(try_log_in(&state.ctx, "kettle on the hub").await.map(drop)).to_string();
        assert!(told.starts_with("The e-mail address or the password"), "only who knows the password: {told}");
    }

    async fn whoever_is_let_in_again_logs_in_anew(state: TestState) {
        let isla = isla(&state).await;
        let issued = log_in(&state.ctx).await;
        let made = make(&state.ctx, &isla).await;
        admin::ban(&state.ctx, EMAIL).await.unwrap();
        for _twice in 0..2 {
            admin::unban(&state.ctx, EMAIL).await.unwrap();
        }
        assert_eq!(bearer(&state.ctx, &issued.access_token).await, None);
        assert!(tokens::refresh(&state.ctx, &issued.refresh_token).await.is_err());
        assert_eq!(bearer(&state.ctx, &made.token).await, Some(isla.clone()));
        let anew = log_in(&state.ctx).await;
        assert_eq!(bearer(&state.ctx, &anew.access_token).await, Some(isla));
    }

    async fn only_an_address_with_an_account_is_banned(state: TestState) {
        isla(&state).await;
        let unknown = Error::NotFound("Account with this e-mail address");
        assert_eq!(refusal(admin::ban(&state.ctx, "rory@example.com").await), unknown);
        assert_eq!(refusal(admin::unban(&state.ctx, "rory@example.com").await), unknown);
        assert_eq!(fields(admin::ban(&state.ctx, "rory").await), ["email"]);
    }
}
