//! People: guests, hosts and operators.

use std::fmt;

use sea_orm::entity::prelude::*;

#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "users")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Lower-cased, unique.
    pub email: String,
    /// A PHC string: argon2id, or bcrypt of the replaced system.
    pub password_hash: String,
    pub first_name: String,
    pub last_name: String,
    pub phone: Option<String>,
    pub home_location: Option<String>,
    pub about: Option<String>,
    pub is_admin: bool,
    /// Made by `hbnb seed`; refused in production.
    pub is_demo: bool,
    pub version: u32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub archived_at: Option<DateTimeUtc>,
    /// When a link that was sent to `email` was used; none before.
    pub email_confirmed_at: Option<DateTimeUtc>,
    /// Counted up to end every token of the user.
    pub token_version: u32,
    /// Since when the operator lets the user in no more.
    pub banned_at: Option<DateTimeUtc>,
    /// When the user came from the replaced system.
    pub imported_at: Option<DateTimeUtc>,
}

/// Without password, name and address: rows end up in logs.
impl fmt::Debug for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "User({})", self.id)
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
