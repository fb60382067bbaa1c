//! Money on its way back to guests: owed, sent by an effect of the outbox, and settled when the provider says how it
//! ended. What failed stays owed until the ledger says that it went back another way.

mod by_admin;
mod by_hand;
mod owe;
mod record;
mod run;
mod standing;
mod still_owed;
mod whole;

pub use by_admin::by_admin;
pub use by_hand::{ByHand, made, waiting};
pub use owe::{left, owe};
pub(super) use record::record;
pub(super) use run::{give_up, run};
pub(crate) use standing::Standing;
pub(crate) use still_owed::{are_awaited, still_owed};
pub use whole::whole;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use crate::{Error, Result, entities::refunds};

/// Why money goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The guest or the host cancelled.
    Cancellation,
    /// The site's owner gives it back.
    Admin,
    /// The payment was not the booking's, or its booking had ended.
    Mismatch,
    /// It was made in the provider's dashboard, and adopted.
    Provider,
}

impl Origin {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cancellation => "cancellation",
            Self::Admin => "admin",
            Self::Mismatch => "mismatch",
            Self::Provider => "provider",
        }
    }
}

/// Writes a new refund.
async fn insert(txn: &DatabaseTransaction, refund: refunds::Model) -> Result<()> {
    refunds::Entity::insert(refund.into_active_model().reset_all())
        .exec_without_returning(txn)
        .await?;
    Ok(())
}

/// Changes a refund by compare-and-set on its version. The transaction has locked the booking, so nobody else does.
async fn update(txn: &DatabaseTransaction, next: &refunds::Model) -> Result<()> {
    use refunds::Column as C;
    let changed = refunds::Entity::update_many()
        .col_expr(C::State, Expr::value(next.state.clone()))
        .col_expr(C::ProviderId, Expr::value(next.provider_id.clone()))
        .col_expr(C::Failure, Expr::value(next.failure.clone()))
        .col_expr(C::SettledAt, Expr::value(next.settled_at))
        .col_expr(C::Version, Expr::value(next.version))
        .filter(C::Id.eq(next.id))
        .filter(C::Version.eq(next.version - 1))
        .exec(txn)
        .await?;
    match changed.rows_affected {
        1 => Ok(()),
        _ => Err(Error::Gateway(format!(
            "news of refund {} keep coming",
            next.id
        ))),
    }
}

async fn known(txn: &DatabaseTransaction, id: Uuid) -> Result<refunds::Model> {
    let missing = || Error::Internal(format!("no such refund: {id}"));
    refunds::Entity::find_by_id(id)
        .lock_exclusive()
        .one(txn)
        .await?
        .ok_or_else(missing)
}
