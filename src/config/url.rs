//! Addresses of whole sites.

use axum::http::Uri;

/// An origin without a trailing slash: it is compared with what browsers send as `Origin`, letter by letter.
///
/// # Errors
/// A sentence that says how it should look.
pub(super) fn origin(name: &str, text: &str) -> Result<String, String> {
    let wrong = || format!("{name} must be an address such as https://hbnb.example, not {text:?}.");
    let uri: Uri = text.parse().map_err(|_| wrong())?;
    let scheme = uri
        .scheme_str()
        .filter(|scheme| matches!(*scheme, "http" | "https"))
        .ok_or_else(wrong)?;
    let authority = uri
        .authority()
        .filter(|authority| !authority.as_str().contains('@'))
        .ok_or_else(wrong)?;
    if uri.path() != "/" || uri.query().is_some() {
        return Err(format!(
            "{name} must name the whole site, without a path: not {text:?}."
        ));
    }
    let authority = authority.as_str().to_ascii_lowercase();
    let default_port = if scheme == "https" { ":443" } else { ":80" };
    Ok(format!(
        "{scheme}://{}",
        authority.strip_suffix(default_port).unwrap_or(&authority)
    ))
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn it_is_kept_as_browsers_say_it() {
        assert_eq!(
            origin("PUBLIC_URL", "https://HBnB.example:443/").unwrap(),
            "https://hbnb.example"
        );
        assert_eq!(
            origin("PUBLIC_URL", "http://localhost:3000").unwrap(),
            "http://localhost:3000"
        );
    }

    #[test]
    fn what_is_no_origin_is_refused() {
        for text in [
            "hbnb.example",
            "ftp://hbnb.example",
            "https://",
            "https://a@b.example",
            "https://b.example/x",
            "https://b.example/?x",
        ] {
            assert!(
                origin("PUBLIC_URL", text)
                    .unwrap_err()
                    .contains("PUBLIC_URL"),
                "{text}"
            );
        }
    }
}
