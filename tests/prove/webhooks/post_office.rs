//! Where the provider's news arrive before they reach the site: a fifth is carried out twice, a fifth in another order, a twentieth
//! never, and a twentieth after the reconciler has looked.

use std::{
    mem,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::State as Shared,
    http::{HeaderMap, Request, StatusCode},
    routing::post,
};
use chrono::{DateTime, TimeDelta, Utc};
use hbnb::site::SiteFiles;
use server::{Context, payments::sandbox::signature};
use tokio::net::TcpListener;
use tower::ServiceExt;

use crate::chance::Chance;

const DROPPED: usize = 5;
const DELAYED: usize = 5;
const LATER: usize = 20;
const DOUBLED: usize = 20;

/// A signed message as it was posted.
#[derive(Clone)]
struct Letter {
    signature: String,
    body: Bytes,
}

type Letterbox = Arc<Mutex<Vec<Letter>>>;

pub struct PostOffice {
    arrived: Letterbox,
    /// To be carried out with the next ones, and not before them.
    held_back: Vec<Letter>,
    /// To be carried out at this instant or after.
    delayed: Vec<(DateTime<Utc>, Letter)>,
    chance: Chance,
    counts: Counts,
}

#[derive(Default)]
struct Counts {
    seen: usize,
    doubled: usize,
    reordered: usize,
    dropped: usize,
    delayed: usize,
}

impl PostOffice {
    /// With the address at which the provider posts its news.
    pub async fn open(chance: Chance) -> (Self, String) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let arrived = Letterbox::default();
        let router = Router::new()
            .route("/webhooks/sandbox", post(take))
            .with_state(arrived.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        let office = Self {
            arrived,
            held_back: Vec::new(),
            delayed: Vec::new(),
            chance,
            counts: Counts::default(),
        };
        (office, address)
    }

    /// How many messages the provider has posted.
    pub fn seen(&self) -> usize {
        self.counts.seen
    }

    pub fn is_empty(&self) -> bool {
        let waiting = self.arrived.lock().expect("the box").len();
        waiting == 0 && self.held_back.is_empty() && self.delayed.is_empty()
    }

    /// Carries out what has arrived, as chance will have it.
    pub async fn carry_out(&mut self, ctx: &Context, now: DateTime<Utc>) {
        let arrived = mem::take(&mut *self.arrived.lock().expect("the box"));
        let mut due = Vec::new();
        let mut last = mem::take(&mut self.held_back);
        for letter in arrived {
            self.counts.seen += 1;
            self.sort(letter, now, &mut due);
        }
        let delayed = mem::take(&mut self.delayed).into_iter();
        let (ripe, rest): (Vec<_>, Vec<_>) = delayed.partition(|(at, _)| *at <= now);
        self.delayed = rest;
        due.append(&mut last);
        due.extend(ripe.into_iter().map(|(_, letter)| letter));
        let router = hbnb::router::build(ctx, &SiteFiles::at("no front end".into()));
        for letter in due {
            let status = deliver(&router, letter).await;
            assert_eq!(status, StatusCode::OK, "a signed message is taken");
        }
    }

    fn sort(&mut self, letter: Letter, now: DateTime<Utc>, due: &mut Vec<Letter>) {
        if self.chance.percent(DROPPED) {
            self.counts.dropped += 1;
            return;
        }
        if self.chance.percent(DELAYED) {
            // After the reconciler has looked, and while the signature is still good.
            let wait = TimeDelta::seconds(self.chance.between(121, 280));
            self.counts.delayed += 1;
            self.delayed.push((now + wait, letter));
            return;
        }
        let again = self.chance.percent(DOUBLED);
        self.counts.doubled += usize::from(again);
        let copy = again.then(|| letter.clone());
        match self.chance.percent(LATER) {
            true => {
                self.counts.reordered += 1;
                self.held_back.push(letter);
                self.chance.shuffle(&mut self.held_back);
                due.extend(copy);
            }
            false => {
                due.push(letter);
                due.extend(copy);
            }
        }
    }

    pub fn say(&self) -> String {
        let counts = &self.counts;
        format!(
            "{} messages, {} of them twice, {} out of order, {} dropped, {} delayed past the reconciler",
            counts.seen, counts.doubled, counts.reordered, counts.dropped, counts.delayed
        )
    }
}

async fn take(Shared(arrived): Shared<Letterbox>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers.get(signature::HEADER);
    let signature = signature.and_then(|value| value.to_str().ok());
    let letter = Letter {
        signature: signature.unwrap_or_default().to_owned(),
        body,
    };
    arrived.lock().expect("the box").push(letter);
    StatusCode::OK
}

async fn deliver(router: &Router, letter: Letter) -> StatusCode {
    let request = Request::post("/webhooks/sandbox")
        .header("content-type", "application/json")
        .header(signature::HEADER, letter.signature)
        .body(Body::from(letter.body))
        .expect("a request");
    let answered = router.clone().oneshot(request).await;
    answered.expect("an answer").status()
}
