//! What a host says of the pictures of a home, their order, and which go. The plain form sends all descriptions with every
//! button, so that none that was typed is lost; scripts send only what changed. Files come in through
//! `crate::photos_upload`.

use leptos::prelude::*;

use super::{Go, Refusal};

/// Keeps the descriptions that changed. The three lists go together, picture by picture; `version` comes with the form.
#[server]
pub async fn describe_photos(
    id: String,
    version: String,
    #[server(default)] photo: Vec<String>,
    #[server(default)] was: Vec<String>,
    #[server(default)] alt: Vec<String>,
) -> Result<Go, Refusal> {
    let here = super::here()?;
    let home = super::id(&id, "Home")?;
    let written = describe(&here, home, Descriptions { photo, was, alt }).await?;
    let go = Go::to(format!("/host/homes/{home}/photos?saved=photos"));
    let seen = version.parse().unwrap_or_default();
    Ok(go.with_version(written.unwrap_or(seen)))
}

/// Moves one picture, and keeps the descriptions. `to` says where and which: `first:` and its id.
#[server]
pub async fn move_photo(
    id: String,
    version: String,
    to: String,
    #[server(default)] photo: Vec<String>,
    #[server(default)] was: Vec<String>,
    #[server(default)] alt: Vec<String>,
) -> Result<Go, Refusal> {
    let here = super::here()?;
    let home = super::id(&id, "Home")?;
    let (to, moved) = to.split_once(':').unwrap_or_default();
    let form = domain::photos::MoveForm {
        photo: moved.to_owned(),
        to: to.to_owned(),
        version,
    };
    server::photos::move_photo(&here.ctx, here.actor()?, home, form).await?;
    describe(&here, home, Descriptions { photo, was, alt }).await?;
    Ok(Go::to(format!("/host/homes/{home}/photos#photo-{moved}")))
}

/// Puts all pictures in the order of their ids, which are separated by commas.
#[server]
pub async fn order_photos(id: String, version: String, order: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    let home = super::id(&id, "Home")?;
    let form = domain::photos::OrderForm { order, version };
    let written = server::photos::reorder(&here.ctx, here.actor()?, home, form).await?;
    Ok(Go::to(format!("/host/homes/{home}/photos")).with_version(written))
}

/// Takes one picture away, whatever changed besides, and keeps the descriptions of the others.
#[server]
pub async fn remove_photo(
    id: String,
    version: String,
    remove: String,
    #[server(default)] photo: Vec<String>,
    #[server(default)] was: Vec<String>,
    #[server(default)] alt: Vec<String>,
) -> Result<Go, Refusal> {
    let _ = version;
    let here = super::here()?;
    let home = super::id(&id, "Home")?;
    describe(&here, home, Descriptions { photo, was, alt }).await?;
    let form = domain::photos::RemoveForm { photo: remove };
    server::photos::remove(&here.ctx, here.actor()?, home, form).await?;
    Ok(Go::to(format!("/host/homes/{home}/photos?saved=removed")))
}

/// The descriptions of a form, picture by picture.
#[cfg(feature = "ssr")]
struct Descriptions {
    photo: Vec<String>,
    was: Vec<String>,
    alt: Vec<String>,
}

/// Returns the home's version when there was something to keep.
#[cfg(feature = "ssr")]
async fn describe(
    here: &super::Here,
    home: uuid::Uuid,
    mut typed: Descriptions,
) -> Result<Option<u32>, Refusal> {
    let mut written = None;
    // One empty text alone is read as no text at all.
    typed.was.resize(typed.photo.len(), String::new());
    typed.alt.resize(typed.photo.len(), String::new());
    let words = typed.was.into_iter().zip(typed.alt);
    for (photo, (was, alt)) in typed.photo.into_iter().zip(words) {
        if was != alt {
            let form = domain::photos::DescribeForm { photo, was, alt };
            let version = server::photos::describe(&here.ctx, here.actor()?, home, form).await?;
            written = Some(version);
        }
    }
    Ok(written)
}
