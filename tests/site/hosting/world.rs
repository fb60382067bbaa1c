//! Ailsa, who lets her home, and what she sends.

use crate::{
    browser::{Answer, Browser, signed_up},
    jpeg::Jpeg,
    support::TestState,
};

/// A site, and Ailsa's browser with a session.
pub struct World {
    pub state: TestState,
    pub ailsa: Browser,
}

impl World {
    pub async fn new() -> Self {
        let state = TestState::on_sqlite().await;
        let ailsa = signed_up(&state.ctx, "Ailsa").await;
        Self { state, ailsa }
    }

    /// The path of a draft that has a place and nothing else: `/host/homes/…`.
    pub async fn draft(&mut self) -> String {
        let answer = self.ailsa.post("/host/homes/new", &PLACE).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let to = answer.to.expect("a place");
        to.strip_suffix("/basics")
            .expect("the next step")
            .to_owned()
    }

    /// The version that the page of a step shows.
    pub async fn version(&mut self, path: &str) -> String {
        let answer = self.ailsa.get(path).await;
        hidden(&answer, "version")
    }

    /// Saves a step as its page would.
    pub async fn save(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let version = self.version(path).await;
        self.save_over(path, &version, fields).await
    }

    pub async fn save_over(
        &mut self,
        path: &str,
        version: &str,
        fields: &[(&str, &str)],
    ) -> Answer {
        let mut all = vec![("version", version), ("then", "next")];
        all.extend_from_slice(fields);
        self.ailsa.post(path, &all).await
    }

    /// Every step, and one picture.
    pub async fn complete(&mut self) -> String {
        let home = self.draft().await;
        for (step, fields) in STEPS {
            let answer = self.save(&format!("{home}/{step}"), fields).await;
            assert_eq!(answer.status, 303, "{step}: {}", answer.text());
        }
        let picture = Jpeg::new(600, 400).write();
        let answer = self
            .ailsa
            .send_files(&format!("{home}/photos"), &[("a.jpg", &picture)], &[])
            .await;
        answer.leads_to(&format!("{home}/photos?saved=added&added=1"));
        home
    }
}

pub const PLACE: [(&str, &str); 5] = [
    ("city", "Edinburgh"),
    ("neighbourhood", "Leith"),
    ("address", "7 Shore, EH6 6QN"),
    ("latitude", ""),
    ("longitude", ""),
];

pub const BASICS: &[(&str, &str)] = &[
    ("kind", "entire_home"),
    ("property", "apartment"),
    ("capacity", "4"),
    ("bedrooms", "2"),
    ("beds", "2"),
    ("baths", "1.5"),
];

pub const TEXT: &[(&str, &str)] = &[
    ("title", "A flat above the boats"),
    (
        "description",
        "Two rooms, a stove and the sound of gulls. The sea is at the door.",
    ),
];

/// All steps after the place, less the pictures.
pub const STEPS: [(&str, &[(&str, &str)]); 6] = [
    ("basics", BASICS),
    ("amenities", &[("amenity", "wifi"), ("amenity", "kitchen")]),
    ("text", TEXT),
    (
        "price",
        &[
            ("currency", "GBP"),
            ("nightly", "120"),
            ("cleaning_fee", "40.50"),
        ],
    ),
    (
        "stays",
        &[
            ("min_nights", "2"),
            ("max_nights", "28"),
            ("check_in_from", "15:00"),
            ("check_in_until", "21:00"),
            ("check_out_by", "11:00"),
            ("cutoff", "18:00"),
        ],
    ),
    (
        "rules",
        &[
            ("house_rules", "No shoes upstairs."),
            ("arrival_notes", "The key is in the blue box."),
            ("policy", "moderate"),
            ("registration", "EH-12345-F"),
        ],
    ),
];

/// The value of the first hidden field of this name.
#[track_caller]
pub fn hidden(answer: &Answer, name: &str) -> String {
    assert_eq!(answer.status, 200, "{}", answer.text());
    let start = format!("name=\"{name}\"");
    let after = answer.html.split(&start).nth(1).expect("the field");
    let value = after.split("value=\"").nth(1).expect("its value");
    value.split('"').next().unwrap_or_default().to_owned()
}

/// The header that the island sends.
pub const JSON: (&str, &str) = ("accept", "application/json");
