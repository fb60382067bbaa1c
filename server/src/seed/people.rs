//! The cast and the travellers as rows of users.

use chrono::{DateTime, NaiveDate};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    cast::{GUESTS, HOSTS, Person},
    days::instant,
    travellers::Traveller,
};
use crate::{Error, Result, database::rows, entities::users};

/// How many days ago the first of them signed up; the others of the cast followed day by day, the travellers one after
/// another until half a year later.
const FIRST_SIGN_UP: i64 = 690;

fn everybody() -> impl Iterator<Item = &'static Person> {
    HOSTS.into_iter().chain(GUESTS)
}

/// Whether there is an account that was written by a demo, of this or another version.
pub async fn any_is_demo(db: &impl ConnectionTrait) -> Result<bool> {
    let demo = users::Entity::find().filter(users::Column::IsDemo.eq(true));
    Ok(demo.one(db).await?.is_some())
}

/// Whether the cast is in the database already.
///
/// # Errors
/// One of its e-mail addresses belongs to somebody else.
pub async fn are_here(db: &impl ConnectionTrait) -> Result<bool> {
    let emails: Vec<&str> = everybody().map(|person| person.email).collect();
    let known = users::Entity::find()
        .filter(users::Column::Email.is_in(emails))
        .all(db)
        .await?;
    let stranger = known
        .iter()
        .find(|user| everybody().all(|person| person.id() != user.id));
    if let Some(user) = stranger {
        let sentence = format!(
            "{} has an account that is not the demo's: choose another database.",
            user.email
        );
        return Err(Error::User(domain::Error::Refused(sentence)));
    }
    Ok(!known.is_empty())
}

/// Writes all of them with one password hash; returns how many they are.
pub async fn write(
    db: &impl ConnectionTrait,
    travellers: &[Traveller],
    today: NaiveDate,
    password_hash: &str,
) -> Result<usize> {
    let joined = |day: i64| instant(today, day - FIRST_SIGN_UP);
    let cast = (0..).zip(everybody()).map(|(index, person)| users::Model {
        created_at: joined(index),
        updated_at: joined(index),
        ..of_the_cast(person)
    });
    let others = (0..).zip(travellers).map(|(index, one)| users::Model {
        created_at: joined(index / 5),
        updated_at: joined(index / 5),
        ..traveller(one)
    });
    let everyone: Vec<users::Model> = cast
        .chain(others)
        .map(|user| users::Model {
            password_hash: password_hash.into(),
            ..user
        })
        .collect();
    let count = everyone.len();
    rows::insert::<users::Entity>(db, everyone).await?;
    Ok(count)
}

fn of_the_cast(person: &Person) -> users::Model {
    users::Model {
        id: person.id(),
        email: person.email.into(),
        first_name: person.first_name.into(),
        last_name: person.last_name.into(),
        phone: Some(person.phone.into()),
        home_location: Some(person.home_location.into()),
        about: Some(person.about.into()),
        ..nobody()
    }
}

fn traveller(one: &Traveller) -> users::Model {
    users::Model {
        id: one.id,
        email: one.email.clone(),
        first_name: one.first_name.into(),
        last_name: one.last_name.into(),
        phone: Some(one.phone.clone()),
        home_location: Some(one.home_location.into()),
        ..nobody()
    }
}

/// What everybody of the demo has in common.
fn nobody() -> users::Model {
    users::Model {
        id: Uuid::nil(),
        email: String::new(),
        password_hash: String::new(),
        first_name: String::new(),
        last_name: String::new(),
        phone: None,
        home_location: None,
        about: None,
        is_admin: false,
        is_demo: true,
        version: 1,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
        archived_at: None,
        email_confirmed_at: None,
        token_version: 0,
        banned_at: None,
        imported_at: None,
    }
}
