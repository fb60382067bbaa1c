//! Webhooks with forged, stale, future, cut and foreign signatures, at both providers' endpoints: none is taken, and none leaves a row. True
//! ones between them are, so that a door that is locked for everybody would be noticed.

mod forging;

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode},
};
use hbnb::site::SiteFiles;
use sea_orm::{EntityTrait, PaginatorTrait};
use server::{Context, Settings, entities::webhook_events, payments};

use crate::{arguments::Order, chance::Chance, world::World};
use forging::{FORGERIES, Letter};

/// One true message among so many.
const TRUE_ONES: usize = 10;
const STRIPE_SECRET: &str = "whsec_a_secret_of_the_stories_for_stripe";

/// A provider's endpoint, and what its true messages are signed with.
struct Endpoint {
    name: &'static str,
    header: &'static str,
    key: Vec<u8>,
    router: Router,
}

pub async fn run(order: Order) -> String {
    let world = World::new(order.database, "signatures").await;
    let mut chance = Chance::new(order.seed);
    let endpoints = [sandbox(&world), stripe(&world)];
    let (mut forged, mut taken) = (0, 0);
    for number in 0..order.count {
        let place = number % endpoints.len();
        let (endpoint, other) = (&endpoints[place], &endpoints[1 - place]);
        let forgery = FORGERIES[number / endpoints.len() % FORGERIES.len()];
        let letter = Letter::forged(
            forgery,
            number,
            &endpoint.key,
            &other.key,
            world.now(),
            &mut chance,
        );
        let status = endpoint.post(&letter).await;
        assert!(
            status.is_client_error(),
            "{} took {forgery:?}: {status}",
            endpoint.name
        );
        forged += 1;
        if number.is_multiple_of(TRUE_ONES) {
            let letter = Letter::signed(number, &endpoint.key, world.now());
            // Sent again it is the same message.
            for _ in 0..2 {
                let status = endpoint.post(&letter).await;
                assert_eq!(
                    status,
                    StatusCode::OK,
                    "{} takes a true message",
                    endpoint.name
                );
            }
            taken += 1;
        }
        let rows = webhook_events::Entity::find().count(world.db()).await;
        assert_eq!(rows.expect("a count"), taken, "{forgery:?} leaves no row");
    }
    format!(
        "{forged} forged messages of {} kinds at two endpoints: 0 taken, 0 rows; {taken} true ones between them, each sent twice, taken once",
        FORGERIES.len()
    )
}

fn sandbox(world: &World) -> Endpoint {
    let ctx = &world.state.ctx;
    Endpoint {
        name: "/webhooks/sandbox",
        header: payments::webhooks::signature_header("sandbox"),
        key: forging::sandbox_key(&ctx.settings.secret),
        router: router(ctx),
    }
}

/// A site that takes its payments with Stripe; nobody listens where Stripe should be.
fn stripe(world: &World) -> Endpoint {
    let ctx = world.state.ctx.clone();
    let stripe = payments::stripe::StripeSettings {
        secret_key: "sk_test_of_the_stories".into(),
        publishable_key: "pk_test_of_the_stories".into(),
        webhook_secrets: vec![
            "whsec_an_older_one_that_still_counts".into(),
            STRIPE_SECRET.into(),
        ],
        api_base: "http://127.0.0.1:9/".into(),
        js_url: "http://127.0.0.1:9/stripe.js".into(),
    };
    let gateway = payments::stripe::Stripe::new(&stripe).expect("Stripe");
    let settings = Settings {
        stripe: Some(stripe),
        ..(*ctx.settings).clone()
    };
    let ctx = Context {
        settings: Arc::new(settings),
        gateway: Arc::new(gateway),
        ..ctx
    };
    Endpoint {
        name: "/webhooks/stripe",
        header: payments::webhooks::signature_header("stripe"),
        key: STRIPE_SECRET.into(),
        router: router(&ctx),
    }
}

fn router(ctx: &Context) -> Router {
    hbnb::router::build(ctx, &SiteFiles::at("no front end".into()))
}

impl Endpoint {
    async fn post(&self, letter: &Letter) -> StatusCode {
        use tower::ServiceExt;
        let mut request = Request::post(self.name).header("content-type", "application/json");
        if let Some(signature) = &letter.signature {
            request = request.header(self.header, signature);
        }
        let request = request.body(Body::from(letter.body.clone()));
        let answered = self
            .router
            .clone()
            .oneshot(request.expect("a request"))
            .await;
        answered.expect("an answer").status()
    }
}
