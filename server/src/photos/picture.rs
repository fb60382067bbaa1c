//! A picture as pages show it: an uploaded photo, or one of our drawings.

use uuid::Uuid;

use crate::drawings::{EDITION, Spec};

/// The widths that have addresses, in pixels, ascending.
pub const WIDTHS: [u32; 3] = [480, 960, 1600];

/// What an `<img>` needs to know.
#[derive(Debug, Clone, PartialEq)]
pub enum Picture {
    Photo {
        id: Uuid,
        /// What it shows, in the host's words; empty when they gave none.
        alt: String,
        /// A data URI of a tiny picture, to be shown while it loads.
        placeholder: Option<String>,
        /// The widths that exist, in pixels, ascending: the last is the original's where that is narrower than 1600.
        widths: Vec<u32>,
    },
    Drawing {
        spec: Spec,
        alt: String,
        /// A data URI of a tiny picture, to be shown while it loads.
        placeholder: Option<String>,
    },
}

impl Picture {
    /// The address of the narrowest file that is at least `width` pixels wide, or of the widest there is.
    pub fn src(&self, width: u32) -> String {
        self.address(named(width))
    }

    /// The value of `srcset`: every file with its true width.
    pub fn srcset(&self) -> String {
        let files: Vec<String> = self
            .widths()
            .iter()
            .map(|width| format!("{} {width}w", self.src(*width)))
            .collect();
        files.join(", ")
    }

    /// What it shows, in words.
    pub fn alt(&self) -> &str {
        match self {
            Self::Photo { alt, .. } | Self::Drawing { alt, .. } => alt,
        }
    }

    /// A data URI of a tiny picture, to be shown while it loads.
    pub fn placeholder(&self) -> Option<&str> {
        match self {
            Self::Photo { placeholder, .. } | Self::Drawing { placeholder, .. } => {
                placeholder.as_deref()
            }
        }
    }

    fn widths(&self) -> &[u32] {
        match self {
            Self::Photo { widths, .. } => widths,
            Self::Drawing { .. } => &WIDTHS,
        }
    }

    fn address(&self, named: u32) -> String {
        match self {
            Self::Photo { id, .. } => format!("/photos/{id}/{named}.webp"),
            Self::Drawing { spec, .. } => format!("/drawings/{EDITION}/{spec}/{named}.webp"),
        }
    }
}

/// The name of the file of this width: a narrow original lies under the name of the next width of ours.
pub(super) fn named(width: u32) -> u32 {
    let [.., widest] = WIDTHS;
    let wide_enough = WIDTHS.into_iter().find(|named| *named >= width);
    wide_enough.unwrap_or(widest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(widths: &[u32]) -> Picture {
        Picture::Photo {
            id: Uuid::nil(),
            alt: String::new(),
            placeholder: None,
            widths: widths.to_vec(),
        }
    }

    #[test]
    fn a_wide_photo_has_three_files() {
        let nil = Uuid::nil();
        assert_eq!(
            photo(&[480, 960, 1600]).srcset(),
            format!(
                "/photos/{nil}/480.webp 480w, /photos/{nil}/960.webp 960w, /photos/{nil}/1600.webp 1600w"
            )
        );
    }

    #[test]
    fn the_width_of_a_narrow_original_is_told_as_it_is() {
        let nil = Uuid::nil();
        assert_eq!(
            photo(&[480, 700]).srcset(),
            format!("/photos/{nil}/480.webp 480w, /photos/{nil}/960.webp 700w")
        );
        assert_eq!(
            photo(&[300]).srcset(),
            format!("/photos/{nil}/480.webp 300w")
        );
    }

    #[test]
    fn a_width_between_ours_is_served_by_the_next() {
        assert_eq!([named(1), named(481), named(5000)], [480, 960, 1600]);
    }
}
