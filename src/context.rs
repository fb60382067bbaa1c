//! From settings to what operations work with: the database, the clock, the payment provider, the mailer, the pictures.

use std::sync::Arc;

use server::{
    Context,
    clock::{Clock, MovableClock, SystemClock},
    database,
    mail::{Local, Mailer},
    payments::{Guarded, PaymentGateway, sandbox::Sandbox, stripe::Stripe},
    photos::PhotoStore,
    tokens::Callers,
};
use tokio::sync::Notify;

use crate::{
    Failure,
    config::{Config, Photos},
};

/// Connects, and brings the tables up to date.
///
/// # Errors
/// Why there is no connection, without the password; and that the database is another system's.
pub async fn open(config: &Config) -> Result<Context, Failure> {
    // Two rustls providers in one program would panic at the first connection; ours is ring.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let data = &config.settings.data;
    std::fs::create_dir_all(data).map_err(|error| {
        Failure::Setting(format!(
            "HBNB_DATA, the folder {}, cannot be made: {error}.",
            data.display()
        ))
    })?;
    let connected = database::connect(&config.database_url).await;
    let db = connected.map_err(|error| Failure::Setting(format!("{error}.")))?;
    let migrated = migration::run(&db).await;
    let steps = migrated.map_err(|error| match error {
        migration::Error::Occupied => Failure::Setting(error.to_string()),
        migration::Error::Database(error) => anyhow::Error::new(error)
            .context("the database could not be migrated")
            .into(),
    })?;
    if steps > 0 {
        tracing::info!(steps, "the database was migrated");
    }
    if let Some(folder) = &config.interruptions {
        server::interruptions::arm(folder.clone());
    }
    let clock: Arc<dyn Clock> = match &config.clock {
        Some(file) => Arc::new(MovableClock::new(file.clone())),
        None => Arc::new(SystemClock),
    };
    let settings = Arc::new(config.settings.clone());
    let gateway: Arc<dyn PaymentGateway> = match &settings.stripe {
        Some(stripe) => Arc::new(Stripe::new(stripe)?),
        None => {
            // The Sandbox posts its news to this very server, as a real provider would.
            let own = format!("http://{}", loopback(config));
            let secret = settings.secret.clone();
            Arc::new(Sandbox::new(db.clone(), clock.clone(), own, secret)?)
        }
    };
    let gateway = Arc::new(Guarded::new(gateway, clock.clone()));
    let mailer: Arc<dyn Mailer> = match &config.mail.server {
        Some(server) => server.clone(),
        None => Arc::new(Local::new(db.clone(), config.mail.sender.clone())),
    };
    Ok(Context {
        db,
        clock,
        gateway,
        mailer,
        photos: photos(config)?,
        settings,
        wake: Arc::new(Notify::new()),
        reads: Arc::default(),
        callers: Callers::default(),
    })
}

fn photos(config: &Config) -> Result<PhotoStore, Failure> {
    let store = match &config.photos {
        Photos::Folder(folder) => PhotoStore::in_folder(folder),
        Photos::Bucket { name, prefix } => PhotoStore::in_bucket(name, prefix),
    };
    store.map_err(|sentence| Failure::Setting(format!("HBNB_PHOTOS: {sentence}")))
}

/// Where this server reaches itself.
fn loopback(config: &Config) -> std::net::SocketAddr {
    let mut address = config.address();
    if address.ip().is_unspecified() {
        let ip = if address.is_ipv4() {
            [127, 0, 0, 1].into()
        } else {
            std::net::Ipv6Addr::LOCALHOST.into()
        };
        address.set_ip(ip);
    }
    address
}
