//! `/places/{id}/photos`: the pictures of a place.

use axum::{Json, extract::State};
use domain::tokens::Scope;
use serde::Serialize;
use server::{
    Context, hosting, listings,
    photos::{Picture, WIDTHS},
};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use crate::api::{
    answer::{ApiError, ApiResult},
    caller::Caller,
    ids::{Id, Place},
    json::{Nothing, Query},
};

pub fn routes() -> OpenApiRouter<Context> {
    OpenApiRouter::new().routes(routes!(list))
}

/// A picture: uploaded by the host, or drawn by the site where there is none.
#[derive(Debug, Serialize, ToSchema)]
pub struct Photo {
    /// Null for drawings.
    pub id: Option<Uuid>,
    /// What it shows, in words; may be empty.
    pub alt: String,
    pub drawn: bool,
    /// WebP, 960 pixels wide.
    pub url: String,
    /// The same picture at other widths, ascending.
    pub sizes: Vec<Size>,
}

/// A picture at one width.
#[derive(Debug, Serialize, ToSchema)]
pub struct Size {
    /// Pixels; a narrow original is narrower.
    pub width: u32,
    pub url: String,
}

/// The pictures of a place
///
/// In their order, at most forty; the first is its cover.
#[utoipa::path(get, path = "/places/{id}/photos", tag = "Places", params(("id" = String, Path, description = "The place's id.")),
    responses((status = 200, description = "The pictures.", body = [Photo])), security((), ("bearer" = [])))]
async fn list(
    State(ctx): State<Context>,
    caller: Caller,
    id: Id<Place>,
    _: Query<Nothing>,
) -> ApiResult<Json<Vec<Photo>>> {
    let viewer = caller.maybe(Scope::ListingsRead);
    let home = match (listings::show(&ctx, id.0, None, viewer).await?, viewer) {
        (Some(home), _) => home,
        (None, Some(host)) => hosting::preview(&ctx, host, id.0).await?,
        (None, None) => return Err(ApiError::not_found("Place")),
    };
    let site = &ctx.settings.public_url;
    Ok(Json(
        home.photos.iter().map(|it| Photo::of(it, site)).collect(),
    ))
}

impl Photo {
    fn of(picture: &Picture, site: &str) -> Self {
        let at = |width| format!("{site}{}", picture.src(width));
        let id = match picture {
            Picture::Photo { id, .. } => Some(*id),
            Picture::Drawing { .. } => None,
        };
        Self {
            id,
            alt: picture.alt().to_owned(),
            drawn: id.is_none(),
            url: at(WIDTHS[1]),
            sizes: WIDTHS
                .iter()
                .map(|width| Size {
                    width: *width,
                    url: at(*width),
                })
                .collect(),
        }
    }
}
