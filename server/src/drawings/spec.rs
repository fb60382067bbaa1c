//! What a picture is drawn from, as one word that stands in columns and addresses.

use std::{fmt, str::FromStr};

use domain::listings::Property;

/// Writes the words of the views once.
macro_rules! views {
    ($($variant:ident $word:literal,)+) => {
        /// What of a home a picture shows.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum View { $($variant,)+ }

        impl View {
            pub const ALL: &[View] = &[$(View::$variant,)+];

            /// The last part of a spec.
            pub fn as_str(self) -> &'static str {
                match self { $(View::$variant => $word,)+ }
            }

            fn parse(word: &str) -> Option<View> {
                match word { $($word => Some(View::$variant),)+ _ => None }
            }
        }
    };
}

views! {
    Outside "outside",
    Evening "evening",
    Living "living",
    Studio "studio",
    Bedroom "bedroom",
    Second "second",
    Bunks "bunks",
    Kitchen "kitchen",
    Dining "dining",
    Bath "bath",
    Desk "desk",
    Balcony "balcony",
    Garden "garden",
    Fireside "fireside",
    Pool "pool",
    Sauna "sauna",
    Outlook "outlook",
}

/// `{property}-{country}-{seed}-{beds}-{view}`, such as `cottage-gb-2b0a-3-bedroom`. The house, its palette, material and time
/// of year depend on property, country and seed alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Spec {
    pub property: Property,
    /// Two small letters; `xx` when the country is not known.
    pub(super) country: [u8; 2],
    pub seed: u16,
    /// Beds that are seen: those of the room, outside those of the home.
    pub beds: u8,
    pub view: View,
}

impl Spec {
    /// A country that is no two letters is nobody's: `xx`. More than 20 beds are drawn as 20.
    pub fn new(property: Property, country: &str, seed: u16, beds: u32, view: View) -> Self {
        Self {
            property,
            country: letters(&country.to_ascii_lowercase()).unwrap_or(*b"xx"),
            seed,
            beds: beds.min(u32::from(MOST_BEDS)) as u8,
            view,
        }
    }

    /// Two small letters.
    pub fn country(&self) -> &str {
        std::str::from_utf8(&self.country).unwrap_or("xx")
    }
}

const MOST_BEDS: u8 = 20;

fn letters(word: &str) -> Option<[u8; 2]> {
    let letters: [u8; 2] = word.as_bytes().try_into().ok()?;
    letters
        .iter()
        .all(u8::is_ascii_lowercase)
        .then_some(letters)
}

impl fmt::Display for Spec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            property,
            seed,
            beds,
            view,
            ..
        } = self;
        let (property, view) = (property.as_str(), view.as_str());
        write!(f, "{property}-{}-{seed:04x}-{beds}-{view}", self.country())
    }
}

/// The word is none that we write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the spec of a drawing")]
pub struct NotASpec;

impl FromStr for Spec {
    type Err = NotASpec;

    /// Takes exactly what `Display` writes, so that a picture has one address.
    fn from_str(word: &str) -> Result<Self, NotASpec> {
        let spec = parse(word).ok_or(NotASpec)?;
        if spec.to_string() == word {
            Ok(spec)
        } else {
            Err(NotASpec)
        }
    }
}

fn parse(word: &str) -> Option<Spec> {
    let mut parts = word.split('-');
    let mut part = || parts.next();
    let spec = Spec {
        property: Property::parse(part()?)?,
        country: letters(part()?)?,
        seed: u16::from_str_radix(part()?, 16).ok()?,
        beds: part()?.parse().ok().filter(|beds| *beds <= MOST_BEDS)?,
        view: View::parse(part()?)?,
    };
    parts.next().is_none().then_some(spec)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spec_is_read_as_it_was_written() {
        for property in Property::ALL {
            for view in View::ALL {
                let spec = Spec::new(*property, "GB", 0x2b0a, 3, *view);
                assert_eq!(spec.to_string().parse(), Ok(spec));
                assert!(spec.to_string().len() <= 80);
            }
        }
    }

    #[test]
    fn a_word_that_we_do_not_write_is_no_spec() {
        for word in [
            "",
            "cabin-gb-2b0a-3",
            "castle-gb-2b0a-3-outside",
            "cabin-GB-2b0a-3-outside",
            "cabin-gb-2B0A-3-outside",
            "cabin-gb-2b0-3-outside",
            "cabin-gb-+b0a-3-outside",
            "cabin-gb-2b0a-03-outside",
            "cabin-gb-2b0a-21-outside",
            "cabin-gb-2b0a-3-roof",
            "cabin-gb-2b0a-3-outside-",
        ] {
            assert_eq!(word.parse::<Spec>(), Err(NotASpec), "{word}");
        }
    }

    #[test]
    fn an_unknown_country_is_xx() {
        let spec = Spec::new(Property::Cabin, "", 1, 99, View::Outside);
        assert_eq!(spec.to_string(), "cabin-xx-0001-20-outside");
    }
}
