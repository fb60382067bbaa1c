//! Reading a listings file: plain or gzip, row by row, with what can be wrong with a file.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use csv::{ReaderBuilder, StringRecord};
use flate2::bufread::MultiGzDecoder;

use super::{columns::Columns, refused};
use crate::Result;

/// A listings file, open after its header.
pub struct ListingsFile {
    path: PathBuf,
    reader: csv::Reader<Box<dyn Read + Send>>,
    pub columns: Columns,
    /// The fields of the row read last: one buffer for all rows.
    pub record: StringRecord,
    /// The row read last, counted as a spreadsheet does: the header is row 1.
    row: u64,
    /// A row with too few or too many fields; an error only when nothing follows it.
    odd: Option<u64>,
}

/// How a row was read.
pub enum Row {
    /// Its fields are in [`ListingsFile::record`].
    Whole,
    /// Its text or its number of fields is broken; the sentence says how.
    Broken(String),
}

impl ListingsFile {
    /// Opens the file and recognises its kind.
    ///
    /// # Errors
    /// One sentence: no such file, not a listings file, cut within the header.
    pub fn open(path: &Path) -> Result<Self> {
        let bytes = contents(path).map_err(|error| unreadable(path, &error))?;
        let mut reader = ReaderBuilder::new().flexible(true).from_reader(bytes);
        let header = match reader.headers() {
            Ok(header) => header.clone(),
            Err(error) => return Err(broken(path, 1, &error)),
        };
        let columns = Columns::recognise(&header).map_err(|reason| {
            refused(format!(
                "{} is not a listings file of Inside Airbnb: {reason}",
                path.display()
            ))
        })?;
        Ok(Self {
            path: path.to_owned(),
            reader,
            columns,
            record: StringRecord::new(),
            row: 1,
            odd: None,
        })
    }

    /// The next row with its number; `None` at the end.
    ///
    /// # Errors
    /// The file is damaged, or ends in the middle of a row.
    pub fn next(&mut self) -> Result<Option<(u64, Row)>> {
        let row = self.row + 1;
        match self.reader.read_record(&mut self.record) {
            Ok(true) => {}
            Ok(false) => return self.odd.map_or(Ok(None), |odd| Err(cut(&self.path, odd))),
            Err(error) if matches!(error.kind(), csv::ErrorKind::Utf8 { .. }) => {
                (self.row, self.odd) = (row, None);
                return Ok(Some((row, Row::Broken("its text is not UTF-8".into()))));
            }
            Err(error) => return Err(broken(&self.path, row, &error)),
        }
        self.row = row;
        if self.record.len() == self.columns.count {
            self.odd = None;
            return Ok(Some((row, Row::Whole)));
        }
        self.odd = Some(row);
        let reason = format!(
            "it has {} fields instead of {}",
            self.record.len(),
            self.columns.count
        );
        Ok(Some((row, Row::Broken(reason))))
    }
}

/// The file's text, unpacked when it is gzip, without a byte order mark.
fn contents(path: &Path) -> io::Result<Box<dyn Read + Send>> {
    if path.is_dir() {
        return Err(io::Error::new(
            io::ErrorKind::IsADirectory,
            "it is a folder",
        ));
    }
    let mut file = BufReader::with_capacity(64 * 1024, File::open(path)?);
    let packed = file.fill_buf()?.starts_with(&[0x1f, 0x8b]);
    if !packed {
        skip_mark(&mut file)?;
        return Ok(Box::new(file));
    }
    let mut text = BufReader::with_capacity(64 * 1024, MultiGzDecoder::new(file));
    skip_mark(&mut text)?;
    Ok(Box::new(text))
}

fn skip_mark(text: &mut impl BufRead) -> io::Result<()> {
    if text.fill_buf()?.starts_with(&[0xef, 0xbb, 0xbf]) {
        text.consume(3);
    }
    Ok(())
}

fn unreadable(path: &Path, error: &io::Error) -> crate::Error {
    match error.kind() {
        io::ErrorKind::NotFound => refused(format!("There is no file {}.", path.display())),
        io::ErrorKind::UnexpectedEof => cut(path, 1),
        _ => refused(format!("{} cannot be read: {error}.", path.display())),
    }
}

fn broken(path: &Path, row: u64, error: &csv::Error) -> crate::Error {
    match error.kind() {
        csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => cut(path, row),
        csv::ErrorKind::Io(error) => refused(format!(
            "{} is damaged at row {row}: {error}.",
            path.display()
        )),
        csv::ErrorKind::Utf8 { .. } => refused(format!(
            "{} is not a listings file of Inside Airbnb: it is no text.",
            path.display()
        )),
        _ => refused(format!(
            "{} cannot be read at row {row}: {error}.",
            path.display()
        )),
    }
}

fn cut(path: &Path, row: u64) -> crate::Error {
    refused(format!(
        "{} ends in the middle of row {row}: it was cut off, so nothing was imported. Fetch it again.",
        path.display()
    ))
}
