//! Who takes the payments: Stripe when it is set, otherwise the Sandbox.

use server::{Environment, payments::stripe::StripeSettings};

use super::read::given;
use crate::cli::SettingArgs;

/// The shortest key that can be one.
const SHORTEST_KEY: usize = 12;

/// `None` for the Sandbox.
///
/// # Errors
/// The sentence that says what is wrong, without any key.
pub(super) fn read(
    args: &SettingArgs,
    environment: Environment,
) -> Result<Option<StripeSettings>, String> {
    let key = given(&args.stripe_secret_key);
    match (given(&args.payments), key) {
        (Some("sandbox"), _) | (None, None) => Ok(None),
        (Some("stripe") | None, key) => {
            let settings = stripe(args, key)?;
            fits(&settings, environment).map(|()| Some(settings))
        }
        (Some(other), _) => Err(format!(
            "PAYMENTS must be sandbox or stripe, not {other:?}."
        )),
    }
}

/// What production says of the Sandbox.
pub(super) fn refusal(stripe: Option<&StripeSettings>) -> Option<String> {
    stripe.is_none().then(|| {
        "Production refuses the Sandbox, in which no money moves: set STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY and STRIPE_WEBHOOK_SECRET."
            .to_owned()
    })
}

fn stripe(args: &SettingArgs, key: Option<&str>) -> Result<StripeSettings, String> {
    let secret_key = needed(
        key,
        "STRIPE_SECRET_KEY",
        &["sk_test_", "sk_live_", "rk_test_", "rk_live_"],
    )?;
    let publishable_key = needed(
        given(&args.stripe_publishable_key),
        "STRIPE_PUBLISHABLE_KEY",
        &["pk_test_", "pk_live_"],
    )?;
    let secrets = given(&args.stripe_webhook_secret).unwrap_or_default();
    let webhook_secrets: Vec<String> = secrets
        .split(',')
        .map(|secret| needed(Some(secret.trim()), "STRIPE_WEBHOOK_SECRET", &["whsec_"]))
        .collect::<Result<_, _>>()?;
    let api_base = address(
        "STRIPE_API_BASE",
        given(&args.stripe_api_base),
        StripeSettings::API_BASE,
    )?;
    Ok(StripeSettings {
        secret_key,
        publishable_key,
        webhook_secrets,
        api_base: format!("{}/", api_base.trim_end_matches('/')),
        js_url: address(
            "STRIPE_JS_URL",
            given(&args.stripe_js_url),
            StripeSettings::JS_URL,
        )?,
    })
}

fn needed(key: Option<&str>, name: &str, beginnings: &[&str]) -> Result<String, String> {
    let known = |key: &&str| {
        beginnings
            .iter()
            .any(|beginning| key.starts_with(beginning))
            && key.len() >= SHORTEST_KEY
            && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    key.filter(known).map(str::to_owned).ok_or_else(|| {
        format!(
            "Payments through Stripe need {name}, which begins with {}.",
            beginnings.join(" or ")
        )
    })
}

/// An absolute address without a user in it.
fn address(name: &str, given: Option<&str>, default: &str) -> Result<String, String> {
    let text = given.unwrap_or(default);
    let uri: Option<axum::http::Uri> = text.parse().ok();
    let is_right = uri.is_some_and(|uri| {
        matches!(uri.scheme_str(), Some("http" | "https"))
            && uri.authority().is_some_and(|it| !it.as_str().contains('@'))
            && uri.query().is_none()
    });
    is_right
        .then(|| text.to_owned())
        .ok_or_else(|| format!("{name} must be an address such as {default}, not {text:?}."))
}

/// Money moves in production, and nowhere else.
fn fits(settings: &StripeSettings, environment: Environment) -> Result<(), String> {
    let is_live = |key: &str| key.contains("_live_");
    let secret = is_live(&settings.secret_key);
    if secret != is_live(&settings.publishable_key) {
        return Err("STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY must both be live keys or both be test keys.".to_owned());
    }
    let plain = [&settings.api_base, &settings.js_url]
        .into_iter()
        .any(|address| !address.starts_with("https://"));
    match environment {
        Environment::Development if secret => Err(
            "Development refuses live keys of Stripe: real cards would be charged. Use its test keys."
                .to_owned(),
        ),
        Environment::Production if !secret => Err(
            "Production refuses test keys of Stripe, with which no money moves. Use its live keys."
                .to_owned(),
        ),
        Environment::Production if plain => {
            Err("Production needs https in STRIPE_API_BASE and STRIPE_JS_URL.".to_owned())
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
