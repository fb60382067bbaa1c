//! What production needs and refuses.

use super::{Config, limits, mail, payments, read::given};
use crate::cli::SettingArgs;

/// Shorter secrets are guessed.
const SHORTEST_SECRET: usize = 32;

/// Words in secrets that were copied from an example.
const EXAMPLES: [&str; 6] = [
    "changeme",
    "change-me",
    "change_me",
    "secret-key",
    "your-secret",
    "example",
];

/// # Errors
/// A sentence for everything that is missing or must not be, so that one more try is enough.
pub(super) fn check(args: &SettingArgs, config: &Config) -> Result<(), String> {
    let missing = [
        address(args, config),
        needed(
            &args.operator_name,
            "OPERATOR_NAME, who runs the site: it stands in the terms",
        ),
        needed(
            &args.support_email,
            "SUPPORT_EMAIL, where guests and hosts write for help",
        ),
        mail::refusal(given(&args.smtp_url)),
        payments::refusal(config.settings.stripe.as_ref()),
        secret(args),
        weak("JWT_SECRET_KEY", given(&args.jwt_secret_key)),
        weak("JWT_PREVIOUS_KEY", given(&args.jwt_previous_key)),
        origins(config),
        limits::refusal(config.settings.limits.as_ref()),
        demo(config),
        clock(config),
        interruptions(config),
    ];
    let sentences: Vec<String> = missing.into_iter().flatten().collect();
    if sentences.is_empty() {
        Ok(())
    } else {
        Err(sentences.join("\n"))
    }
}

fn needed(value: &Option<String>, what: &str) -> Option<String> {
    given(value)
        .is_none()
        .then(|| format!("Production needs {what}."))
}

fn address(args: &SettingArgs, config: &Config) -> Option<String> {
    let is_set = given(&args.public_url)
        .or(given(&args.frontend_url))
        .is_some();
    let is_safe = config.settings.public_url.starts_with("https://");
    (!is_set || !is_safe)
        .then(|| "Production needs PUBLIC_URL, the site's own address, with https.".to_owned())
}

fn secret(args: &SettingArgs) -> Option<String> {
    let Some(secret) = given(&args.secret_key) else {
        return Some(format!(
            "Production needs SECRET_KEY, at least {SHORTEST_SECRET} random characters."
        ));
    };
    weak("SECRET_KEY", Some(secret))
}

/// What is wrong with a secret that is set.
fn weak(name: &str, secret: Option<&str>) -> Option<String> {
    let secret = secret?;
    let lower = secret.to_ascii_lowercase();
    let first = secret.chars().next();
    if secret.len() < SHORTEST_SECRET {
        Some(format!(
            "{name} is too short: production needs at least {SHORTEST_SECRET} random characters."
        ))
    } else if EXAMPLES.iter().any(|word| lower.contains(word))
        || secret.chars().all(|c| Some(c) == first)
    {
        Some(format!(
            "{name} is an example, not a secret: make one with `openssl rand -hex 32`."
        ))
    } else {
        None
    }
}

/// A page that came over plain http can be anybody's.
fn origins(config: &Config) -> Option<String> {
    let mut origins = config.settings.api_origins.iter();
    let plain = origins.find(|origin| !origin.starts_with("https://"))?;
    Some(format!(
        "FRONTEND_URL names {plain}: production needs https."
    ))
}

fn demo(config: &Config) -> Option<String> {
    let public_demo = config.settings.public_demo;
    public_demo.then(|| "--public-demo is for development: production refuses it.".to_owned())
}

fn clock(config: &Config) -> Option<String> {
    let moved = config.clock.is_some();
    moved.then(|| {
        "HBNB_CLOCK moves the time for tests: production refuses it and reads the machine's clock."
            .to_owned()
    })
}

fn interruptions(config: &Config) -> Option<String> {
    let armed = config.interruptions.is_some();
    armed.then(|| "HBNB_INTERRUPTIONS is for tests: production refuses it.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complete() -> SettingArgs {
        SettingArgs {
            environment: Some("production".into()),
            public_url: Some("https://hbnb.example".into()),
            operator_name: Some("Harbour Homes".into()),
            support_email: Some("help@hbnb.example".into()),
            smtp_url: Some("smtps://hbnb:a-password@mail.hbnb.example".into()),
            stripe_secret_key: Some("sk_live_ofnoaccount".into()),
            stripe_publishable_key: Some("pk_live_ofnoaccount".into()),
            stripe_webhook_secret: Some("whsec_ofnoaccount".into()),
            secret_key: Some("5f1d7a84b0c9e2336fa1d0c7b9e84a21".into()),
            ..Default::default()
        }
    }

    fn refusal(change: impl FnOnce(&mut SettingArgs)) -> String {
        let mut args = complete();
        change(&mut args);
        Config::read(&args).err().unwrap_or_default()
    }

    #[test]
    fn with_everything_it_listens_to_all_on_8080() {
        let config = Config::read(&complete()).ok().unwrap();
        assert_eq!(config.address().to_string(), "0.0.0.0:8080");
    }

    #[test]
    fn each_missing_setting_is_named() {
        assert!(refusal(|args| args.public_url = None).contains("PUBLIC_URL"));
        assert!(
            refusal(|args| args.public_url = Some("http://hbnb.example".into())).contains("https")
        );
        assert!(refusal(|args| args.operator_name = Some(" ".into())).contains("OPERATOR_NAME"));
        assert!(refusal(|args| args.support_email = None).contains("SUPPORT_EMAIL"));
        assert!(refusal(|args| args.smtp_url = None).contains("SMTP_URL"));
        assert!(refusal(|args| args.public_demo = true).contains("--public-demo"));
        assert!(refusal(|args| args.clock = Some("clock".into())).contains("HBNB_CLOCK"));
        let armed = refusal(|args| args.interruptions = Some("points".into()));
        assert!(armed.contains("HBNB_INTERRUPTIONS"));
        assert!(refusal(|args| args.rate_limits = Some("off".into())).contains("RATE_LIMITS"));
        let all = refusal(|args| {
            *args = SettingArgs {
                environment: args.environment.clone(),
                ..Default::default()
            }
        });
        assert_eq!(all.lines().count(), 6, "{all}");
    }

    #[test]
    fn a_secret_is_long_and_not_from_an_example() {
        for secret in [
            "",
            "short",
            "changeme-changeme-changeme-changeme",
            "00000000000000000000000000000000",
        ] {
            assert!(
                refusal(|args| args.secret_key = Some(secret.into())).contains("SECRET_KEY"),
                "{secret:?}"
            );
        }
        for name in ["JWT_SECRET_KEY", "JWT_PREVIOUS_KEY"] {
            let said = refusal(|args| {
                let key = match name {
                    "JWT_SECRET_KEY" => &mut args.jwt_secret_key,
                    _ => &mut args.jwt_previous_key,
                };
                *key = Some("too short".into());
            });
            assert!(said.starts_with(name), "{said}");
        }
    }

    #[test]
    fn other_sites_that_call_the_api_are_https() {
        let said = refusal(|args| {
            args.frontend_url = Some("https://a.example,http://b.example".into());
        });
        assert!(
            said.contains("FRONTEND_URL names http://b.example"),
            "{said}"
        );
    }
}
