//! Personal tokens: making one, which is shown once, and revoking it.

use leptos::prelude::*;

use super::{Go, Refusal};

/// Makes a token and shows it. `id` is the form's own, so that a form that is sent twice makes one token.
#[server]
pub async fn make_token(
    id: String,
    name: String,
    #[server(default)] scopes: Vec<String>,
    expires_in: String,
) -> Result<Go, Refusal> {
    use server::tokens::{self, WantedToken};
    let here = super::here()?;
    let wanted = WantedToken {
        id: super::id(&id, "Token")?,
        name,
        scopes,
        expires_in,
    };
    let made = tokens::make(&here.ctx, here.actor()?, wanted).await?;
    Ok(Go::to("/account/tokens").showing(made.token))
}

/// Ends a token on every server. Twice is the same as once.
#[server]
pub async fn revoke_token(id: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    let id = super::id(&id, "Token")?;
    server::tokens::revoke(&here.ctx, here.actor()?, id).await?;
    Ok(Go::to("/account/tokens?saved=revoked"))
}
