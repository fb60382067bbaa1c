//! TLS to the database: sqlx by itself falls back to plain text in silence.

use reqwest::Url;

/// Rewrites the options into sqlx's names, and adds that the server's certificate and host name are verified, unless the server is on this
/// machine and its URL does not ask for it.
pub(super) fn verified(mut url: Url) -> Url {
    let mut mode = None;
    let mut kept = Vec::new();
    for (name, value) in url.query_pairs() {
        match name.as_ref() {
            "ssl-mode" | "sslmode" => mode = Some(value.to_ascii_uppercase()),
            "ssl-ca" | "sslca" | "ssl_ca" => kept.push(("ssl-ca", value.into_owned())),
            "ssl-cert" | "sslcert" | "ssl_cert" => kept.push(("ssl-cert", value.into_owned())),
            "ssl-key" | "sslkey" | "ssl_key" => kept.push(("ssl-key", value.into_owned())),
            "ssl" if value.eq_ignore_ascii_case("true") => mode = Some("VERIFY_IDENTITY".into()),
            // Others belong to drivers of other languages.
            _ => {}
        }
    }
    let mode = match mode {
        Some(mode) if is_loopback(&url) => mode,
        None if is_loopback(&url) => "PREFERRED".into(),
        _ => "VERIFY_IDENTITY".into(),
    };
    kept.push(("ssl-mode", mode));
    url.query_pairs_mut().clear().extend_pairs(kept);
    url
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || host
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}
