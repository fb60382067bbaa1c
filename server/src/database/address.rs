//! Where the database is: parsed, completed with what safety needs, and never shown with its password.

use std::fmt;

use reqwest::Url;

use super::{ConnectError, tls};

/// A database's address: `mysql://…` (TiDB) or `sqlite:…`. Its `Display` and `Debug` hide the password.
#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    /// A `mysql://` URL that sqlx understands.
    Server(Url),
    /// A `sqlite:` URL that sqlx understands.
    File(String),
}

impl Address {
    /// Reads `DATABASE_URL`. The replaced system's spellings are understood: `mysql+pymysql://`, `?ssl=true`, `?ssl_ca=FILE`.
    ///
    /// A server that is not on this machine is spoken to over TLS, its certificate and host name verified, whatever the URL says:
    /// sqlx by itself falls back to plain text in silence. The public authorities are known; `?ssl-ca=FILE` adds another.
    ///
    /// # Errors
    /// A sentence that says what a database URL looks like.
    pub fn parse(url: &str) -> Result<Self, ConnectError> {
        if url.starts_with("sqlite:") {
            return Ok(Self::File(url.to_owned()));
        }
        let plain = url.replacen("mysql+pymysql://", "mysql://", 1);
        let parsed = Url::parse(&plain)
            .ok()
            .filter(|url| url.scheme() == "mysql" && url.has_host());
        let parsed = parsed.ok_or(ConnectError::Unreadable)?;
        if parsed.path().trim_matches('/').is_empty() {
            return Err(ConnectError::Nameless);
        }
        Ok(Self::Server(tls::verified(parsed)))
    }

    /// The URL with its password, for the driver only.
    pub(super) fn url(&self) -> &str {
        match self {
            Self::Server(url) => url.as_str(),
            Self::File(url) => url,
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(url) => f.write_str(url),
            Self::Server(url) => {
                let (user, host) = (url.username(), url.host_str().unwrap_or_default());
                write!(
                    f,
                    "mysql://{user}@{host}:{}{}",
                    url.port().unwrap_or(3306),
                    url.path()
                )
            }
        }
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(url: &str) -> String {
        Address::parse(url).unwrap().url().to_owned()
    }

    #[test]
    fn a_server_elsewhere_is_always_verified() {
        let verified = "mysql://u:p@db.example.com:4000/hbnb?ssl-mode=VERIFY_IDENTITY";
        assert_eq!(server("mysql://u:p@db.example.com:4000/hbnb"), verified);
        assert_eq!(
            server("mysql+pymysql://u:p@db.example.com:4000/hbnb?ssl=true"),
            verified
        );
        assert_eq!(
            server("mysql://u:p@db.example.com:4000/hbnb?ssl-mode=DISABLED"),
            verified
        );
        let private = server("mysql://u@10.0.0.7/hbnb?ssl_ca=/etc/ca.pem");
        assert_eq!(
            private,
            "mysql://u@10.0.0.7/hbnb?ssl-ca=%2Fetc%2Fca.pem&ssl-mode=VERIFY_IDENTITY"
        );
    }

    #[test]
    fn a_server_on_this_machine_may_do_without() {
        assert!(server("mysql://root@127.0.0.1:4000/test").ends_with("ssl-mode=PREFERRED"));
        assert!(server("mysql://root@[::1]:4000/test").ends_with("ssl-mode=PREFERRED"));
        assert!(
            server("mysql://root@localhost/test?ssl=true").ends_with("ssl-mode=VERIFY_IDENTITY")
        );
        // A name that only looks like this machine's is somebody else's.
        assert!(
            server("mysql://root@localhost.example.com/test").ends_with("ssl-mode=VERIFY_IDENTITY")
        );
    }

    #[test]
    fn the_password_is_never_shown() {
        let address = Address::parse("mysql://ailsa:s3cr%40t@db.example.com/hbnb").unwrap();
        assert_eq!(
            address.to_string(),
            "mysql://ailsa@db.example.com:3306/hbnb"
        );
        assert!(!format!("{address:?}").contains("s3cr"));
        let error = Address::parse("postgres://ailsa:s3cr%40t@db/hbnb").unwrap_err();
        assert!(!format!("{error} {error:?}").contains("s3cr"));
    }

    #[test]
    fn an_address_without_a_database_is_refused() {
        assert!(matches!(
            Address::parse("mysql://root@127.0.0.1:4000"),
            Err(ConnectError::Nameless)
        ));
        assert!(matches!(
            Address::parse("hbnb.db"),
            Err(ConnectError::Unreadable)
        ));
    }
}
