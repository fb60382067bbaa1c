//! The API's accounts and tokens as clients call them, and what holds for every call.

mod auth;
mod every_call;
mod page;
mod people;
mod sites;
mod tokens;

use serde_json::json;
use server::accounts::Actor;

use crate::{
    browser::PASSWORD,
    client::{Client, Reply},
    support::TestState,
};

const EMAIL: &str = "siobhan@example.com";

/// Signs up through the API; the id.
async fn siobhan(state: &TestState) -> String {
    let body = json!({"first_name": "Siobhán", "last_name": "O'Brien", "email": EMAIL, "password": PASSWORD});
    let reply = Client::anonymous(&state.ctx)
        .post("/api/v1/users/", body)
        .await;
    reply.is(201);
    reply.json["id"].as_str().expect("an id").to_owned()
}

async fn log_in(state: &TestState, email: &str, password: &str) -> Reply {
    let body = json!({"email": email, "password": password});
    Client::anonymous(&state.ctx)
        .post("/api/v1/auth/login", body)
        .await
}

/// The program of somebody who logged in, with [`EMAIL`] and [`PASSWORD`].
async fn logged_in(state: &TestState) -> Client {
    Client::logged_in(&state.ctx, EMAIL, PASSWORD).await
}

fn actor(id: &str) -> Actor {
    Actor {
        user_id: id.parse().expect("a UUID"),
        first_name: "Siobhán".into(),
        is_admin: false,
    }
}
