//! A booking as clients read it.

use axum::Json;
use chrono::{DateTime, NaiveDate, Utc};
use domain::bookings::State;
use serde::Serialize;
use server::{
    Context, Result,
    accounts::Actor,
    bookings::{self, Facts},
};
use utoipa::ToSchema;
use uuid::Uuid;

use super::whose;
use crate::api::{answer::ApiResult, money::major};

/// A booking.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Booking)]
pub struct BookingBody {
    pub id: Uuid,
    pub place_id: Uuid,
    pub guest_id: Uuid,
    pub check_in_date: NaiveDate,
    pub check_out_date: NaiveDate,
    pub guests: u32,
    /// Major units of `currency`.
    pub total_price: f64,
    pub total_minor: i64,
    /// ISO 4217.
    #[schema(example = "GBP")]
    pub currency: String,
    /// "pending", "confirmed", "cancelled" or "completed".
    #[schema(example = "confirmed")]
    pub status: String,
    /// Where it stands exactly: held, authorized, capturing, confirmed, completed, expiring, expired, withdrawn, declined,
    /// payment_failed or cancelled.
    #[schema(example = "confirmed")]
    pub state: String,
    /// Whether who asks can cancel it now.
    pub can_cancel: bool,
    /// The last moment of a full refund.
    pub cancellation_deadline: Option<DateTime<Utc>>,
    /// Until when the nights wait for a payment.
    pub expires_at: Option<DateTime<Utc>>,
    /// Until when the host answers the request.
    pub respond_by: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// What was done, and the booking after it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BookingChanged)]
pub struct Told {
    pub message: String,
    pub booking: BookingBody,
}

impl Told {
    /// What came of accepting a request: only what is paid for is confirmed.
    ///
    /// # Errors
    /// As [`whose::booking`]; 400 when the payment could not be taken, or the stay has ended already.
    pub async fn accepted(
        ctx: &Context,
        actor: &Actor,
        id: Uuid,
        done: Result<State>,
    ) -> ApiResult<Json<Self>> {
        let message = match whose::booking(ctx, id, done).await? {
            State::Confirmed | State::Completed => "Booking confirmed successfully",
            State::Capturing => "Booking accepted; the payment is being taken",
            ended => return Err(bookings::nothing_to_answer(ended).into()),
        };
        Self::after(ctx, actor, id, Ok(()), message).await
    }

    /// What came of an operation on the booking.
    ///
    /// # Errors
    /// As [`whose::booking`].
    pub async fn after<T>(
        ctx: &Context,
        actor: &Actor,
        id: Uuid,
        done: Result<T>,
        message: &str,
    ) -> ApiResult<Json<Self>> {
        whose::booking(ctx, id, done).await?;
        let booking = bookings::facts(ctx, actor, id).await?;
        Ok(Json(Self {
            message: message.to_owned(),
            booking: booking.into(),
        }))
    }
}

impl From<Facts> for BookingBody {
    fn from(facts: Facts) -> Self {
        Self {
            id: facts.id,
            place_id: facts.listing_id,
            guest_id: facts.guest_id,
            check_in_date: facts.stay.check_in,
            check_out_date: facts.stay.check_out,
            guests: facts.guests,
            total_price: major(facts.total),
            total_minor: facts.total.minor,
            currency: facts.total.currency.code().to_owned(),
            status: facts.state.status().as_str().to_owned(),
            state: facts.state.as_str().to_owned(),
            can_cancel: facts.can_end,
            cancellation_deadline: facts.everything_until,
            expires_at: facts.hold_expires_at,
            respond_by: facts.respond_by,
            created_at: facts.created_at,
            updated_at: facts.updated_at,
        }
    }
}
