//! Reading our own messages back, for the pages that show the local outbox: the parts of RFC 2045 that we write.

use base64::{Engine, engine::general_purpose::STANDARD};

/// A part of a message that holds no other parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Without parameters, "text/html".
    pub content_type: String,
    /// An attachment's; none for the letter itself.
    pub name: Option<String>,
    pub text: String,
}

/// All parts in order; none when it is no message.
pub fn parts(message: &str) -> Vec<Part> {
    let Some((head, body)) = message.split_once("\r\n\r\n") else {
        return Vec::new();
    };
    let head = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let content_type = header(&head, "content-type").unwrap_or("text/plain");
    match parameter(content_type, "boundary") {
        Some(boundary) => between(body, boundary).flat_map(parts).collect(),
        None => vec![Part {
            content_type: content_type
                .split(';')
                .next()
                .unwrap_or_default()
                .trim()
                .to_owned(),
            name: header(&head, "content-disposition")
                .and_then(|value| parameter(value, "filename"))
                .map(str::to_owned),
            text: decoded(body, header(&head, "content-transfer-encoding")),
        }],
    }
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

fn parameter<'a>(value: &'a str, name: &str) -> Option<&'a str> {
    value.split(';').skip(1).find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        key.eq_ignore_ascii_case(name)
            .then(|| value.trim_matches('"'))
    })
}

/// What stands between the lines of a boundary.
fn between<'a>(body: &'a str, boundary: &str) -> impl Iterator<Item = &'a str> {
    let line = format!("--{boundary}");
    let pieces: Vec<&str> = body.split(line.as_str()).collect();
    pieces
        .into_iter()
        .skip(1)
        .take_while(|piece| !piece.starts_with("--"))
        .map(|piece| piece.strip_prefix("\r\n").unwrap_or(piece))
        .map(|piece| piece.strip_suffix("\r\n").unwrap_or(piece))
}

fn decoded(body: &str, encoding: Option<&str>) -> String {
    let bytes = match encoding.map(str::to_ascii_lowercase).as_deref() {
        Some("base64") => {
            let digits: String = body.split_ascii_whitespace().collect();
            STANDARD.decode(digits).unwrap_or_default()
        }
        Some("quoted-printable") => quoted(body.as_bytes()),
        _ => body.as_bytes().to_vec(),
    };
    String::from_utf8_lossy(&bytes).replace("\r\n", "\n")
}

/// `=C3=A9` is a byte each, `=` at the end of a line is nothing.
fn quoted(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&first, after)) = rest.split_first() {
        let escaped = (first == b'=').then(|| after.get(..2)).flatten();
        match escaped {
            Some(b"\r\n") => {}
            Some(digits) => bytes.extend(
                std::str::from_utf8(digits)
                    .ok()
                    .and_then(|digits| u8::from_str_radix(digits, 16).ok()),
            ),
            None => bytes.push(first),
        }
        rest = match escaped {
            Some(_) => &after[2..],
            None => after,
        };
    }
    bytes
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::mail::{Attachment, Block, Letter, Sender, message::message};

    #[test]
    fn a_message_of_ours_is_read_back_whole() {
        let said = "Hello Siobhán, a line that is longer than seventy-six letters and so is broken on its way = broken. 李小龍";
        let calendar = "BEGIN:VCALENDAR\r\nSUMMARY:Stay: Café\r\nEND:VCALENDAR\r\n";
        let letter = Letter {
            id: Uuid::from_u128(7),
            name: "Siobhán O'Brien".into(),
            address: "siobhan@example.com".into(),
            subject: "Confirmed: a flat above the boats – Fri 5".into(),
            blocks: vec![Block::text(said)],
            foot: "HBnB".into(),
            attachments: vec![Attachment {
                name: "stay.ics".into(),
                content_type: "text/calendar; charset=utf-8",
                text: calendar.into(),
            }],
        };
        let sender = Sender::read(None, "Harbour Homes", "help@hbnb.example").unwrap();
        let whole = message(&letter, &sender, DateTime::UNIX_EPOCH)
            .unwrap()
            .formatted();
        let whole = String::from_utf8(whole).unwrap();
        assert!(
            whole.contains("Message-ID: <00000000000000000000000000000007@hbnb.example>"),
            "{whole}"
        );
        let read = parts(&whole);
        let kinds: Vec<&str> = read.iter().map(|part| part.content_type.as_str()).collect();
        assert_eq!(kinds, ["text/plain", "text/html", "text/calendar"]);
        assert!(read[0].text.starts_with(said), "{}", read[0].text);
        assert!(read[1].text.contains(said) && read[1].text.ends_with("</html>\n"));
        assert_eq!(read[2].name.as_deref(), Some("stay.ics"));
        assert_eq!(read[2].text, calendar.replace("\r\n", "\n"));
    }

    #[test]
    fn what_is_no_message_has_no_parts() {
        assert_eq!(parts("Hello"), []);
    }
}
