//! Percentages as people type them.

use crate::{Error, Result, error::Name, text};

/// "10", "12.5" or "12,5%" in basis points, at most `most` of them; 0 when nothing is typed.
pub fn percent(field: Name, typed: &str, most: u32) -> Result<u32> {
    let typed = text::line(typed).replace(',', ".");
    let plain = typed.trim_end_matches('%').trim_end();
    if plain.is_empty() && typed.is_empty() {
        return Ok(0);
    }
    let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
    let digits = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
    let shaped = !whole.is_empty() && whole.len() <= 3 && part.len() <= 2;
    let read = format!("{whole}{part:0<2}").parse::<u32>().ok();
    read.filter(|bp| shaped && digits(whole) && digits(part) && *bp <= most)
        .ok_or_else(|| {
            let sentence = format!("Enter a percentage from 0 to {}, such as 10.", most / 100);
            Error::field(field, sentence)
        })
}

/// What a field that [`percent`] reads shows; nothing for 0.
pub fn written(bp: u32) -> String {
    match bp {
        0 => String::new(),
        bp => crate::pricing::percent(bp).trim_end_matches('%').to_owned(),
    }
}
