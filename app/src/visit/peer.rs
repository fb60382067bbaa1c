//! Whether a request comes from the person who runs this server, sitting at its machine.

use std::net::SocketAddr;

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, header, request::Parts},
};
use server::Context;

/// What a proxy adds when it asks for somebody else.
const FORWARDED: [&str; 4] = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

/// Only in development that nobody else is let into, from this machine itself, under a name of this machine: a page of another
/// site that has its own name point here is not taken for it.
pub(crate) async fn is_here(ctx: &Context, parts: &mut Parts) -> bool {
    let settings = &ctx.settings;
    if settings.is_public() {
        return false;
    }
    let peer = ConnectInfo::<SocketAddr>::from_request_parts(parts, &()).await;
    let is_near = peer.is_ok_and(|ConnectInfo(address)| address.ip().to_canonical().is_loopback());
    let of_proxy = settings.client_header.as_ref().map(|name| name.as_str());
    let is_direct = FORWARDED
        .into_iter()
        .chain(of_proxy)
        .all(|name| !parts.headers.contains_key(name));
    is_near && is_direct && is_local_name(&parts.headers)
}

fn is_local_name(headers: &HeaderMap) -> bool {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let name = host.map(|host| match host.rsplit_once(':') {
        Some((name, port)) if port.chars().all(|c| c.is_ascii_digit()) => name,
        _ => host,
    });
    matches!(name, Some("localhost" | "127.0.0.1" | "[::1]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_sites_name_is_not_ours() {
        let named = |host: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, host.parse().unwrap());
            is_local_name(&headers)
        };
        for host in [
            "localhost:3000",
            "127.0.0.1:4240",
            "[::1]:3000",
            "localhost",
        ] {
            assert!(named(host), "{host}");
        }
        for host in [
            "rebound.example:3000",
            "localhost.rebound.example",
            "hbnb.example",
        ] {
            assert!(!named(host), "{host}");
        }
        assert!(!is_local_name(&HeaderMap::new()));
    }
}
