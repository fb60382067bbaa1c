//! What keeps searches true: homes of hosts counted apart from samples, and what the prices that are compared were reckoned by.

use sea_orm_migration::{
    async_trait,
    prelude::{DbErr, DeriveMigrationName, Expr, ExprTrait, MigrationTrait, Query, SchemaManager},
};

use crate::{
    schema::{bytes, count, string},
    table::{self, Table},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        table::extend(manager, "places", [count("hosted").zero()]).await?;
        count_hosted(manager).await?;
        Table::new("fingerprints")
            .columns([string("name", 40), bytes("digest", 32)])
            .primary_key(&["name"])
            .create(manager)
            .await
    }
}

/// The published homes that are there already and are no samples.
async fn count_hosted(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    for (kind, place) in [
        ("country", "country_id"),
        ("city", "city_id"),
        ("neighbourhood", "neighbourhood_id"),
    ] {
        let hosted = Query::select()
            .expr(Expr::col(("listings", "id")).count())
            .from("listings")
            .and_where(Expr::col(("listings", place)).equals(("places", "id")))
            .and_where(Expr::col(("listings", "status")).eq("published"))
            .and_where(Expr::col(("listings", "source")).is_null())
            .take();
        let counted = Query::update()
            .table("places")
            .value("hosted", hosted)
            .and_where(Expr::col("kind").eq(kind))
            .take();
        manager.execute(counted).await?;
    }
    Ok(())
}
