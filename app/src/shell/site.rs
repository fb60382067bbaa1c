//! What all pages of one process share.

use std::sync::Arc;

use server::Context;

use super::loader;
use crate::security;

/// The state of the router; cheap to clone.
#[derive(Clone)]
pub struct Site {
    pub ctx: Context,
    pub(crate) build: Arc<Build>,
}

/// What is the same for a whole build of the front end.
pub(crate) struct Build {
    /// Where scripts, WASM and styles are, with their version: what is there never changes.
    pub pkg: String,
    /// The inline script of every page.
    pub loader: String,
    /// The policy of pages that are shared, which allows that script by its hash.
    pub shared_policy: String,
}

impl Site {
    /// `pkg`: the path of scripts, WASM and styles, such as `/pkg/1f0c9a`.
    pub fn new(ctx: Context, pkg: &str) -> Self {
        let loader = loader::inline(pkg);
        let shared_policy = security::policy(&security::hash_source(&loader));
        Self {
            ctx,
            build: Arc::new(Build {
                pkg: pkg.to_owned(),
                loader,
                shared_policy,
            }),
        }
    }
}
