//! Which other sites' pages may call the API from a browser.

use std::sync::Arc;

use server::{Context, Settings};

use crate::{client::Client, support::TestState};

const OURS: &str = "https://stays.example";

fn allowing(ctx: &Context) -> Context {
    let settings = Settings {
        api_origins: vec![OURS.into(), "https://other.example".into()],
        ..(*ctx.settings).clone()
    };
    Context {
        settings: Arc::new(settings),
        ..ctx.clone()
    }
}

#[tokio::test]
async fn the_listed_sites_may_ask_and_no_others() {
    let state = TestState::on_sqlite().await;
    let nobody = Client::anonymous(&allowing(&state.ctx));
    for (origin, allowed) in [(OURS, OURS), ("https://evil.example", ""), ("null", "")] {
        let asked = [
            ("origin", origin),
            ("access-control-request-method", "PUT"),
            (
                "access-control-request-headers",
                "authorization,idempotency-key",
            ),
        ];
        let preflight = nobody
            .send("OPTIONS", "/api/v1/users/me", &asked, None)
            .await;
        assert_eq!(preflight.header("access-control-allow-origin"), allowed);
        let answer = nobody
            .send("GET", "/api/v1/users/me", &[("origin", origin)], None)
            .await;
        assert_eq!(
            answer.is(401).header("access-control-allow-origin"),
            allowed
        );
        assert_eq!(answer.header("access-control-allow-credentials"), "");
        let mut differs = answer.headers.get_all("vary").iter();
        assert!(differs.any(|by| by.as_bytes().starts_with(b"origin")));
    }
    let exposed = nobody
        .send("GET", "/api/v1/users/me", &[("origin", OURS)], None)
        .await;
    for name in ["link", "etag", "retry-after", "ratelimit"] {
        assert!(
            exposed
                .header("access-control-expose-headers")
                .contains(name),
            "{name}"
        );
    }
}

#[tokio::test]
async fn pages_are_for_no_other_site() {
    let state = TestState::on_sqlite().await;
    let nobody = Client::anonymous(&allowing(&state.ctx));
    for path in ["/", "/login", "/sfn/nothing"] {
        let answer = nobody.send("GET", path, &[("origin", OURS)], None).await;
        assert_eq!(answer.header("access-control-allow-origin"), "", "{path}");
    }
}
