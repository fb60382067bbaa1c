//! A guest's own bookings: the list, one of them, the one that was paid for, and cancelling.

use axum::{Json, extract::State, http::StatusCode, response::Response};
use domain::{bookings::Status, tokens::Scope};
use serde::Deserialize;
use server::{
    Context,
    bookings::{self, Claim, FactsPage, Wanted, WhenLeft},
};
use utoipa::{IntoParams, ToSchema};

use super::{BookingBody, Told, days, whose};
use crate::api::{
    answer::{ApiError, ApiResult},
    caller::Somebody,
    ids::{self, Booking, Id, Place},
    json::{Asked, Body, Nothing, Query},
    paging::{PageParams, Pages},
};

/// Which bookings are listed.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Which {
    /// "pending", "confirmed", "cancelled" or "completed".
    #[param(value_type = Option<String>)]
    pub status: Option<Status>,
    /// "upcoming": the guests have not left yet; "past": they have.
    #[serde(rename = "type")]
    #[param(value_type = Option<String>)]
    pub when: Option<When>,
}

impl Asked for Which {
    const PAGED: bool = true;
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum When {
    Upcoming,
    Past,
}

impl Which {
    pub(super) fn wanted(&self, pages: &Pages) -> ApiResult<Wanted> {
        Ok(Wanted {
            status: self.status,
            when: self.when.map(|when| match when {
                When::Upcoming => WhenLeft::Upcoming,
                When::Past => WhenLeft::Past,
            }),
            after: pages.after()?,
            limit: pages.limit(),
        })
    }
}

/// Bookings as a page of a list.
pub(super) fn page(pages: &Pages, found: FactsPage) -> Response {
    let last = found.bookings.last().filter(|_| found.more);
    let next = last.map(|booking| (booking.created_at, booking.id));
    let rows = found.bookings.into_iter().map(BookingBody::from);
    pages.answer(rows.collect::<Vec<_>>(), next)
}

/// Your bookings as a guest, the latest made first.
#[utoipa::path(get, path = "/bookings", tag = "Bookings", params(Which, PageParams),
    responses((status = 200, description = "A page of them", body = Vec<BookingBody>)))]
pub(super) async fn list(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    Query(which): Query<Which>,
    pages: Pages,
) -> ApiResult<Response> {
    let actor = caller.actor(Scope::BookingsRead)?;
    let found = bookings::booked_by(&ctx, &actor, &which.wanted(&pages)?).await?;
    Ok(page(&pages, found))
}

/// What was paid for, and with which payment.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewBooking)]
#[serde(deny_unknown_fields)]
pub(super) struct Paid {
    pub place_id: String,
    #[schema(format = Date, example = "2027-06-03")]
    pub check_in_date: String,
    #[schema(format = Date, example = "2027-06-06")]
    pub check_out_date: String,
    /// From `/payments/create-payment-intent`.
    #[schema(required = true)]
    pub payment_intent_id: Option<String>,
    /// As they were said when the payment was opened.
    pub guests: Option<u32>,
}

impl Asked for Paid {
    const REQUIRED: &'static [&'static str] = &["place_id", "check_in_date", "check_out_date"];
}

/// The booking for a payment whose card was authorised.
///
/// 201 when it is asked for first, and 200 with the same booking when it is asked for again. It also comes about without this
/// call.
#[utoipa::path(post, path = "/bookings", tag = "Bookings", request_body = Paid,
    responses((status = 201, description = "Your booking", body = BookingBody),
              (status = 200, description = "The same booking again", body = BookingBody)))]
pub(super) async fn claim(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    Body(paid): Body<Paid>,
) -> ApiResult<(StatusCode, Json<BookingBody>)> {
    let actor = caller.actor(Scope::BookingsWrite)?;
    let claimed = bookings::claim(&ctx, &actor, paid.read(&ctx).await?).await;
    let claimed = claimed.map_err(days::named)?;
    let status = if claimed.first {
        StatusCode::CREATED
    } else {
        StatusCode::OK
    };
    Ok((status, Json(claimed.booking.into())))
}

impl Paid {
    async fn read(self, ctx: &Context) -> ApiResult<Claim> {
        let intent = self.payment_intent_id.filter(|id| !id.is_empty());
        let intent_id = intent.ok_or_else(|| {
            let sentence = "Payment intent ID is required";
            ApiError::bad_request(sentence).with_field("payment_intent_id", sentence)
        })?;
        let stay = days::stay(&self.check_in_date, &self.check_out_date)?;
        Ok(Claim {
            listing_id: ids::find::<Place>(ctx, &self.place_id).await?,
            check_in: stay.check_in,
            check_out: stay.check_out,
            guests: self.guests,
            intent_id,
        })
    }
}

/// One booking, for its guest or its host.
#[utoipa::path(get, path = "/bookings/{id}", tag = "Bookings", params(("id" = String, Path)),
    responses((status = 200, description = "The booking", body = BookingBody)))]
pub(super) async fn one(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<Booking>,
    _: Query<Nothing>,
) -> ApiResult<Json<BookingBody>> {
    let actor = caller.actor(Scope::BookingsRead)?;
    let found = bookings::facts(&ctx, &actor, id.0).await;
    Ok(Json(whose::booking(&ctx, id.0, found).await?.into()))
}

/// How to cancel.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Ending {
    /// What the cancel preview said comes back, in minor units: when it is another by now, nothing happens (409). Without it
    /// the policy of the moment counts.
    pub refund_minor: Option<i64>,
    /// Why. The guest of a host who does not say reads that the host cancelled.
    pub reason: Option<String>,
}

impl Asked for Ending {}

/// Cancels a booking: a hold is let go, a request withdrawn (or declined by its host), a stay cancelled by its policy.
#[utoipa::path(delete, path = "/bookings/{id}", tag = "Bookings", params(("id" = String, Path), Ending),
    responses((status = 200, description = "It is cancelled", body = Told)))]
pub(super) async fn cancel(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<Booking>,
    Query(ending): Query<Ending>,
) -> ApiResult<Json<Told>> {
    let actor = caller.actor(Scope::BookingsWrite)?;
    let (refund, reason) = (ending.refund_minor, ending.reason.as_deref());
    let ended = bookings::end(&ctx, &actor, id.0, refund, reason).await;
    let message = "Booking cancelled successfully";
    Told::after(&ctx, &actor, id.0, ended, message).await
}
