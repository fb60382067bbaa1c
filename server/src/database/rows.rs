//! Many rows in few statements.

use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, Iterable};

use crate::Result;

/// Values in one statement. SQLite takes 32,766, TiDB twice that.
const MOST_VALUES: usize = 12_000;

/// Writes rows that are not there yet.
pub async fn insert<E>(db: &impl ConnectionTrait, rows: Vec<E::Model>) -> Result<()>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let most = MOST_VALUES / E::Column::iter().count().max(1);
    let mut rows = rows
        .into_iter()
        .map(|row| row.into_active_model().reset_all())
        .peekable();
    while rows.peek().is_some() {
        let some: Vec<E::ActiveModel> = rows.by_ref().take(most).collect();
        E::insert_many(some).exec_without_returning(db).await?;
    }
    Ok(())
}
