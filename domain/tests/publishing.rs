//! What a home lacks before guests can see it.

use domain::hosting::{Facts, Step, is_said, missing, registration};

#[test]
fn places_that_ask_for_a_number_are_known_by_country_region_and_city() {
    for (country, region, city, place) in [
        ("PT", "", "Lisbon", Some("Portugal")),
        ("PT", "", "Évora", Some("Portugal")),
        ("ES", "", "Seville", Some("Spain")),
        ("GB", "Scotland", "Portree", Some("Scotland")),
        ("GB", "England", "Bristol", None),
        ("FR", "", "Paris", Some("Paris")),
        ("FR", "", "Rennes", None),
        ("US", "TX", "Paris", None),
        ("NL", "", "Amsterdam", Some("Amsterdam")),
        ("JP", "", "Kyoto", Some("Japan")),
        ("US", "NY", "New York", Some("New York")),
        ("US", "NY", "Albany", None),
        ("CA", "QC", "Gatineau", Some("Quebec")),
    ] {
        assert_eq!(
            registration(country, region, city).map(|asked| asked.place),
            place,
            "{city}"
        );
    }
}

fn all() -> Facts {
    Facts {
        address: "7 Shore".into(),
        kind: "entire_home".into(),
        property: "boat".into(),
        capacity: 2,
        amenities: 0,
        photos: 1,
        title: "The net loft".into(),
        description: "A stove and a view.".into(),
        nightly: 8_000,
        min_nights: 1,
        demanded: None,
        registration: None,
    }
}

#[test]
fn each_thing_that_is_missing_is_named_with_its_step() {
    assert_eq!(missing(&all()), []);
    let demanded = registration("PT", "", "Lisbon");
    for (facts, step) in [
        (
            Facts {
                address: String::new(),
                ..all()
            },
            Step::Place,
        ),
        (
            Facts {
                kind: String::new(),
                ..all()
            },
            Step::Basics,
        ),
        (
            Facts {
                property: "castle".into(),
                ..all()
            },
            Step::Basics,
        ),
        (
            Facts {
                capacity: 0,
                ..all()
            },
            Step::Basics,
        ),
        (Facts { photos: 0, ..all() }, Step::Photos),
        (
            Facts {
                title: String::new(),
                ..all()
            },
            Step::Text,
        ),
        (
            Facts {
                description: String::new(),
                ..all()
            },
            Step::Text,
        ),
        (
            Facts {
                nightly: 0,
                ..all()
            },
            Step::Price,
        ),
        (
            Facts {
                min_nights: 0,
                ..all()
            },
            Step::Stays,
        ),
        (Facts { demanded, ..all() }, Step::Rules),
    ] {
        let steps: Vec<Step> = missing(&facts)
            .into_iter()
            .map(|missing| missing.step)
            .collect();
        assert_eq!(steps, [step]);
        assert!(!is_said(step, &facts));
    }
    let licensed = Facts {
        demanded,
        registration: Some("123/AL".into()),
        ..all()
    };
    assert_eq!(missing(&licensed), []);
    assert!(
        !is_said(Step::Amenities, &all()),
        "nothing demands them, and nothing was said"
    );
    assert!(is_said(
        Step::Amenities,
        &Facts {
            amenities: 1,
            ..all()
        }
    ));
    let nothing: Vec<Step> = missing(&Facts::default())
        .into_iter()
        .map(|missing| missing.step)
        .collect();
    assert!(nothing.is_sorted(), "in the order of the steps");
}
