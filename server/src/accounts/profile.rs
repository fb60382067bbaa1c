//! What users tell about themselves.

use domain::{
    accounts::PersonName,
    error::{Name, keep, none_refused},
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
    write(ctx, actor, parse(&update)?).await
}

/// Keeps what was looked at, over the profile of its version.
///
/// # Errors
/// `Refused` when it was changed since.
pub(super) async fn write(ctx: &Context, actor: &Actor, wanted: Profile) -> Result<()> {
    let version = wanted.version;
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

fn parse(update: &UpdateProfile) -> domain::Result<Profile> {
    let mut refused = Vec::new();
    let first_name = keep(&mut refused, name("first_name", &update.first_name));
    let last_name = keep(&mut refused, name("last_name", &update.last_name));
    let phone = keep(&mut refused, phone(&update.phone));
    let home_location = keep(&mut refused, home_location(&update.home_location));
    let about = keep(
        &mut refused,
        short("about", text::lines(&update.about), LONGEST_ABOUT),
    );
    none_refused(refused)?;
    Ok(Profile {
        first_name: first_name.unwrap_or_default(),
        last_name: last_name.unwrap_or_default(),
        email: String::new(),
        email_confirmed: false,
        phone: phone.flatten(),
        home_location: home_location.flatten(),
        about: about.flatten(),
        version: update.version,
    })
}

/// Refused at `field`, which is `first_name` or `last_name`.
pub(super) fn name(field: Name, typed: &str) -> domain::Result<String> {
    PersonName::parse(field, typed).map(PersonName::into_string)
}

/// None for an empty text; refused at `phone`.
pub(super) fn phone(typed: &str) -> domain::Result<Option<String>> {
    let phone = text::line(typed);
    let is_known = |c: char| c.is_ascii_digit() || " +-().".contains(c);
    if !phone.chars().all(is_known) {
        let sentence = "A phone number has digits, spaces and + only.";
        return Err(domain::Error::field("phone", sentence));
    }
    short("phone", phone, LONGEST_PHONE)
}

/// None for an empty text; refused at `home_location`.
pub(super) fn home_location(typed: &str) -> domain::Result<Option<String>> {
    short("home_location", text::line(typed), LONGEST_HOME_LOCATION)
}

fn short(field: Name, text: String, longest: usize) -> domain::Result<Option<String>> {
    if text.chars().count() > longest {
        let sentence = format!("This can be at most {longest} characters.");
        return Err(domain::Error::field(field, sentence));
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

fn overtaken() -> domain::Error {
    domain::Error::Refused(
        "Your profile was changed in another window meanwhile. Please look at it again before you save.".to_owned(),
    )
}
