//! Changing a password.

use server::accounts::{Actor, ChangePassword, LogIn, change_password, log_in};

use crate::{
    accounts::{PASSWORD, browser::Browser, newcomer, refused},
    support::*,
};

const NEW: &str = "a lamp by the door";

async fn change(
    state: &TestState,
    actor: &Actor,
    browser: &mut Browser,
    current: &str,
    new: &str,
) -> server::Result<()> {
    let asking = browser
        .request(state, async |session| server::sessions::hash_of(session))
        .await;
    let change = ChangePassword {
        current: current.into(),
        new: new.into(),
        keep_session: asking,
    };
    change_password(&state.ctx, actor, change).await
}

async fn logs_in_with(state: &TestState, password: &str) -> bool {
    let typed = LogIn {
        email: "isla@example.com".into(),
        password: password.into(),
    };
    log_in(&state.ctx, typed).await.is_ok()
}

stories! {
    async fn a_new_password_ends_every_other_session_but_not_this_one(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let rory = newcomer(&state, "Rory", "rory@example.com").await;
        let (mut here, mut elsewhere) = (Browser::of(&state, &isla).await, Browser::of(&state, &isla).await);
        let mut of_rory = Browser::of(&state, &rory).await;
        change(&state, &isla, &mut here, PASSWORD, NEW).await.unwrap();
        assert_eq!(here.actor(&state).await, Some(isla));
        assert_eq!(elsewhere.actor(&state).await, None);
        assert_eq!(of_rory.actor(&state).await, Some(rory));
        assert!(logs_in_with(&state, NEW).await && !logs_in_with(&state, PASSWORD).await);
    }

    async fn without_the_current_password_nothing_changes(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let (mut here, mut elsewhere) = (Browser::of(&state, &isla).await, Browser::of(&state, &isla).await);
        let tried = change(&state, &isla, &mut here, "kettle on the hub", "12345678").await;
        let expected = [
            ("current", "This is not your current password."),
            ("new", "This password is one of the most common. Choose another."),
        ];
        assert_eq!(refused(tried), expected.map(|(field, message)| (field, message.to_owned())));
        assert!(elsewhere.actor(&state).await.is_some() && logs_in_with(&state, PASSWORD).await);
    }

    async fn a_change_sent_twice_says_that_the_password_is_no_longer_the_current_one(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let mut here = Browser::of(&state, &isla).await;
        change(&state, &isla, &mut here, PASSWORD, NEW).await.unwrap();
        let again = change(&state, &isla, &mut here, PASSWORD, NEW).await;
        assert_eq!(refused(again)[0].0, "current");
        assert!(logs_in_with(&state, NEW).await);
    }
}
