//! `/places/{id}/quote`: what a stay costs, line by line, and what comes back when it is cancelled.

use axum::{Json, extract::State};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{Error as Refusal, Stay, cancellation::Step, tokens::Scope};
use serde::{Deserialize, Serialize};
use server::{
    Context,
    accounts::Actor,
    listings::{self, Chosen},
};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    answer::{ApiError, ApiResult},
    bookings::days,
    caller::Caller,
    ids::{Id, Place},
    json::{Asked, Query},
    money::{Amount, major},
};

pub fn routes() -> OpenApiRouter<Context> {
    OpenApiRouter::new().routes(routes!(quote))
}

/// Which stay.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Which {
    #[param(format = Date)]
    check_in_date: String,
    #[param(format = Date)]
    check_out_date: String,
    /// 1 when it is not said.
    guests: Option<u32>,
}

impl Asked for Which {
    const REQUIRED: &'static [&'static str] = &["check_in_date", "check_out_date"];
}

/// What a stay costs. The lines add up to the total.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Quote)]
struct QuoteBody {
    place_id: Uuid,
    check_in_date: NaiveDate,
    check_out_date: NaiveDate,
    nights: u32,
    guests: u32,
    currency: String,
    /// Major units.
    total_price: f64,
    total_minor: i64,
    lines: Vec<Amount>,
    /// Whether it can be booked now.
    available: bool,
    /// Why not.
    reason: Option<String>,
    /// Free stays of the same length, when these nights are taken.
    nearest: Vec<Days>,
    /// What comes back when, were it confirmed now; empty when it cannot be booked.
    cancellation: Vec<StepBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StayDays)]
struct Days {
    check_in_date: NaiveDate,
    check_out_date: NaiveDate,
}

/// From the step before (or now) on, cancelling brings this back.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CancellationStep)]
pub struct StepBody {
    /// The first moment that no longer belongs to it.
    pub until: Option<DateTime<Utc>>,
    /// Major units.
    pub refund: f64,
    pub refund_minor: i64,
    pub sentence: String,
}

impl From<Step> for StepBody {
    fn from(step: Step) -> Self {
        Self {
            until: step.until,
            refund: major(step.refund),
            refund_minor: step.refund.minor,
            sentence: step.sentence,
        }
    }
}

/// What a stay costs, every charge included. It is what will be charged, as long as the host changes nothing.
#[utoipa::path(get, path = "/places/{id}/quote", tag = "Places", params(("id" = String, Path), Which),
    responses((status = 200, description = "The price", body = QuoteBody)))]
async fn quote(
    State(ctx): State<Context>,
    caller: Caller,
    id: Id<Place>,
    Query(which): Query<Which>,
) -> ApiResult<Json<QuoteBody>> {
    let stay = days::stay(&which.check_in_date, &which.check_out_date)?;
    let viewer = caller.maybe(Scope::ListingsRead);
    let chosen = look(&ctx, id.0, stay, which.guests.unwrap_or(1), viewer).await?;
    shown(id.0, chosen).map(Json)
}

/// The stay as the home's own page shows it; 404 for a home that is not shown.
pub(super) async fn look(
    ctx: &Context,
    place: Uuid,
    stay: Stay,
    guests: u32,
    viewer: Option<&Actor>,
) -> ApiResult<Chosen> {
    let home = listings::show(ctx, place, Some((stay, guests)), viewer).await?;
    let chosen = home.and_then(|home| home.chosen);
    chosen.ok_or_else(|| ApiError::not_found("Place"))
}

/// 400 for a stay that the home never takes, or that has no price.
fn shown(place_id: Uuid, chosen: Chosen) -> ApiResult<QuoteBody> {
    let quote = match (chosen.quote, &chosen.refusal) {
        (Some(quote), Some(Refusal::DatesTaken { .. } | Refusal::Refused(_)) | None) => quote,
        (_, Some(refusal)) => return Err(days::named(refusal.clone().into())),
        (None, None) => return Err(ApiError::bad_request("This stay has no price.")),
    };
    let nearest = match &chosen.refusal {
        Some(Refusal::DatesTaken { nearest }) => nearest.clone(),
        _ => Vec::new(),
    };
    let lines = quote.lines.iter();
    Ok(QuoteBody {
        place_id,
        check_in_date: quote.stay.check_in,
        check_out_date: quote.stay.check_out,
        nights: quote.stay.nights(),
        guests: quote.guests,
        currency: quote.currency.code().to_owned(),
        total_price: major(quote.total_money()),
        total_minor: quote.total,
        lines: lines
            .map(|line| Amount::of(line.label.as_str(), quote.money(line.amount)))
            .collect(),
        available: chosen.refusal.is_none(),
        reason: chosen.refusal.map(|refusal| refusal.to_string()),
        nearest: nearest.iter().map(Days::from).collect(),
        cancellation: chosen
            .cancellation
            .into_iter()
            .map(StepBody::from)
            .collect(),
    })
}

impl From<&Stay> for Days {
    fn from(stay: &Stay) -> Self {
        Self {
            check_in_date: stay.check_in,
            check_out_date: stay.check_out,
        }
    }
}
