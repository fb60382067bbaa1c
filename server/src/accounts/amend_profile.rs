//! Changing parts of one's profile, whatever the rest says.

use domain::error::{keep, none_refused};

use super::{
    Actor, Profile, profile,
    profile::{home_location, name, phone, write},
};
use crate::{Context, Error, Result};

/// How often it is tried when somebody changes the profile at the same moment.
const ATTEMPTS: usize = 3;

/// What is to be changed; not yet looked at. What is not said stays as it is, and an empty text takes it away.
#[derive(Debug, Clone, Default)]
pub struct AmendProfile {
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub phone: Option<String>,
    pub home_location: Option<String>,
}

/// Keeps what was said, and returns the whole profile. The same change sent twice is one.
///
/// # Errors
/// What will not do of what was said, each at its field. What stays is not looked at: what came from the replaced system may be
/// such as nobody could type here.
pub async fn amend_profile(ctx: &Context, actor: &Actor, amend: AmendProfile) -> Result<Profile> {
    let mut attempts = 1;
    loop {
        let kept = profile(ctx, actor).await?;
        match write(ctx, actor, amended(kept, &amend)?).await {
            Ok(()) => return profile(ctx, actor).await,
            Err(Error::User(domain::Error::Refused(_))) if attempts < ATTEMPTS => attempts += 1,
            Err(error) => return Err(error),
        }
    }
}

fn amended(kept: Profile, amend: &AmendProfile) -> domain::Result<Profile> {
    let mut refused = Vec::new();
    let first_name = other(amend.first_name.as_ref(), Some(&kept.first_name))
        .and_then(|typed| keep(&mut refused, name("first_name", typed)));
    let last_name = other(amend.last_name.as_ref(), Some(&kept.last_name))
        .and_then(|typed| keep(&mut refused, name("last_name", typed)));
    let phone = other(amend.phone.as_ref(), kept.phone.as_ref())
        .and_then(|typed| keep(&mut refused, phone(typed)));
    let home_location = other(amend.home_location.as_ref(), kept.home_location.as_ref())
        .and_then(|typed| keep(&mut refused, home_location(typed)));
    none_refused(refused)?;
    Ok(Profile {
        first_name: first_name.unwrap_or(kept.first_name),
        last_name: last_name.unwrap_or(kept.last_name),
        phone: phone.unwrap_or(kept.phone),
        home_location: home_location.unwrap_or(kept.home_location),
        ..kept
    })
}

/// What is said, when it is not what is kept.
fn other<'a>(said: Option<&'a String>, kept: Option<&String>) -> Option<&'a String> {
    said.filter(|said| Some(*said) != kept)
}
