//! Reading a mysqldump row by row, without a MySQL server: which columns a table has is read from its CREATE TABLE, and no
//! more than one row is ever held.

mod file;
mod insert;
mod lexer;
mod row;
mod table;
#[cfg(test)]
mod tests;

use std::{
    collections::HashMap,
    io::{self, BufRead},
};

pub use file::open;
pub use row::Row;

use insert::Insert;
use lexer::{Lexer, Token};
use row::Cells;

/// Why a dump cannot be read to its end.
#[derive(Debug)]
pub enum Fault {
    Io(io::Error),
    /// It ends in the middle: of a statement, a text or a comment, or before mysqldump's last line.
    Cut {
        line: u64,
    },
    /// Something that no dump holds; the end of the sentence "In line 7 …".
    Odd {
        line: u64,
        what: String,
    },
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// A dump, read from its beginning.
pub struct Dump<R> {
    lexer: Lexer<R>,
    /// The columns of each table that was created so far, in the file's order, lower-cased.
    tables: HashMap<String, Vec<String>>,
    /// Whose rows are wanted, lower-cased; the others are passed over.
    wanted: Vec<&'static str>,
    /// The INSERT whose rows are being read.
    insert: Option<Insert>,
    cells: Cells,
}

impl<R: BufRead> Dump<R> {
    /// The rows of these tables, their names lower-cased.
    pub fn new(reader: R, wanted: &[&'static str]) -> Self {
        Self {
            lexer: Lexer::new(reader),
            tables: HashMap::new(),
            wanted: wanted.to_vec(),
            insert: None,
            cells: Cells::default(),
        }
    }

    /// The next row; none at the end of the file.
    ///
    /// # Errors
    /// The file is cut, or is no dump. A row that cannot be read says so itself.
    pub fn next(&mut self) -> Result<Option<Row<'_>>, Fault> {
        loop {
            if let Some(mut insert) = self.insert.take()
                && insert.row(&mut self.lexer, &mut self.cells)?
            {
                let insert = self.insert.insert(insert);
                return Ok(Some(Row::new(insert, &self.cells)));
            }
            if !self.statement()? {
                return Ok(None);
            }
        }
    }

    /// The columns of a table that the file has created so far.
    pub fn columns(&self, table: &str) -> Option<&[String]> {
        self.tables.get(table).map(Vec::as_slice)
    }

    /// Reads one statement, of an INSERT only its head; false at the end of the file.
    fn statement(&mut self) -> Result<bool, Fault> {
        match self.lexer.next()? {
            Token::End if self.lexer.is_unfinished() => Err(self.lexer.cut()),
            Token::End => Ok(false),
            Token::Symbol(b';') => Ok(true),
            Token::Word => {
                match self.lexer.word().as_str() {
                    "CREATE" => self.create()?,
                    "INSERT" | "REPLACE" => self.begin_insert()?,
                    // Triggers and routines: what they would insert is no data.
                    "DELIMITER" => self.lexer.skip_delimited()?,
                    _ => self.lexer.skip_statement()?,
                }
                Ok(true)
            }
            _ => self.lexer.skip_statement().map(|()| true),
        }
    }

    fn create(&mut self) -> Result<(), Fault> {
        if let Some((name, columns)) = table::read(&mut self.lexer)? {
            self.tables.insert(name, columns);
        }
        Ok(())
    }

    fn begin_insert(&mut self) -> Result<(), Fault> {
        self.insert = Insert::begin(&mut self.lexer, &self.wanted, &self.tables)?;
        Ok(())
    }
}
