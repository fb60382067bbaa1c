//! A row as it stands in the file: each value by its column's name.

use super::insert::Insert;

/// The values of the row that was read last. One set of buffers serves all rows.
#[derive(Default)]
pub struct Cells {
    cells: Vec<Cell>,
    used: usize,
    unreadable: Option<&'static str>,
}

#[derive(Default)]
struct Cell {
    is_null: bool,
    bytes: Vec<u8>,
}

impl Cells {
    pub fn clear(&mut self) {
        self.used = 0;
        self.unreadable = None;
    }

    pub fn len(&self) -> usize {
        self.used
    }

    pub fn null(&mut self) {
        self.cell().is_null = true;
    }

    pub fn text(&mut self, bytes: &[u8]) {
        self.cell().bytes.extend_from_slice(bytes);
    }

    /// A value that cannot be read; why, as the end of a sentence.
    pub fn unreadable(&mut self, why: &'static str) {
        self.null();
        self.unreadable = Some(why);
    }

    fn cell(&mut self) -> &mut Cell {
        if self.used == self.cells.len() {
            self.cells.push(Cell::default());
        }
        self.used += 1;
        let cell = &mut self.cells[self.used - 1];
        cell.is_null = false;
        cell.bytes.clear();
        cell
    }
}

/// A row of a table of the dump.
pub struct Row<'a> {
    insert: &'a Insert,
    cells: &'a Cells,
}

impl<'a> Row<'a> {
    pub(super) fn new(insert: &'a Insert, cells: &'a Cells) -> Self {
        Self { insert, cells }
    }

    /// Lower-cased.
    pub fn table(&self) -> &'a str {
        &self.insert.table
    }

    /// Where it begins in the file, from 1.
    pub fn line(&self) -> u64 {
        self.insert.line
    }

    /// The names of its columns, lower-cased, in the file's order.
    pub fn columns(&self) -> &'a [String] {
        &self.insert.columns
    }

    /// Whether it can be read at all.
    ///
    /// # Errors
    /// Why not, as the end of a sentence.
    pub fn check(&self) -> Result<(), String> {
        let (values, columns) = (self.cells.len(), self.insert.columns.len());
        if let Some(why) = self.cells.unreadable {
            return Err(why.to_owned());
        }
        if values != columns {
            return Err(format!("it has {values} values for {columns} columns"));
        }
        Ok(())
    }

    /// The bytes of a value; none for NULL and for a column that the table has not got.
    pub fn bytes(&self, column: &str) -> Option<&'a [u8]> {
        let at = self.insert.columns.iter().position(|name| name == column)?;
        let cell = self.cells.cells.get(at).filter(|_| at < self.cells.used)?;
        (!cell.is_null).then_some(cell.bytes.as_slice())
    }

    /// The same as text.
    ///
    /// # Errors
    /// It is not UTF-8; the end of a sentence.
    pub fn text(&self, column: &str) -> Result<Option<&'a str>, String> {
        let text = self.bytes(column).map(std::str::from_utf8).transpose();
        text.map_err(|_| "its text is not UTF-8".to_owned())
    }
}
