//! What a browser is told to allow: the content security policy, with hashes where a page is shared and a nonce where
//! it is personal, and the headers that every response carries.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// Where the rules for fetching the next page early are served; named in a header of every document.
pub const SPECULATION_PATH: &str = "/speculation-rules.json";

/// Listings and pages of text are fetched when a visitor is about to open them; nothing that acts or is personal.
pub const SPECULATION_RULES: &str = r#"{"prefetch":[{"where":{"or":[{"href_matches":"/search\\?*"},{"href_matches":"/help/*"}]},"eagerness":"moderate"}],"prerender":[{"where":{"and":[{"href_matches":"/listings/*"},{"not":{"href_matches":"/listings/*/price*"}}]},"eagerness":"moderate"}]}"#;

/// The policy of a document. `script` allows its one inline script: a nonce's or a hash's source expression.
pub fn policy(script: &str) -> String {
    format!(
        "default-src 'none'; script-src {script} 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; \
         base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
    )
}

/// The policy of the page on which a card is entered: besides ours, the payment provider's script (by its address in
/// browsers that do not know 'strict-dynamic'), its frames and what it connects to.
pub fn policy_with_card(script: &str, provider_script: &str) -> String {
    let origin = origin(provider_script);
    let (frames, connections) = match origin {
        STRIPE => (
            "https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com",
            "https://api.stripe.com",
        ),
        other => (other, other),
    };
    policy(&format!("{script} {origin}")).replace(
        "connect-src 'self'",
        &format!("connect-src 'self' {connections}"),
    ) + &format!("; frame-src {frames}")
}

const STRIPE: &str = "https://js.stripe.com";

/// Scheme and authority of an address, which the configuration has checked.
fn origin(address: &str) -> &str {
    let authority = address.find("://").map_or(0, |at| at + 3);
    let end = address[authority..].find('/');
    end.map_or(address, |end| &address[..authority + end])
}

/// The source expression that allows an inline script with exactly this text.
pub fn hash_source(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}

/// 128 random bits for the inline script of one response.
pub fn nonce() -> String {
    STANDARD.encode(rand::random::<[u8; 16]>())
}

/// Adds what every response says. `https`: whether browsers may be told never to try plain http again.
pub fn always(headers: &mut HeaderMap, https: bool) {
    const FIXED: [(HeaderName, &str); 6] = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        ),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
        (header::X_FRAME_OPTIONS, "DENY"),
    ];
    for (name, value) in FIXED {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    // What is not a document runs nothing, whatever a browser takes it for.
    let nothing = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(nothing);
    if https {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers
            .entry(header::STRICT_TRANSPORT_SECURITY)
            .or_insert(year);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_allows_the_text_and_nothing_else() {
        // From the example of the CSP specification: alert('Hello, world.');
        assert_eq!(
            hash_source("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn only_the_card_page_lets_the_provider_in() {
        assert!(!policy("'nonce-x'").contains("frame-src"));
        let live = policy_with_card("'nonce-x'", "https://js.stripe.com/v3/");
        for part in [
            "script-src 'nonce-x' https://js.stripe.com 'strict-dynamic'",
            "connect-src 'self' https://api.stripe.com;",
            "frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com",
            "default-src 'none'",
        ] {
            assert!(live.contains(part), "{part} is not in {live}");
        }
        let other = policy_with_card("'nonce-x'", "http://127.0.0.1:4242/v3/");
        assert!(
            other.ends_with("frame-src http://127.0.0.1:4242"),
            "{other}"
        );
        assert!(!other.contains("stripe.com"));
    }

    #[test]
    fn two_responses_never_share_a_nonce() {
        assert_ne!(nonce(), nonce());
        assert_eq!(STANDARD.decode(nonce()).unwrap().len(), 16);
    }
}
