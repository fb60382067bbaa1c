//! What users tell about themselves.

use domain::{
    FieldError,
    accounts::PersonName,
    error::{keep, none_refused},
    text,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::Actor;
use crate::{Context, Result, entities::users};

/// In characters.
const LONGEST_PHONE: usize = 40;
const LONGEST_HOME_LOCATION: usize = 120;
const LONGEST_ABOUT: usize = 2_000;

/// One's own profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    /// Whether a link that was sent to it came back.
    pub email_confirmed: bool,
    pub phone: Option<String>,
    pub home_location: Option<String>,
    pub about: Option<String>,
    /// Sent back with a change, so that two windows do not overwrite each other.
    pub version: u32,
}

/// What somebody types into their profile; not yet looked at. There is nothing in it that gives rights.
#[derive(Debug, Clone)]
pub struct UpdateProfile {
    pub first_name: String,
    pub last_name: String,
    pub phone: String,
    pub home_location: String,
    pub about: String,
    pub version: u32,
}

/// # Errors
/// `SignInNeeded` when the account is closed.
pub async fn profile(ctx: &Context, actor: &Actor) -> Result<Profile> {
    let user = users::Entity::find_by_id(actor.user_id).filter(users::Column::ArchivedAt.is_null());
    let user = user
        .one(&ctx.db)
        .await?
        .ok_or(domain::Error::SignInNeeded)?;
    Ok(Profile {
        first_name: user.first_name,
        last_name: user.last_name,
        email: user.email,
        email_confirmed: user.email_confirmed_at.is_some(),
        phone: user.phone,
        home_location: user.home_location,
        about: user.about,
        version: user.version,
    })
}

/// Keeps one's own profile; the sessions show the new name from their next request on. The same change sent twice is one.
///
/// # Errors
/// All that is wrong, each at its field; `Refused` when it was changed since `version` was read.
pub async fn update_profile(ctx: &Context, actor: &Actor, update: UpdateProfile) -> Result<()> {
    let version = update.version;
    let wanted = parse(update)?;
    let changed = users::ActiveModel {
        first_name: Set(wanted.first_name.clone()),
        last_name: Set(wanted.last_name.clone()),
        phone: Set(wanted.phone.clone()),
        home_location: Set(wanted.home_location.clone()),
        about: Set(wanted.about.clone()),
        version: Set(version.wrapping_add(1)),
        updated_at: Set(ctx.clock.now()),
        ..Default::default()
    };
    let updated = users::Entity::update_many()
        .set(changed)
        .filter(users::Column::Id.eq(actor.user_id))
        .filter(users::Column::Version.eq(version))
        .filter(users::Column::ArchivedAt.is_null())
        .exec(&ctx.db)
        .await?;
    if updated.rows_affected == 1 {
        return Ok(());
    }
    let kept = profile(ctx, actor).await?;
    let wanted = Profile {
        email: kept.email.clone(),
        email_confirmed: kept.email_confirmed,
        version: kept.version,
        ..wanted
    };
    if kept == wanted {
        Ok(())
    } else {
        Err(overtaken().into())
    }
}

fn parse(update: UpdateProfile) -> std::result::Result<Profile, domain::Error> {
    let mut refused = Vec::new();
    let first_name = keep(
        &mut refused,
        PersonName::parse("first_name", &update.first_name),
    );
    let last_name = keep(
        &mut refused,
        PersonName::parse("last_name", &update.last_name),
    );
    let phone = text::line(&update.phone);
    if !phone
        .chars()
        .all(|c| c.is_ascii_digit() || " +-().".contains(c))
    {
        refused.push(FieldError::new(
            "phone",
            "A phone number has digits, spaces and + only.",
        ));
    }
    let home_location = text::line(&update.home_location);
    let about = text::lines(&update.about);
    let lengths = [
        ("phone", &phone, LONGEST_PHONE),
        ("home_location", &home_location, LONGEST_HOME_LOCATION),
        ("about", &about, LONGEST_ABOUT),
    ];
    for (field, text, longest) in lengths {
        if text.chars().count() > longest {
            refused.push(FieldError::new(
                field,
                format!("This can be at most {longest} characters."),
            ));
        }
    }
    none_refused(refused)?;
    Ok(Profile {
        first_name: first_name.map(PersonName::into_string).unwrap_or_default(),
        last_name: last_name.map(PersonName::into_string).unwrap_or_default(),
        email: String::new(),
        email_confirmed: false,
        phone: some(phone),
        home_location: some(home_location),
        about: some(about),
        version: update.version,
    })
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

fn overtaken() -> domain::Error {
    domain::Error::Refused(
        "Your profile was changed in another window meanwhile. Please look at it again before you save.".to_owned(),
    )
}
