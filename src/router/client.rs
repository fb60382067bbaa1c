//! From where a request comes, as limits count it; and what the answer says about limits.

use std::net::{IpAddr, SocketAddr};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use chrono::{DateTime, Utc};
use server::{
    Context,
    limits::{self, Standing},
};

const LIMIT: HeaderName = HeaderName::from_static("ratelimit");
const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");

/// Lets everything that the request does know its client, and tells the client how its counts stand.
pub async fn count(State(ctx): State<Context>, request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map(|ConnectInfo(address)| address.ip().to_canonical());
    let named = ctx.settings.client_header.as_ref();
    let named = named.and_then(|name| named_by_proxy(request.headers(), name));
    let client = named.or(peer.filter(|peer| is_client(&ctx, *peer)));
    let (mut response, standings) = limits::within(client, next.run(request)).await;
    if !standings.is_empty() {
        tell(response.headers_mut(), &standings, ctx.clock.now());
    }
    response
}

/// The address that the proxy put last: whatever stands before it may be the client's own invention.
fn named_by_proxy(headers: &HeaderMap, name: &HeaderName) -> Option<IpAddr> {
    let last = headers.get_all(name).iter().next_back()?.to_str().ok()?;
    let address = last.rsplit(',').next()?.trim();
    let with_port = || address.parse().map(|address: SocketAddr| address.ip());
    address.parse().or_else(|_| with_port()).ok()
}

/// A neighbour of a public site is a proxy, which speaks for all visitors: they must not share one count.
fn is_client(ctx: &Context, peer: IpAddr) -> bool {
    !ctx.settings.is_public() || !is_neighbour(peer)
}

fn is_neighbour(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => {
            // Shared address space (RFC 6598): what some hosts' proxies have.
            let is_shared = address.octets()[0] == 100 && address.octets()[1] & 0xc0 == 64;
            address.is_loopback() || address.is_private() || address.is_link_local() || is_shared
        }
        IpAddr::V6(address) => {
            address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()
        }
    }
}

/// `RateLimit` and `RateLimit-Policy` as the IETF's draft has them, and when to come back.
fn tell(headers: &mut HeaderMap, standings: &[Standing], now: DateTime<Utc>) {
    let policies = standings.iter().map(|standing| {
        let (name, limit) = (standing.kind.as_str(), standing.limit);
        format!("\"{name}\";q={};w={}", limit.most, limit.seconds)
    });
    let limits = standings.iter().map(|standing| {
        let (name, left) = (standing.kind.as_str(), standing.left());
        format!("\"{name}\";r={left};t={}", standing.seconds_left(now))
    });
    let (policies, limits): (Vec<_>, Vec<_>) = (policies.collect(), limits.collect());
    for (name, values) in [(POLICY, policies), (LIMIT, limits)] {
        if let Ok(value) = HeaderValue::try_from(values.join(", ")) {
            headers.insert(name, value);
        }
    }
    let over = standings.iter().filter(|standing| standing.is_over());
    if let Some(seconds) = over.map(|standing| standing.seconds_left(now)).max() {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(values: &[&str]) -> Option<String> {
        let name = HeaderName::from_static("x-forwarded-for");
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(&name, value.parse().unwrap());
        }
        named_by_proxy(&headers, &name).map(|address| address.to_string())
    }

    #[test]
    fn only_what_the_proxy_itself_added_is_believed() {
        assert_eq!(named(&["203.0.113.7"]).as_deref(), Some("203.0.113.7"));
        let invented = named(&["198.51.100.1", "198.51.100.2, 203.0.113.7"]);
        assert_eq!(invented.as_deref(), Some("203.0.113.7"));
        assert_eq!(named(&["203.0.113.7:4711"]).as_deref(), Some("203.0.113.7"));
        assert_eq!(named(&["[2001:db8::1]:80"]).as_deref(), Some("2001:db8::1"));
        assert_eq!(named(&["unknown"]), None);
        assert_eq!(named(&[]), None);
    }

    #[test]
    fn a_neighbour_is_known_by_its_address() {
        for near in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.9.1",
            "100.64.0.1",
            "::1",
            "fd00::2",
        ] {
            assert!(is_neighbour(near.parse().unwrap()), "{near}");
        }
        for far in ["203.0.113.7", "100.128.0.1", "2001:db8::1"] {
            assert!(!is_neighbour(far.parse().unwrap()), "{far}");
        }
    }
}
