//! A home's pictures, for its host.

use domain::listings::Status;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{MOST_PHOTOS, Picture};
use crate::{
    Context, Error, Result,
    accounts::Actor,
    entities::{listings, photos},
};

/// One picture, as its host sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct PhotoView {
    pub id: Uuid,
    pub picture: Picture,
    /// In the host's words; empty when they gave none.
    pub alt: String,
    /// It is shown on cards.
    pub is_cover: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct PhotosView {
    pub home: Uuid,
    pub title: String,
    pub status: Status,
    /// To be sent back with a change of order.
    pub version: u32,
    /// In their order.
    pub photos: Vec<PhotoView>,
    /// How many more it may have.
    pub room: u32,
}

/// Two statements.
///
/// # Errors
/// `NotFound` for another's home.
pub async fn list(ctx: &Context, actor: &Actor, home: Uuid) -> Result<PhotosView> {
    let own = listings::Entity::find_by_id(home)
        .filter(listings::Column::OwnerId.eq(actor.user_id))
        .one(&ctx.db)
        .await?
        .ok_or(domain::Error::NotFound("Home"))?;
    let photos = photos::Entity::find()
        .filter(photos::Column::ListingId.eq(home))
        .order_by_asc(photos::Column::Position)
        .order_by_asc(photos::Column::Id)
        .all(&ctx.db)
        .await?;
    let unknown = || Error::Internal(format!("no such status: {}", own.status));
    let many = u32::try_from(photos.len()).unwrap_or(u32::MAX);
    Ok(PhotosView {
        home,
        status: Status::parse(&own.status).ok_or_else(unknown)?,
        title: own.title,
        version: own.version,
        photos: photos
            .iter()
            .zip(0..)
            .map(|(photo, at)| PhotoView::of(photo, at == 0))
            .collect(),
        room: MOST_PHOTOS.saturating_sub(many),
    })
}

impl PhotoView {
    pub(super) fn of(photo: &photos::Model, is_cover: bool) -> Self {
        Self {
            id: photo.id,
            picture: Picture::of(photo),
            alt: photo.alt.clone(),
            is_cover,
        }
    }
}
