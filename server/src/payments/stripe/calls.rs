//! One request to Stripe, and what its refusals mean.

use std::time::Duration;

use stripe::{
    ApiErrors, ApiErrorsType, Client, ClientBuilder, IdempotencyKey, RequestStrategy, StripeError,
    StripeRequest,
};
use uuid::Uuid;

use super::{StripeSettings, answers::Page};
use crate::{Error, Result};

/// So long may one request take: a page waits for two of them at most, and an effect has half a minute.
const PATIENCE: Duration = Duration::from_secs(8);
/// Stripe's largest page.
pub(super) const PAGE: i64 = 100;

/// What came of a request.
pub(super) enum Answer<T> {
    Done(T),
    /// Stripe understood and says no; asking again gives the same.
    Refused(Refusal),
}

/// Why not.
pub(super) struct Refusal {
    pub status: u16,
    pub code: String,
    /// Stripe's sentence.
    pub message: String,
}

pub(super) fn client(settings: &StripeSettings) -> Result<Client> {
    ClientBuilder::new(&settings.secret_key)
        .url(&settings.api_base)
        .timeout(PATIENCE)
        .app_info("HBnB", Some(env!("CARGO_PKG_VERSION").to_owned()), None)
        .build()
        .map_err(|error| Error::Internal(error.to_string()))
}

/// Sends a request, once; `effect` is the key under which Stripe does it once.
///
/// # Errors
/// `Gateway` when nobody knows whether it was done, or it could not be done just now.
pub(super) async fn send<R, T>(
    client: &Client,
    request: &R,
    effect: Option<Uuid>,
) -> Result<Answer<T>>
where
    R: StripeRequest,
    T: miniserde::Deserialize,
{
    let mut request = request.build().customize::<T>();
    if let Some(effect) = effect {
        let key = IdempotencyKey::new(effect.to_string())
            .map_err(|error| Error::Internal(error.to_string()))?;
        request = request.request_strategy(RequestStrategy::Idempotent(key));
    }
    match request.send(client).await {
        Ok(answer) => Ok(Answer::Done(answer)),
        Err(StripeError::Stripe(said, status)) if is_final(&said, status) => {
            Ok(Answer::Refused(Refusal {
                status,
                code: said.code.map_or_else(String::new, |code| code.to_string()),
                message: said.message.unwrap_or_default(),
            }))
        }
        Err(StripeError::Stripe(said, status)) => Err(Error::Gateway(format!(
            "Stripe answered {status}: {}",
            said.message.unwrap_or_default()
        ))),
        Err(error) => Err(Error::Gateway(error.to_string())),
    }
}

/// A request that is wrong stays wrong. A key that is refused (401, 403), a clash with ourselves (409), too many
/// requests (429) and Stripe's own faults (5xx) pass.
fn is_final(said: &ApiErrors, status: u16) -> bool {
    matches!(status, 400 | 402 | 404) && !matches!(said.type_, ApiErrorsType::IdempotencyError)
}

/// For what Stripe has no reason to refuse.
pub(super) fn done<T>(answer: Answer<T>) -> Result<T> {
    match answer {
        Answer::Done(answer) => Ok(answer),
        Answer::Refused(refusal) => Err(Error::Internal(format!(
            "Stripe refused ({} {}): {}",
            refusal.status, refusal.code, refusal.message
        ))),
    }
}

/// All pages of a list. `page` gives the request for what comes after this id, `id` an element's own.
pub(super) async fn all<R, T>(
    client: &Client,
    page: impl Fn(Option<String>) -> R,
    id: impl Fn(&T) -> String,
) -> Result<Vec<T>>
where
    R: StripeRequest,
    T: miniserde::Deserialize,
{
    let mut all = Vec::new();
    loop {
        let after = all.last().map(&id);
        let next: Page<T> = done(send(client, &page(after), None).await?)?;
        let more = next.has_more && !next.data.is_empty();
        all.extend(next.data);
        if !more {
            return Ok(all);
        }
    }
}
