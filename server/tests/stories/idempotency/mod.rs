//! Stories of requests that are sent twice, told on SQLite and on TiDB.

mod again;
mod leases;
mod servers;

use server::{
    Context,
    idempotency::{Answer, Begun, Lease, Request, begin},
};

/// Isla's request with this key and this body.
fn request(key: &str, body: &str) -> Request {
    of("user:isla", key, body)
}

fn of(owner: &str, key: &str, body: &str) -> Request {
    let mut hash = [0; 32];
    for (kept, byte) in hash.iter_mut().zip(body.bytes()) {
        *kept = byte;
    }
    Request {
        owner: owner.into(),
        key: key.into(),
        hash,
    }
}

fn made(body: &str) -> Answer {
    Answer {
        status: 201,
        headers: vec![("content-type".into(), "application/json".into())],
        body: body.into(),
    }
}

/// The lease of whoever is to do the work.
async fn lease(ctx: &Context, request: &Request) -> Lease {
    match begin(ctx, request).await.expect("a look") {
        Begun::Work(lease) => lease,
        other => panic!("no work: {other:?}"),
    }
}

async fn is_in_work(ctx: &Context, request: &Request) -> bool {
    let begun = begin(ctx, request).await.expect("a look");
    matches!(begun, Begun::InWork { seconds: 1.. })
}

/// What was answered before.
async fn answered(ctx: &Context, request: &Request) -> Option<Answer> {
    match begin(ctx, request).await.expect("a look") {
        Begun::Answer(answer) => Some(answer),
        _ => None,
    }
}
