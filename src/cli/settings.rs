//! The settings of the program.

use std::path::PathBuf;

use clap::Args;

/// Settings: a flag, or the environment variable that is named beside it.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Settings")]
pub struct SettingArgs {
    /// development or production [default: development]
    #[arg(
        long = "env",
        env = "HBNB_ENV",
        global = true,
        value_name = "NAME",
        hide_env_values = true
    )]
    pub environment: Option<String>,
    /// Folder for the database, photos and mail [default: data]
    #[arg(
        long,
        env = "HBNB_DATA",
        global = true,
        value_name = "FOLDER",
        hide_env_values = true
    )]
    pub data: Option<PathBuf>,
    /// sqlite:FILE, or mysql://USER:PASSWORD@HOST:PORT/NAME for TiDB [default: a SQLite file in the data folder]
    #[arg(
        long,
        env = "DATABASE_URL",
        global = true,
        value_name = "URL",
        hide_env_values = true
    )]
    pub database_url: Option<String>,
    /// Where photos are kept: s3://BUCKET or s3://BUCKET/PREFIX, with the usual AWS_* variables [default: photos/ in the data folder]
    #[arg(
        long,
        env = "HBNB_PHOTOS",
        global = true,
        value_name = "ADDRESS",
        hide_env_values = true
    )]
    pub photos: Option<String>,
    /// Address to listen on [default: 127.0.0.1; in production 0.0.0.0]
    #[arg(
        long,
        env = "HOST",
        global = true,
        value_name = "ADDRESS",
        hide_env_values = true
    )]
    pub host: Option<String>,
    /// Port to listen on [default: 3000; in production 8080]
    #[arg(
        long,
        env = "PORT",
        global = true,
        value_name = "NUMBER",
        hide_env_values = true
    )]
    pub port: Option<String>,
    /// The site's own address, as visitors type it [default: http://localhost:PORT]
    #[arg(
        long,
        env = "PUBLIC_URL",
        global = true,
        value_name = "URL",
        hide_env_values = true
    )]
    pub public_url: Option<String>,
    /// Origins whose pages may call /api from a browser, with commas between; the first is PUBLIC_URL when that is not set
    #[arg(
        long,
        env = "FRONTEND_URL",
        global = true,
        value_name = "URLS",
        hide_env_values = true
    )]
    pub frontend_url: Option<String>,
    /// What guests pay on top of nights and cleaning, in basis points: 1200 for 12% [default: 0]
    #[arg(
        long,
        env = "GUEST_FEE_BPS",
        global = true,
        value_name = "NUMBER",
        hide_env_values = true
    )]
    pub guest_fee_bps: Option<String>,
    /// What is kept of the host's nights and cleaning, in basis points: 300 for 3% [default: 0]
    #[arg(
        long,
        env = "HOST_FEE_BPS",
        global = true,
        value_name = "NUMBER",
        hide_env_values = true
    )]
    pub host_fee_bps: Option<String>,
    /// Who runs the site: in the terms, the privacy page and mails
    #[arg(
        long,
        env = "OPERATOR_NAME",
        global = true,
        value_name = "NAME",
        hide_env_values = true
    )]
    pub operator_name: Option<String>,
    /// Where guests and hosts write for help
    #[arg(
        long,
        env = "SUPPORT_EMAIL",
        global = true,
        value_name = "EMAIL",
        hide_env_values = true
    )]
    pub support_email: Option<String>,
    /// The mail server: smtps://USER:PASSWORD@HOST:465, or smtp://…:587?tls=required [default: mail is kept for /dev/mail]
    #[arg(
        long,
        env = "SMTP_URL",
        global = true,
        value_name = "URL",
        hide_env_values = true
    )]
    pub smtp_url: Option<String>,
    /// Who mail is from, such as HBnB <stays@hbnb.example> [default: OPERATOR_NAME at SUPPORT_EMAIL]
    #[arg(
        long,
        env = "MAIL_FROM",
        global = true,
        value_name = "ADDRESS",
        hide_env_values = true
    )]
    pub mail_from: Option<String>,
    /// sandbox or stripe [default: stripe when there is a key of it, else sandbox]
    #[arg(
        long,
        env = "PAYMENTS",
        global = true,
        value_name = "NAME",
        hide_env_values = true
    )]
    pub payments: Option<String>,
    /// Stripe's secret or restricted key: a live one in production, a test one in development
    #[arg(
        long,
        env = "STRIPE_SECRET_KEY",
        global = true,
        value_name = "KEY",
        hide_env_values = true
    )]
    pub stripe_secret_key: Option<String>,
    /// Stripe's publishable key, for the guest's browser
    #[arg(
        long,
        env = "STRIPE_PUBLISHABLE_KEY",
        global = true,
        value_name = "KEY",
        hide_env_values = true
    )]
    pub stripe_publishable_key: Option<String>,
    /// Signing secret of the webhook endpoint /webhooks/stripe; two with a comma while one is replaced
    #[arg(
        long,
        env = "STRIPE_WEBHOOK_SECRET",
        global = true,
        value_name = "SECRETS",
        hide_env_values = true
    )]
    pub stripe_webhook_secret: Option<String>,
    /// Where Stripe's API is [default: https://api.stripe.com/]
    #[arg(
        long,
        env = "STRIPE_API_BASE",
        global = true,
        value_name = "URL",
        hide_env_values = true
    )]
    pub stripe_api_base: Option<String>,
    /// Where browsers fetch Stripe.js [default: https://js.stripe.com/v3/]
    #[arg(
        long,
        env = "STRIPE_JS_URL",
        global = true,
        value_name = "URL",
        hide_env_values = true
    )]
    pub stripe_js_url: Option<String>,
    /// Signs what leaves the server and comes back; at least 32 characters [default: a new one at each start]
    #[arg(
        long,
        env = "SECRET_KEY",
        global = true,
        value_name = "SECRET",
        hide_env_values = true
    )]
    pub secret_key: Option<String>,
    /// Signs access tokens of the API; at least 32 characters [default: derived from SECRET_KEY]
    #[arg(
        long,
        env = "JWT_SECRET_KEY",
        global = true,
        value_name = "SECRET",
        hide_env_values = true
    )]
    pub jwt_secret_key: Option<String>,
    /// The JWT_SECRET_KEY before this one: what it signed is believed for as long as it is set
    #[arg(
        long,
        env = "JWT_PREVIOUS_KEY",
        global = true,
        value_name = "SECRET",
        hide_env_values = true
    )]
    pub jwt_previous_key: Option<String>,
    /// The header in which the proxy in front names the client, such as Fly-Client-IP; only of a proxy that sets it itself
    #[arg(
        long,
        env = "TRUSTED_PROXY_HEADER",
        global = true,
        value_name = "NAME",
        hide_env_values = true
    )]
    pub trusted_proxy_header: Option<String>,
    /// off ends every limit of how often, for load tests; never in production [default: on]
    #[arg(
        long,
        env = "RATE_LIMITS",
        global = true,
        value_name = "on|off",
        hide_env_values = true
    )]
    pub rate_limits: Option<String>,
    /// How often one may try to log in [default: 5/minute]
    #[arg(
        long,
        env = "RATE_LIMIT_LOGIN",
        global = true,
        value_name = "LIMIT",
        hide_env_values = true
    )]
    pub rate_limit_login: Option<String>,
    /// How many accounts may be opened from one address [default: 10/hour]
    #[arg(
        long,
        env = "RATE_LIMIT_SIGNUP",
        global = true,
        value_name = "LIMIT",
        hide_env_values = true
    )]
    pub rate_limit_signup: Option<String>,
    /// How often one may begin to pay [default: 10/minute]
    #[arg(
        long,
        env = "RATE_LIMIT_PAYMENT",
        global = true,
        value_name = "LIMIT",
        hide_env_values = true
    )]
    pub rate_limit_payment: Option<String>,
    /// How often one may change something through the API [default: 120/minute]
    #[arg(
        long,
        env = "RATE_LIMIT_WRITE",
        global = true,
        value_name = "LIMIT",
        hide_env_values = true
    )]
    pub rate_limit_write: Option<String>,
    /// How often one may look at something through the API [default: 600/minute]
    #[arg(
        long,
        env = "RATE_LIMIT_READ",
        global = true,
        value_name = "LIMIT",
        hide_env_values = true
    )]
    pub rate_limit_read: Option<String>,
    /// Let others reach a development server; every page then says that no money moves
    #[arg(long, env = "HBNB_PUBLIC_DEMO", global = true, value_parser = clap::builder::FalseyValueParser::new())]
    pub public_demo: bool,
    /// For tests: a file with so many seconds to add to the time, or with the instant at which it stands still
    #[arg(
        long,
        env = "HBNB_CLOCK",
        global = true,
        value_name = "FILE",
        hide_env_values = true,
        hide = true
    )]
    pub clock: Option<PathBuf>,
    /// For tests: a folder with files named after the points at which to wait to be killed
    #[arg(
        long,
        env = "HBNB_INTERRUPTIONS",
        global = true,
        value_name = "FOLDER",
        hide_env_values = true,
        hide = true
    )]
    pub interruptions: Option<PathBuf>,
}
