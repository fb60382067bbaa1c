//! `/bookings`: a guest's own, those of a host's homes, and what becomes of them.

mod availability;
pub mod days;
mod host;
mod look;
mod own;
mod shape;
pub mod whose;

use server::Context;
use utoipa_axum::{router::OpenApiRouter, routes};

pub use shape::{BookingBody, Told};

pub fn routes() -> OpenApiRouter<Context> {
    OpenApiRouter::new()
        .routes(routes!(own::list, own::claim))
        .routes(routes!(own::one, own::cancel))
        .routes(routes!(host::confirm))
        .routes(routes!(host::of_place))
        .routes(routes!(availability::check))
        .routes(routes!(look::cancel_preview))
        .routes(routes!(look::money))
}
