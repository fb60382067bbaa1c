//! SeaORM entities, one module for each table.
