//! What the links in mails do: confirming an address, and choosing a new password.

use leptos::prelude::*;

use super::{Go, Refusal};

/// Sends the link that confirms one's address again.
#[server]
pub async fn send_confirmation() -> Result<Go, Refusal> {
    let here = super::here()?;
    server::accounts::send_confirmation(&here.ctx, here.actor()?).await?;
    Ok(Go::to("/account?saved=confirmation"))
}

/// Confirms the address that the link was sent to. The link proves who asks: no session is needed.
#[server]
pub async fn confirm_email(token: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    server::accounts::confirm_email(&here.ctx, &token).await?;
    Ok(Go::to("/confirm-email?done=1"))
}

/// Sends the link that lets the reader of an address choose a new password; the answer is the same when nobody has an account with it.
#[server]
pub async fn forgot_password(email: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    server::accounts::forgot_password(&here.ctx, &email).await?;
    Ok(Go::to("/forgot-password?sent=1"))
}

/// Sets the new password and ends every session, this browser's too, and every token.
#[server]
pub async fn reset_password(token: String, new: String) -> Result<Go, Refusal> {
    use server::accounts::{self, ResetPassword};
    let here = super::here()?;
    accounts::reset_password(&here.ctx, ResetPassword { token, new }).await?;
    here.sign_out().await?;
    Ok(Go::to("/login?saved=password"))
}
