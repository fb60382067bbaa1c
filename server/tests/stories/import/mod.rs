//! Importing the files of Inside Airbnb, on SQLite and on TiDB.

mod detailed;
mod files;
mod options;
mod real_file;
mod summary;

use std::path::{Path, PathBuf};

use crate::support::*;
use indicatif::ProgressBar;
use sea_orm::{EntityTrait, QueryOrder};
use server::{
    Result,
    entities::{amenities, listing_amenities, listings, places},
    imports::inside_airbnb::{self, Options, Report},
};

/// A file of `tests/fixtures/inside_airbnb`.
fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/inside_airbnb")
        .join(name)
}

/// Everything from the file itself, but for what the story changes.
async fn import(
    state: &TestState,
    file: &Path,
    change: impl FnOnce(&mut Options),
) -> Result<Report> {
    let mut options = Options::new(&state.ctx.settings, file);
    change(&mut options);
    inside_airbnb::run(&state.ctx, &options, ProgressBar::hidden()).await
}

async fn imported(state: &TestState, name: &str) -> Report {
    import(state, &fixture(name), |_| {})
        .await
        .expect("an import")
}

/// The sentence with which an import is refused.
async fn refusal(state: &TestState, file: &Path, change: impl FnOnce(&mut Options)) -> String {
    import(state, file, change)
        .await
        .expect_err("a refusal")
        .to_string()
}

async fn homes(state: &TestState) -> Vec<listings::Model> {
    listings::Entity::find()
        .order_by_asc(listings::Column::SourceId)
        .all(state.db())
        .await
        .expect("homes")
}

async fn home(state: &TestState, source_id: &str) -> listings::Model {
    let found = homes(state)
        .await
        .into_iter()
        .find(|home| home.source_id.as_deref() == Some(source_id));
    found.expect("the home")
}

async fn all_places(state: &TestState) -> Vec<places::Model> {
    places::Entity::find()
        .order_by_asc(places::Column::Path)
        .all(state.db())
        .await
        .expect("places")
}

async fn offers(state: &TestState) -> Vec<listing_amenities::Model> {
    listing_amenities::Entity::find()
        .order_by_asc(listing_amenities::Column::ListingId)
        .order_by_asc(listing_amenities::Column::AmenityId)
        .all(state.db())
        .await
        .expect("what homes offer")
}

/// The slugs of what a home offers.
async fn slugs(state: &TestState, home: &listings::Model) -> Vec<String> {
    let known = amenities::Entity::find()
        .all(state.db())
        .await
        .expect("amenities");
    let mut slugs: Vec<String> = offers(state)
        .await
        .iter()
        .filter(|pair| pair.listing_id == home.id)
        .filter_map(|pair| known.iter().find(|amenity| amenity.id == pair.amenity_id))
        .map(|amenity| amenity.slug.clone())
        .collect();
    slugs.sort();
    slugs
}
