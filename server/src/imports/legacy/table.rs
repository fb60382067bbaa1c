//! One table of the dump, from its first row to its last, in batches.

use std::path::Path;

use indicatif::ProgressBar;

use super::{
    dump,
    fields::{Old, Rows, called},
    load::unreadable,
    report::Part,
    world::World,
};
use crate::Result;

/// How many rows one transaction writes: of homes, which have most columns, 14,500 bound values, where SQLite takes 32,766.
pub(super) const BATCH: usize = 250;

/// A row that was read, and where.
pub(super) struct Read<T> {
    pub line: u64,
    /// Its old id.
    pub called: String,
    pub row: T,
}

/// How the rows of a table are read and written.
pub(super) trait Table {
    /// Its name in the dump.
    const NAME: &'static str;
    type Row;

    /// What a row says.
    ///
    /// # Errors
    /// Why it is refused, as the end of a sentence.
    fn read(&mut self, old: &Old<'_>) -> std::result::Result<Self::Row, String>;

    /// Writes a batch in one transaction, unless this is a dry run, and notes what became of each.
    async fn write(
        &mut self,
        world: &mut World<'_>,
        batch: Vec<Read<Self::Row>>,
        part: &mut Part,
    ) -> Result<()>;
}

/// Reads the table and writes what can be written.
pub(super) async fn load<T: Table>(
    file: &Path,
    table: &mut T,
    world: &mut World<'_>,
    progress: &ProgressBar,
) -> Result<Part> {
    let opened = dump::open(file, &[T::NAME]).map_err(|fault| unreadable(file, &fault))?;
    let mut rows = Rows::new(opened);
    let mut part = Part::new(T::NAME);
    let mut batch = Vec::with_capacity(BATCH);
    while let Some((number, row)) = rows.next().map_err(|fault| unreadable(file, &fault))? {
        part.rows += 1;
        progress.inc(1);
        let (line, called) = (row.line(), called(&row));
        let old = Old { row: &row, number };
        match row.check().and_then(|()| table.read(&old)) {
            Ok(row) => batch.push(Read { line, called, row }),
            Err(reason) => part.refuse(line, called, reason),
        }
        if batch.len() == BATCH {
            table
                .write(world, std::mem::take(&mut batch), &mut part)
                .await?;
        }
    }
    if !batch.is_empty() {
        table.write(world, batch, &mut part).await?;
    }
    Ok(part)
}

impl<T> Read<T> {
    pub fn refuse(self, reason: impl Into<String>, part: &mut Part) {
        part.refuse(self.line, self.called, reason.into());
    }
}
