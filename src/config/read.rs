//! Reading each setting.

use std::{
    net::{IpAddr, Ipv4Addr},
    path::Path,
};

use domain::pricing::Fees;
use server::{Environment, Settings, tokens::Keys};
use uuid::Uuid;

use super::{Config, Mail, Photos, limits, payments, production, url};
use crate::cli::SettingArgs;

/// The largest fee, in basis points.
const MOST_FEE: u32 = 3_000;

/// What is right, or the sentence that says what is wrong.
type Read<T> = Result<T, String>;

impl Config {
    /// # Errors
    /// One sentence about the first setting that is wrong; in production about everything that is missing.
    pub fn read(args: &SettingArgs) -> Read<Self> {
        let environment = environment(args.environment.as_deref())?;
        let in_production = environment == Environment::Production;
        let port = port(
            args.port.as_deref(),
            if in_production { 8080 } else { 3000 },
        )?;
        let data = args.data.clone().unwrap_or_else(|| "data".into());
        let api_origins = api_origins(given(&args.frontend_url))?;
        let secret = given(&args.secret_key).map_or_else(secret_for_this_run, str::to_owned);
        let operator_name = given(&args.operator_name).unwrap_or("the HBnB demo");
        let support_email = support_email(given(&args.support_email))?;
        let config = Config {
            photos: Photos::read(given(&args.photos), &data)?,
            mail: Mail::read(args, operator_name, &support_email)?,
            database_url: given(&args.database_url).map_or_else(|| sqlite_in(&data), str::to_owned),
            host: host(given(&args.host), in_production)?,
            port,
            clock: args.clock.clone(),
            interruptions: args.interruptions.clone(),
            settings: Settings {
                public_url: match (given(&args.public_url), api_origins.first()) {
                    (Some(text), _) => url::origin("PUBLIC_URL", text)?,
                    (None, Some(first)) => first.clone(),
                    (None, None) => format!("http://localhost:{port}"),
                },
                environment,
                public_demo: args.public_demo,
                operator_name: operator_name.to_owned(),
                support_email,
                data,
                fees: Fees {
                    guest_bp: basis_points("GUEST_FEE_BPS", given(&args.guest_fee_bps))?,
                    host_bp: basis_points("HOST_FEE_BPS", given(&args.host_fee_bps))?,
                },
                stripe: payments::read(args, environment)?,
                token_keys: Keys::new(
                    given(&args.jwt_secret_key),
                    given(&args.jwt_previous_key),
                    &secret,
                ),
                secret,
                api_origins,
                limits: limits::read(args)?,
                client_header: limits::client_header(given(&args.trusted_proxy_header))?,
            },
        };
        match environment {
            Environment::Production => production::check(args, &config)?,
            Environment::Development => only_here_unless_demo(&config)?,
        }
        Ok(config)
    }
}

/// An empty variable is one that is not set.
pub(super) fn given(value: &Option<String>) -> Option<&str> {
    value
        .as_deref()
        .map(str::trim)
        .filter(|value| !value.is_empty())
}

fn environment(name: Option<&str>) -> Read<Environment> {
    match name.map(str::trim) {
        None | Some("" | "development") => Ok(Environment::Development),
        Some("production") => Ok(Environment::Production),
        Some(other) => Err(format!(
            "HBNB_ENV must be development or production, not {other:?}."
        )),
    }
}

fn port(text: Option<&str>, default: u16) -> Read<u16> {
    let Some(text) = text.filter(|text| !text.is_empty()) else {
        return Ok(default);
    };
    let number = text.parse().ok().filter(|port| *port > 0);
    number.ok_or_else(|| format!("PORT must be a number from 1 to 65535, not {text:?}."))
}

/// None is no fee. A fee of a third or more is a slip of the hand.
fn basis_points(name: &str, text: Option<&str>) -> Read<u32> {
    let number = text.map_or(Some(0), |text| text.parse().ok());
    let number = number.filter(|bps| *bps <= MOST_FEE);
    number.ok_or_else(|| {
        format!("{name} must be a whole number of basis points from 0 to {MOST_FEE}, such as 1200 for 12%.")
    })
}

fn host(text: Option<&str>, in_production: bool) -> Read<IpAddr> {
    match text {
        None if in_production => Ok(Ipv4Addr::UNSPECIFIED.into()),
        None | Some("localhost") => Ok(Ipv4Addr::LOCALHOST.into()),
        Some(text) => {
            let wrong = |_| {
                format!("HOST must be an IP address such as 127.0.0.1 or 0.0.0.0, not {text:?}.")
            };
            text.parse().map_err(wrong)
        }
    }
}

fn support_email(text: Option<&str>) -> Read<String> {
    let text = text.unwrap_or("support@example.com");
    match domain::accounts::Email::parse(text) {
        Ok(email) => Ok(email.to_string()),
        Err(_) => Err(format!(
            "SUPPORT_EMAIL must be an e-mail address, not {text:?}."
        )),
    }
}

/// None is nobody: the site's own pages need no leave.
fn api_origins(text: Option<&str>) -> Read<Vec<String>> {
    let origins = text.unwrap_or_default().split(',').map(str::trim);
    origins
        .filter(|origin| !origin.is_empty())
        .map(|origin| url::origin("FRONTEND_URL", origin))
        .collect()
}

fn sqlite_in(data: &Path) -> String {
    format!("sqlite:{}", data.join("hbnb.sqlite").display())
}

/// 256 random bits, nearly: what was signed with them is worthless after a restart, which development can bear.
fn secret_for_this_run() -> String {
    format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple())
}

fn only_here_unless_demo(config: &Config) -> Read<()> {
    let https = config.settings.public_url.starts_with("https://");
    match config.host {
        host if host.is_loopback() => Ok(()),
        host if !config.settings.public_demo => Err(format!(
            "HOST {host} lets others reach a development server: add --public-demo, which says on every page that no money moves."
        )),
        // Their cookies must not travel in plain text.
        _ if !https => {
            Err("A public demo needs PUBLIC_URL, the site's own address, with https.".to_owned())
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(change: impl FnOnce(&mut SettingArgs)) -> Read<Config> {
        let mut args = SettingArgs::default();
        change(&mut args);
        Config::read(&args)
    }

    fn sentence(change: impl FnOnce(&mut SettingArgs)) -> String {
        read(change).err().unwrap_or_default()
    }

    #[test]
    fn nothing_needs_to_be_set() {
        let config = read(|_| {}).ok().unwrap();
        assert_eq!(config.address().to_string(), "127.0.0.1:3000");
        assert_eq!(config.settings.public_url, "http://localhost:3000");
        assert_eq!(config.database_url, "sqlite:data/hbnb.sqlite");
        assert!(config.settings.secret.len() >= 32);
        assert_eq!(config.settings.fees, Fees::default());
    }

    #[test]
    fn a_wrong_value_is_named_with_what_it_should_be() {
        assert!(
            sentence(|args| args.port = Some("eighty".into())).starts_with("PORT must be a number")
        );
        assert!(sentence(|args| args.port = Some("0".into())).contains("PORT"));
        assert!(
            sentence(|args| args.host = Some("example.com".into()))
                .contains("HOST must be an IP address")
        );
        assert!(
            sentence(|args| args.guest_fee_bps = Some("12%".into())).starts_with("GUEST_FEE_BPS")
        );
        assert!(sentence(|args| args.host_fee_bps = Some("3001".into())).contains("HOST_FEE_BPS"));
        assert!(sentence(|args| args.environment = Some("prod".into())).contains("HBNB_ENV"));
        assert!(
            sentence(|args| args.public_url = Some("example.com".into())).contains("PUBLIC_URL")
        );
        assert!(
            sentence(|args| args.support_email = Some("help".into())).contains("SUPPORT_EMAIL")
        );
    }

    #[test]
    fn others_reach_a_development_server_only_as_a_public_demo() {
        assert!(sentence(|args| args.host = Some("0.0.0.0".into())).contains("--public-demo"));
        let demo = |address: &str| {
            read(|args| {
                args.host = Some("0.0.0.0".into());
                args.public_demo = true;
                args.public_url = Some(address.into());
            })
        };
        assert!(demo("https://demo.example").is_ok());
        assert!(demo("http://demo.example").is_err_and(|said| said.contains("https")));
    }

    #[test]
    fn the_replaced_systems_name_for_the_address_is_understood() {
        let config = read(|args| args.frontend_url = Some("https://hbnb.example/".into()))
            .ok()
            .unwrap();
        assert_eq!(config.settings.public_url, "https://hbnb.example");
        assert_eq!(config.settings.api_origins, ["https://hbnb.example"]);
    }

    #[test]
    fn several_sites_may_call_the_api_and_each_is_an_origin() {
        let config = read(|args| {
            args.public_url = Some("https://stays.example".into());
            args.frontend_url = Some("https://a.example, https://B.example/,".into());
        });
        let settings = config.ok().unwrap().settings;
        assert_eq!(settings.public_url, "https://stays.example");
        assert_eq!(
            settings.api_origins,
            ["https://a.example", "https://b.example"]
        );
        for wrong in ["*", "https://a.example/app", "a.example,https://b.example"] {
            let said = sentence(|args| args.frontend_url = Some(wrong.into()));
            assert!(said.starts_with("FRONTEND_URL must"), "{said}");
        }
    }
}
