//! The days of a stay, by the names that clients know them by.

use domain::{
    Error as Refusal, FieldError, Stay,
    error::{keep, none_refused},
    stays::parse_date,
};
use server::Error;

use crate::api::answer::{ApiError, ApiResult};

/// The stay from `check_in_date` to `check_out_date`, such as 2026-06-03; every mistake is told at once.
pub fn stay(check_in: &str, check_out: &str) -> ApiResult<Stay> {
    let mut refused = Vec::new();
    let from = keep(&mut refused, parse_date("check_in_date", check_in));
    let to = keep(&mut refused, parse_date("check_out_date", check_out));
    none_refused(refused)?;
    let stay = Stay::new(from.unwrap_or_default(), to.unwrap_or_default());
    stay.map_err(|refusal| named(refusal.into()))
}

/// An operation's failure, in the words of the API.
pub fn named(error: Error) -> ApiError {
    match error {
        Error::User(Refusal::Invalid(fields)) => {
            let fields = fields.into_iter().map(|field| FieldError {
                field: name(field.field),
                ..field
            });
            Refusal::Invalid(fields.collect()).into()
        }
        other => other.into(),
    }
}

fn name(field: &'static str) -> &'static str {
    match field {
        "check_in" => "check_in_date",
        "check_out" => "check_out_date",
        other => other,
    }
}
