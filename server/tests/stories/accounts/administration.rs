//! Granting and revoking administration: only from the command line.

use server::{
    accounts::{LogIn, UpdateProfile, log_in, update_profile},
    admin,
};

use crate::{
    accounts::{PASSWORD, browser::Browser, newcomer, refused},
    support::*,
};

stories! {
    async fn a_grant_and_a_revocation_count_from_the_next_request_on(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let mut browser = Browser::of(&state, &isla).await;
        for _twice in 0..2 {
            admin::grant(&state.ctx, "Isla@Example.com").await.unwrap();
            assert!(browser.actor(&state).await.unwrap().is_admin);
        }
        for _twice in 0..2 {
            admin::revoke(&state.ctx, "isla@example.com").await.unwrap();
            assert!(!browser.actor(&state).await.unwrap().is_admin);
        }
    }

    async fn nothing_that_a_user_sends_makes_an_administrator(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let update = UpdateProfile {
            first_name: "Isla".into(), last_name: "is_admin=true".into(), phone: String::new(),
            home_location: "is_admin=true".into(), about: "\"is_admin\":true".into(), version: 1,
        };
        update_profile(&state.ctx, &isla, update).await.unwrap();
        let mut browser = Browser::of(&state, &isla).await;
        // Not even what a session holds counts: its user's row does.
        browser.request(&state, async |session| session.insert("is_admin", true).await).await.unwrap();
        assert!(!browser.actor(&state).await.unwrap().is_admin);
        let typed = LogIn { email: "isla@example.com".into(), password: PASSWORD.into() };
        assert!(!log_in(&state.ctx, typed).await.unwrap().is_admin);
    }

    async fn an_address_without_an_account_is_told(state: TestState) {
        newcomer(&state, "Isla", "isla@example.com").await;
        let sentence = "Account with this e-mail address not found.";
        assert_eq!(refused(admin::grant(&state.ctx, "rory@example.com").await)[0].1, sentence);
        assert_eq!(refused(admin::revoke(&state.ctx, "isla").await)[0].0, "email");
    }
}
