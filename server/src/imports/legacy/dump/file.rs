//! Opening a dump: plain or gzip, and what else people take for one.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::Path,
};

use flate2::bufread::MultiGzDecoder;

use super::{Dump, Fault};

/// An open dump.
pub type DumpFile = Dump<BufReader<Box<dyn Read + Send>>>;

const BUFFER: usize = 64 * 1024;

/// Opens the file for the rows of these tables.
///
/// # Errors
/// It is not there, cannot be read, or is UTF-16, as PowerShell's `>` writes it.
pub fn open(path: &Path, wanted: &[&'static str]) -> Result<DumpFile, Fault> {
    if path.is_dir() {
        let folder = io::Error::new(io::ErrorKind::IsADirectory, "it is a folder");
        return Err(folder.into());
    }
    let mut file = BufReader::with_capacity(BUFFER, File::open(path)?);
    let packed = file.fill_buf()?.starts_with(&[0x1f, 0x8b]);
    let reader: Box<dyn Read + Send> = match packed {
        true => Box::new(MultiGzDecoder::new(file)),
        false => Box::new(file),
    };
    let mut text = BufReader::with_capacity(BUFFER, reader);
    let start = text.fill_buf()?;
    if start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]) {
        return Err(Fault::Odd {
            line: 1,
            what: "it is UTF-16, as PowerShell’s > writes it: make the dump with --result-file"
                .to_owned(),
        });
    }
    if start.starts_with(&[0xef, 0xbb, 0xbf]) {
        text.consume(3);
    }
    Ok(Dump::new(text, wanted))
}
