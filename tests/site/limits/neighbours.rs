//! Whom limits count when no proxy names the client.

use std::{net::SocketAddr, sync::Arc};

use axum::{body::Body, extract::ConnectInfo, http::Request};
use server::{Settings, limits::Limits};
use tower::ServiceExt;

use crate::{browser::router, support::TestState};

/// A proxy's address, as a rule.
const NEIGHBOUR: [u8; 4] = [10, 0, 0, 2];
const VISITOR: [u8; 4] = [203, 0, 113, 7];

/// What the last of six is answered who try to log in to six accounts, all from this address.
async fn sixth(public_demo: bool, from: [u8; 4]) -> u16 {
    let mut state = TestState::on_sqlite().await;
    state.ctx.settings = Arc::new(Settings {
        public_demo,
        limits: Some(Limits::default()),
        ..(*state.ctx.settings).clone()
    });
    let site = router(&state.ctx);
    let mut status = 0;
    for number in 1..=6 {
        let typed = format!("email=guest-{number}%40example.com&password=wrong+wrong");
        let request = Request::post("/login")
            .header("host", "localhost:3000")
            .header("content-type", "application/x-www-form-urlencoded")
            .extension(ConnectInfo(SocketAddr::from((from, 4711))));
        let request = request.body(Body::from(typed)).expect("a request");
        let answer = site.clone().oneshot(request).await.expect("an answer");
        status = answer.status().as_u16();
    }
    status
}

#[tokio::test]
async fn visitors_of_a_public_demo_do_not_share_the_count_of_its_proxy() {
    assert_eq!(sixth(true, NEIGHBOUR).await, 422);
    assert_eq!(sixth(true, VISITOR).await, 429);
}

#[tokio::test]
async fn on_a_machine_of_ones_own_a_neighbour_is_a_visitor() {
    assert_eq!(sixth(false, NEIGHBOUR).await, 429);
}
