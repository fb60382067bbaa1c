//! The OpenAPI document: put together from the handlers' own types, and what holds for all of them said once.

mod every;
mod pages;

use std::sync::LazyLock;

use serde_json::Value;
use utoipa::{
    Modify, OpenApi,
    openapi::{
        self,
        security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};
use utoipa_axum::router::OpenApiRouter;

use super::{answer::ErrorBody, resources};

pub use pages::routes;

/// What stands at the beginning.
#[derive(OpenApi)]
#[openapi(
    info(title = "HBnB", version = "1", description = include_str!("document/about.md"), license(name = "MIT", identifier = "MIT")),
    components(schemas(ErrorBody)),
    modifiers(&Bearer),
    tags(
        (name = "Accounts", description = "Logging in for tokens, going on with them, and people."),
        (name = "Tokens", description = "Personal tokens, for programs of one's own."),
        (name = "Places", description = "Homes, what they offer, and their pictures."),
        (name = "Amenities", description = "What places can offer."),
        (name = "Reviews", description = "What guests say after a stay."),
        (name = "Payments", description = "Paying for a stay: the card goes straight to the payment provider."),
        (name = "Bookings", description = "Stays, from the payment to the end."),
        (name = "Calendar", description = "The nights of one's own homes."),
        (name = "Reservations", description = "Bookings as the host of the home has them."),
        (name = "Search", description = "Places by the filters of the site's own pages."),
        (name = "Health", description = "Whether the site works."),
    )
)]
struct Base;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut openapi::OpenApi) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some(
                "The access token of `POST /api/v1/auth/login`, or a personal token from `/account/tokens`.",
            ))
            .build();
        let components = document.components.get_or_insert_default();
        components
            .security_schemes
            .insert("bearer".to_owned(), SecurityScheme::Http(scheme).into());
    }
}

/// The whole document, as it is served.
pub fn document() -> &'static Value {
    static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
        let (_, handlers) = OpenApiRouter::with_openapi(Base::openapi())
            .nest("/api", resources())
            .split_for_parts();
        let mut document = serde_json::to_value(handlers).unwrap_or_default();
        every::complete(&mut document);
        document
    });
    &DOCUMENT
}
