//! What a file is, by its first bytes: its name and what the browser says of it prove nothing.

use std::fmt;

use super::Unfit;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Jpeg,
    Png,
    WebP,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
        })
    }
}

/// # Errors
/// Says what the file is instead, and what is taken.
pub fn kind(file: &[u8]) -> Result<Kind, Unfit> {
    if file.starts_with(b"\xff\xd8\xff") {
        Ok(Kind::Jpeg)
    } else if file.starts_with(b"\x89PNG\r\n\x1a\n") {
        Ok(Kind::Png)
    } else if file.starts_with(b"RIFF") && file.get(8..12) == Some(b"WEBP") {
        Ok(Kind::WebP)
    } else if file.is_empty() {
        Err(Unfit::new("is empty: there is nothing in it."))
    } else {
        Err(Unfit::new(format!(
            "is {}. We take pictures as JPEG, PNG or WebP.",
            other(file)
        )))
    }
}

/// What hosts send by mistake, in their words.
fn other(file: &[u8]) -> &'static str {
    match file.get(4..12) {
        Some(b"ftypheic" | b"ftypheix" | b"ftypmif1" | b"ftyphevc" | b"ftypmsf1") => {
            return "a HEIC picture, as iPhones keep them: share or export it as JPEG";
        }
        Some(b"ftypavif" | b"ftypavis") => return "an AVIF picture",
        Some(start) if start.starts_with(b"ftyp") => return "a film",
        _ => {}
    }
    let known: [(&[u8], &str); 9] = [
        (b"GIF8", "a GIF picture"),
        (b"%PDF", "a PDF document"),
        (b"BM", "a BMP picture"),
        (b"II*\0", "a TIFF or raw picture"),
        (b"MM\0*", "a TIFF or raw picture"),
        (b"PK\x03\x04", "an archive or office document"),
        (b"<svg", "an SVG drawing"),
        (b"\x00\x00\x00\x0cJXL ", "a JPEG XL picture"),
        (b"\xff\x0a", "a JPEG XL picture"),
    ];
    let known = known.into_iter().find(|(start, _)| file.starts_with(start));
    match known {
        Some((_, what)) => what,
        None if is_text(file) => "text, not a picture",
        None => "no picture that we know",
    }
}

fn is_text(file: &[u8]) -> bool {
    let start = file.get(..512).unwrap_or(file);
    let words = match std::str::from_utf8(start) {
        Ok(words) => words,
        // A letter of several bytes was cut in two.
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&start[..error.valid_up_to()]).unwrap_or("\0")
        }
        Err(_) => return false,
    };
    !words
        .chars()
        .any(|c| c.is_control() && !c.is_ascii_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_picture_of_ours_is_named() {
        let said = |file: &[u8]| kind(file).unwrap_err().to_string();
        assert!(said("To whom it may concern: grüße".as_bytes()).contains("text"));
        assert!(said(b"GIF89a....").contains("GIF"));
        assert!(said(b"\0\0\0\x18ftypheic\0\0\0\0").contains("HEIC"));
        assert!(said(b"\0\0\0\x18ftypisom\0\0\0\0").contains("film"));
        assert!(said(b"\x00\x01\x02").contains("no picture that we know"));
        assert!(said(b"").contains("empty"));
        for file in [&b"text"[..], b"%PDF-1.7", b"\x00"] {
            assert!(said(file).contains("JPEG, PNG or WebP"));
        }
    }

    #[test]
    fn the_first_bytes_tell_ours() {
        assert_eq!(kind(b"\xff\xd8\xff\xe0"), Ok(Kind::Jpeg));
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n"), Ok(Kind::Png));
        assert_eq!(kind(b"RIFF\x01\x02\x03\x04WEBPVP8 "), Ok(Kind::WebP));
    }
}
