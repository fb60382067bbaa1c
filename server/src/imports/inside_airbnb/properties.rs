//! The source's kinds of building, mapped to ours.

use domain::{listings::Property, places::fold};

/// Whole words; the first that is met decides.
#[rustfmt::skip]
const WORDS: &[(&str, Property)] = &[
    ("aparthotel", Property::Hotel), ("boutique hotel", Property::Hotel), ("hotel", Property::Hotel),
    ("hostel", Property::Hotel), ("resort", Property::Hotel),
    ("bed and breakfast", Property::Guesthouse), ("guesthouse", Property::Guesthouse),
    ("guest house", Property::Guesthouse), ("casa particular", Property::Guesthouse),
    ("minsu", Property::Guesthouse), ("ryokan", Property::Guesthouse), ("pension", Property::Guesthouse),
    ("rental unit", Property::Apartment), ("condo", Property::Apartment), ("condominium", Property::Apartment),
    ("apartment", Property::Apartment), ("serviced apartment", Property::Apartment), ("flat", Property::Apartment),
    ("guest suite", Property::Apartment),
    ("townhouse", Property::Townhouse), ("cottage", Property::Cottage), ("loft", Property::Loft),
    ("villa", Property::Villa), ("houseboat", Property::Boat), ("boat", Property::Boat),
    ("cabin", Property::Cabin), ("chalet", Property::Cabin), ("hut", Property::Cabin), ("tiny home", Property::Cabin),
    ("tiny house", Property::Cabin), ("farm stay", Property::Farm), ("barn", Property::Farm), ("ranch", Property::Farm),
    ("bungalow", Property::House), ("vacation home", Property::House), ("home", Property::House),
    ("house", Property::House),
];

/// Our kind for a type such as "Private room in townhouse"; what we have no word for is `Other`.
pub fn property(text: &str) -> Property {
    let folded = format!(" {} ", fold(text));
    WORDS
        .iter()
        .find(|(words, _)| folded.contains(&format!(" {words} ")))
        .map_or(Property::Other, |(_, property)| *property)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_known_by_their_words() {
        for (text, expected) in [
            ("Entire rental unit", Property::Apartment),
            ("Private room in townhouse", Property::Townhouse),
            ("Room in aparthotel", Property::Hotel),
            ("Houseboat", Property::Boat),
            ("Tiny home", Property::Cabin),
            ("Entire home", Property::House),
            ("Castle", Property::Other),
            ("", Property::Other),
        ] {
            assert_eq!(property(text), expected, "{text}");
        }
    }
}
