//! Which of the source's two listings files a header belongs to, and where its columns are.

use std::collections::HashMap;

use csv::StringRecord;

/// The two files that Inside Airbnb publishes for each city.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `listings.csv.gz`, 75 columns.
    Detailed,
    /// `visualisations/listings.csv`, 16 to 18 columns.
    Summary,
}

impl Kind {
    pub fn label(self) -> &'static str {
        match self {
            Self::Detailed => "detailed listings file",
            Self::Summary => "summary listings file",
        }
    }
}

/// Where each column of a file is.
pub struct Columns {
    pub kind: Kind,
    /// How many fields a whole row has.
    pub count: usize,
    places: HashMap<String, usize>,
}

/// Without these nothing can be made of a row.
const NEEDED: &[&str] = &[
    "id",
    "name",
    "latitude",
    "longitude",
    "room_type",
    "price",
    "minimum_nights",
];
/// What only the detailed file has.
const DETAILED: &[&str] = &[
    "accommodates",
    "amenities",
    "property_type",
    "neighbourhood_cleansed",
];
/// The other files that people download beside it, by a column that only they have.
const OTHERS: &[(&str, &str)] = &[
    ("available", "it looks like a calendar file"),
    ("reviewer_id", "it looks like a reviews file"),
    ("listing_id", "it looks like a reviews or calendar file"),
];

impl Columns {
    /// From a file's first row.
    ///
    /// # Errors
    /// The rest of a sentence that says why this is no listings file.
    pub fn recognise(header: &StringRecord) -> Result<Self, String> {
        let places: HashMap<String, usize> = header
            .iter()
            .enumerate()
            .map(|(at, name)| (name.trim().to_ascii_lowercase(), at))
            .collect();
        let missing: Vec<&str> = NEEDED
            .iter()
            .copied()
            .filter(|name| !places.contains_key(*name))
            .collect();
        if !missing.is_empty() {
            return Err(
                match OTHERS
                    .iter()
                    .find(|(column, _)| places.contains_key(*column))
                {
                    Some((_, guess)) => format!("{guess}."),
                    None if missing.len() == NEEDED.len() => {
                        "its first row names none of the columns.".into()
                    }
                    None => format!("its first row does not name {}.", missing.join(", ")),
                },
            );
        }
        let detailed = DETAILED.iter().all(|name| places.contains_key(*name));
        if !detailed && !places.contains_key("neighbourhood") {
            return Err("its first row does not name neighbourhood.".into());
        }
        let kind = if detailed {
            Kind::Detailed
        } else {
            Kind::Summary
        };
        Ok(Self {
            kind,
            count: header.len(),
            places,
        })
    }

    /// The trimmed field, empty when the file has no such column.
    pub fn get<'a>(&self, record: &'a StringRecord, name: &str) -> &'a str {
        self.places
            .get(name)
            .and_then(|at| record.get(*at))
            .unwrap_or_default()
            .trim()
    }
}
