//! The cast as rows of users.

use chrono::NaiveDate;
use sea_orm::ActiveModelTrait;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::{
    cast::{GUESTS, HOSTS, Person},
    days::instant,
};
use crate::{Error, Result, entities::users};

/// How many days ago the first of them signed up; the others followed day by day.
const FIRST_SIGN_UP: i64 = 450;

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
    today: NaiveDate,
    password_hash: &str,
) -> Result<usize> {
    let rows: Vec<users::Model> = (0..)
        .zip(everybody())
        .map(|(index, person)| row(person, index, today, password_hash))
        .collect();
    let count = rows.len();
    let rows = rows
        .into_iter()
        .map(|row| row.into_active_model().reset_all());
    users::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(count)
}

fn row(person: &Person, index: i64, today: NaiveDate, password_hash: &str) -> users::Model {
    let joined = instant(today, index - FIRST_SIGN_UP);
    users::Model {
        id: person.id(),
        email: person.email.into(),
        password_hash: password_hash.into(),
        first_name: person.first_name.into(),
        last_name: person.last_name.into(),
        phone: Some(person.phone.into()),
        home_location: Some(person.home_location.into()),
        about: Some(person.about.into()),
        is_admin: false,
        is_demo: true,
        version: 1,
        created_at: joined,
        updated_at: joined,
        archived_at: None,
    }
}
