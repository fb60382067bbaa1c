//! The words, names, texts and signs of SQL as mysqldump writes it. Comments are passed over, the conditional ones
//! (`/*!40101 … */`) too: nothing in them is data.

use std::io::BufRead;

use super::Fault;

/// A text longer than this is no field of the old database.
const LONGEST: usize = 16 * 1024 * 1024;

/// What was read; its letters are in [`Lexer::text`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// A keyword, a number or a name without quotes.
    Word,
    /// A name in backticks.
    Name,
    /// What stood in single or double quotes, unescaped.
    Text,
    Symbol(u8),
    End,
}

pub struct Lexer<R> {
    input: R,
    pub text: Vec<u8>,
    /// Counts from 1.
    pub line: u64,
    /// A token that was read and is read again.
    again: Option<Token>,
    /// False while what is read is not wanted: then texts are not kept.
    keep: bool,
    /// Its first lines say that mysqldump wrote it, which ends with a line of its own.
    by_mysqldump: bool,
    completed: bool,
}

impl<R: BufRead> Lexer<R> {
    pub fn new(input: R) -> Self {
        Self {
            input,
            text: Vec::new(),
            line: 1,
            again: None,
            keep: true,
            by_mysqldump: false,
            completed: false,
        }
    }

    /// Whether it should go on: mysqldump's last line is missing.
    pub fn is_unfinished(&self) -> bool {
        self.by_mysqldump && !self.completed
    }

    pub fn cut(&self) -> Fault {
        Fault::Cut { line: self.line }
    }

    pub fn odd(&self, what: impl Into<String>) -> Fault {
        Fault::Odd {
            line: self.line,
            what: what.into(),
        }
    }

    /// The letters of the last token, in capitals; bytes that are no text become `?`.
    pub fn word(&self) -> String {
        let letter = |byte: &u8| match byte.is_ascii() {
            true => char::from(byte.to_ascii_uppercase()),
            false => '?',
        };
        self.text.iter().map(letter).collect()
    }

    /// The next token once more.
    pub fn back(&mut self, token: Token) {
        self.again = Some(token);
    }

    pub fn next(&mut self) -> Result<Token, Fault> {
        if let Some(token) = self.again.take() {
            return Ok(token);
        }
        self.text.clear();
        loop {
            let Some(byte) = self.take()? else {
                return Ok(Token::End);
            };
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' | 0x0b | 0x0c => {}
                b'#' => self.line_comment()?,
                b'-' if self.peek()? == Some(b'-') => self.line_comment()?,
                b'/' if self.peek()? == Some(b'*') => self.block_comment()?,
                b'\'' | b'"' => return self.quoted(byte).map(|()| Token::Text),
                b'`' => return self.quoted(byte).map(|()| Token::Name),
                b'-' | b'+' | b'.' if self.peek()?.is_some_and(begins_number) => {
                    return self.run(byte);
                }
                _ if is_of_word(byte) => return self.run(byte),
                _ => return Ok(Token::Symbol(byte)),
            }
        }
    }

    /// Passes over everything to the statement's end.
    pub fn skip_statement(&mut self) -> Result<(), Fault> {
        self.keep = false;
        let end = loop {
            match self.next() {
                Ok(Token::Symbol(b';')) => break Ok(()),
                Ok(Token::End) => break Err(self.cut()),
                Ok(_) => {}
                Err(fault) => break Err(fault),
            }
        };
        self.keep = true;
        end
    }

    /// After the word DELIMITER: passes over everything until the delimiter is a semicolon again.
    pub fn skip_delimited(&mut self) -> Result<(), Fault> {
        let mut delimiter = self.rest_of_line()?;
        while delimiter.trim_ascii() != b";" {
            delimiter = loop {
                if self.peek()?.is_none() {
                    return Err(self.cut());
                }
                let line = self.rest_of_line()?;
                if let Some(next) = line.strip_prefix(b"DELIMITER") {
                    break next.to_vec();
                }
            };
        }
        Ok(())
    }

    fn peek(&mut self) -> Result<Option<u8>, Fault> {
        Ok(self.input.fill_buf()?.first().copied())
    }

    fn take(&mut self) -> Result<Option<u8>, Fault> {
        let byte = self.peek()?;
        if let Some(byte) = byte {
            self.input.consume(1);
            self.line += u64::from(byte == b'\n');
        }
        Ok(byte)
    }

    /// A number or a word that begins with `first`.
    fn run(&mut self, first: u8) -> Result<Token, Fault> {
        self.text.push(first);
        let is_number = begins_number(first) || matches!(first, b'-' | b'+');
        while let Some(byte) = self.peek()? {
            let exponent = is_number
                && matches!(byte, b'-' | b'+')
                && matches!(self.text.last(), Some(b'e' | b'E'));
            if !(is_of_word(byte) || (is_number && byte == b'.') || exponent) {
                break;
            }
            self.input.consume(1);
            self.push(&[byte])?;
        }
        Ok(Token::Word)
    }

    /// To the closing quote. Inside texts a backslash escapes; the quote doubled is the quote.
    fn quoted(&mut self, quote: u8) -> Result<(), Fault> {
        loop {
            self.up_to(|byte| byte == quote || (byte == b'\\' && quote != b'`'))?;
            match self.take()? {
                None => return Err(self.cut()),
                Some(b'\\') if quote != b'`' => {
                    let escaped = self.take()?.ok_or_else(|| self.cut())?;
                    let byte = unescaped(escaped);
                    self.push(&[byte])?;
                }
                Some(_) if self.peek()? == Some(quote) => {
                    self.input.consume(1);
                    self.push(&[quote])?;
                }
                Some(_) => return Ok(()),
            }
        }
    }

    /// Takes everything before the first byte that `stops`.
    fn up_to(&mut self, stops: impl Fn(u8) -> bool) -> Result<(), Fault> {
        loop {
            let buffer = self.input.fill_buf()?;
            if buffer.is_empty() {
                return Ok(());
            }
            let found = buffer.iter().position(|byte| stops(*byte));
            let (length, done) = (found.unwrap_or(buffer.len()), found.is_some());
            let taken = &buffer[..length];
            self.line += taken.iter().filter(|byte| **byte == b'\n').count() as u64;
            if self.keep {
                self.text.extend_from_slice(taken);
            }
            self.input.consume(length);
            self.not_too_long()?;
            if done {
                return Ok(());
            }
        }
    }

    fn push(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        // A word is always kept: the statement's end is told by it.
        if self.keep || self.text.len() < 64 {
            self.text.extend_from_slice(bytes);
        }
        self.not_too_long()
    }

    fn not_too_long(&self) -> Result<(), Fault> {
        match self.text.len() > LONGEST {
            true => Err(self.odd("a text is longer than 16 MB")),
            false => Ok(()),
        }
    }

    fn line_comment(&mut self) -> Result<(), Fault> {
        let comment = self.rest_of_line()?;
        let says = |words: &[u8]| comment.windows(words.len()).any(|part| part == words);
        self.by_mysqldump |= says(b"MySQL dump ") || says(b"MariaDB dump ");
        self.completed |= says(b"Dump completed");
        Ok(())
    }

    /// The first hundred bytes of what is left of the line.
    fn rest_of_line(&mut self) -> Result<Vec<u8>, Fault> {
        let mut line = Vec::new();
        while let Some(byte) = self.take()? {
            if byte == b'\n' {
                break;
            }
            if line.len() < 100 {
                line.push(byte);
            }
        }
        Ok(line)
    }

    fn block_comment(&mut self) -> Result<(), Fault> {
        self.take()?;
        let mut last = 0;
        while let Some(byte) = self.take()? {
            if (last, byte) == (b'*', b'/') {
                return Ok(());
            }
            last = byte;
        }
        Err(self.cut())
    }
}

fn begins_number(byte: u8) -> bool {
    byte.is_ascii_digit() || byte == b'.'
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'@') || !byte.is_ascii()
}

/// What stands for a byte after a backslash in MySQL's texts.
fn unescaped(byte: u8) -> u8 {
    match byte {
        b'0' => 0,
        b'b' => 8,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'Z' => 26,
        other => other,
    }
}
