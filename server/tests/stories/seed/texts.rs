//! The texts of the demo's homes: written by hosts, not by a brochure.

use std::collections::{HashMap, HashSet};

use server::seed::{
    cast,
    homes::{Home, TOWNS},
};

/// What brochures say.
const STOCK: &[&str] = &[
    "nestled",
    "hidden gem",
    "oasis",
    "stone's throw",
    "home away from home",
    "in the heart of",
    "cosy",
    "cozy",
    "stunning",
    "breathtaking",
    "unforgettable",
    "perfect getaway",
    "vibrant",
    "bustling",
    "tranquil",
    "boasts",
    "unwind",
    "conveniently",
    "steps from",
    "steps away",
    "all the comforts",
    "immerse",
    "discover the",
    "experience the",
    "look no further",
    "retreat",
];

fn homes() -> impl Iterator<Item = &'static Home> {
    TOWNS.iter().flat_map(|town| town.homes)
}

/// All that is to be read of a home.
fn text(home: &Home) -> String {
    let told = [home.house_rules, home.arrival_notes];
    [home.description, &told].concat().join(" ")
}

/// Letters and digits in small letters.
fn words(text: &str) -> Vec<String> {
    let bare = text.to_lowercase();
    let words = bare.split(|c: char| !c.is_alphanumeric() && c != '\'');
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn titles_are_short_and_no_two_begin_alike() {
    let mut beginnings = HashSet::new();
    for home in homes() {
        assert!(home.title.chars().count() <= 58, "{}", home.title);
        let beginning: Vec<String> = words(home.title).into_iter().take(4).collect();
        assert!(
            beginning.len() >= 3 && beginnings.insert(beginning),
            "{}",
            home.title
        );
    }
}

#[test]
fn descriptions_have_a_length_that_people_read() {
    for home in homes() {
        let length = words(&home.description.join(" ")).len();
        assert!((40..=150).contains(&length), "{}: {length}", home.key);
        assert!((1..=3).contains(&home.description.len()), "{}", home.key);
        for told in [home.house_rules, home.arrival_notes] {
            assert!(
                (8..=60).contains(&words(told).len()),
                "{}: {told}",
                home.key
            );
        }
    }
}

#[test]
fn nobody_shouts_or_copies_a_brochure() {
    for home in homes() {
        let text = format!("{} {}", home.title, text(home)).to_lowercase();
        assert!(!text.contains('!') && !text.contains("  "), "{}", home.key);
        for stock in STOCK {
            assert!(!text.contains(stock), "{}: {stock}", home.key);
        }
    }
    assert!(cast::HOSTS.iter().all(|host| !host.about.contains('!')));
}

/// No eight words in a row stand in two homes.
#[test]
fn no_two_texts_are_alike() {
    let mut seen: HashMap<Vec<String>, &str> = HashMap::new();
    for home in homes() {
        for eight in words(&text(home)).windows(8) {
            let other = seen.insert(eight.to_vec(), home.key).unwrap_or(home.key);
            assert_eq!(other, home.key, "{eight:?}");
        }
    }
    let abouts: HashSet<_> = cast::HOSTS.iter().map(|host| host.about).collect();
    assert_eq!(abouts.len(), cast::HOSTS.len());
}
