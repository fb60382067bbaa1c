//! `/payments`: opening the payment of a stay, and looking at it. The card itself goes to the payment provider.

use axum::{
    Json,
    extract::{Path, State},
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::tokens::Scope;
use serde::{Deserialize, Serialize};
use server::{
    Context,
    bookings::{self, Intend, Intended},
    payments::{self, IntentStatus, Seen},
};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    answer::{ApiError, ApiResult},
    bookings::days,
    caller::Somebody,
    ids::{self, Place},
    json::{Asked, Body, Nothing, Query},
};

pub fn routes() -> OpenApiRouter<Context> {
    OpenApiRouter::new()
        .routes(routes!(create))
        .routes(routes!(verify))
}

/// Which stay is to be paid for.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewPaymentIntent)]
#[serde(deny_unknown_fields)]
struct Wish {
    place_id: String,
    #[schema(format = Date, example = "2027-06-03")]
    check_in_date: String,
    #[schema(format = Date, example = "2027-06-06")]
    check_out_date: String,
    /// 1 when it is not said.
    guests: Option<u32>,
    /// It is the home's; another one is refused.
    currency: Option<String>,
    /// Minor units. It is what the stay costs; another one is refused.
    amount: Option<i64>,
}

impl Asked for Wish {
    const REQUIRED: &'static [&'static str] = &["place_id", "check_in_date", "check_out_date"];
}

/// A payment that waits for its card.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PaymentIntent)]
struct IntentBody {
    /// What the provider's library takes a card with. It is secret.
    client_secret: String,
    payment_intent_id: String,
    booking_id: Uuid,
    amount_minor: i64,
    currency: String,
    /// Until when the nights are held for it; none once a card was authorised.
    expires_at: Option<DateTime<Utc>>,
}

impl From<Intended> for IntentBody {
    fn from(made: Intended) -> Self {
        Self {
            client_secret: made.client_secret,
            payment_intent_id: made.intent_id,
            booking_id: made.booking_id,
            amount_minor: made.total.minor,
            currency: made.total.currency.code().to_owned(),
            expires_at: made.expires_at,
        }
    }
}

impl Wish {
    async fn read(self, ctx: &Context) -> ApiResult<Intend> {
        let stay = days::stay(&self.check_in_date, &self.check_out_date)?;
        Ok(Intend {
            listing_id: ids::find::<Place>(ctx, &self.place_id).await?,
            check_in: stay.check_in,
            check_out: stay.check_out,
            guests: self.guests.unwrap_or(1),
            currency: self.currency,
            amount: self.amount,
        })
    }
}

/// Holds the nights of a stay for fifteen minutes and opens its payment. The same stay asked for again is the same payment.
///
/// Take the card with the provider's library and `client_secret`; with the Sandbox,
/// `POST /sandbox/v1/payment_intents/{id}/confirm` does the same.
#[utoipa::path(post, path = "/payments/create-payment-intent", tag = "Payments", request_body = Wish,
    responses((status = 200, description = "The payment", body = IntentBody)))]
async fn create(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    Body(wish): Body<Wish>,
) -> ApiResult<Json<IntentBody>> {
    let actor = caller.actor(Scope::BookingsWrite)?;
    let made = bookings::intend(&ctx, &actor, wish.read(&ctx).await?).await;
    Ok(Json(made.map_err(days::named)?.into()))
}

/// A payment.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Payment)]
struct PaymentBody {
    id: String,
    /// The provider's word; "succeeded" from the moment at which a card was authorised.
    #[schema(example = "succeeded")]
    status: String,
    /// Minor units.
    amount: i64,
    currency: String,
    metadata: Metadata,
}

/// What it is for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PaymentMetadata)]
struct Metadata {
    booking_id: Uuid,
    place_id: Uuid,
    user_id: Uuid,
    check_in_date: NaiveDate,
    check_out_date: NaiveDate,
}

impl From<Seen> for PaymentBody {
    fn from(seen: Seen) -> Self {
        let status = match seen.status {
            IntentStatus::RequiresCapture => IntentStatus::Succeeded,
            other => other,
        };
        Self {
            id: seen.id,
            status: status.as_str().to_owned(),
            amount: seen.amount.minor,
            currency: seen.amount.currency.code().to_owned(),
            metadata: Metadata {
                booking_id: seen.booking_id,
                place_id: seen.listing_id,
                user_id: seen.guest_id,
                check_in_date: seen.stay.check_in,
                check_out_date: seen.stay.check_out,
            },
        }
    }
}

/// A payment as its provider has it now, for the guest and the host of its stay.
#[utoipa::path(get, path = "/payments/verify-payment/{intent}", tag = "Payments", params(("intent" = String, Path)),
    responses((status = 200, description = "The payment", body = PaymentBody)))]
async fn verify(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    Path(intent): Path<String>,
    _: Query<Nothing>,
) -> ApiResult<Json<PaymentBody>> {
    let actor = caller.actor(Scope::PaymentsRead)?;
    match payments::look(&ctx, &actor, &intent).await {
        Ok(seen) => Ok(Json(seen.into())),
        Err(server::Error::User(domain::Error::NotFound(_)))
            if payments::is_known(&ctx, &intent).await? =>
        {
            Err(ApiError::forbidden())
        }
        Err(error) => Err(error.into()),
    }
}
