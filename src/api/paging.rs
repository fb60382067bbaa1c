//! Lists in pages: `?limit=&cursor=`, and a `Link` header that leads to the next page.

use axum::{
    Json,
    extract::{FromRef, FromRequestParts, OriginalUri},
    http::{HeaderValue, Uri, header, request::Parts},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Serialize, de::DeserializeOwned};
use server::Context;
use utoipa::IntoParams;

use super::answer::{ApiError, ApiResult};

/// The most that a page can have, and what it has when nothing is asked for.
pub const MOST: u64 = 100;

/// For the document: what every list understands.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "its fields are read by the document alone")]
pub struct PageParams {
    /// How many at most, from 1 to 100.
    #[param(minimum = 1, maximum = 100, default = 100)]
    pub limit: Option<u32>,
    /// Where the page begins: from the `Link` header of the page before.
    pub cursor: Option<String>,
}

/// Which page of a list is asked for.
#[derive(Debug, Clone)]
pub struct Pages {
    limit: u64,
    cursor: Option<String>,
    /// The list's own address, as clients see it.
    address: String,
    /// The query without `cursor`.
    query: Vec<(String, String)>,
}

impl Pages {
    /// Rows in the page, from 1 to [`MOST`].
    pub fn limit(&self) -> u64 {
        self.limit
    }

    /// The key of the last row of the page before; `None` on the first page.
    ///
    /// # Errors
    /// 400 when the cursor is none of ours.
    pub fn after<K: DeserializeOwned>(&self) -> ApiResult<Option<K>> {
        let Some(cursor) = &self.cursor else {
            return Ok(None);
        };
        let key = URL_SAFE_NO_PAD.decode(cursor).ok();
        let key = key.and_then(|json| serde_json::from_slice(&json).ok());
        key.map(Some).ok_or_else(|| {
            ApiError::field("cursor", "Take it from the Link header of the page before.")
        })
    }

    /// The page as a bare array. `next` is the key of its last row when more rows follow.
    pub fn answer<T: Serialize, K: Serialize>(&self, rows: Vec<T>, next: Option<K>) -> Response {
        self.around(rows, next)
    }

    /// The same for something that holds the rows.
    pub fn around<T: Serialize, K: Serialize>(&self, body: T, next: Option<K>) -> Response {
        let link = next
            .and_then(|key| serde_json::to_vec(&key).ok())
            .and_then(|key| self.link(&URL_SAFE_NO_PAD.encode(key)));
        let mut response = Json(body).into_response();
        response
            .headers_mut()
            .extend(link.map(|link| (header::LINK, link)));
        response
    }

    fn link(&self, cursor: &str) -> Option<HeaderValue> {
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(&self.query)
            .append_pair("cursor", cursor)
            .finish();
        HeaderValue::try_from(format!("<{}?{query}>; rel=\"next\"", self.address)).ok()
    }

    fn read(public_url: &str, uri: &Uri) -> ApiResult<Self> {
        let text = uri.query().unwrap_or_default();
        let mut query: Vec<(String, String)> = form_urlencoded::parse(text.as_bytes())
            .into_owned()
            .collect();
        let said = |name: &str| {
            let found = query.iter().find(|(field, _)| field == name);
            found.map(|(_, value)| value.clone())
        };
        let (limit, cursor) = (said("limit"), said("cursor"));
        query.retain(|(field, _)| field != "cursor");
        Ok(Self {
            limit: limit.map_or(Ok(MOST), |text| number(&text))?,
            cursor,
            address: format!("{public_url}{}", uri.path()),
            query,
        })
    }
}

fn number(text: &str) -> ApiResult<u64> {
    let number = text.parse().ok();
    number
        .filter(|limit| (1..=MOST).contains(limit))
        .ok_or_else(|| ApiError::field("limit", "This must be a whole number from 1 to 100."))
}

impl<S: Send + Sync> FromRequestParts<S> for Pages
where
    Context: FromRef<S>,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> ApiResult<Self> {
        let uri = parts.extensions.get::<OriginalUri>();
        let uri = uri.map_or_else(|| parts.uri.clone(), |OriginalUri(uri)| uri.clone());
        Self::read(&Context::from_ref(state).settings.public_url, &uri)
    }
}
