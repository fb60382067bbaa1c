//! Where photos are kept.

use std::path::{Path, PathBuf};

/// What HBNB_PHOTOS says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Photos {
    Folder(PathBuf),
    /// Of S3, or of a server that speaks its language: region, keys and endpoint come from the AWS_* variables.
    Bucket {
        name: String,
        prefix: String,
    },
}

impl Photos {
    /// # Errors
    /// The sentence that says what it should be.
    pub(super) fn read(address: Option<&str>, data: &Path) -> Result<Self, String> {
        let Some(address) = address else {
            return Ok(Self::Folder(data.join("photos")));
        };
        let inside = address.strip_prefix("s3://");
        let (name, prefix) = inside.map_or(("", ""), |inside| {
            inside.split_once('/').unwrap_or((inside, ""))
        });
        let is_name =
            |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
        if name.is_empty() || !name.chars().all(is_name) {
            return Err(format!(
                "HBNB_PHOTOS must be s3://BUCKET or s3://BUCKET/PREFIX, not {address:?}. Without it photos are kept in the data folder."
            ));
        }
        Ok(Self::Bucket {
            name: name.to_owned(),
            prefix: prefix.trim_matches('/').to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: Option<&str>) -> Result<Photos, String> {
        Photos::read(address, Path::new("data"))
    }

    #[test]
    fn without_a_setting_they_lie_in_the_data_folder() {
        assert_eq!(read(None), Ok(Photos::Folder("data/photos".into())));
    }

    #[test]
    fn a_bucket_may_have_a_prefix() {
        let bucket = |name: &str, prefix: &str| Photos::Bucket {
            name: name.into(),
            prefix: prefix.into(),
        };
        assert_eq!(read(Some("s3://homes")), Ok(bucket("homes", "")));
        assert_eq!(read(Some("s3://homes/")), Ok(bucket("homes", "")));
        assert_eq!(read(Some("s3://homes/a/b/")), Ok(bucket("homes", "a/b")));
    }

    #[test]
    fn anything_else_is_told_in_a_sentence() {
        for address in [
            "/var/photos",
            "s3://",
            "s3:///x",
            "https://homes",
            "s3://Homes/x",
        ] {
            assert!(read(Some(address)).is_err_and(|said| said.starts_with("HBNB_PHOTOS must be")));
        }
    }
}
