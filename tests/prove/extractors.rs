//! Whatever is sent to the API and to the pages' forms, the answer is an answer: never a fault of ours, never an exception's text, and from the API
//! always JSON. Requests are made by proptest, out of the names and paths of the API's own document.

mod requests;

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderName, HeaderValue, Request, StatusCode},
};
use hbnb::{api, site::SiteFiles};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use serde_json::Value;
use server::tokens::{self, WantedToken};
use tower::ServiceExt;
use uuid::Uuid;

use crate::{arguments::Order, chance::Chance, stage, world::World};
use requests::{Asked, Known};

/// What no answer says: words of the database, of the language and of the libraries.
const LEAKS: [&str; 8] = [
    "panicked", "unwrap", "SELECT ", "INSERT ", "sqlx", "SqlErr", "DbErr", ".rs:",
];

/// Sends so many requests; the first that is not answered as it should be is made as small as possible and shown.
pub async fn run(order: Order) -> String {
    let world = World::new(order.database, "extractors").await;
    let site = hbnb::router::build(&world.state.ctx, &SiteFiles::at("no front end".into()));
    let known = Arc::new(known(&world).await);
    let routes = known.routes.len();
    let runtime = tokio::runtime::Handle::current();
    let fuzzing = tokio::task::spawn_blocking(move || {
        let mut runner = TestRunner::new_with_rng(config(order.count), generator(order.seed));
        runner.run(&requests::asked(known), |asked| {
            let answered = runtime.block_on(answer(&site, &asked));
            answered.map_err(TestCaseError::fail)
        })
    });
    if let Err(failure) = fuzzing.await.expect("a whole run") {
        panic!("{failure}");
    }
    drop(world);
    format!("{} requests to {routes} routes", order.count)
}

fn config(count: usize) -> Config {
    Config {
        cases: u32::try_from(count).unwrap_or(u32::MAX),
        failure_persistence: None,
        max_shrink_iters: 500,
        ..Config::default()
    }
}

fn generator(seed: u64) -> TestRng {
    let mut chance = Chance::new(seed);
    let seed: Vec<u8> = (0..4).flat_map(|_| chance.next().to_be_bytes()).collect();
    TestRng::from_seed(RngAlgorithm::ChaCha, &seed)
}

/// What requests can be made of: routes, names and values that mean something here.
async fn known(world: &World) -> Known {
    let state = &world.state;
    let (ailsa, mina) = (state.host("Ailsa").await, world.person("Mina").await);
    let home = state.home(&ailsa).publish().await;
    let own = state.home(&mina.actor).publish().await;
    let booking = stage::book(state, &mina.actor, &home, state.stay(3, 2)).await;
    let wanted = WantedToken {
        id: Uuid::new_v4(),
        name: "A program".into(),
        scopes: domain::tokens::Scope::ALL
            .iter()
            .map(|scope| scope.as_str().to_owned())
            .collect(),
        expires_in: "never".into(),
    };
    let token = tokens::make(&state.ctx, &mina.actor, wanted).await;
    let ids = [ailsa.user_id, mina.actor.user_id, home.id, own.id, booking];
    let document = serde_json::to_value(api::resources().get_openapi()).expect("the document");
    Known::new(
        &document,
        ids.map(|id| id.to_string()).to_vec(),
        format!("Bearer {}", token.expect("a token").token),
        mina.cookie,
    )
}

/// # Errors
/// What is wrong with the answer.
async fn answer(site: &Router, asked: &Asked) -> Result<(), String> {
    let mut request = Request::builder()
        .method(asked.method.as_str())
        .uri(&asked.path)
        .header("host", "localhost:3000");
    for (name, value) in &asked.headers {
        if let (Ok(name), Ok(value)) = (
            HeaderName::try_from(name.as_str()),
            HeaderValue::from_bytes(value),
        ) {
            request = request.header(name, value);
        }
    }
    // What is no request at all never reaches a handler.
    let Ok(request) = request.body(Body::from(asked.body.clone())) else {
        return Ok(());
    };
    let answer = site.clone().oneshot(request).await;
    let (parts, body) = answer.map_err(|error| error.to_string())?.into_parts();
    let body = to_bytes(body, usize::MAX).await;
    let body = body.map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&body);
    if parts.status.is_server_error() {
        return Err(format!("{}: {text}", parts.status));
    }
    if let Some(leak) = LEAKS.iter().find(|leak| text.contains(**leak)) {
        return Err(format!("{}: it says {leak:?}: {text}", parts.status));
    }
    match asked.path.starts_with("/api/") && parts.status.is_client_error() {
        true => refusal(parts.status, &text),
        false => Ok(()),
    }
}

/// A refusal of the API is a sentence in JSON.
fn refusal(status: StatusCode, text: &str) -> Result<(), String> {
    let said: Value = serde_json::from_str(text).map_err(|_| format!("{status}: {text}"))?;
    match said["error"].as_str() {
        Some(sentence) if !sentence.is_empty() => Ok(()),
        _ => Err(format!("{status} without a sentence: {text}")),
    }
}
