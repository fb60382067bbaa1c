//! `/dev/mail`, for the person at the machine and nobody else.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::connect_info::MockConnectInfo,
    http::{HeaderMap, Request},
};
use server::{Environment, Settings};
use tower::ServiceExt;

use crate::{
    browser::{Browser, router, signed_up},
    mail::{ISLA, latest, link},
    support::TestState,
};

/// Who asks, under which name, and what a proxy adds.
async fn ask(
    site: Router,
    from: [u8; 4],
    path: &str,
    more: &[(&str, &str)],
) -> (u16, HeaderMap, String) {
    let peer = SocketAddr::from((from, 50_000));
    let mut request = Request::builder().uri(path);
    for (name, value) in more {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).unwrap();
    let answer = site
        .layer(MockConnectInfo(peer))
        .oneshot(request)
        .await
        .unwrap();
    let (parts, body) = answer.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    (
        parts.status.as_u16(),
        parts.headers,
        String::from_utf8_lossy(&body).into_owned(),
    )
}

const HERE: [u8; 4] = [127, 0, 0, 1];
const NAMED: [(&str, &str); 1] = [("host", "localhost:3000")];

#[tokio::test]
async fn the_person_at_the_machine_reads_mail_follows_its_links_and_keeps_its_files() {
    let state = TestState::on_sqlite().await;
    signed_up(&state.ctx, "Isla").await;
    let mail = latest(&state, "Confirm your e-mail address").await;
    let site = router(&state.ctx);
    let (status, _, list) = ask(site.clone(), HERE, "/dev/mail", &NAMED).await;
    let own = format!("/dev/mail/{}", mail.about.id);
    assert!(
        status == 200 && list.contains(&own) && list.contains(ISLA),
        "{list}"
    );
    let (status, headers, page) = ask(site.clone(), HERE, &own, &NAMED).await;
    assert_eq!(
        (status, headers["cache-control"].as_bytes()),
        (200, &b"no-store"[..])
    );
    let followed = format!("href=\"http://localhost:3000{}\"", link(&mail));
    assert!(page.contains(&followed), "{page}");
    let (status, headers, html) = ask(site.clone(), HERE, &format!("{own}/html"), &NAMED).await;
    assert!(status == 200 && html.contains(&followed), "{html}");
    assert!(
        headers["content-security-policy"]
            .to_str()
            .unwrap()
            .contains("default-src 'none'")
    );
    let (status, _, source) = ask(site.clone(), HERE, &format!("{own}/source"), &NAMED).await;
    assert!(
        status == 200 && source.contains("Message-ID: <"),
        "{source}"
    );
    for missing in [
        format!("{own}/stay.ics"),
        format!("/dev/mail/{}", uuid::Uuid::nil()),
    ] {
        assert_eq!(ask(site.clone(), HERE, &missing, &NAMED).await.0, 404);
    }
}

#[tokio::test]
async fn nobody_else_reads_it() {
    let mut state = TestState::on_sqlite().await;
    signed_up(&state.ctx, "Isla").await;
    let mail = latest(&state, "Confirm your e-mail address").await;
    let paths = [
        "/dev/mail".to_owned(),
        format!("/dev/mail/{}", mail.about.id),
        format!("/dev/mail/{}/html", mail.about.id),
    ];
    for path in &paths {
        let site = router(&state.ctx);
        type Stranger = ([u8; 4], &'static [(&'static str, &'static str)]);
        let strangers: [Stranger; 4] = [
            ([192, 0, 2, 7], &NAMED),
            (HERE, &[("host", "rebound.example:3000")]),
            (
                HERE,
                &[("host", "localhost:3000"), ("x-forwarded-for", "192.0.2.7")],
            ),
            (HERE, &[]),
        ];
        for (from, headers) in strangers {
            assert_eq!(
                ask(site.clone(), from, path, headers).await.0,
                404,
                "{from:?} {headers:?}"
            );
        }
        assert_eq!(
            Browser::new(site).get(path).await.status,
            404,
            "nobody knows from where"
        );
    }
    for settings in [
        Settings {
            environment: Environment::Production,
            ..(*state.ctx.settings).clone()
        },
        Settings {
            public_demo: true,
            ..(*state.ctx.settings).clone()
        },
    ] {
        state.ctx.settings = Arc::new(settings);
        for path in &paths {
            assert_eq!(ask(router(&state.ctx), HERE, path, &NAMED).await.0, 404);
        }
    }
}
