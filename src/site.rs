//! The files that the front end was built into: where they are, and the version in whose name they are kept for ever.

use std::{
    collections::hash_map::DefaultHasher,
    fs,
    hash::Hasher,
    path::{Path, PathBuf},
};

/// The site's folder: `pkg/` with scripts, WASM and styles, and everything from `public/` beside it.
#[derive(Debug, Clone)]
pub struct SiteFiles {
    root: PathBuf,
    /// `None` when nothing was built.
    version: Option<String>,
}

impl SiteFiles {
    /// Looks in `LEPTOS_SITE_ROOT`, then beside the executable, then where `make build` puts them.
    pub fn find() -> Self {
        let beside = std::env::current_exe()
            .ok()
            .and_then(|exe| exe.parent().map(Path::to_owned));
        let named = std::env::var_os("LEPTOS_SITE_ROOT").map(PathBuf::from);
        let places = [
            named,
            beside.as_ref().map(|folder| folder.join("site")),
            beside
                .as_ref()
                .and_then(|folder| folder.parent())
                .map(|folder| folder.join("site")),
        ];
        let found = places
            .into_iter()
            .flatten()
            .find(|root| root.join("pkg").is_dir());
        Self::at(found.unwrap_or_else(|| "target/site".into()))
    }

    pub fn at(root: PathBuf) -> Self {
        let version = version_of(&root.join("pkg"));
        Self { root, version }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn pkg(&self) -> PathBuf {
        self.root.join("pkg")
    }

    pub fn are_built(&self) -> bool {
        self.version.is_some()
    }

    /// Where the pages fetch scripts, WASM and styles. Every file of a build is under one version, so that the split files,
    /// which name each other without a hash, always fit together.
    pub fn pkg_path(&self) -> String {
        match &self.version {
            Some(version) => format!("/pkg/{version}"),
            None => "/pkg".to_owned(),
        }
    }
}

/// A name for exactly these files: any change of any of them is another one.
fn version_of(pkg: &Path) -> Option<String> {
    let mut files: Vec<PathBuf> = fs::read_dir(pkg)
        .ok()?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in &files {
        hasher.write(file.file_name()?.as_encoded_bytes());
        hasher.write(&fs::read(file).ok()?);
    }
    (!files.is_empty()).then(|| format!("{:016x}", hasher.finish()))
}
