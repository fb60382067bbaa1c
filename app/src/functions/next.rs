//! "Back to where one was": only ever a path on this site.

/// The path, when a browser cannot read it as another site's address.
pub fn local(path: &str) -> Option<&str> {
    let own = path.starts_with('/') && !path.starts_with("//");
    let plain = path.chars().all(|c| !c.is_control() && c != '\\');
    (own && plain && path.len() <= 2000).then_some(path)
}

/// `/login` or `/signup` that leads back to `next`.
pub fn via(page: &str, next: Option<&str>) -> String {
    match next.and_then(local) {
        Some(next) => format!("{page}?next={}", encode(next)),
        None => page.to_owned(),
    }
}

/// Percent-encodes a value for a query string.
pub fn encode(value: &str) -> String {
    value
        .bytes()
        .fold(String::with_capacity(value.len()), |mut out, byte| {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                    out.push(byte as char)
                }
                _ => out.push_str(&format!("%{byte:02X}")),
            }
            out
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_on_this_site_are_kept() {
        assert_eq!(local("/trips?x=1"), Some("/trips?x=1"));
        for foreign in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "evil",
            "",
            "/\t/evil.example",
            "javascript:alert(1)",
        ] {
            assert_eq!(local(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn a_query_survives_the_way_through_the_login_page() {
        assert_eq!(
            via("/login", Some("/listings/1?guests=2&check_in=2026-06-03")),
            "/login?next=/listings/1%3Fguests%3D2%26check_in%3D2026-06-03"
        );
        assert_eq!(via("/login", Some("//evil.example")), "/login");
    }
}
