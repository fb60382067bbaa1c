//! One row that everybody wants to change.

use chrono::NaiveDate;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DatabaseTransaction, EntityTrait,
    QuerySelect,
};
use server::{Error, Result, entities::exchange_rates};

use crate::support::*;

pub async fn rate(state: &TestState, currency: &str, rate: i64) {
    let row = exchange_rates::ActiveModel {
        currency: Set(currency.into()),
        rate_micro: Set(rate),
        as_of: Set(NaiveDate::default()),
    };
    row.insert(state.db()).await.expect("a rate");
}

pub async fn rate_of(db: &impl ConnectionTrait, currency: &str) -> i64 {
    let row = exchange_rates::Entity::find_by_id(currency)
        .one(db)
        .await
        .expect("a look");
    row.expect("the rate").rate_micro
}

/// Reads, thinks, writes: wrong without a lock that both databases give.
pub async fn raise(txn: &DatabaseTransaction, currency: &str) -> Result<()> {
    let row = exchange_rates::Entity::find_by_id(currency)
        .lock_exclusive()
        .one(txn)
        .await?;
    let row = row.ok_or_else(|| Error::Internal("no such rate".into()))?;
    let raised = row.rate_micro + 1;
    tokio::task::yield_now().await;
    let change = exchange_rates::ActiveModel {
        rate_micro: Set(raised),
        ..row.into()
    };
    change.update(txn).await?;
    Ok(())
}
