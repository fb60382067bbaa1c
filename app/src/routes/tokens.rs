//! Tokens for programs: the page and its forms.

use axum::{Router, response::Redirect, routing::get};

use super::called;
use crate::{
    forms::submit,
    functions::tokens::{MakeToken, RevokeToken},
    pages::tokens,
    shell::{Site, show},
};

pub(super) fn routes() -> Router<Site> {
    Router::new()
        .route(
            "/account/tokens",
            get(show(tokens::page)).post(submit::<MakeToken, _>(tokens::page)),
        )
        .route(
            "/account/tokens/{id}/revoke",
            get(list).post(submit::<RevokeToken, _>(tokens::page)),
        )
}

pub(super) fn functions() -> Router<Site> {
    Router::new()
        .merge(called::<MakeToken>())
        .merge(called::<RevokeToken>())
}

/// The list that holds the forms of all tokens.
async fn list() -> Redirect {
    Redirect::to("/account/tokens")
}
