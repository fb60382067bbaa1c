//! INSERT: whose rows they are, and one row after the other.

use std::{collections::HashMap, io::BufRead};

use super::{
    Fault,
    lexer::{Lexer, Token},
    row::Cells,
    table,
};

/// An INSERT whose rows are wanted.
pub struct Insert {
    /// Lower-cased.
    pub table: String,
    /// What the values stand for, in their order.
    pub columns: Vec<String>,
    /// Where the row that was read last begins.
    pub line: u64,
}

/// A row of more values than this is no row.
const MOST_VALUES: usize = 1_000;

impl Insert {
    /// After the word INSERT or REPLACE, to the word VALUES; none for a table that is not wanted, and the statement is over.
    ///
    /// # Errors
    /// It names no columns, and the file has no CREATE TABLE that tells their order.
    pub fn begin<R: BufRead>(
        lexer: &mut Lexer<R>,
        wanted: &[&'static str],
        tables: &HashMap<String, Vec<String>>,
    ) -> Result<Option<Self>, Fault> {
        let table = table::name(lexer)?;
        if !wanted.contains(&table.as_str()) {
            return lexer.skip_statement().map(|()| None);
        }
        let columns = match named(lexer)? {
            Some(columns) => columns,
            None => tables.get(&table).cloned().ok_or_else(|| {
                lexer.odd(format!(
                    "rows of {table} name no columns, and no CREATE TABLE tells their order: make the dump without --no-create-info"
                ))
            })?,
        };
        match (lexer.next()?, lexer.word().as_str()) {
            (Token::Word, "VALUES" | "VALUE") => {}
            (Token::End, _) => return Err(lexer.cut()),
            _ => return Err(lexer.odd(format!("rows of {table} are not given as VALUES"))),
        }
        Ok(Some(Self {
            table,
            columns,
            line: lexer.line,
        }))
    }

    /// Reads the next row into `cells`; false after the last one.
    pub fn row<R: BufRead>(
        &mut self,
        lexer: &mut Lexer<R>,
        cells: &mut Cells,
    ) -> Result<bool, Fault> {
        loop {
            match lexer.next()? {
                Token::Symbol(b',') => {}
                Token::Symbol(b'(') => break,
                Token::Symbol(b';') => return Ok(false),
                Token::End => return Err(lexer.cut()),
                // ON DUPLICATE KEY UPDATE …
                Token::Word if lexer.word() == "ON" => {
                    return lexer.skip_statement().map(|()| false);
                }
                _ => return Err(lexer.odd(format!("a row of {} does not begin", self.table))),
            }
        }
        self.line = lexer.line;
        cells.clear();
        values(lexer, cells)?;
        Ok(true)
    }
}

/// The columns that the INSERT itself names.
fn named<R: BufRead>(lexer: &mut Lexer<R>) -> Result<Option<Vec<String>>, Fault> {
    match lexer.next()? {
        Token::Symbol(b'(') => {}
        token => {
            lexer.back(token);
            return Ok(None);
        }
    }
    let mut columns = Vec::new();
    loop {
        match lexer.next()? {
            Token::Word | Token::Name | Token::Text => columns.push(table::lower(lexer)),
            Token::Symbol(b',') => {}
            Token::Symbol(b')') => return Ok(Some(columns)),
            Token::End => return Err(lexer.cut()),
            Token::Symbol(_) => return Err(lexer.odd("the columns of an INSERT are no names")),
        }
    }
}

/// To the closing parenthesis.
fn values<R: BufRead>(lexer: &mut Lexer<R>, cells: &mut Cells) -> Result<(), Fault> {
    loop {
        value(lexer, cells)?;
        if cells.len() > MOST_VALUES {
            return Err(lexer.odd("a row has more than a thousand values"));
        }
        match lexer.next()? {
            Token::Symbol(b',') => {}
            Token::Symbol(b')') => return Ok(()),
            Token::End => return Err(lexer.cut()),
            _ => return Err(lexer.odd("a value does not end")),
        }
    }
}

fn value<R: BufRead>(lexer: &mut Lexer<R>, cells: &mut Cells) -> Result<(), Fault> {
    match lexer.next()? {
        Token::Text => cells.text(&lexer.text),
        Token::Word => return word(lexer, cells),
        Token::End => return Err(lexer.cut()),
        Token::Name | Token::Symbol(_) => return Err(lexer.odd("a value is missing")),
    }
    Ok(())
}

/// A number, NULL, a charset's name before a text, or a call such as NOW().
fn word<R: BufRead>(lexer: &mut Lexer<R>, cells: &mut Cells) -> Result<(), Fault> {
    let word = lexer.word();
    match word.as_str() {
        "NULL" => cells.null(),
        "TRUE" => cells.text(b"1"),
        "FALSE" => cells.text(b"0"),
        "X" | "B" | "N" => return marked(lexer, cells, &word),
        _ if word.starts_with('_') => return value(lexer, cells),
        _ if word.starts_with("0X") => {
            match unhexed(word.as_bytes().get(2..).unwrap_or_default()) {
                Some(bytes) => cells.text(&bytes),
                None => cells.unreadable("a number in it cannot be read"),
            }
        }
        _ if word.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first)) => {
            cells.text(&lexer.text);
        }
        _ => return call(lexer, cells),
    }
    Ok(())
}

/// A text with a letter before its quotes: `x'41'`, `b'0'`, `N'…'`.
fn marked<R: BufRead>(lexer: &mut Lexer<R>, cells: &mut Cells, mark: &str) -> Result<(), Fault> {
    match lexer.next()? {
        Token::Text => {}
        _ => return Err(lexer.odd("a value does not end")),
    }
    match mark {
        "N" => cells.text(&lexer.text),
        "B" => cells.text(if lexer.text.contains(&b'1') {
            b"1"
        } else {
            b"0"
        }),
        _ => match unhexed(&lexer.text) {
            Some(bytes) => cells.text(&bytes),
            None => cells.unreadable("a number in it cannot be read"),
        },
    }
    Ok(())
}

/// A word that is no value: the row cannot be read, but what follows can.
fn call<R: BufRead>(lexer: &mut Lexer<R>, cells: &mut Cells) -> Result<(), Fault> {
    cells.unreadable("it holds an expression instead of a value");
    let mut depth = 0_u32;
    loop {
        match lexer.next()? {
            Token::Symbol(b'(') => depth += 1,
            Token::Symbol(b')') if depth > 0 => depth -= 1,
            token @ Token::Symbol(b')' | b',') if depth == 0 => {
                lexer.back(token);
                return Ok(());
            }
            Token::End => return Err(lexer.cut()),
            Token::Symbol(b';') => return Err(lexer.odd("a value does not end")),
            _ => {}
        }
    }
}

fn unhexed(digits: &[u8]) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let pairs = digits.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return None;
    }
    pairs
        .map(|pair| {
            let value = digit(*pair.first()?)? * 16 + digit(*pair.get(1)?)?;
            u8::try_from(value).ok()
        })
        .collect()
}
