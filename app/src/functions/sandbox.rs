//! The forms of the Sandbox provider's own page. They need no session: whoever has the address of a payment may pay it.

use leptos::prelude::*;

use super::{Go, Refusal};

/// Tries a card for the payment `id`.
#[server]
pub async fn submit_card(
    id: String,
    number: String,
    expiry: String,
    cvc: String,
    name: String,
) -> Result<Go, Refusal> {
    use server::payments::sandbox::{self, Card};
    let here = super::here()?;
    let next = sandbox::submit_card(
        &here.ctx,
        &id,
        Card {
            number,
            expiry,
            cvc,
            name,
        },
    )
    .await?;
    go(&id, next)
}

/// Ends the step in which the card's bank asks whether it is you.
#[server]
pub async fn authenticate_card(id: String, approve: bool) -> Result<Go, Refusal> {
    let here = super::here()?;
    let next = server::payments::sandbox::authenticate(&here.ctx, &id, approve).await?;
    go(&id, next)
}

#[cfg(feature = "ssr")]
fn go(id: &str, next: server::payments::sandbox::Next) -> Result<Go, Refusal> {
    use server::payments::sandbox::Next;
    match next {
        Next::Return(address) => Ok(Go::to(address)),
        Next::Authenticate => Ok(Go::to(format!("/sandbox/pay/{id}"))),
        Next::Refused(fields) => Err(domain::Error::Invalid(fields).into()),
    }
}
