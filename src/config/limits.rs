//! How often somebody may do something, and who says where they are.

use axum::http::HeaderName;
use server::limits::{Limit, Limits};

use super::read::given;
use crate::cli::SettingArgs;

/// The limits; none when they are off.
///
/// # Errors
/// A sentence that says what a limit looks like.
pub(super) fn read(args: &SettingArgs) -> Result<Option<Limits>, String> {
    let usual = Limits::default();
    let limits = Limits {
        log_in: limit("RATE_LIMIT_LOGIN", &args.rate_limit_login, usual.log_in)?,
        sign_up: limit("RATE_LIMIT_SIGNUP", &args.rate_limit_signup, usual.sign_up)?,
        payment: limit(
            "RATE_LIMIT_PAYMENT",
            &args.rate_limit_payment,
            usual.payment,
        )?,
        write: limit("RATE_LIMIT_WRITE", &args.rate_limit_write, usual.write)?,
        read: limit("RATE_LIMIT_READ", &args.rate_limit_read, usual.read)?,
    };
    match given(&args.rate_limits) {
        None | Some("on") => Ok(Some(limits)),
        Some("off") => Ok(None),
        Some(other) => Err(format!("RATE_LIMITS must be on or off, not {other:?}.")),
    }
}

fn limit(name: &str, text: &Option<String>, usual: Limit) -> Result<Limit, String> {
    let Some(text) = given(text) else {
        return Ok(usual);
    };
    Limit::parse(text).ok_or_else(|| {
        format!("{name} must be so many a minute, an hour or a day, such as {usual}, not {text:?}.")
    })
}

/// # Errors
/// A sentence when it is no header's name.
pub(super) fn client_header(name: Option<&str>) -> Result<Option<HeaderName>, String> {
    let Some(name) = name else {
        return Ok(None);
    };
    let header = HeaderName::try_from(name).map_err(|_| {
        format!("TRUSTED_PROXY_HEADER must be a header's name such as Fly-Client-IP, not {name:?}.")
    })?;
    Ok(Some(header))
}

/// Why production will not start with these.
pub(super) fn refusal(limits: Option<&Limits>) -> Option<String> {
    limits
        .is_none()
        .then(|| "RATE_LIMITS=off is for load tests: production refuses it.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(change: impl FnOnce(&mut SettingArgs)) -> SettingArgs {
        let mut args = SettingArgs::default();
        change(&mut args);
        args
    }

    #[test]
    fn limits_are_on_unless_they_are_off() {
        assert_eq!(read(&args(|_| {})), Ok(Some(Limits::default())));
        let on = args(|args| args.rate_limits = Some("on".into()));
        assert_eq!(read(&on), Ok(Some(Limits::default())));
        let off = args(|args| args.rate_limits = Some("off".into()));
        assert_eq!(read(&off), Ok(None));
        let no = args(|args| args.rate_limits = Some("no".into()));
        assert!(read(&no).is_err_and(|said| said.starts_with("RATE_LIMITS must be on or off")));
    }

    #[test]
    fn each_is_a_setting() {
        let set = args(|args| {
            args.rate_limit_login = Some("7/minute".into());
            args.rate_limit_signup = Some("20/day".into());
            args.rate_limit_payment = Some("11/minute".into());
            args.rate_limit_write = Some("1000/hour".into());
            args.rate_limit_read = Some("6000/minute".into());
        });
        let limits = read(&set).ok().flatten().unwrap();
        let said = [
            limits.log_in,
            limits.sign_up,
            limits.payment,
            limits.write,
            limits.read,
        ]
        .map(|limit| limit.to_string());
        assert_eq!(
            said,
            [
                "7/minute",
                "20/day",
                "11/minute",
                "1000/hour",
                "6000/minute"
            ]
        );
        let wrong = args(|args| args.rate_limit_read = Some("many".into()));
        let said = read(&wrong).err().unwrap_or_default();
        assert!(
            said.starts_with("RATE_LIMIT_READ") && said.contains("600/minute"),
            "{said}"
        );
    }

    #[test]
    fn a_proxys_header_is_a_header() {
        assert_eq!(client_header(None), Ok(None));
        let named = client_header(Some("Fly-Client-IP")).ok().flatten();
        assert_eq!(named.unwrap().as_str(), "fly-client-ip");
        assert!(client_header(Some("no header")).is_err());
    }
}
