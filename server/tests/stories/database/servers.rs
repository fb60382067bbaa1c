//! Servers keep nothing to themselves: what one knows the others know.

use std::sync::Arc;

use server::{Context, sessions};
use tower_sessions::{
    Session,
    session::{Expiry, Id},
};

use crate::support::*;

/// What the session layer makes of a request with this cookie.
fn request(server: &Context, cookie: Option<Id>) -> Session {
    let store = sessions::Store::new(server);
    Session::new(cookie, Arc::new(store), None::<Expiry>)
}

stories! {
    async fn three_servers_share_a_session(state: TestState) {
        let siobhan = state.guest("Siobhán").await;
        let servers = [state.another_server().await, state.another_server().await, state.another_server().await];

        let log_in = request(&servers[0], None);
        sessions::sign_in(&log_in, &siobhan).await.expect("a log-in");
        log_in.save().await.expect("a session");
        let cookie = log_in.id();

        for server in &servers {
            let actor = sessions::actor(&request(server, cookie)).await.expect("a look").expect("somebody");
            assert_eq!(actor.user_id, siobhan.user_id);
        }

        sessions::sign_out(&request(&servers[1], cookie)).await.expect("a log-out");
        for server in &servers {
            assert!(sessions::actor(&request(server, cookie)).await.expect("a look").is_none());
        }
    }
}
