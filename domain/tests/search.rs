//! Searches to and from URLs, their chips, names of places, and texts.

use chrono::{Days, NaiveDate};
use domain::{
    SearchQuery, Stay,
    listings::Kind,
    places::fold,
    search::Sort,
    text::{count, excerpt, line, lines},
};
use proptest::prelude::*;

fn read(query_string: &str) -> (SearchQuery, Vec<&'static str>) {
    let decoded: Vec<(String, String)> = query_string
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(k, v)| (decode(k), decode(v)))
        .collect();
    let (query, refused) =
        SearchQuery::from_pairs(decoded.iter().map(|(k, v)| (k.as_str(), v.as_str())));
    (
        query,
        refused.into_iter().map(|error| error.field).collect(),
    )
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let hex = [rest.next().unwrap(), rest.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&hex).unwrap(), 16).unwrap()
            }
            other => other,
        });
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_search_for_everything_is_an_empty_url() {
    assert_eq!(SearchQuery::default().to_query_string(), "");
    assert_eq!(read(""), (SearchQuery::default(), vec![]));
    assert_eq!(
        read("where=&check_in=&check_out=&guests=&min_price="),
        (SearchQuery::default(), vec![])
    );
}

#[test]
fn a_search_is_written_in_one_order_whatever_order_it_came_in() {
    let (query, refused) = read(
        "sort=price_low&amenity=wifi&guests=2&kind=private_room&where=S%C3%A3o+Paulo&amenity=kitchen&check_out=2026-06-06&kind=entire_home&check_in=2026-06-03&amenity=wifi&utm_source=x",
    );
    assert_eq!(refused, [""; 0]);
    assert_eq!(
        query.to_query_string(),
        "where=S%C3%A3o+Paulo&check_in=2026-06-03&check_out=2026-06-06&guests=2&kind=entire_home&kind=private_room&amenity=kitchen&amenity=wifi&sort=price_low"
    );
}

#[test]
fn what_cannot_be_understood_is_told_at_its_field_and_left_out() {
    let table = [
        ("check_in=tomorrow&check_out=2026-06-06", vec!["check_in"]),
        (
            "check_in=2026-06-06&check_out=2026-06-03",
            vec!["check_out"],
        ),
        ("check_in=2026-06-06", vec!["check_out"]),
        ("check_out=2026-06-06", vec!["check_in"]),
        (
            "check_in=2026-06-06&check_out=9999-06-03",
            vec!["check_out"],
        ),
        ("guests=0", vec!["guests"]),
        ("guests=99999999999", vec!["guests"]),
        ("min_price=-1&max_price=1e9", vec!["min_price", "max_price"]),
        ("kind=castle", vec!["kind"]),
        ("amenity=%27+OR+1%3D1", vec!["amenity"]),
    ];
    for (url, fields) in table {
        assert_eq!(read(url), (SearchQuery::default(), fields), "{url}");
    }
    let (query, fields) = read("min_price=200&max_price=100");
    assert_eq!(
        (query.min_price, query.max_price, fields),
        (Some(200), None, vec!["max_price"])
    );
}

#[test]
fn each_chip_clears_what_it_says() {
    let url = "where=Leith&check_in=2026-07-03&check_out=2026-07-06&guests=2&kind=entire_home&min_price=50&max_price=1200&amenity=free-parking&after=abc";
    let (query, _) = read(url);
    let labels: Vec<String> = query
        .chips()
        .iter()
        .map(|chip| chip.label.clone())
        .collect();
    let expected = [
        "Leith",
        "Fri 3 – Mon 6 July",
        "2 guests",
        "Entire home",
        "From €50 a night",
        "Up to €1,200 a night",
        "Free parking",
    ];
    assert_eq!(labels, expected);
    for (index, chip) in query.chips().iter().enumerate() {
        let left: Vec<String> = read(&chip.without)
            .0
            .chips()
            .iter()
            .map(|chip| chip.label.clone())
            .collect();
        let mut others = expected.to_vec();
        others.remove(index);
        assert_eq!(left, others);
        assert!(!chip.without.contains("after="));
    }
    assert_eq!(query.filter_chips().len(), 4);
}

#[test]
fn names_are_found_whatever_accents_and_case() {
    let table = [
        ("München", "munchen"),
        ("  SÃO   Paulo ", "sao paulo"),
        ("St. Andrews", "st andrews"),
        ("Łódź", "lodz"),
        ("Mont-Saint-Michel", "mont saint michel"),
        ("東京", "dong jing"),
        ("", ""),
        ("!!", ""),
    ];
    for (name, folded) in table {
        assert_eq!(fold(name), folded);
    }
}

#[test]
fn texts_are_cleaned_and_cut_between_words() {
    assert_eq!(line(" a\tb \u{202e}c\r\nd "), "a b c d");
    assert_eq!(
        lines("\r\none  two\r\n\r\n\r\n\r\nthree\u{0} \n"),
        "one two\n\nthree"
    );
    assert_eq!(
        excerpt("A bright flat above the harbour", 16),
        "A bright flat…"
    );
    assert_eq!(excerpt("Short", 16), "Short");
    assert_eq!(excerpt("李李李李李李", 4), "李李李…");
    assert_eq!(
        (count(1, "night"), count(2, "night")),
        ("1 night".to_owned(), "2 nights".to_owned())
    );
}

prop_compose! {
    fn any_search()(
        place in ".{0,60}", dates in prop::option::of((0_u64..3_000, 1_u64..=365)), guests in 1_u32..=50,
        kinds in prop::sample::subsequence(Kind::ALL, 0..=Kind::ALL.len()),
        prices in prop::option::of((0_i64..500, 0_i64..500)),
        amenities in prop::collection::btree_set("[a-z0-9_-]{1,20}", 0..6),
        sort in prop::sample::select(Sort::ALL), after in prop::option::of("[A-Za-z0-9_.~-]{1,60}"),
    ) -> SearchQuery {
        let stay = dates.map(|(first, nights)| {
            let check_in = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(first);
            Stay::new(check_in, check_in + Days::new(nights)).unwrap()
        });
        SearchQuery {
            place: line(&place), stay, guests, kinds, min_price: prices.map(|p| p.0), max_price: prices.map(|p| p.0 + p.1),
            amenities: amenities.into_iter().collect(), sort, after,
        }
    }
}

proptest! {
    #[test]
    fn a_search_survives_its_url(query in any_search()) {
        prop_assert_eq!(read(&query.to_query_string()), (query, vec![]));
    }

    #[test]
    fn whatever_stands_in_a_url_is_read_to_a_search_that_survives(pairs in prop::collection::vec(
        (prop::sample::select(vec!["where", "check_in", "check_out", "guests", "kind", "min_price", "max_price", "amenity", "sort", "after", "x"]), ".{0,40}"), 0..12,
    )) {
        let (query, _) = SearchQuery::from_pairs(pairs.iter().map(|(name, value)| (*name, value.as_str())));
        prop_assert_eq!(read(&query.to_query_string()), (query, vec![]));
    }

    #[test]
    fn folding_twice_changes_nothing(text in ".{0,60}") {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }

    #[test]
    fn an_excerpt_is_never_too_long(text in ".{0,200}", limit in 1_usize..100) {
        prop_assert!(excerpt(&text, limit).chars().count() <= limit);
        prop_assert_eq!(lines(&lines(&text)), lines(&text));
    }
}
