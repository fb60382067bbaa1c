//! Why there is no connection, said so that the operator knows what to do.

use rustls::CertificateError;
use sea_orm::{DbErr, RuntimeErr, SqlxError};

use super::Address;

/// Why there is no connection: one sentence for the operator, without the password.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    #[error("DATABASE_URL is neither mysql://USER:PASSWORD@HOST:PORT/NAME nor sqlite:FILE")]
    Unreadable,
    #[error(
        "DATABASE_URL names no database: mysql://USER:PASSWORD@HOST:PORT/NAME needs a name at its end"
    )]
    Nameless,
    #[error("cannot connect to {address}: {reason}")]
    Refused { address: Address, reason: String },
}

/// The refusal of a whole pool.
pub(super) fn of_pool(address: &Address, error: DbErr) -> ConnectError {
    let reason = match &error {
        DbErr::Conn(RuntimeErr::SqlxError(error)) => reason(error),
        error => error.to_string(),
    };
    because(address, reason)
}

pub(super) fn because(address: &Address, reason: String) -> ConnectError {
    ConnectError::Refused {
        address: address.clone(),
        reason,
    }
}

/// The driver's words, less its preamble, with what to do where that is known.
pub(super) fn reason(error: &SqlxError) -> String {
    match error {
        SqlxError::Tls(error) => format!("no secure connection: {error}"),
        SqlxError::Io(error) => certificate(error).unwrap_or_else(|| error.to_string()),
        SqlxError::Database(error) => error.message().to_owned(),
        error => error.to_string(),
    }
}

/// What is wrong with the server's certificate, when that is what the handshake failed for.
fn certificate(error: &std::io::Error) -> Option<String> {
    use rustls::Error::InvalidCertificate;
    let error = error.get_ref()?.downcast_ref::<rustls::Error>()?;
    let InvalidCertificate(fault) = error else {
        return Some(format!("no secure connection: {error}"));
    };
    Some(match fault {
        CertificateError::UnknownIssuer => {
            "the server's certificate is signed by an authority unknown here; name its file with ?ssl-ca=FILE".to_owned()
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "the server's certificate is for another host name; use the name that it carries".to_owned()
        }
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            "the server's certificate has expired".to_owned()
        }
        other => format!("the server's certificate is not accepted: {other}"),
    })
}
