//! Somebody else's thing is 403 here, as clients expect, where pages say that there is none.

use domain::Error as Refusal;
use server::{Context, Error, Result, bookings, listings};
use uuid::Uuid;

use super::days;
use crate::api::answer::{ApiError, ApiResult};

/// What came of an operation on the booking.
///
/// # Errors
/// 403 when there is such a booking, and it is another's; else what the operation says.
pub async fn booking<T>(ctx: &Context, id: Uuid, result: Result<T>) -> ApiResult<T> {
    match result {
        Err(error) if is_missing(&error) && bookings::exists(ctx, id).await? => {
            Err(ApiError::forbidden())
        }
        other => other.map_err(days::named),
    }
}

/// The same for a home; what its host shows to nobody is not there.
pub async fn place<T>(ctx: &Context, id: Uuid, result: Result<T>) -> ApiResult<T> {
    match result {
        Err(error)
            if is_missing(&error) && listings::show(ctx, id, None, None).await?.is_some() =>
        {
            Err(ApiError::forbidden())
        }
        other => other.map_err(days::named),
    }
}

fn is_missing(error: &Error) -> bool {
    matches!(error, Error::User(Refusal::NotFound(_)))
}
