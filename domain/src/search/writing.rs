//! A search as the parameters of a URL.

use super::{SearchQuery, Sort};

impl SearchQuery {
    /// The canonical query string, without `?`; what is the default is left out.
    pub fn to_query_string(&self) -> String {
        let mut written = String::new();
        for (name, value) in self.pairs() {
            if !written.is_empty() {
                written.push('&');
            }
            written.push_str(name);
            written.push('=');
            encode(&mut written, &value);
        }
        written
    }

    /// The parameters in canonical order, not encoded: for hidden fields of forms, and for links.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let mut push = |name, value: Option<String>| pairs.extend(value.map(|value| (name, value)));
        push(
            "where",
            Some(self.place.clone()).filter(|place| !place.is_empty()),
        );
        push("check_in", self.stay.map(|stay| stay.check_in.to_string()));
        push(
            "check_out",
            self.stay.map(|stay| stay.check_out.to_string()),
        );
        push(
            "guests",
            Some(self.guests.to_string()).filter(|_| self.guests != 1),
        );
        self.kinds
            .iter()
            .for_each(|kind| push("kind", Some(kind.as_str().to_owned())));
        push("min_price", self.min_price.map(|price| price.to_string()));
        push("max_price", self.max_price.map(|price| price.to_string()));
        self.amenities
            .iter()
            .for_each(|slug| push("amenity", Some(slug.clone())));
        push(
            "sort",
            Some(self.sort.as_str().to_owned()).filter(|_| self.sort != Sort::Recommended),
        );
        push("after", self.after.clone());
        pairs
    }
}

/// As forms encode: spaces as `+`, everything but letters, digits and `-._~` by its bytes.
fn encode(written: &mut String, value: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                written.push(byte as char)
            }
            b' ' => written.push('+'),
            _ => {
                written.push('%');
                written.push(HEX[usize::from(byte >> 4)] as char);
                written.push(HEX[usize::from(byte & 15)] as char);
            }
        }
    }
}
