//! Logging in while the password is being changed.

use std::sync::Arc;

use async_trait::async_trait;
use sea_orm::{EntityTrait, PaginatorTrait};
use server::{
    Context,
    accounts::{Actor, ChangePassword, LogIn, change_password, log_in_to},
    entities::sessions,
    sessions::Store,
};
use tower_sessions::{
    Session, SessionStore,
    session::{Id, Record},
    session_store::Result,
};

use crate::{
    accounts::{PASSWORD, newcomer, refused},
    support::*,
};

/// The password is changed when the log-in has proved the old one and its session is about to be written.
#[derive(Clone)]
struct Overtaken {
    ctx: Context,
    user: Actor,
    store: Store,
}

impl std::fmt::Debug for Overtaken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Overtaken")
    }
}

#[async_trait]
impl SessionStore for Overtaken {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let change = ChangePassword {
            current: PASSWORD.into(),
            new: "a lamp by the door".into(),
            keep_session: None,
        };
        change_password(&self.ctx, &self.user, change)
            .await
            .expect("a new password");
        self.store.create(record).await
    }

    async fn save(&self, record: &Record) -> Result<()> {
        self.store.save(record).await
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        self.store.load(id).await
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        self.store.delete(id).await
    }
}

async fn kept(state: &TestState) -> u64 {
    let sessions = sessions::Entity::find();
    sessions.count(state.db()).await.expect("a count")
}

fn typed() -> LogIn {
    LogIn {
        email: "isla@example.com".into(),
        password: PASSWORD.into(),
    }
}

stories! {
    async fn a_log_in_with_the_old_password_does_not_outlive_its_change(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let store = Overtaken { ctx: state.ctx.clone(), user: isla, store: Store::new(&state.ctx) };
        let session = Session::new(None, Arc::new(store), None);
        let expected = ("", "The e-mail address or the password is not right.".to_owned());
        assert_eq!(refused(log_in_to(&state.ctx, &session, typed()).await), [expected]);
        assert_eq!((session.is_empty().await, kept(&state).await), (true, 0));
    }

    async fn a_log_in_keeps_its_session_at_once(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let session = Session::new(None, Arc::new(Store::new(&state.ctx)), None);
        assert_eq!(log_in_to(&state.ctx, &session, typed()).await.expect("a log-in"), isla);
        assert_eq!(kept(&state).await, 1);
        assert_eq!(server::sessions::actor(&session).await.expect("a look"), Some(isla));
    }
}
