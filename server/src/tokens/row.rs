//! The user of a token as one statement reads them: only while the account is open, and the token has not ended.

use sea_orm::{
    ColumnTrait, DatabaseConnection, EntityTrait, FromQueryResult, QueryFilter, QuerySelect,
    sea_query::{Expr, Query, SelectStatement},
};
use uuid::Uuid;

use super::{Known, Proof, access::Claims};
use crate::{
    Result,
    accounts::Actor,
    entities::{refresh_tokens, users},
};

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    first_name: String,
    is_admin: bool,
}

/// The user of an access token, while the version and the log-in that it was issued for stand.
pub(super) async fn of_log_in(db: &DatabaseConnection, claims: &Claims) -> Result<Option<Known>> {
    let found = users::Entity::find()
        .select_only()
        .columns([
            users::Column::Id,
            users::Column::FirstName,
            users::Column::IsAdmin,
        ])
        .filter(users::Column::Id.eq(claims.sub))
        .filter(users::Column::TokenVersion.eq(claims.ver))
        .filter(users::Column::ArchivedAt.is_null())
        .filter(users::Column::BannedAt.is_null())
        .filter(Expr::exists(open(claims)))
        .into_model::<Row>()
        .one(db)
        .await?;
    Ok(found.map(|row| Known {
        actor: Actor {
            user_id: row.id,
            first_name: row.first_name,
            is_admin: row.is_admin,
        },
        scopes: None,
        proof: Proof::LogIn(claims.fam),
    }))
}

/// A token of the log-in's family that nobody has ended.
fn open(claims: &Claims) -> SelectStatement {
    use refresh_tokens::Column as C;
    Query::select()
        .expr(Expr::value(1))
        .from(refresh_tokens::Entity)
        .and_where(C::Family.eq(claims.fam))
        .and_where(C::UserId.eq(claims.sub))
        .and_where(C::EndedAt.is_null())
        .to_owned()
}
