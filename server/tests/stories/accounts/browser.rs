//! A browser: it keeps the id of its session and sends it with each request.

use std::sync::Arc;

use server::{
    accounts::Actor,
    sessions::{self, Store},
};
use tower_sessions::{Session, session::Id};

use crate::support::TestState;

#[derive(Default)]
pub struct Browser {
    pub cookie: Option<Id>,
}

impl Browser {
    /// One request, as the session layer surrounds it: the session is read when somebody asks for it, and kept when it was changed.
    pub async fn request<T>(
        &mut self,
        state: &TestState,
        work: impl AsyncFnOnce(&Session) -> T,
    ) -> T {
        let session = Session::new(self.cookie, Arc::new(Store::new(&state.ctx)), None);
        let answer = work(&session).await;
        if session.is_empty().await {
            self.cookie = None;
        } else if session.is_modified() {
            session.save().await.expect("the session is kept");
            self.cookie = session.id();
        }
        answer
    }

    pub async fn sign_in(&mut self, state: &TestState, actor: &Actor) {
        self.request(state, async |session| {
            sessions::sign_in(session, actor).await
        })
        .await
        .expect("a session");
    }

    /// A browser of somebody who just logged in.
    pub async fn of(state: &TestState, actor: &Actor) -> Browser {
        let mut browser = Browser::default();
        browser.sign_in(state, actor).await;
        browser
    }

    /// Who the server takes this browser's user for.
    pub async fn actor(&mut self, state: &TestState) -> Option<Actor> {
        self.request(state, async |session| sessions::actor(session).await)
            .await
            .expect("a look")
    }
}
