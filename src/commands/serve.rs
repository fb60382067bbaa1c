//! `hbnb serve`: migrates, seeds when asked to, reckons prices to search by, works, answers, and drains.

mod greeting;
mod shutdown;

use std::{net::SocketAddr, time::Duration};

use anyhow::Context as _;
use server::{Context, imports::rates::prices, jobs, seed};
use tokio::net::TcpListener;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{Failure, cli::ServeArgs, config::Config, context, router, site::SiteFiles};

/// How long requests and jobs that were begun may take to end: hosts kill after 30 seconds.
const DRAIN: Duration = Duration::from_secs(25);

pub async fn run(config: Config, args: ServeArgs) -> Result<(), Failure> {
    let listener = listen(config.address()).await?;
    let ctx = context::open(&config).await?;
    if config.is_production() {
        refuse_what_is_only_for_trying(&ctx).await?;
    }
    if args.demo {
        let today = ctx.clock.now().date_naive();
        tracing::info!("{}", seed::run_if_empty(&ctx, today).await?);
    }
    reckon_prices(&ctx).await?;
    let files = SiteFiles::find();
    let app = router::build(&ctx, &files);
    greeting::print(&config, &files, args.demo);
    serve(listener, app, ctx).await
}

async fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    let listener = TcpListener::bind(address).await;
    listener.map_err(|error| {
        Failure::Setting(format!(
            "HOST and PORT: cannot listen on {address}: {error}."
        ))
    })
}

/// What the settings cannot tell: the database does.
async fn refuse_what_is_only_for_trying(ctx: &Context) -> Result<(), Failure> {
    if seed::is_here(ctx).await? {
        return Err(Failure::Setting(
            "Production refuses this database: it holds demo accounts, whose password is published.".to_owned(),
        ));
    }
    Ok(())
}

/// Searches compare prices that have fees and exchange rates in them. Of several servers that start with others at once, one reckons.
async fn reckon_prices(ctx: &Context) -> Result<(), Failure> {
    if prices::are_current(ctx).await? {
        return Ok(());
    }
    let reckoned = migration::alone(&ctx.db, prices::reckon(ctx)).await;
    let homes = reckoned.context("prices could not be reckoned")??;
    if homes > 0 {
        tracing::info!(homes, "searches compare other prices than before");
    }
    Ok(())
}

async fn serve(listener: TcpListener, app: axum::Router, ctx: Context) -> Result<(), Failure> {
    let stop = CancellationToken::new();
    let work = TaskTracker::new();
    let worker = work.spawn(jobs::run_worker(ctx, stop.clone()));
    work.close();
    // A server whose worker is gone would hold nights for ever: better that its host starts it again.
    let alone = async {
        let ended = worker.await;
        match stop.is_cancelled() {
            true => std::future::pending().await,
            false => ended,
        }
    };
    let asked = shutdown::asked();
    let begun = stop.clone();
    let app = app.into_make_service_with_connect_info::<SocketAddr>();
    let answering = axum::serve(listener, app).with_graceful_shutdown(async move {
        asked.await;
        tracing::info!("stopping: what was begun is ended first");
        begun.cancel();
    });
    let patience = async {
        stop.cancelled().await;
        tokio::time::sleep(DRAIN).await;
    };
    tokio::select! {
        ended = async { (answering.await, work.wait().await).0 } => ended.context("the server stopped")?,
        ended = alone => Err(anyhow::anyhow!("the worker ended by itself: {ended:?}"))?,
        () = patience => tracing::warn!("not everything ended in time"),
    }
    Ok(())
}
