//! What stands beside an amenity: one family with the other icons, a 24-pixel grid and round 1.75-pixel strokes.

use leptos::prelude::*;

use super::icon::stroked;

/// The icon that the catalogue names; one that we have not drawn is a tick.
pub fn amenity_icon(name: &str) -> AnyView {
    stroked(shape(name))
}

fn shape(name: &str) -> &'static str {
    indoors(name)
        .or_else(|| equipment(name))
        .or_else(|| outdoors(name))
        .or_else(|| safety(name))
        .unwrap_or(r#"<path d="m5 12.5 4.5 4.5L19 7.5"/>"#)
}

#[rustfmt::skip]
fn indoors(name: &str) -> Option<&'static str> {
    Some(match name {
        "wifi" => r#"<path d="M3.5 10.2a12.5 12.5 0 0 1 17 0M7 14a7.3 7.3 0 0 1 10 0M12 17.8v.1"/>"#,
        "kitchen" => r#"<path d="M5 10.5h14v6a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3zM2.5 13H5M19 13h2.5M9 7.5V5M12 7.5v-3M15 7.5V5"/>"#,
        "heating" => r#"<path d="M5 6v13M9.7 6v13M14.3 6v13M19 6v13M5 9h14M5 16h14"/>"#,
        "air-conditioning" => r#"<path d="M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9M9.5 4.5 12 7l2.5-2.5M9.5 19.5 12 17l2.5 2.5"/>"#,
        "hot-water" => r#"<path d="M12 3.5c3.6 4.2 5.5 7 5.5 10a5.5 5.5 0 0 1-11 0c0-3 1.9-5.8 5.5-10Z"/><path d="M9.5 14a2.5 2.5 0 0 0 2.5 2.5"/>"#,
        "essentials" => r#"<path d="M7 4h10a2 2 0 0 1 2 2v14H9V6a2 2 0 0 0-4 0v9h4M9 16.5h10"/>"#,
        "bed-linen" => r#"<path d="M3.5 19V6M3.5 15.5h17V19M20.5 15.5V13a3 3 0 0 0-3-3H11v5.5"/><circle cx="7.2" cy="12" r="1.7"/>"#,
        "dedicated-workspace" => r#"<rect x="5" y="5" width="14" height="10" rx="2"/><path d="M2.5 18.5h19"/>"#,
        "tv" => r#"<rect x="3" y="5" width="18" height="12" rx="2.5"/><path d="M8.5 20h7"/>"#,
        "bath" => r#"<path d="M3 12.5h18V14a5 5 0 0 1-5 5H8a5 5 0 0 1-5-5zM6 12.5V6a2 2 0 0 1 3.8-.9M8 19l-1 2M16 19l1 2"/>"#,
        "self-check-in" => r#"<circle cx="8" cy="15.5" r="3.5"/><path d="m10.5 13 8-8M15 8.5l2.5 2.5"/>"#,
        "private-entrance" => r#"<path d="M6 20.5v-16a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v16M3.5 20.5h17M14.5 12v.1"/>"#,
        "luggage-drop-off" => r#"<rect x="5" y="8" width="14" height="11.5" rx="2.5"/><path d="M9 8V5.5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1V8M9.5 11.5V16M14.5 11.5V16"/>"#,
        "long-stays" => r#"<rect x="4" y="5.5" width="16" height="14.5" rx="2.5"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4M8 14h8"/>"#,
        "pets-allowed" => r#"<circle cx="6.5" cy="10.5" r="1.6"/><circle cx="17.5" cy="10.5" r="1.6"/><circle cx="10" cy="6" r="1.6"/><circle cx="14" cy="6" r="1.6"/><path d="M12 11.5c2.5 0 5 3 5 5.2 0 3-3 1.8-5 1.8s-5 1.2-5-1.8c0-2.2 2.5-5.2 5-5.2Z"/>"#,
        "crib" => r#"<path d="M4 5v15M20 5v15M4 9h16M4 17h16M8 9v8M12 9v8M16 9v8"/>"#,
        "high-chair" => r#"<path d="M8 4v7.5h8M8 11.5 6 20.5M16 11.5l2 9M5.5 9H12M7 16.5h10"/>"#,
        "lift" => r#"<rect x="5" y="3.5" width="14" height="17" rx="2"/><path d="M12 3.5v17M7.5 11.5l1-1.5 1 1.5M14.5 12.5l1 1.5 1-1.5"/>"#,
        "fireplace" => r#"<path d="M12 21c-3.6 0-6-2.4-6-5.8 0-3.9 3.5-5.7 4-11.2 3 1.7 4.3 4 4.3 6.3.8-.4 1.3-1.2 1.5-2.2 1.5 2 2.2 4.4 2.2 6.9 0 3.6-2.4 6-6 6Z"/><path d="M9.5 18c0-1.5 1.5-2.3 2.5-4 1 1.7 2.5 2.5 2.5 4"/>"#,
        _ => return None,
    })
}

#[rustfmt::skip]
fn equipment(name: &str) -> Option<&'static str> {
    Some(match name {
        "washer" => r#"<rect x="4.5" y="3.5" width="15" height="17" rx="2.5"/><circle cx="12" cy="13.5" r="4"/><path d="M8 7h.1M11 7h.1M9.6 14c1.6-1.2 3.2 1 4.8-.2"/>"#,
        "dryer" => r#"<rect x="4.5" y="3.5" width="15" height="17" rx="2.5"/><circle cx="12" cy="13.5" r="4"/><path d="M8 7h3M12 11.8v3.4M10.5 12.6l3 1.8M13.5 12.6l-3 1.8"/>"#,
        "dishwasher" => r#"<rect x="4.5" y="3.5" width="15" height="17" rx="2.5"/><path d="M4.5 8h15M8 5.8h.1M9 12v5M12 12v5M15 12v5M7.5 17h9"/>"#,
        "fridge" => r#"<rect x="6" y="3" width="12" height="18" rx="2.5"/><path d="M6 10h12M9 6v1.5M9 12.5V15"/>"#,
        "oven" => r#"<rect x="4.5" y="3.5" width="15" height="17" rx="2.5"/><path d="M4.5 8.5h15M8 6h.1M12 6h.1M16 6h.1"/><rect x="8" y="11.5" width="8" height="5.5" rx="1"/>"#,
        "hob" => r#"<rect x="4" y="4" width="16" height="16" rx="2.5"/><circle cx="9" cy="9" r="2"/><circle cx="15.5" cy="9" r="1.2"/><circle cx="9" cy="15.5" r="1.2"/><circle cx="15" cy="15" r="2"/>"#,
        "microwave" => r#"<rect x="3" y="6" width="18" height="12.5" rx="2.5"/><path d="M16 6v12.5M18.5 9.5v.1M18.5 12.2v.1M6 13c1.2-1.4 2.4-1.4 3.5 0s2.3 1.4 3.5 0"/>"#,
        "kettle" => r#"<path d="M7 9.5h8l2 10H5zM8.5 9.5a2.5 2.5 0 0 1 5 0M15.6 12.5H18a2 2 0 0 0 2-2V8M11 4.5V7"/>"#,
        "coffee-maker" => r#"<path d="M5 9h11v5.5a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16 10.5h1.5a2.5 2.5 0 0 1 0 5H16M8.5 3.5v2.2M12.5 3.5v2.2M4 21h14"/>"#,
        "breakfast" => r#"<path d="M12 4c4.5 0 8.5 3 8.5 7.5 0 3-2 3.8-3.5 5-1.6 1.3-2.6 3.5-5.5 3.5a8 8 0 0 1-8-8C3.5 7.5 7.5 4 12 4Z"/><circle cx="11.5" cy="11.5" r="3"/>"#,
        "hair-dryer" => r#"<path d="M4 5.5h9.5a4 4 0 0 1 0 8H4zM4 8H2M4 11H2M9 13.5l1 6.5h3l-.8-6.5M13.5 9.5v.1"/>"#,
        "iron" => r#"<path d="M8 7h8l3.5 10.5H3c0-4 2.5-6.5 6.5-6.5h7.8M7 20.5h10"/>"#,
        "gym" => r#"<path d="M2.5 12h2M19.5 12h2M7.5 12h9"/><rect x="4.5" y="8" width="3" height="8" rx="1"/><rect x="16.5" y="8" width="3" height="8" rx="1"/>"#,
        "sauna" => r#"<path d="M10 13.5v-8a2 2 0 0 1 4 0v8a4 4 0 1 1-4 0Z"/><path d="M12 9v7.5"/>"#,
        "hot-tub" => r#"<path d="M3.5 12.5h17V16a4 4 0 0 1-4 4h-9a4 4 0 0 1-4-4zM8 9.5c-1-1.5 1-2.5 0-4M12 9.5c-1-1.5 1-2.5 0-4M16 9.5c-1-1.5 1-2.5 0-4"/>"#,
        _ => return None,
    })
}

#[rustfmt::skip]
fn outdoors(name: &str) -> Option<&'static str> {
    Some(match name {
        "free-parking" => r#"<rect x="4" y="4" width="16" height="16" rx="3"/><path d="M10 16.5v-9h3a2.75 2.75 0 0 1 0 5.5h-3"/>"#,
        "paid-parking" => r#"<circle cx="12" cy="12" r="8.5"/><path d="M10 16.5v-9h3a2.75 2.75 0 0 1 0 5.5h-3"/>"#,
        "ev-charger" => r#"<path d="M13 3 6.5 13.5h5L11 21l6.5-10.5h-5z"/>"#,
        "bicycles" => r#"<circle cx="6" cy="15.5" r="3.5"/><circle cx="18" cy="15.5" r="3.5"/><path d="m6 15.5 3.5-7h5l3.5 7M9 12.5h6.5M8 8.5h3M14.5 8.5 13.7 6H16"/>"#,
        "garden" => r#"<path d="M12 21v-9M12 16c-4 0-6.5-2.5-6.5-6.5 4 0 6.5 2.5 6.5 6.5ZM12 12c0-4 2.5-6.5 6.5-6.5 0 4-2.5 6.5-6.5 6.5Z"/>"#,
        "balcony" => r#"<path d="M7.5 11V5A1.5 1.5 0 0 1 9 3.5h6A1.5 1.5 0 0 1 16.5 5v6M12 3.5V11M3.5 11.5h17M5 11.5V20M19 11.5V20M9.7 11.5V20M14.3 11.5V20M3.5 20h17"/>"#,
        "barbecue" => r#"<path d="M4.5 10h15a7.5 7.5 0 0 1-15 0ZM8.5 16.5l-2 4.5M15.5 16.5l2 4.5M8.5 7V4M12 7V4M15.5 7V4"/>"#,
        "waterfront" => r#"<path d="M3 8c1.5-1.5 3-1.5 4.5 0s3 1.5 4.5 0 3-1.5 4.5 0 3 1.5 4.5 0M3 13c1.5-1.5 3-1.5 4.5 0s3 1.5 4.5 0 3-1.5 4.5 0 3 1.5 4.5 0M3 18c1.5-1.5 3-1.5 4.5 0s3 1.5 4.5 0 3-1.5 4.5 0 3 1.5 4.5 0"/>"#,
        "pool" => r#"<path d="M8 15V6a2 2 0 0 1 4 0M15 15V6a2 2 0 0 1 4 0M8 8.5h7M8 12h7M3 19c1.5-1.5 3-1.5 4.5 0s3 1.5 4.5 0 3-1.5 4.5 0 3 1.5 4.5 0"/>"#,
        _ => return None,
    })
}

#[rustfmt::skip]
fn safety(name: &str) -> Option<&'static str> {
    Some(match name {
        "smoke-alarm" => r#"<circle cx="12" cy="12" r="8.5"/><circle cx="12" cy="12" r="3"/><path d="M12 6.3v.1"/>"#,
        "carbon-monoxide-alarm" => r#"<rect x="3.5" y="6" width="17" height="12" rx="2.5"/><path d="M10.5 10.5a2 2 0 1 0 0 3"/><circle cx="15" cy="12" r="1.9"/>"#,
        "fire-extinguisher" => r#"<rect x="8" y="9" width="8" height="12" rx="2.5"/><path d="M12 9V6M9 6h6l3-2M9 6c-2 0-3.5 1.5-3.5 4"/>"#,
        "first-aid-kit" => r#"<rect x="3.5" y="7" width="17" height="13" rx="2.5"/><path d="M9 7V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M12 10.5v6M9 13.5h6"/>"#,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_amenity_of_the_catalogue_has_an_icon_of_its_own() {
        let tick = shape("nothing we know");
        let mut shapes: Vec<_> = server::imports::amenities::CATALOGUE
            .iter()
            .map(|amenity| shape(amenity.icon))
            .collect();
        assert!(!shapes.contains(&tick));
        let many = shapes.len();
        shapes.sort_unstable();
        shapes.dedup();
        assert_eq!(shapes.len(), many);
    }
}
