//! What stories of pictures have in common.

use bytes::Bytes;
use domain::Error;
use sea_orm::EntityTrait;
use server::{
    accounts::Actor,
    entities::listings,
    photos::{self, Added, PhotosView, Picture},
};
use uuid::Uuid;

use crate::{photos::jpeg::Jpeg, support::*};

/// Sends a file to a home as a browser does.
pub async fn send(
    state: &TestState,
    actor: &Actor,
    home: Uuid,
    file: Vec<u8>,
) -> server::Result<Added> {
    let _room = photos::admit(&state.ctx, actor).await?;
    photos::add(&state.ctx, actor, home, "kitchen.jpg", Bytes::from(file)).await
}

/// Adds a small picture, another for each number.
pub async fn add(state: &TestState, actor: &Actor, home: Uuid, number: u16) -> Added {
    let file = Jpeg::new(500 + number, 300).write();
    send(state, actor, home, file).await.expect("a picture")
}

pub async fn list(state: &TestState, actor: &Actor, home: Uuid) -> PhotosView {
    photos::list(&state.ctx, actor, home)
        .await
        .expect("the pictures")
}

/// The ids of a home's pictures, in their order.
pub async fn order(state: &TestState, actor: &Actor, home: Uuid) -> Vec<Uuid> {
    list(state, actor, home)
        .await
        .photos
        .iter()
        .map(|photo| photo.id)
        .collect()
}

pub async fn row(state: &TestState, home: Uuid) -> listings::Model {
    listings::Entity::find_by_id(home)
        .one(state.db())
        .await
        .expect("a look")
        .expect("the home")
}

/// Why it was refused, in words for the user.
pub fn refusal<T: std::fmt::Debug>(result: server::Result<T>) -> Error {
    match result {
        Err(server::Error::User(error)) => error,
        other => panic!("refused in words, not {other:?}"),
    }
}

/// Width, height and pixels of a file that we made.
pub fn opened(file: &[u8]) -> (u32, u32, Vec<u8>) {
    let image = webp::Decoder::new(file).decode().expect("a WebP");
    (image.width(), image.height(), image.to_vec())
}

/// The file of a photo in this width.
pub async fn served(state: &TestState, id: Uuid, width: u32) -> Option<Bytes> {
    photos::file(&state.ctx, id, width)
        .await
        .expect("the store")
}

pub fn widths(added: &Added) -> Vec<u32> {
    match &added.photo.picture {
        Picture::Photo { widths, .. } => widths.clone(),
        drawing => panic!("no drawing: {drawing:?}"),
    }
}
