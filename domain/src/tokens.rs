//! Tokens that people make for their own programs: what they may do, and how they look.

use std::fmt;

use crate::{Error, Result, error::keep, text};

words! {
    /// What a personal token lets a program do.
    Scope {
        ListingsRead "listings:read" "Read your homes, also the drafts",
        ListingsWrite "listings:write" "Add and change your homes",
        CalendarWrite "calendar:write" "Keep nights of your homes free, and offer them again",
        BookingsRead "bookings:read" "Read your bookings, as guest and as host",
        BookingsWrite "bookings:write" "Book, cancel, accept, decline and review",
        PaymentsRead "payments:read" "Read what was paid and given back",
        Profile "profile" "Read and change your profile",
    }
}

/// One or more scopes, each once, in the order in which people are shown them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scopes(Vec<Scope>);

impl Scopes {
    /// Refused at `scopes` when there is none, or a word that is no scope.
    pub fn parse<'a>(words: impl IntoIterator<Item = &'a str>) -> Result<Scopes> {
        let mut asked = Vec::new();
        for word in words {
            let scope = Scope::parse(word);
            asked.push(scope.ok_or_else(|| {
                Error::field(
                    "scopes",
                    format!("There is no scope {:?}.", text::excerpt(word, 40)),
                )
            })?);
        }
        let all = Scope::ALL.iter().copied();
        let scopes: Vec<Scope> = all.filter(|scope| asked.contains(scope)).collect();
        if scopes.is_empty() {
            let sentence = "Choose at least one thing that the token may do.";
            return Err(Error::field("scopes", sentence));
        }
        Ok(Scopes(scopes))
    }

    /// What is kept in the column: words with spaces between. Words that mean nothing any more are passed over.
    pub fn kept(words: &str) -> Scopes {
        Scopes(words.split(' ').filter_map(Scope::parse).collect())
    }

    pub fn contains(&self, scope: Scope) -> bool {
        self.0.contains(&scope)
    }

    pub fn iter(&self) -> impl Iterator<Item = Scope> + '_ {
        self.0.iter().copied()
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = self.0.iter().map(|scope| scope.as_str()).collect();
        f.write_str(&words.join(" "))
    }
}

/// How long a token works, as people choose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lifetime {
    Days(u32),
    /// Until it is revoked.
    Unlimited,
}

impl Lifetime {
    /// What is offered: the days, or `"never"`.
    pub const OFFERED: [(&'static str, &'static str); 4] = [
        ("30", "30 days"),
        ("90", "90 days"),
        ("365", "A year"),
        ("never", "Until you revoke it"),
    ];

    /// Refused at `expires_in` unless it is a number of days from 1 to 365, or `never`.
    pub fn parse(text: &str) -> Result<Lifetime> {
        if text == "never" {
            return Ok(Lifetime::Unlimited);
        }
        let days = text.parse().ok().filter(|days| (1..=365).contains(days));
        days.map(Lifetime::Days).ok_or_else(|| {
            Error::field(
                "expires_in",
                "Choose how long it works: at most 365 days, or never.",
            )
        })
    }
}

/// A personal token that somebody wants; understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub name: String,
    pub scopes: Scopes,
    pub lifetime: Lifetime,
}

impl Wanted {
    /// Everything that is wrong, each at its field: `name` (1 to 80 characters), `scopes`, `expires_in`.
    pub fn parse(name: &str, scopes: &[String], expires_in: &str) -> Result<Wanted> {
        let mut refused = Vec::new();
        let name = keep(&mut refused, parse_name(name));
        let scopes = keep(
            &mut refused,
            Scopes::parse(scopes.iter().map(String::as_str)),
        );
        let lifetime = keep(&mut refused, Lifetime::parse(expires_in));
        match (name, scopes, lifetime) {
            (Some(name), Some(scopes), Some(lifetime)) => Ok(Wanted {
                name,
                scopes,
                lifetime,
            }),
            _ => Err(Error::Invalid(refused)),
        }
    }
}

fn parse_name(name: &str) -> Result<String> {
    let name = text::line(name);
    match name.chars().count() {
        0 => Err(Error::field(
            "name",
            "Give it a name, so that you know it again.",
        )),
        1..=80 => Ok(name),
        _ => Err(Error::field("name", "A name can be at most 80 characters.")),
    }
}

/// What every token begins with, so that it is known where it was left by mistake.
pub const PREFIX: &str = "hbnb_";
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// 32 bytes in base 62.
const BODY: usize = 43;
/// A CRC-32 in base 62.
const CHECKSUM: usize = 6;

/// The token that stands for these bytes: `hbnb_`, 43 digits of base 62, and 6 of the checksum of all that.
pub fn of_bytes(secret: &[u8; 32]) -> String {
    let body = format!("{PREFIX}{}", base62(secret, BODY));
    let checksum = base62(&crc32fast::hash(body.as_bytes()).to_be_bytes(), CHECKSUM);
    body + &checksum
}

/// Whether this can be one of our tokens: prefix, length and checksum are right. A slip of the hand is told without asking anybody.
pub fn is_well_formed(token: &str) -> bool {
    let length = PREFIX.len() + BODY + CHECKSUM;
    if token.len() != length || !token.is_ascii() || !token.starts_with(PREFIX) {
        return false;
    }
    let (body, checksum) = token.split_at(length - CHECKSUM);
    base62(&crc32fast::hash(body.as_bytes()).to_be_bytes(), CHECKSUM) == checksum
}

/// The bytes as one number, in base 62 with leading zeros.
fn base62(bytes: &[u8], digits: usize) -> String {
    let mut number = bytes.to_vec();
    let mut text = vec![b'0'; digits];
    for digit in text.iter_mut().rev() {
        let mut rest = 0_u32;
        for byte in &mut number {
            let value = (rest << 8) | u32::from(*byte);
            *byte = (value / 62) as u8;
            rest = value % 62;
        }
        *digit = DIGITS[rest as usize];
    }
    text.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_one_form_and_a_slip_of_the_hand_is_noticed() {
        let token = of_bytes(&[7; 32]);
        assert_eq!(token.len(), 54);
        assert!(token.starts_with("hbnb_") && is_well_formed(&token));
        for position in 0..token.len() {
            let mut wrong = token.clone().into_bytes();
            wrong[position] = if wrong[position] == b'x' { b'y' } else { b'x' };
            assert!(
                !is_well_formed(&String::from_utf8(wrong).unwrap()),
                "{position}"
            );
        }
        assert!(
            !is_well_formed("") && !is_well_formed("hbnb_") && !is_well_formed(&"é".repeat(27))
        );
    }

    #[test]
    fn every_secret_has_its_own_token() {
        assert_eq!(base62(&[0; 32], BODY), "0".repeat(BODY));
        assert_eq!(base62(&62_u32.to_be_bytes(), CHECKSUM), "000010");
        assert_eq!(base62(&u32::MAX.to_be_bytes(), CHECKSUM), "4gfFC3");
        let mut last = [0; 32];
        last[31] = 1;
        assert_ne!(of_bytes(&[0; 32]), of_bytes(&last));
        assert_eq!(of_bytes(&[255; 32]).len(), 54);
    }

    #[test]
    fn scopes_are_words_that_are_known_each_once() {
        let scopes = Scopes::parse(["profile", "listings:read", "profile"]).unwrap();
        assert_eq!(scopes.to_string(), "listings:read profile");
        assert_eq!(Scopes::kept("listings:read gone profile"), scopes);
        assert!(scopes.contains(Scope::Profile) && !scopes.contains(Scope::ListingsWrite));
        assert!(
            Scopes::parse([])
                .unwrap_err()
                .to_string()
                .contains("at least one")
        );
        assert!(
            Scopes::parse(["admin"])
                .unwrap_err()
                .to_string()
                .contains("admin")
        );
    }

    #[test]
    fn what_is_wanted_is_refused_field_by_field() {
        let fields = |wanted: Result<Wanted>| -> Vec<&str> {
            let fields = wanted.unwrap_err().fields();
            fields.into_iter().map(|field| field.field).collect()
        };
        let all = Wanted::parse(" ", &[], "0");
        assert_eq!(fields(all), ["name", "scopes", "expires_in"]);
        let profile = ["profile".to_owned()];
        assert_eq!(
            fields(Wanted::parse(&"a".repeat(81), &profile, "366")),
            ["name", "expires_in"]
        );
        let wanted = Wanted::parse(" My  script ", &profile, "never").unwrap();
        assert_eq!(
            (wanted.name.as_str(), wanted.lifetime),
            ("My script", Lifetime::Unlimited)
        );
        for (days, _) in Lifetime::OFFERED {
            assert!(Lifetime::parse(days).is_ok());
        }
    }
}
