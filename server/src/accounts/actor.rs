//! Who acts.

use uuid::Uuid;

/// A logged-in user, as the session knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub user_id: Uuid,
    pub first_name: String,
    pub is_admin: bool,
}
