//! From where a request came, and how the counts stood that it raised: known to everything that the request does.

use std::{
    cell::RefCell,
    future::Future,
    net::{IpAddr, Ipv6Addr},
};

use domain::limits::Standing;

tokio::task_local! {
    static REQUEST: Request;
}

struct Request {
    client: Option<IpAddr>,
    standings: RefCell<Vec<Standing>>,
}

/// Runs `work` for a client at this address; none when it is not known whose it is. Also returns how each count stood that `work` raised.
pub async fn within<F: Future>(client: Option<IpAddr>, work: F) -> (F::Output, Vec<Standing>) {
    let request = Request {
        client,
        standings: RefCell::default(),
    };
    REQUEST
        .scope(request, async {
            let output = work.await;
            (output, REQUEST.with(|request| request.standings.take()))
        })
        .await
}

/// What counts as one client, if it is known: an address, or the 64 bits of which one IPv6 subscriber has all addresses.
pub fn client() -> Option<IpAddr> {
    let client = REQUEST.try_with(|request| request.client).ok().flatten();
    client.map(|address| match address.to_canonical() {
        IpAddr::V6(address) => {
            let network = u128::from(address) & !u128::from(u64::MAX);
            Ipv6Addr::from(network).into()
        }
        address => address,
    })
}

/// Keeps a standing for the answer's headers.
pub(super) fn tell(standing: Standing) {
    let _ = REQUEST.try_with(|request| request.standings.borrow_mut().push(standing));
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn counted_as(address: &str) -> String {
        let address = address.parse().ok();
        let (network, _) = within(address, async { client() }).await;
        network.map_or_else(String::new, |network| network.to_string())
    }

    #[tokio::test]
    async fn an_ipv6_subscriber_is_one_client() {
        assert_eq!(counted_as("203.0.113.7").await, "203.0.113.7");
        assert_eq!(counted_as("::ffff:203.0.113.7").await, "203.0.113.7");
        assert_eq!(counted_as("2001:db8:1:2:3:4:5:6").await, "2001:db8:1:2::");
        assert_eq!(counted_as("nobody's").await, "");
    }

    #[tokio::test]
    async fn outside_of_a_request_nobody_is_the_client() {
        assert_eq!(client(), None);
    }
}
