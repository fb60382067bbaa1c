//! Creating a table with its keys, again and again without harm.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use crate::schema::Column;

/// A table to be: columns, primary key, unique keys and indexes.
pub struct Table {
    name: &'static str,
    columns: Vec<Column>,
    primary_key: &'static [&'static str],
    keys: Vec<Key>,
}

struct Key {
    columns: &'static [&'static str],
    unique: bool,
}

impl Table {
    pub fn new(name: &'static str) -> Self {
        Self {
            name,
            columns: Vec::new(),
            primary_key: &[],
            keys: Vec::new(),
        }
    }

    pub fn columns(mut self, columns: impl IntoIterator<Item = Column>) -> Self {
        self.columns.extend(columns);
        self
    }

    pub fn primary_key(mut self, columns: &'static [&'static str]) -> Self {
        self.primary_key = columns;
        self
    }

    /// No two rows agree in these columns, unless one of them is empty.
    pub fn unique(mut self, columns: &'static [&'static str]) -> Self {
        self.keys.push(Key {
            columns,
            unique: true,
        });
        self
    }

    /// These columns are searched by, in this order.
    pub fn index(mut self, columns: &'static [&'static str]) -> Self {
        self.keys.push(Key {
            columns,
            unique: false,
        });
        self
    }

    /// Creates what is not there yet.
    pub async fn create(self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();
        let mut table = sea_orm_migration::prelude::Table::create();
        table.table(self.name).if_not_exists();
        for column in &self.columns {
            table.col(column.definition(backend));
        }
        table.primary_key(&mut index(self.primary_key));
        if backend != DbBackend::MySql {
            manager.create_table(table).await?;
            return self.create_keys(manager).await;
        }
        // MySQL has no CREATE INDEX IF NOT EXISTS; and on TiDB one statement is far quicker than several.
        for key in &self.keys {
            table.index(&mut self.key(key));
        }
        // Spelled out: MySQL's own default compares without regard to case, TiDB's and SQLite's do not.
        table.character_set("utf8mb4").collate("utf8mb4_bin");
        manager.create_table(table).await
    }

    async fn create_keys(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        for key in &self.keys {
            let mut statement = self.key(key);
            statement.table(self.name).if_not_exists();
            manager.create_index(statement).await?;
        }
        Ok(())
    }

    fn key(&self, key: &Key) -> IndexCreateStatement {
        let mut statement = index(key.columns);
        statement.name(index_name(self.name, key.columns));
        if key.unique {
            statement.unique();
        }
        statement
    }
}

fn index(columns: &[&'static str]) -> IndexCreateStatement {
    let mut statement = Index::create();
    for column in columns {
        statement.col(*column);
    }
    statement
}

/// Adds the columns that the table has not got yet. They must be empty or have a value that is right for the rows that exist.
pub async fn extend(
    manager: &SchemaManager<'_>,
    table: &'static str,
    columns: impl IntoIterator<Item = Column>,
) -> Result<(), DbErr> {
    let backend = manager.get_database_backend();
    for column in columns {
        if manager.has_column(table, column.name()).await? {
            continue;
        }
        let mut change = sea_orm_migration::prelude::Table::alter();
        change.table(table).add_column(column.definition(backend));
        manager.alter_table(change).await?;
    }
    Ok(())
}

/// Adds an index to a table that exists, if it has not got it yet.
pub async fn add_index(
    manager: &SchemaManager<'_>,
    table: &'static str,
    columns: &'static [&'static str],
) -> Result<(), DbErr> {
    let name = index_name(table, columns);
    if manager.has_index(table, &name).await? {
        return Ok(());
    }
    let mut statement = index(columns);
    statement.name(name).table(table);
    manager.create_index(statement).await
}

/// SQLite's index names are the whole database's, so the table's name is part of it.
fn index_name(table: &str, columns: &[&str]) -> String {
    format!("{table}_by_{}", columns.join("_"))
}
