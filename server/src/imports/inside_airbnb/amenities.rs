//! The source's words for amenities, mapped to our catalogue.

use std::collections::{BTreeMap, HashMap};

use domain::places::fold;
use uuid::Uuid;

use crate::imports::ids;

/// Whole words that mean an amenity, and words beside them that mean something else ("pool table").
struct Rule {
    slug: &'static str,
    words: &'static [&'static str],
    but_not: &'static [&'static str],
}

const fn rule(
    slug: &'static str,
    words: &'static [&'static str],
    but_not: &'static [&'static str],
) -> Rule {
    Rule {
        slug,
        words,
        but_not,
    }
}

/// The first rule that fits decides.
#[rustfmt::skip]
const RULES: &[Rule] = &[
    rule("wifi", &["wifi", "wi fi"], &[]),
    rule("kitchen", &["kitchen", "kitchenette"], &["outdoor kitchen"]),
    rule("fireplace", &["fireplace"], &["guards"]),
    rule("heating", &["heating"], &["towel", "blanket"]),
    rule("air-conditioning", &["air conditioning", "ac split type ductless system"], &[]),
    rule("kettle", &["kettle"], &[]),
    rule("essentials", &["essentials"], &["beach essentials"]),
    rule("bed-linen", &["bed linens", "bed linen"], &[]),
    rule("hair-dryer", &["hair dryer", "hairdryer"], &[]),
    rule("washer", &["washer", "washing machine"], &["nearby"]),
    rule("dryer", &["dryer"], &["hand dryer"]),
    rule("dishwasher", &["dishwasher"], &[]),
    rule("fridge", &["refrigerator", "fridge", "mini fridge"], &[]),
    rule("microwave", &["microwave"], &[]),
    rule("oven", &["oven"], &["pizza oven", "toaster oven"]),
    rule("hob", &["stove", "cooktop", "hob"], &["wood stove"]),
    rule("coffee-maker", &["coffee maker", "espresso machine", "nespresso"], &[]),
    rule("breakfast", &["breakfast"], &["nearby"]),
    rule("tv", &["tv", "hdtv", "television"], &["monitors"]),
    rule("dedicated-workspace", &["dedicated workspace", "laptop friendly workspace"], &[]),
    rule("iron", &["iron"], &[]),
    rule("bath", &["bathtub"], &[]),
    rule("self-check-in", &["self check in", "lockbox", "keypad", "smart lock", "smartlock"], &[]),
    rule("private-entrance", &["private entrance"], &[]),
    rule("luggage-drop-off", &["luggage dropoff", "luggage drop off"], &[]),
    rule("long-stays", &["long term stays"], &[]),
    rule("pets-allowed", &["pets allowed"], &[]),
    rule("crib", &["crib", "travel crib"], &[]),
    rule("high-chair", &["high chair"], &[]),
    rule("ev-charger", &["ev charger"], &[]),
    rule("free-parking", &["free parking", "free street parking", "free driveway parking", "free residential garage", "free carport", "free parking garage"], &[]),
    rule("paid-parking", &["paid parking", "paid street parking", "paid parking garage", "paid parking lot", "paid valet parking"], &[]),
    rule("bicycles", &["bikes", "bicycles"], &[]),
    rule("lift", &["elevator", "lift"], &["ski lift"]),
    rule("garden", &["backyard", "garden"], &["garden view"]),
    rule("balcony", &["patio", "balcony", "terrace"], &["view"]),
    rule("barbecue", &["bbq grill", "bbq", "barbecue"], &["utensils"]),
    rule("waterfront", &["waterfront", "beachfront", "beach access", "lake access"], &[]),
    rule("pool", &["pool"], &["pool table", "pool view", "pool cover", "pool toys"]),
    rule("hot-tub", &["hot tub", "jacuzzi"], &[]),
    rule("sauna", &["sauna"], &[]),
    rule("gym", &["gym", "exercise equipment"], &[]),
    rule("smoke-alarm", &["smoke alarm", "smoke detector"], &[]),
    rule("carbon-monoxide-alarm", &["carbon monoxide alarm", "carbon monoxide detector"], &[]),
    rule("fire-extinguisher", &["fire extinguisher"], &[]),
    rule("first-aid-kit", &["first aid kit"], &[]),
];

/// The catalogue's slug for one of the source's amenities.
pub fn slug(text: &str) -> Option<&'static str> {
    let folded = format!(" {} ", fold(text));
    // "Hot water" alone is an amenity; "hot water kettle" is another.
    if folded == " hot water " {
        return Some("hot-water");
    }
    let says = |words: &&str| folded.contains(&format!(" {words} "));
    RULES
        .iter()
        .find(|rule| rule.words.iter().any(&says) && !rule.but_not.iter().any(&says))
        .map(|rule| rule.slug)
}

/// Maps the amenities of one home after the other, remembers what it met and counts what it dropped.
#[derive(Default)]
pub struct Mapping {
    known: HashMap<String, Option<Uuid>>,
    /// How often each of the source's amenities found no place in the catalogue.
    pub dropped: BTreeMap<String, u64>,
}

impl Mapping {
    /// The ids of a home's amenities, sorted, each once.
    pub fn map(&mut self, texts: &[String]) -> Vec<Uuid> {
        let mut found: Vec<Uuid> = texts.iter().filter_map(|text| self.one(text)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn one(&mut self, text: &str) -> Option<Uuid> {
        let id = match self.known.get(text) {
            Some(id) => *id,
            None => {
                let id = slug(text).map(ids::amenity);
                self.known.insert(text.to_owned(), id);
                id
            }
        };
        if id.is_none() {
            *self.dropped.entry(text.to_owned()).or_default() += 1;
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imports::amenities::CATALOGUE;

    #[test]
    fn words_are_whole_and_their_neighbours_count() {
        for (text, expected) in [
            ("Wifi", Some("wifi")),
            ("Fast wifi – 62 Mbps", Some("wifi")),
            ("Free washer – In unit", Some("washer")),
            ("Dishwasher", Some("dishwasher")),
            ("Laundromat nearby", None),
            ("Hair dryer", Some("hair-dryer")),
            ("Free dryer – In building", Some("dryer")),
            ("Hot water", Some("hot-water")),
            ("Hot water kettle", Some("kettle")),
            ("Siemens stainless steel gas stove", Some("hob")),
            ("32 inch HDTV with Amazon Prime Video, Netflix", Some("tv")),
            ("Private hot tub", Some("hot-tub")),
            ("Pool table", None),
            ("Shared outdoor pool - open specific hours", Some("pool")),
            ("Garden view", None),
            ("Private backyard – Fully fenced", Some("garden")),
            ("Fireplace guards", None),
            ("Indoor fireplace: wood-burning", Some("fireplace")),
            (
                "Pack ’n play/Travel crib - available upon request",
                Some("crib"),
            ),
            (
                "Free residential garage on premises – 1 space",
                Some("free-parking"),
            ),
            ("Paid parking lot off premises", Some("paid-parking")),
            ("Barbecue utensils", None),
            ("Wine glasses", None),
        ] {
            assert_eq!(slug(text), expected, "{text}");
        }
    }

    #[test]
    fn every_rule_leads_into_the_catalogue_and_every_entry_can_be_met() {
        for rule in RULES {
            assert!(
                CATALOGUE.iter().any(|a| a.slug == rule.slug),
                "{} is in no catalogue",
                rule.slug
            );
        }
        for amenity in CATALOGUE {
            let met = amenity.slug == "hot-water" || RULES.iter().any(|r| r.slug == amenity.slug);
            assert!(met, "no word of the source means {}", amenity.slug);
        }
    }
}
