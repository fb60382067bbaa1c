//! Whether a home is free.

use axum::{Json, extract::State};
use chrono::NaiveDate;
use domain::Error as Refusal;
use serde::{Deserialize, Serialize};
use server::Context;
use utoipa::ToSchema;
use uuid::Uuid;

use super::days;
use crate::api::{
    answer::ApiResult,
    caller::Caller,
    ids::{self, Place},
    json::{Asked, Body},
    quotes::look,
};

/// Which stay.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = AvailabilityCheck)]
#[serde(deny_unknown_fields)]
pub(super) struct Check {
    pub place_id: String,
    #[schema(format = Date, example = "2027-06-03")]
    pub check_in_date: String,
    #[schema(format = Date, example = "2027-06-06")]
    pub check_out_date: String,
    /// 1 when it is not said.
    pub guests: Option<u32>,
}

impl Asked for Check {
    const REQUIRED: &'static [&'static str] = &["place_id", "check_in_date", "check_out_date"];
}

/// Whether these nights can be booked.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Availability {
    pub available: bool,
    pub place_id: Uuid,
    pub check_in_date: NaiveDate,
    pub check_out_date: NaiveDate,
    /// Why not.
    pub reason: Option<String>,
}

/// Whether a home is free on these dates. A stay that the home never takes (days gone by, too many guests) is 400.
#[utoipa::path(post, path = "/bookings/availability/check", tag = "Bookings", request_body = Check,
    responses((status = 200, description = "Whether it is free", body = Availability)))]
pub(super) async fn check(
    State(ctx): State<Context>,
    _: Caller,
    Body(check): Body<Check>,
) -> ApiResult<Json<Availability>> {
    let stay = days::stay(&check.check_in_date, &check.check_out_date)?;
    let place_id = ids::find::<Place>(&ctx, &check.place_id).await?;
    let chosen = look(&ctx, place_id, stay, check.guests.unwrap_or(1), None).await?;
    let refusal = match chosen.refusal {
        Some(refused @ Refusal::Invalid(_)) => return Err(days::named(refused.into())),
        other => other,
    };
    Ok(Json(Availability {
        available: refusal.is_none(),
        place_id,
        check_in_date: stay.check_in,
        check_out_date: stay.check_out,
        reason: refusal.map(|refusal| refusal.to_string()),
    }))
}
