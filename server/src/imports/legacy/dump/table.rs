//! CREATE TABLE: the names of the columns, in their order.

use std::io::BufRead;

use super::{
    Fault,
    lexer::{Lexer, Token},
};

/// What begins a part of a CREATE TABLE that is no column.
const NO_COLUMN: &[&str] = &[
    "PRIMARY",
    "UNIQUE",
    "KEY",
    "INDEX",
    "FULLTEXT",
    "SPATIAL",
    "CONSTRAINT",
    "FOREIGN",
    "CHECK",
    "PERIOD",
];

/// After the word CREATE: the table's name and its columns, lower-cased, and the statement is over; none when it creates
/// something else, or a table like another.
pub fn read<R: BufRead>(lexer: &mut Lexer<R>) -> Result<Option<(String, Vec<String>)>, Fault> {
    loop {
        match (lexer.next()?, lexer.word().as_str()) {
            (Token::Word, "TABLE") => break,
            (Token::Word, "TEMPORARY" | "OR" | "REPLACE") => {}
            (token, _) => {
                lexer.back(token);
                lexer.skip_statement()?;
                return Ok(None);
            }
        }
    }
    let name = name(lexer)?;
    match lexer.next()? {
        Token::Symbol(b'(') => {}
        token => {
            lexer.back(token);
            lexer.skip_statement()?;
            return Ok(None);
        }
    }
    let columns = columns(lexer)?;
    lexer.skip_statement()?;
    Ok(Some((name, columns)))
}

/// A table's name without its database, lower-cased; what may stand before it is passed over.
pub fn name<R: BufRead>(lexer: &mut Lexer<R>) -> Result<String, Fault> {
    let before = [
        "IF",
        "NOT",
        "EXISTS",
        "INTO",
        "IGNORE",
        "DELAYED",
        "LOW_PRIORITY",
        "HIGH_PRIORITY",
    ];
    loop {
        match lexer.next()? {
            Token::Word if before.contains(&lexer.word().as_str()) => {}
            Token::Word | Token::Name | Token::Text => break,
            Token::End => return Err(lexer.cut()),
            Token::Symbol(_) => return Err(lexer.odd("a table has no name")),
        }
    }
    let mut name = lower(lexer);
    loop {
        match lexer.next()? {
            Token::Symbol(b'.') => match lexer.next()? {
                Token::Word | Token::Name | Token::Text => name = lower(lexer),
                _ => return Err(lexer.odd("a table has no name")),
            },
            token => {
                lexer.back(token);
                return Ok(name);
            }
        }
    }
}

/// To the closing parenthesis.
fn columns<R: BufRead>(lexer: &mut Lexer<R>) -> Result<Vec<String>, Fault> {
    let mut columns = Vec::new();
    loop {
        match lexer.next()? {
            Token::Word if NO_COLUMN.contains(&lexer.word().as_str()) => {}
            Token::Word | Token::Name | Token::Text => columns.push(lower(lexer)),
            token => lexer.back(token),
        }
        if part_is_last(lexer)? {
            return Ok(columns);
        }
    }
}

/// Passes over the rest of a part; true when the parenthesis closes after it.
fn part_is_last<R: BufRead>(lexer: &mut Lexer<R>) -> Result<bool, Fault> {
    let mut depth = 0_u32;
    loop {
        match lexer.next()? {
            Token::Symbol(b'(') => depth += 1,
            Token::Symbol(b')') if depth == 0 => return Ok(true),
            Token::Symbol(b')') => depth -= 1,
            Token::Symbol(b',') if depth == 0 => return Ok(false),
            Token::Symbol(b';') => return Err(lexer.odd("a CREATE TABLE ends too early")),
            Token::End => return Err(lexer.cut()),
            _ => {}
        }
    }
}

/// The letters of a name, lower-cased.
pub fn lower<R: BufRead>(lexer: &Lexer<R>) -> String {
    String::from_utf8_lossy(&lexer.text).to_lowercase()
}
