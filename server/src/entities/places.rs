//! Countries, cities and neighbourhoods: what "where" finds.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "places")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `country`, `city` or `neighbourhood`.
    pub kind: String,
    pub name: String,
    /// The name as `domain::places::fold` gives it.
    pub folded: String,
    /// Folded, with the places around it: "leith edinburgh united kingdom".
    pub path: String,
    pub country_code: String,
    pub parent_id: Option<Uuid>,
    pub latitude: f64,
    pub longitude: f64,
    pub timezone: Option<String>,
    /// Published homes in it.
    pub listings: u32,
    /// Those of hosts here: all but samples.
    pub hosted: u32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
