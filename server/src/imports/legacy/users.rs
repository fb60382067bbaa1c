//! Users: their passwords stay as they are, and become argon2 when they log in. Nobody is an administrator unless the one
//! who imports says so.

mod said;

use std::collections::{HashMap, HashSet};

use domain::{accounts::Email, text};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};
use uuid::Uuid;

use super::{
    Kind, Run,
    fields::Old,
    ids::{OldId, remember},
    report::Part,
    survey::Survey,
    table::{Read, Table},
    world::World,
};
use said::{NO_PASSWORD, names, no_address, password};

use crate::{database, entities::users, imports::texts};

const ANOTHERS: &str =
    "came without log-in, because an older account has their address in another case";
const TAKEN: &str = "came without log-in, because an account here has their address already";
const NO_ADDRESS: &str = "came without log-in, because their address cannot be one";
const ODD_PASSWORD: &str =
    "have no bcrypt password: they can choose a new one with “Forgot your password?”";
const ADMINS: &str =
    "were administrators and are not: give --trust-admins, or “hbnb admin grant EMAIL”";
const NAMELESS: &str = "have a name that cannot be shown, and are called Guest";
const NO_LAST_NAME: &str = "have a last name that cannot be shown, and come without one";

pub(super) struct Users<'a> {
    survey: &'a Survey,
    run: Run,
}

/// A user as the dump has them.
pub(super) struct NewUser {
    id: OldId,
    user: users::Model,
    /// What the report says of them.
    notes: Vec<&'static str>,
}

impl<'a> Users<'a> {
    pub fn new(survey: &'a Survey, run: Run) -> Self {
        Self { survey, run }
    }

    /// The address to log in with, or one that nobody can have, and why.
    fn address(&self, old: &Old<'_>, id: Uuid) -> Result<(String, Option<&'static str>), String> {
        let why = match Email::parse(old.text("email")?) {
            Ok(email) if self.survey.is_owner(&email, old.number) => {
                return Ok((email.into_string(), None));
            }
            Ok(_) => ANOTHERS,
            Err(_) => NO_ADDRESS,
        };
        Ok((no_address(id), Some(why)))
    }
}

impl Table for Users<'_> {
    const NAME: &'static str = "users";
    type Row = NewUser;

    fn read(&mut self, old: &Old<'_>) -> Result<NewUser, String> {
        let id = old.id(Kind::User)?;
        let (email, why) = self.address(old, id.id)?;
        let (password, odd) = password(old.text("password")?);
        let (first_name, last_name, of_names) = names(old)?;
        let (created_at, updated_at) = old.times(self.run.now)?;
        let is_admin = old.flag("is_admin");
        let short = |column: &str, limit: usize| -> Result<Option<String>, String> {
            let said = text::line(old.text(column)?);
            Ok(Some(texts::at_most(limit, said)).filter(|said| !said.is_empty()))
        };
        let mut notes: Vec<&'static str> = why.into_iter().collect();
        notes.extend((odd && why.is_none()).then_some(ODD_PASSWORD));
        notes.extend((is_admin && !self.run.trust_admins).then_some(ADMINS));
        notes.extend(of_names);
        let user = users::Model {
            id: id.id,
            email,
            password_hash: if why.is_some() {
                NO_PASSWORD.to_owned()
            } else {
                password
            },
            first_name,
            last_name,
            phone: short("phone_number", 40)?,
            home_location: short("home_location", 120)?,
            about: None,
            is_admin: is_admin && self.run.trust_admins,
            is_demo: false,
            version: 1,
            created_at,
            updated_at,
            archived_at: None,
            email_confirmed_at: None,
            token_version: 0,
            banned_at: None,
            imported_at: Some(self.run.now),
        };
        Ok(NewUser { id, user, notes })
    }

    async fn write(
        &mut self,
        world: &mut World<'_>,
        batch: Vec<Read<NewUser>>,
        part: &mut Part,
    ) -> crate::Result<()> {
        let db = &world.ctx.db;
        let ids: Vec<Uuid> = batch.iter().map(|read| read.row.user.id).collect();
        let known: HashSet<Uuid> = users::Entity::find()
            .select_only()
            .column(users::Column::Id)
            .filter(users::Column::Id.is_in(ids))
            .into_tuple()
            .all(db)
            .await?
            .into_iter()
            .collect();
        let taken = taken(db, &batch).await?;
        let mut new: Vec<NewUser> = Vec::new();
        for mut read in batch {
            let id = read.row.user.id;
            if known.contains(&id) {
                part.there += 1;
            } else if world.has_user(id) {
                read.refuse("its id came before", part);
                continue;
            } else {
                if taken
                    .get(&read.row.user.email)
                    .is_some_and(|other| *other != id)
                {
                    read.row.give_way();
                }
                part.added += 1;
                read.row.tell(&read.called, part);
                new.push(read.row);
            }
            world.add_user(id);
        }
        if world.run.dry_run || new.is_empty() {
            return Ok(());
        }
        database::transaction(db, async |txn| insert(&txn, &new).await).await
    }
}

impl NewUser {
    /// To an account here that has the address already.
    fn give_way(&mut self) {
        self.user.email = no_address(self.user.id);
        self.user.password_hash = NO_PASSWORD.to_owned();
        self.notes.insert(0, TAKEN);
    }

    fn tell(&self, called: &str, part: &mut Part) {
        let name = format!("{} {}", self.user.first_name, self.user.last_name);
        for note in &self.notes {
            part.note(note, format!("{called}, {name}"));
        }
    }
}

/// Whose the addresses of the batch are here.
async fn taken(
    db: &impl sea_orm::ConnectionTrait,
    batch: &[Read<NewUser>],
) -> crate::Result<HashMap<String, Uuid>> {
    let addresses = batch.iter().map(|read| read.row.user.email.clone());
    let found: Vec<(String, Uuid)> = users::Entity::find()
        .select_only()
        .columns([users::Column::Email, users::Column::Id])
        .filter(users::Column::Email.is_in(addresses))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().collect())
}

async fn insert(txn: &DatabaseTransaction, new: &[NewUser]) -> crate::Result<()> {
    let rows = new
        .iter()
        .map(|new| new.user.clone().into_active_model().reset_all());
    users::Entity::insert_many(rows)
        .exec_without_returning(txn)
        .await?;
    let pairs = new
        .iter()
        .filter_map(|new| Some((new.id.old.as_deref()?, new.id.id)));
    remember(txn, Kind::User, pairs).await
}
