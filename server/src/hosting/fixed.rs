//! Bookings that are open: while there are any, zone, address and currency of their home stay as they are.

use domain::bookings::State;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait, SelectStatement},
};
use uuid::Uuid;

use crate::{Result, entities::bookings};

fn open() -> Select<bookings::Entity> {
    let taken = State::ALL
        .iter()
        .filter(|state| state.occupies_nights() && !state.is_final())
        .map(|state| state.as_str());
    bookings::Entity::find()
        .select_only()
        .filter(bookings::Column::State.is_in(taken))
}

/// Whether there are open bookings now. The home must be locked, so that none comes meanwhile.
pub(super) async fn has_open(txn: &DatabaseTransaction, home: Uuid) -> Result<bool> {
    let any = open()
        .column(bookings::Column::Id)
        .filter(bookings::Column::ListingId.eq(home))
        .lock_exclusive()
        .into_tuple::<Uuid>()
        .one(txn)
        .await?;
    Ok(any.is_some())
}

/// How many there are of the home in the row of `listings` around it.
pub(super) fn count_of(home: Expr) -> SelectStatement {
    open()
        .expr(Expr::col((bookings::Entity, bookings::Column::Id)).count())
        .filter(Expr::col((bookings::Entity, bookings::Column::ListingId)).eq(home))
        .into_query()
}
