//! The API: 429 with the sentence as JSON, for an account and for an address.

use chrono::TimeDelta;
use serde_json::json;
use server::limits::{Limit, Limits};

use crate::limits::world::{CLIENT, World, email};

const HERE: (&str, &str) = (CLIENT, "203.0.113.1");
const THERE: (&str, &str) = (CLIENT, "203.0.113.2");

/// So many writes and reads a minute.
fn limits(writes: u32, reads: u32) -> Limits {
    Limits {
        write: Limit::a_minute(writes),
        read: Limit::a_minute(reads),
        ..Limits::default()
    }
}

#[tokio::test]
async fn the_sixth_log_in_within_a_minute_is_429() {
    let world = World::limited(Limits::default()).await;
    let wrong = json!({"email": email("Isla"), "password": "seven small goats"});
    for _ in 0..5 {
        let answer = world
            .post("/api/v1/auth/login", &[HERE], wrong.clone())
            .await;
        assert_eq!(
            (answer.status, answer.error()),
            (401, "Invalid credentials".into())
        );
    }
    let answer = world.post("/api/v1/auth/login", &[THERE], wrong).await;
    assert_eq!((answer.status, answer.header("retry-after")), (429, "60"));
    assert!(answer.error().contains("too often"), "{}", answer.body);
    assert!(answer.header("ratelimit").contains("\"log-in\";r=0;t=60"));
    assert!(
        answer
            .header("ratelimit-policy")
            .contains("\"log-in\";q=5;w=60")
    );
}

#[tokio::test]
async fn writes_are_counted_for_the_account_from_wherever_it_writes() {
    let world = World::limited(limits(5, 600)).await;
    // Opening an account and logging in are two writes without an account, from an address that is not known.
    let isla = world.newcomer("Isla").await;
    let write = async |from| {
        let headers = [from, ("authorization", isla.as_str())];
        world
            .post(
                "/api/v1/amenities/",
                &headers,
                json!({"name": "Wood stove"}),
            )
            .await
    };
    for (time, from) in [HERE, THERE, HERE, THERE, HERE].into_iter().enumerate() {
        let answer = write(from).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        let left = 4 - time;
        assert_eq!(
            answer.header("ratelimit"),
            format!("\"write\";r={left};t=60")
        );
    }
    let answer = write((CLIENT, "203.0.113.99")).await;
    assert_eq!((answer.status, answer.header("retry-after")), (429, "60"));
    world.state.clock.advance(TimeDelta::minutes(1));
    assert_eq!(write(HERE).await.status, 201);
}

#[tokio::test]
async fn writes_without_an_account_are_counted_for_the_address() {
    let world = World::limited(limits(3, 600)).await;
    let write = async |from| {
        world
            .post("/api/v1/amenities/", &[from], json!({"name": "Sauna"}))
            .await
    };
    for _ in 0..3 {
        assert_eq!(write(HERE).await.status, 401);
    }
    assert_eq!(write(HERE).await.status, 429);
    assert_eq!(write(THERE).await.status, 401);
}

#[tokio::test]
async fn reads_are_limited_and_cost_no_statement_for_it() {
    let world = World::limited(limits(120, 10)).await;
    let unlimited = World::unlimited().await;
    let read = async |world: &World| world.get("/api/v1/amenities/", &[HERE]).await;
    let free = read(&unlimited).await;
    assert_eq!(free.header("ratelimit"), "");
    for left in (0..10).rev() {
        let answer = read(&world).await;
        assert_eq!(answer.status, 200);
        assert_eq!(
            answer.header("ratelimit"),
            format!("\"read\";r={left};t=60")
        );
        assert_eq!(
            answer.header("x-hbnb-statements"),
            free.header("x-hbnb-statements")
        );
    }
    let refused = read(&world).await;
    assert_eq!(
        (refused.status, refused.header("x-hbnb-statements")),
        (429, "0")
    );
    assert!(refused.error().contains("Please try again in 60 seconds."));
    assert_eq!(world.get("/api/v1/amenities/", &[THERE]).await.status, 200);
}

#[tokio::test]
async fn what_a_client_says_of_itself_is_not_believed() {
    let world = World::limited(limits(120, 3)).await;
    let read = async |number: u32| {
        // The proxy adds the true address at the end.
        let invented = format!("198.51.100.{number}, {}", HERE.1);
        let headers = [
            (CLIENT, invented.as_str()),
            ("x-forwarded-for", "198.51.100.77"),
        ];
        world.get("/api/v1/amenities/", &headers).await.status
    };
    let mut answers = Vec::new();
    for number in 0..4 {
        answers.push(read(number).await);
    }
    assert_eq!(answers, [200, 200, 200, 429]);
}

#[tokio::test]
async fn pages_pictures_and_health_are_not_counted() {
    let world = World::limited(limits(1, 1)).await;
    for path in ["/", "/search", "/health/live", "/health/ready"] {
        for _ in 0..3 {
            let answer = world.get(path, &[HERE]).await;
            assert_eq!(
                (answer.status, answer.header("ratelimit")),
                (200, ""),
                "{path}"
            );
        }
    }
}
