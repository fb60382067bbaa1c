//! What all pages of one process share.

use std::{sync::Arc, time::Duration};

use server::Context;

use super::loader;
use crate::security;

/// The state of the router; cheap to clone.
#[derive(Clone)]
pub struct Site {
    pub ctx: Context,
    pub patience: Patience,
    pub(crate) build: Arc<Build>,
}

/// How long anybody waits.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// A visitor for an answer; a booking on a busy database takes the longest, and it gives up before.
    pub answer: Duration,
    /// We for a whole form.
    pub form: Duration,
    /// We for one picture, from when there is room for it: 10 MB at a megabit a second.
    pub picture: Duration,
    /// We for the next bytes of what is not kept, and of what stands between two pictures.
    pub silence: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            answer: Duration::from_secs(20),
            form: Duration::from_secs(15),
            picture: Duration::from_secs(90),
            silence: Duration::from_secs(20),
        }
    }
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
    pub fn new(ctx: Context, pkg: &str, patience: Patience) -> Self {
        let loader = loader::inline(pkg);
        let shared_policy = security::policy(&security::hash_source(&loader));
        Self {
            ctx,
            patience,
            build: Arc::new(Build {
                pkg: pkg.to_owned(),
                loader,
                shared_policy,
            }),
        }
    }
}
