//! Which path shows which page, and which form calls which server function. Path, page and function stand side by side;
//! `{id}` is an argument of both.

mod mailed;
mod old;
mod tokens;

use axum::{
    Router,
    extract::{DefaultBodyLimit, OriginalUri},
    http::{HeaderValue, header},
    middleware::map_response,
    response::{IntoResponse, Redirect, Response},
    routing::{MethodRouter, any, get, post},
};

use crate::{
    components::drawing,
    forms::{BODY_LIMIT, Call, function, submit},
    functions::{
        accounts::{ChangePassword, LogIn, LogOut, SignUp, UpdateProfile},
        admin::{MarkGivenBack, MarkPaid},
        bookings::{CancelStay, HoldStay, OpenCardForm, Pay, ReleaseHold, WithdrawRequest},
        calendars::ChangeNights,
        hosting::{
            ArchiveHome, ConfirmHome, CreateHome, PauseHome, PublishHome, SaveAmenities,
            SaveBasics, SavePlace, SavePrice, SaveRules, SaveStays, SaveText,
        },
        photos::{DescribePhotos, MovePhoto, OrderPhotos, RemovePhoto},
        reservations::{AcceptRequest, CancelReservation, DeclineRequest},
        sandbox::{AuthenticateCard, SubmitCard},
    },
    page::Page,
    pages::{
        account, admin, checkout, help, home, homes, host, how_booking_works, listing, login,
        privacy, receipt, sandbox, search, signup, styleguide, terms, trip, trips,
    },
    photos_upload, pictures, security,
    shell::{Site, show},
    visit::Visit,
};

/// All pages, their forms, and the same functions for scripts under `/sfn`.
pub fn routes() -> Router<Site> {
    let pages = everybody()
        .merge(accounts())
        .merge(bookings())
        .merge(hosts())
        .merge(answers())
        .merge(owner())
        .merge(mailed::routes())
        .merge(old::routes())
        .merge(tokens::routes())
        .merge(provider());
    pages
        .merge(homes())
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
        .route("/drawings/{edition}/{spec}/{name}", get(pictures::drawing))
        .route("/photos/{id}/{name}", get(pictures::photo))
        .route(
            "/listings/{id}",
            get(show(listing::page)).post(submit::<HoldStay, _>(listing::page)),
        )
        .route("/listings/{id}/price", get(show(listing::price)))
        .route("/help/cancellation", get(show(help::page)))
        .route("/how-booking-works", get(show(how_booking_works::page)))
        .route("/terms", get(show(terms::page)))
        .route("/privacy", get(show(privacy::page)))
        .route("/styleguide", get(show(styleguide::page)))
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
        .route(
            "/logout",
            post(submit::<LogOut, _>(home::page))
                .layer(map_response(forget))
                .get(parent),
        )
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
        .merge(endings())
}

/// How a guest leaves a booking, and the money of it.
fn endings() -> Router<Site> {
    Router::new()
        .route(
            "/trips/{id}/cancel",
            get(show(trip::cancel::page)).post(submit::<CancelStay, _>(trip::cancel::page)),
        )
        .route(
            "/trips/{id}/withdraw",
            get(parent).post(submit::<WithdrawRequest, _>(trip::not_withdrawn)),
        )
        .route("/trips/{id}/money.csv", get(show(trip::csv)))
}

fn hosts() -> Router<Site> {
    Router::new()
        .route("/host", get(show(host::page)))
        .route(
            "/host/homes/{id}/calendar",
            get(show(host::calendar::page)).post(submit::<ChangeNights, _>(host::calendar::page)),
        )
        .route("/host/reservations", get(show(host::reservations::page)))
        .route(
            "/host/reservations/{id}",
            get(show(host::reservation::page)),
        )
}

/// What a host answers to a booking.
fn answers() -> Router<Site> {
    use host::reservation;
    Router::new()
        .route(
            "/host/reservations/{id}/accept",
            get(parent).post(submit::<AcceptRequest, _>(reservation::page)),
        )
        .route(
            "/host/reservations/{id}/decline",
            get(parent).post(submit::<DeclineRequest, _>(reservation::page)),
        )
        .route(
            "/host/reservations/{id}/cancel",
            get(show(reservation::cancel::page))
                .post(submit::<CancelReservation, _>(reservation::cancel::page)),
        )
        .route(
            "/host/reservations/{id}/money.csv",
            get(show(reservation::csv)),
        )
}

/// Pages of the site's owner; for everybody else there are none.
fn owner() -> Router<Site> {
    Router::new()
        .route("/admin", get(show(admin::page)))
        .route("/admin/money", get(show(admin::money::page)))
        .route(
            "/admin/money/{refund}/given-back",
            get(money).post(submit::<MarkGivenBack, _>(admin::money::page)),
        )
        .route("/admin/payouts", get(show(admin::payouts::page)))
        .route("/admin/payouts.csv", get(show(admin::payouts::csv)))
        .route(
            "/admin/payouts/{booking}/paid",
            get(payouts).post(submit::<MarkPaid, _>(admin::payouts::page)),
        )
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

/// A host's homes. `POST …/photos` is among the [`uploads`].
fn homes() -> Router<Site> {
    Router::new()
        .route(
            "/host/homes/new",
            get(show(homes::new::page)).post(submit::<CreateHome, _>(homes::new::page)),
        )
        .route("/host/homes/{id}", get(show(homes::own::page)))
        .route("/host/homes/{id}/preview", get(show(homes::preview::page)))
        .route(
            "/host/homes/{id}/publish",
            get(parent).post(submit::<PublishHome, _>(homes::own::page)),
        )
        .route(
            "/host/homes/{id}/confirm",
            get(parent).post(submit::<ConfirmHome, _>(homes::own::page)),
        )
        .route(
            "/host/homes/{id}/pause",
            get(parent).post(submit::<PauseHome, _>(homes::own::page)),
        )
        .route(
            "/host/homes/{id}/archive",
            get(show(homes::archive::page)).post(submit::<ArchiveHome, _>(homes::archive::page)),
        )
        .merge(steps())
        .merge(photos())
}

fn steps() -> Router<Site> {
    Router::new()
        .route(
            "/host/homes/{id}/place",
            get(show(homes::place)).post(submit::<SavePlace, _>(homes::place)),
        )
        .route(
            "/host/homes/{id}/basics",
            get(show(homes::basics)).post(submit::<SaveBasics, _>(homes::basics)),
        )
        .route(
            "/host/homes/{id}/amenities",
            get(show(homes::amenities)).post(submit::<SaveAmenities, _>(homes::amenities)),
        )
        .route(
            "/host/homes/{id}/text",
            get(show(homes::text)).post(submit::<SaveText, _>(homes::text)),
        )
        .route(
            "/host/homes/{id}/price",
            get(show(homes::price)).post(submit::<SavePrice, _>(homes::price)),
        )
        .route(
            "/host/homes/{id}/stays",
            get(show(homes::stays)).post(submit::<SaveStays, _>(homes::stays)),
        )
        .route(
            "/host/homes/{id}/rules",
            get(show(homes::rules)).post(submit::<SaveRules, _>(homes::rules)),
        )
}

fn photos() -> Router<Site> {
    Router::new()
        .route("/host/homes/{id}/photos", get(show(homes::photos::page)))
        .route(
            "/host/homes/{id}/photos/describe",
            get(parent).post(submit::<DescribePhotos, _>(homes::photos::page)),
        )
        .route(
            "/host/homes/{id}/photos/move",
            get(parent).post(submit::<MovePhoto, _>(homes::photos::page)),
        )
        .route(
            "/host/homes/{id}/photos/remove",
            get(parent).post(submit::<RemovePhoto, _>(homes::photos::page)),
        )
        .route(
            "/host/homes/{id}/photos/order",
            get(parent).post(submit::<OrderPhotos, _>(homes::photos::page)),
        )
}

/// What takes files: longer than a page, and larger than a form.
pub fn uploads() -> Router<Site> {
    Router::new()
        .route("/host/homes/{id}/photos", post(photos_upload::upload))
        .layer(DefaultBodyLimit::max(photos_upload::BODY_LIMIT))
}

fn functions() -> Router<Site> {
    Router::new()
        .merge(hosting())
        .merge(mailed::functions())
        .merge(tokens::functions())
        .merge(called::<SignUp>())
        .merge(called::<LogIn>())
        .merge(called::<LogOut>())
        .merge(called::<UpdateProfile>())
        .merge(called::<ChangePassword>())
        .merge(called::<HoldStay>())
        .merge(called::<Pay>())
        .merge(called::<OpenCardForm>())
        .merge(called::<ReleaseHold>())
        .merge(called::<WithdrawRequest>())
        .merge(called::<CancelStay>())
        .merge(called::<ChangeNights>())
        .merge(called::<AcceptRequest>())
        .merge(called::<DeclineRequest>())
        .merge(called::<CancelReservation>())
        .merge(called::<MarkPaid>())
        .merge(called::<MarkGivenBack>())
        .merge(called::<SubmitCard>())
        .merge(called::<AuthenticateCard>())
}

fn hosting() -> Router<Site> {
    Router::new()
        .merge(called::<CreateHome>())
        .merge(called::<SavePlace>())
        .merge(called::<SaveBasics>())
        .merge(called::<SaveAmenities>())
        .merge(called::<SaveText>())
        .merge(called::<SavePrice>())
        .merge(called::<SaveStays>())
        .merge(called::<SaveRules>())
        .merge(called::<PublishHome>())
        .merge(called::<ConfirmHome>())
        .merge(called::<PauseHome>())
        .merge(called::<ArchiveHome>())
        .merge(called::<DescribePhotos>())
        .merge(called::<MovePhoto>())
        .merge(called::<OrderPhotos>())
        .merge(called::<RemovePhoto>())
}

fn called<F: Call>() -> Router<Site> {
    Router::new().route(F::PATH, post(function::<F>))
}

/// What was typed and not saved is kept in the browser: somebody else may sit there next.
async fn forget(mut response: Response) -> Response {
    let storage = HeaderValue::from_static("\"storage\"");
    response.headers_mut().insert("clear-site-data", storage);
    response
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

/// The list that holds the forms of all payouts.
async fn payouts() -> Redirect {
    Redirect::to("/admin/payouts")
}

/// The list that holds the forms of all refunds that are made by hand.
async fn money() -> Redirect {
    Redirect::to("/admin/money")
}

async fn speculation_rules() -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "application/speculationrules+json"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    (headers, security::SPECULATION_RULES)
}
