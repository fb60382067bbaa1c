//! The pictures of a home as visitors see them, from what other queries have read.

use domain::listings::Property;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::Picture;
use crate::{
    drawings::{self, Facts},
    entities::{listings::Column, photos},
};

/// What a home's row says of its cover. Select the columns of the same names.
#[derive(Debug, Clone, Default, FromQueryResult)]
pub(crate) struct CoverColumns {
    pub cover: Option<Uuid>,
    pub cover_alt: Option<String>,
    pub cover_placeholder: Option<String>,
    pub cover_drawing: Option<String>,
    pub cover_widths: Option<String>,
}

impl CoverColumns {
    /// What is to be selected.
    pub const ALL: [Column; 5] = [
        Column::Cover,
        Column::CoverAlt,
        Column::CoverPlaceholder,
        Column::CoverDrawing,
        Column::CoverWidths,
    ];

    /// The cover; a home without pictures has a drawing of its kind.
    pub fn picture(self, id: Uuid, property: Property, country: &str, beds: u32) -> Picture {
        let alt = self.cover_alt.unwrap_or_default();
        let placeholder = self.cover_placeholder;
        match (self.cover_drawing.map(|spec| spec.parse()), self.cover) {
            (Some(Ok(spec)), _) => Picture::Drawing {
                spec,
                alt,
                placeholder,
            },
            // We have forgotten how to draw it.
            (Some(Err(_)), _) => of_its_kind(id, property, country, beds),
            (None, Some(id)) => Picture::Photo {
                id,
                alt,
                placeholder,
                widths: widths(self.cover_widths.as_deref().unwrap_or_default()),
            },
            (None, None) => of_its_kind(id, property, country, beds),
        }
    }
}

/// The pictures of a home: its own, else what we draw of it. `is_sample`: nobody can add any, so we draw its rooms, too.
pub(crate) fn of_home(
    photos: &[photos::Model],
    facts: &Facts<'_>,
    is_sample: bool,
) -> Vec<Picture> {
    if !photos.is_empty() {
        return photos.iter().map(Picture::of).collect();
    }
    if !is_sample {
        let Facts {
            id,
            property,
            country_code,
            beds,
            ..
        } = *facts;
        return vec![of_its_kind(id, property, country_code, beds)];
    }
    let drawn = drawings::of(facts).into_iter();
    drawn
        .map(|drawing| Picture::Drawing {
            spec: drawing.spec,
            alt: drawing.alt,
            placeholder: None,
        })
        .collect()
}

fn of_its_kind(id: Uuid, property: Property, country: &str, beds: u32) -> Picture {
    Picture::Drawing {
        spec: drawings::cover(id, property, country, beds),
        alt: format!("Drawing: {}, from outside", property.label().to_lowercase()),
        placeholder: None,
    }
}

impl Picture {
    /// From its row.
    pub(super) fn of(photo: &photos::Model) -> Self {
        let alt = photo.alt.clone();
        let placeholder = Some(photo.placeholder.clone()).filter(|uri| !uri.is_empty());
        match photo.drawing.as_deref().and_then(|spec| spec.parse().ok()) {
            Some(spec) => Self::Drawing {
                spec,
                alt,
                placeholder,
            },
            None => Self::Photo {
                id: photo.id,
                alt,
                placeholder,
                widths: widths(&photo.widths),
            },
        }
    }
}

/// From the column: pixels, separated by commas.
fn widths(column: &str) -> Vec<u32> {
    column
        .split(',')
        .filter_map(|width| width.trim().parse().ok())
        .collect()
}
