//! Which keys go where.

use super::*;
use Environment::{Development, Production};

/// Keys that open nothing.
fn keys(mode: &str) -> SettingArgs {
    SettingArgs {
        stripe_secret_key: Some(format!("sk_{mode}_ofnoaccount")),
        stripe_publishable_key: Some(format!("pk_{mode}_ofnoaccount")),
        stripe_webhook_secret: Some("whsec_ofnoaccount".into()),
        ..Default::default()
    }
}

fn sentence(environment: Environment, mode: &str, change: impl FnOnce(&mut SettingArgs)) -> String {
    let mut args = keys(mode);
    change(&mut args);
    read(&args, environment).err().unwrap_or_default()
}

#[test]
fn stripe_takes_the_payments_as_soon_as_it_has_a_key() {
    let none = read(&SettingArgs::default(), Development).unwrap();
    assert!(none.is_none());
    let stripe = read(&keys("test"), Development).unwrap().unwrap();
    assert_eq!(stripe.api_base, "https://api.stripe.com/");
    assert_eq!(stripe.js_url, "https://js.stripe.com/v3/");
    let mut args = keys("test");
    args.payments = Some("sandbox".into());
    assert!(read(&args, Development).unwrap().is_none());
    args.payments = Some("paypal".into());
    assert!(
        read(&args, Development)
            .unwrap_err()
            .contains("PAYMENTS must be sandbox or stripe")
    );
}

#[test]
fn live_keys_are_for_production_and_test_keys_for_everywhere_else() {
    assert!(sentence(Development, "live", |_| {}).contains("refuses live keys"));
    assert!(sentence(Production, "test", |_| {}).contains("refuses test keys"));
    assert_eq!(sentence(Production, "live", |_| {}), "");
    let mixed =
        |args: &mut SettingArgs| args.stripe_publishable_key = Some("pk_live_ofnoaccount".into());
    assert!(sentence(Development, "test", mixed).contains("both"));
}

#[test]
fn each_missing_or_wrong_key_is_named_and_never_shown() {
    for (name, change) in [
        (
            "STRIPE_SECRET_KEY",
            (|args| args.stripe_secret_key = Some("pk_test_swapped00".into()))
                as fn(&mut SettingArgs),
        ),
        ("STRIPE_PUBLISHABLE_KEY", |args| {
            args.stripe_publishable_key = None
        }),
        ("STRIPE_PUBLISHABLE_KEY", |args| {
            args.stripe_publishable_key = Some("sk_test_swapped00".into())
        }),
        ("STRIPE_WEBHOOK_SECRET", |args| {
            args.stripe_webhook_secret = None
        }),
        ("STRIPE_WEBHOOK_SECRET", |args| {
            args.stripe_webhook_secret = Some("whsec_one0000000,".into())
        }),
    ] {
        let said = sentence(Development, "test", change);
        assert!(said.contains(name) && !said.contains("swapped"), "{said}");
    }
    let without_key = |args: &mut SettingArgs| {
        args.payments = Some("stripe".into());
        args.stripe_secret_key = None;
    };
    assert!(sentence(Development, "test", without_key).contains("STRIPE_SECRET_KEY"));
}

#[test]
fn two_webhook_secrets_stand_side_by_side_while_one_is_replaced() {
    let mut args = keys("test");
    args.stripe_webhook_secret = Some("whsec_new0000000, whsec_old0000000".into());
    let stripe = read(&args, Development).unwrap().unwrap();
    assert_eq!(
        stripe.webhook_secrets,
        ["whsec_new0000000", "whsec_old0000000"]
    );
}

#[test]
fn another_address_is_https_in_production() {
    let local =
        |args: &mut SettingArgs| args.stripe_api_base = Some("http://127.0.0.1:4242".into());
    assert!(sentence(Production, "live", local).contains("https"));
    let mut args = keys("test");
    local(&mut args);
    let stripe = read(&args, Development).unwrap().unwrap();
    assert_eq!(stripe.api_base, "http://127.0.0.1:4242/");
    let wrong = |args: &mut SettingArgs| args.stripe_js_url = Some("js.stripe.com".into());
    assert!(sentence(Development, "test", wrong).contains("STRIPE_JS_URL must be"));
}
