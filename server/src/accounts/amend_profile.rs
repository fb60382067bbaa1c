//! Changing parts of one's profile, whatever the rest says.

use super::{Actor, Profile, UpdateProfile, profile, update_profile};
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
/// As [`update_profile`].
pub async fn amend_profile(ctx: &Context, actor: &Actor, amend: AmendProfile) -> Result<Profile> {
    let mut attempts = 1;
    loop {
        let kept = profile(ctx, actor).await?;
        match update_profile(ctx, actor, amended(kept, &amend)).await {
            Ok(()) => return profile(ctx, actor).await,
            Err(Error::User(domain::Error::Refused(_))) if attempts < ATTEMPTS => attempts += 1,
            Err(error) => return Err(error),
        }
    }
}

fn amended(kept: Profile, amend: &AmendProfile) -> UpdateProfile {
    let or = |said: &Option<String>, kept: String| said.clone().unwrap_or(kept);
    UpdateProfile {
        first_name: or(&amend.first_name, kept.first_name),
        last_name: or(&amend.last_name, kept.last_name),
        phone: or(&amend.phone, kept.phone.unwrap_or_default()),
        home_location: or(&amend.home_location, kept.home_location.unwrap_or_default()),
        about: kept.about.unwrap_or_default(),
        version: kept.version,
    }
}
