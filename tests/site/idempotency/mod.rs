//! `Idempotency-Key`: what is sent twice is done once.

mod again;
mod keys;
mod unanswered;

use serde_json::{Value, json};

use crate::limits::world::{Reply, World};

const AMENITIES: &str = "/api/v1/amenities/";

/// What the old body says of a home.
fn place(title: &str) -> Value {
    json!({"title": title, "description": "Above the harbour.", "price": 120.5, "latitude": 55.97, "longitude": -3.17})
}

async fn keyed(world: &World, who: &str, key: &str, path: &str, body: &Value) -> Reply {
    let headers = [("authorization", who), ("idempotency-key", key)];
    world.post(path, &headers, body.clone()).await
}
