//! Pictures of homes: uploaded photos and our own drawings, how they are kept, ordered, described, served and removed.

mod add;
mod album;
mod describe;
mod develop;
mod list;
mod order;
mod picture;
mod read;
mod remove;
mod serve;
mod store;

pub use add::{Added, add, too_large};
pub use describe::describe;
pub use domain::photos::{DescribeForm, MOST_BYTES, MOST_PHOTOS, MoveForm, OrderForm, RemoveForm};
pub use list::{PhotoView, PhotosView, list};
pub use order::{move_photo, reorder};
pub use picture::{Picture, WIDTHS};
pub(crate) use read::{CoverColumns, of_home};
pub use remove::remove;
pub(crate) use remove::{REMOVE_FILES, remove_files};
pub use serve::{drawn, file};
pub use store::{Admission, PhotoStore};

use crate::{Context, Result, accounts::Actor};

/// Waits for room to hold one more uploaded file in memory: to be kept from before the file is read until [`add`] is done. Of one
/// account only one file has room at a time.
///
/// # Errors
/// `TooMany` when there is no room for a while.
pub async fn admit(ctx: &Context, actor: &Actor) -> Result<Admission> {
    ctx.photos.admit(actor.user_id).await
}

/// Where a file of an uploaded photo lies; `named` is one of [`WIDTHS`].
fn key(id: uuid::Uuid, named: u32) -> String {
    format!("{id}/{named}.webp")
}
