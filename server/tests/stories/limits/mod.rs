//! Stories of what is done too often, told on SQLite and on TiDB.

mod counting;
mod people;
mod reads;
mod servers;

use std::{future::Future, net::IpAddr, sync::Arc};

use server::{
    Context, Error, Settings,
    limits::{self, Limit, Limits, Standing},
};

/// The server as it is with limits.
fn limited(ctx: &Context) -> Context {
    with(ctx, Limits::default())
}

fn with(ctx: &Context, limits: Limits) -> Context {
    let settings = Settings {
        limits: Some(limits),
        ..(*ctx.settings).clone()
    };
    Context {
        settings: Arc::new(settings),
        reads: Arc::default(),
        ..ctx.clone()
    }
}

/// So many reads a minute.
fn reads(most: u32) -> Limits {
    Limits {
        read: Limit::a_minute(most),
        ..Limits::default()
    }
}

/// Somebody at this address does it.
async fn from<F: Future>(address: &str, work: F) -> F::Output {
    told(address, work).await.0
}

/// And what they are told about their counts.
async fn told<F: Future>(address: &str, work: F) -> (F::Output, Vec<Standing>) {
    let address: IpAddr = address.parse().expect("an address");
    limits::within(Some(address), work).await
}

/// Whether it was refused for being done too often.
#[track_caller]
fn too_often<T>(result: server::Result<T>) -> bool {
    match result {
        Ok(_) => false,
        Err(Error::User(domain::Error::TooMany(_))) => true,
        Err(Error::User(_)) => false,
        Err(error) => panic!("not for users: {error}"),
    }
}
