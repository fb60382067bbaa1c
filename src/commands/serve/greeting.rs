//! What the person at the terminal reads when the site is up.

use server::seed::cast;

use crate::{config::Config, site::SiteFiles};

pub fn print(config: &Config, files: &SiteFiles, demo: bool) {
    if config.settings.is_public() && config.settings.client_header.is_none() {
        tracing::warn!(
            "TRUSTED_PROXY_HEADER is not set: limits count accounts, and no addresses behind a proxy"
        );
    }
    if config.is_production() {
        tracing::info!(address = %config.address(), url = config.settings.public_url, "serving");
        return;
    }
    println!("HBnB is at {}", config.settings.public_url);
    if demo {
        let (guest, host) = (&cast::GUESTS[0], &cast::HOSTS[0]);
        println!("  guest  {}", guest.email);
        println!("  host   {}", host.email);
        println!("  everybody's password: {}", cast::PASSWORD);
        println!("  test card: 4242 4242 4242 4242, any date to come, any three digits");
    }
    if config.mail.server.is_none() && !config.settings.public_demo {
        println!("  mail   {}/dev/mail", config.settings.public_url);
    }
    if !files.are_built() {
        println!(
            "  no scripts and styles were found: `make build` makes them, LEPTOS_SITE_ROOT says where they are"
        );
    }
}
