//! What helps a host, in one file: keeping what is typed, sending and arranging pictures, choosing nights.

use leptos::prelude::*;

/// Each looks for what it helps with and does nothing where that does not stand. One island for all, because each costs home
/// and search a kilobyte and a half in the file that all islands share.
#[island(lazy)]
pub fn HostTools() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    {
        super::keep::attach();
        super::upload::attach();
        super::arrange::attach();
        super::calendar::attach();
    }
}
