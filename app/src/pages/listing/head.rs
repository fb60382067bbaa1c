//! What search engines and link previews read: canonical link, Open Graph, JSON-LD.

use std::fmt::Write;

use domain::text::excerpt;
use server::listings::ListingView;

/// Ready HTML for the document's head. `origin` has no slash at its end.
pub fn head(home: &ListingView, origin: &str) -> String {
    let url = format!("{origin}/listings/{}", home.id);
    // Previews take no SVG, and want it large.
    let image = home.photos.first().map(|picture| picture.src(1600));
    let image = format!("{origin}{}", image.unwrap_or_default());
    let words = excerpt(&home.description.replace('\n', " "), 200);
    let mut html = format!("<link rel=\"canonical\" href=\"{}\">", attribute(&url));
    let tags = [
        ("og:type", "website"),
        ("og:site_name", "HBnB"),
        ("og:title", &home.title),
        ("og:description", &words),
        ("og:url", &url),
        ("og:image", &image),
        ("twitter:card", "summary_large_image"),
    ];
    for (property, content) in tags {
        // Writing to a String cannot fail.
        let _ = write!(
            html,
            "<meta property=\"{property}\" content=\"{}\">",
            attribute(content)
        );
    }
    let _ = write!(
        html,
        "<script type=\"application/ld+json\">{}</script>",
        json_ld(home, &url, &image, &words)
    );
    html
}

fn json_ld(home: &ListingView, url: &str, image: &str, words: &str) -> String {
    let amenities = home.amenities.iter().map(|amenity| {
        format!(
            "{{\"@type\":\"LocationFeatureSpecification\",\"name\":{},\"value\":true}}",
            json(&amenity.name)
        )
    });
    let rating = home.rating.map(|rating| {
        format!(
            ",\"aggregateRating\":{{\"@type\":\"AggregateRating\",\"ratingValue\":\"{rating}\",\"bestRating\":\"5\",\"reviewCount\":{}}}",
            rating.count
        )
    });
    format!(
        "{{\"@context\":\"https://schema.org\",\"@type\":\"VacationRental\",\"identifier\":\"{}\",\"name\":{},\"description\":{},\"url\":{},\"image\":[{}],\
\"address\":{{\"@type\":\"PostalAddress\",\"addressLocality\":{},\"addressCountry\":{}}},\
\"geo\":{{\"@type\":\"GeoCoordinates\",\"latitude\":{:.3},\"longitude\":{:.3}}},\
\"checkinTime\":\"{}\",\"checkoutTime\":\"{}\",\
\"containsPlace\":{{\"@type\":\"Accommodation\",\"occupancy\":{{\"@type\":\"QuantitativeValue\",\"maxValue\":{}}},\"numberOfBedrooms\":{},\"amenityFeature\":[{}]}}{}}}",
        home.id,
        json(&home.title),
        json(words),
        json(url),
        json(image),
        json(&home.place.city),
        json(&home.place.country_code),
        home.place.near_latitude,
        home.place.near_longitude,
        domain::stays::clock_time(home.check_in_from),
        domain::stays::clock_time(home.check_out_by),
        home.capacity,
        home.bedrooms,
        amenities.collect::<Vec<_>>().join(","),
        rating.unwrap_or_default(),
    )
}

fn attribute(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

/// A JSON string that cannot end the script element it stands in.
fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_leave_its_script_element() {
        assert_eq!(
            json("</script><b>\"x\"\n"),
            r#""\u003c/script\u003e\u003cb\u003e\"x\"\u000a""#
        );
    }
}
