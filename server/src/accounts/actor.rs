//! Who acts: what every operation that needs a user is given.

use uuid::Uuid;

/// Somebody who is logged in. It comes from the session or from a password just proved, never from input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub user_id: Uuid,
    pub first_name: String,
    pub is_admin: bool,
}
