//! Proving who one is.

use std::sync::Arc;

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use server::{
    Context, Environment, Settings,
    accounts::{Actor, LogIn, log_in},
    entities::users,
    telemetry::statements::counted,
};

use crate::{
    accounts::{PASSWORD, browser::Browser, newcomer, refused},
    support::*,
};

const NOT_RIGHT: &str = "The e-mail address or the password is not right.";

fn typed(email: &str, password: &str) -> LogIn {
    LogIn {
        email: email.into(),
        password: password.into(),
    }
}

async fn change(state: &TestState, actor: &Actor, changed: users::ActiveModel) {
    let update = users::Entity::update_many()
        .set(changed)
        .filter(users::Column::Id.eq(actor.user_id));
    update.exec(state.db()).await.expect("a change");
}

stories! {
    async fn nobody_learns_from_a_refusal_who_has_an_account(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let rory = newcomer(&state, "Rory", "rory@example.com").await;
        let closed = users::ActiveModel { archived_at: Set(Some(state.now())), ..Default::default() };
        change(&state, &rory, closed).await;
        for (email, password) in [
            ("isla@example.com", "kettle on the hub"),
            ("isla@example.com", ""),
            ("nobody@example.com", PASSWORD),
            ("rory@example.com", PASSWORD),
        ] {
            let (tried, statements) = counted(log_in(&state.ctx, typed(email, password))).await;
            assert_eq!(refused(tried), [("", NOT_RIGHT.to_owned())], "{email}");
            assert_eq!(statements, 2);
        }
        assert_eq!(refused(log_in(&state.ctx, typed("no address", PASSWORD)).await), [("", NOT_RIGHT.to_owned())]);
        assert_eq!(log_in(&state.ctx, typed("isla@example.com", PASSWORD)).await.unwrap(), isla);
    }

    async fn the_demo_is_closed_in_production(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        change(&state, &isla, users::ActiveModel { is_demo: Set(true), ..Default::default() }).await;
        assert!(log_in(&state.ctx, typed("isla@example.com", PASSWORD)).await.is_ok());
        let settings = Settings { environment: Environment::Production, ..(*state.ctx.settings).clone() };
        let production = Context { settings: Arc::new(settings), ..state.ctx.clone() };
        let tried = log_in(&production, typed("isla@example.com", PASSWORD)).await;
        assert_eq!(refused(tried)[0].1, "This is an account of the demo, which is closed here.");
    }

    async fn a_session_that_somebody_planted_is_worth_nothing_after_logging_in(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let mut planted = Browser::default();
        planted.request(&state, async |session| session.insert("seen", true).await).await.unwrap();
        let mut browser = Browser { cookie: planted.cookie };
        browser.sign_in(&state, &isla).await;
        assert_ne!(browser.cookie, planted.cookie);
        assert_eq!(browser.actor(&state).await, Some(isla));
        assert_eq!(planted.actor(&state).await, None);
    }

    async fn an_id_that_was_made_up_is_never_taken_over(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let made_up = tower_sessions::session::Id(42);
        let mut browser = Browser { cookie: Some(made_up) };
        browser.request(&state, async |session| session.insert("seen", true).await).await.unwrap();
        assert_ne!(browser.cookie, Some(made_up));
        let mut browser = Browser { cookie: Some(made_up) };
        browser.sign_in(&state, &isla).await;
        assert_ne!(browser.cookie, Some(made_up));
    }

    async fn logging_out_ends_the_session_in_the_database(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let mut browser = Browser::of(&state, &isla).await;
        let stolen = browser.cookie;
        for _twice in 0..2 {
            browser.request(&state, async |session| server::sessions::sign_out(session).await).await.unwrap();
        }
        assert_eq!(Browser { cookie: stolen }.actor(&state).await, None);
    }
}
