//! Everything that answers: pages, files, webhooks, health; and what is done for every request.

mod client;
mod files;
mod health;
mod observe;
mod protect;
mod refuse;
mod uploads;
mod webhooks;

use app::shell::{Patience, Site};
use axum::extract::DefaultBodyLimit;
use axum::{Router, http::StatusCode, middleware};
use server::{Context, Environment, sessions};
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, timeout::TimeoutLayer,
};

use crate::{api, site::SiteFiles};

/// The whole site.
pub fn build(ctx: &Context, files: &SiteFiles) -> Router {
    build_with(ctx, files, Patience::default())
}

/// The same with more or less patience. Layers are listed from the innermost out.
pub fn build_with(ctx: &Context, files: &SiteFiles, patience: Patience) -> Router {
    let site = Site::new(ctx.clone(), &files.pkg_path(), patience);
    let pages = app::routes::routes()
        .fallback_service(files::public(files, site.clone()))
        .layer(sessions::layer(ctx))
        .layer(protect::foreign_forms(ctx))
        .with_state(site.clone());
    let uploads = uploads::routes()
        .layer(sessions::layer(ctx))
        .layer(protect::foreign_forms(ctx))
        .with_state(site.clone());
    let answers = pages
        .merge(webhooks::routes(ctx.clone()))
        .merge(api::sandbox::routes(ctx))
        .merge(api::document::routes())
        .merge(files::built(files))
        .layer(DefaultBodyLimit::max(app::forms::BODY_LIMIT))
        .layer(CompressionLayer::new())
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            patience.answer,
        ))
        .merge(uploads)
        .merge(api::routes(ctx))
        .layer(middleware::from_fn_with_state(
            refuse::Room::new(),
            refuse::when_full,
        ));
    answers
        // Health is asked when the site is full, too.
        .merge(health::routes(ctx.clone()))
        .layer(CatchPanicLayer::custom(refuse::after_a_panic))
        .layer(middleware::from_fn_with_state(site, refuse::in_words))
        .layer(middleware::from_fn_with_state(ctx.clone(), client::count))
        .layer(middleware::from_fn_with_state(
            protect::https(ctx),
            protect::headers,
        ))
        .layer(middleware::from_fn_with_state(
            in_development(ctx),
            observe::observe,
        ))
}

fn in_development(ctx: &Context) -> bool {
    ctx.settings.environment == Environment::Development
}
