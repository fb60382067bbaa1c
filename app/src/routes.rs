//! Which path shows which page, and which form calls which server function. Path, page and function stand side by side;
//! `{id}` is an argument of both.

use axum::{
    Router,
    extract::{DefaultBodyLimit, OriginalUri},
    http::header,
    response::{IntoResponse, Redirect},
    routing::{MethodRouter, any, get, post},
};

use crate::{
    components::drawing,
    forms::{BODY_LIMIT, Write, function, submit},
    functions::{
        accounts::{ChangePassword, LogIn, LogOut, SignUp, UpdateProfile},
        bookings::{HoldStay, Pay, ReleaseHold},
        sandbox::{AuthenticateCard, SubmitCard},
    },
    page::Page,
    pages::{
        account, checkout, help, home, listing, login, privacy, receipt, sandbox, search, signup,
        terms, trip, trips,
    },
    security,
    shell::{Site, show},
    visit::Visit,
};

/// All pages, their forms, and the same functions for scripts under `/sfn`.
pub fn routes() -> Router<Site> {
    let pages = everybody()
        .merge(accounts())
        .merge(bookings())
        .merge(provider());
    pages
        .merge(functions())
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
}

/// The page for every other path: 404.
pub fn missing() -> MethodRouter<Site> {
    any(show(nothing))
}

fn everybody() -> Router<Site> {
    Router::new()
        .route("/", get(show(home::page)))
        .route("/search", get(show(search::page)))
        .route("/suggest", get(show(search::suggestions)))
        .route("/drawings/{name}", get(drawing::respond))
        .route(
            "/listings/{id}",
            get(show(listing::page)).post(submit::<HoldStay, _>(listing::page)),
        )
        .route("/listings/{id}/price", get(show(listing::price)))
        .route("/help/cancellation", get(show(help::page)))
        .route("/terms", get(show(terms::page)))
        .route("/privacy", get(show(privacy::page)))
        .route(security::SPECULATION_PATH, get(speculation_rules))
}

fn accounts() -> Router<Site> {
    Router::new()
        .route(
            "/login",
            get(show(login::page)).post(submit::<LogIn, _>(login::page)),
        )
        .route(
            "/signup",
            get(show(signup::page)).post(submit::<SignUp, _>(signup::page)),
        )
        .route("/logout", get(parent).post(submit::<LogOut, _>(home::page)))
        .route(
            "/account",
            get(show(account::page)).post(submit::<UpdateProfile, _>(account::page)),
        )
        .route(
            "/account/password",
            get(parent).post(submit::<ChangePassword, _>(account::page)),
        )
}

fn bookings() -> Router<Site> {
    Router::new()
        .route(
            "/checkout/{id}",
            get(show(checkout::page)).post(submit::<Pay, _>(checkout::page)),
        )
        .route("/checkout/{id}/return", get(show(checkout::returned)))
        .route(
            "/checkout/{id}/release",
            get(parent).post(submit::<ReleaseHold, _>(checkout::page)),
        )
        .route("/trips", get(show(trips::page)))
        .route("/trips/{id}", get(show(trip::page)))
        .route("/trips/{id}/receipt", get(show(receipt::page)))
        .route("/trips/{id}/stay.ics", get(show(trip::calendar)))
}

fn provider() -> Router<Site> {
    Router::new()
        .route(
            "/sandbox/pay/{id}",
            get(show(sandbox::page)).post(submit::<SubmitCard, _>(sandbox::page)),
        )
        .route(
            "/sandbox/pay/{id}/authenticate",
            get(parent).post(submit::<AuthenticateCard, _>(sandbox::page)),
        )
}

fn functions() -> Router<Site> {
    Router::new()
        .merge(called::<SignUp>())
        .merge(called::<LogIn>())
        .merge(called::<LogOut>())
        .merge(called::<UpdateProfile>())
        .merge(called::<ChangePassword>())
        .merge(called::<HoldStay>())
        .merge(called::<Pay>())
        .merge(called::<ReleaseHold>())
        .merge(called::<SubmitCard>())
        .merge(called::<AuthenticateCard>())
}

fn called<F: Write>() -> Router<Site> {
    Router::new().route(F::PATH, post(function::<F>))
}

async fn nothing(_visit: &Visit) -> server::Result<Page> {
    Err(domain::Error::NotFound("Page").into())
}

/// A form's own path, reloaded after a refusal: the page that holds the form is one step up.
async fn parent(OriginalUri(uri): OriginalUri) -> Redirect {
    let path = uri.path().trim_end_matches('/');
    let up = path
        .rsplit_once('/')
        .map_or("/", |(up, _)| if up.is_empty() { "/" } else { up });
    Redirect::to(up)
}

async fn speculation_rules() -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "application/speculationrules+json"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    (headers, security::SPECULATION_RULES)
}
