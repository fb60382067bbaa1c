//! A small way to say tables, so that both databases get the same columns, keys and precision.
//!
//! There are no foreign keys and no CHECKs: TiDB keeps neither reliably. What must hold is a primary or a unique key.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(Clone, Copy)]
enum Kind {
    Uuid,
    Bytes(u32),
    String(u32),
    Text,
    Count,
    Integer,
    Big,
    Float,
    Boolean,
    Instant,
    Date,
}

/// A column that must have a value, unless `null` says otherwise.
pub struct Column {
    name: &'static str,
    kind: Kind,
    null: bool,
    zero: bool,
}

impl Column {
    /// The column may be empty.
    pub fn null(mut self) -> Self {
        self.null = true;
        self
    }

    /// Zero, or false, in the rows that exist already and where nothing is said.
    pub fn zero(mut self) -> Self {
        self.zero = true;
        self
    }

    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    pub(crate) fn definition(&self, backend: DbBackend) -> ColumnDef {
        let mut column = ColumnDef::new(self.name);
        match self.kind {
            Kind::Uuid => column.binary_len(16),
            Kind::Bytes(length) => column.binary_len(length),
            Kind::String(length) => column.string_len(length),
            Kind::Text => column.text(),
            Kind::Count => column.unsigned(),
            Kind::Integer => column.integer(),
            Kind::Big => column.big_integer(),
            Kind::Float => column.double(),
            Kind::Boolean => column.boolean(),
            // sea-query's own `timestamp` ends in 2038, and its `datetime` drops fractions on MySQL.
            Kind::Instant if backend == DbBackend::MySql => column.custom("datetime(6)"),
            Kind::Instant => column.date_time(),
            Kind::Date => column.date(),
        };
        if self.null {
            column.null()
        } else {
            column.not_null()
        };
        if self.zero {
            column.default(0);
        }
        column
    }
}

fn column(name: &'static str, kind: Kind) -> Column {
    Column {
        name,
        kind,
        null: false,
        zero: false,
    }
}

/// An id: sixteen bytes.
pub fn uuid(name: &'static str) -> Column {
    column(name, Kind::Uuid)
}

/// Exactly so many bytes.
pub fn bytes(name: &'static str, length: u32) -> Column {
    column(name, Kind::Bytes(length))
}

/// Text of at most so many characters.
pub fn string(name: &'static str, length: u32) -> Column {
    column(name, Kind::String(length))
}

/// Text of at most 64 KiB.
pub fn text(name: &'static str) -> Column {
    column(name, Kind::Text)
}

/// Zero or more: 32 bits without a sign.
pub fn count(name: &'static str) -> Column {
    column(name, Kind::Count)
}

/// 32 bits with a sign.
pub fn integer(name: &'static str) -> Column {
    column(name, Kind::Integer)
}

/// 64 bits with a sign: money in minor units, ranks.
pub fn big(name: &'static str) -> Column {
    column(name, Kind::Big)
}

/// A double: coordinates.
pub fn float(name: &'static str) -> Column {
    column(name, Kind::Float)
}

/// True or false.
pub fn boolean(name: &'static str) -> Column {
    column(name, Kind::Boolean)
}

/// A moment in UTC, to the microsecond.
pub fn instant(name: &'static str) -> Column {
    column(name, Kind::Instant)
}

/// A civil date.
pub fn date(name: &'static str) -> Column {
    column(name, Kind::Date)
}
