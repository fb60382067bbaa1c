//! Signing up, in and out; the profile and the password.

use leptos::prelude::*;

use super::{Go, Refusal};

/// Opens an account and a session, and goes where the visitor was going.
#[server]
pub async fn sign_up(
    first_name: String,
    last_name: String,
    email: String,
    password: String,
    next: Option<String>,
) -> Result<Go, Refusal> {
    use server::accounts::{self, SignUp};
    let here = super::here()?;
    let actor = accounts::sign_up(
        &here.ctx,
        SignUp {
            first_name,
            last_name,
            email,
            password,
        },
    )
    .await?;
    here.sign_in(&actor).await?;
    Ok(Go::next(next.as_deref(), "/"))
}

/// Opens a session under a new id, and goes where the visitor was going.
#[server]
pub async fn log_in(email: String, password: String, next: Option<String>) -> Result<Go, Refusal> {
    use server::accounts::{self, LogIn};
    let here = super::here()?;
    accounts::log_in_to(&here.ctx, &here.session, LogIn { email, password }).await?;
    Ok(Go::next(next.as_deref(), "/trips"))
}

/// Ends the session in the database. Twice is the same as once.
#[server]
pub async fn log_out() -> Result<Go, Refusal> {
    super::here()?.sign_out().await?;
    Ok(Go::to("/"))
}

/// Keeps the profile; `version` is the one that the form showed.
#[server]
pub async fn update_profile(
    first_name: String,
    last_name: String,
    phone: String,
    home_location: String,
    about: String,
    version: u32,
) -> Result<Go, Refusal> {
    use server::accounts::{self, UpdateProfile};
    let here = super::here()?;
    let profile = UpdateProfile {
        first_name,
        last_name,
        phone,
        home_location,
        about,
        version,
    };
    accounts::update_profile(&here.ctx, here.actor()?, profile).await?;
    Ok(Go::to("/account?saved=profile"))
}

/// Changes the password and ends every other session and every token.
#[server]
pub async fn change_password(current: String, new: String) -> Result<Go, Refusal> {
    use server::accounts::{self, ChangePassword};
    let here = super::here()?;
    let change = ChangePassword {
        current,
        new,
        keep_session: server::sessions::hash_of(&here.session),
    };
    accounts::change_password(&here.ctx, here.actor()?, change).await?;
    Ok(Go::to("/account?saved=password"))
}
