//! Ids in paths and bodies: ours, or the replaced system's.

use std::{collections::HashMap, marker::PhantomData};

use axum::{
    extract::{FromRef, FromRequestParts, Path},
    http::request::Parts,
};
use server::{
    Context,
    legacy_ids::{self, Kind},
};
use uuid::Uuid;

use super::answer::{ApiError, ApiResult};

/// What an id is the id of.
pub trait Thing: Send + Sync {
    const KIND: Kind;
    /// As it is called when it is not found.
    const NAME: &'static str;
    /// Its argument in paths where `{id}` is something else's.
    const ARGUMENT: &'static str;
}

macro_rules! things {
    ($($(#[$doc:meta])* $name:ident $argument:literal)+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl Thing for $name {
            const KIND: Kind = Kind::$name;
            const NAME: &'static str = stringify!($name);
            const ARGUMENT: &'static str = $argument;
        }
    )+ };
}

things! {
    User "user_id"
    /// A home.
    Place "place_id"
    Amenity "amenity_id"
    Review "review_id"
    Booking "booking_id"
}

/// The id of a thing, from the path: `{place_id}`, or else `{id}`.
#[derive(Debug)]
pub struct Id<T>(pub Uuid, PhantomData<T>);

impl<T: Thing, S: Send + Sync> FromRequestParts<S> for Id<T>
where
    Context: FromRef<S>,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> ApiResult<Self> {
        let arguments = Path::<HashMap<String, String>>::from_request_parts(parts, state).await;
        let Path(arguments) = arguments.map_err(|_| ApiError::not_found(T::NAME))?;
        let text = arguments.get(T::ARGUMENT).or_else(|| arguments.get("id"));
        let text = text.map(String::as_str).unwrap_or_default();
        let id = find::<T>(&Context::from_ref(state), text).await?;
        Ok(Self(id, PhantomData))
    }
}

/// The id that a client names, in a body or a path: a UUID as it is, anything else as the replaced system's.
///
/// # Errors
/// 404 when it is neither.
pub async fn find<T: Thing>(ctx: &Context, text: &str) -> ApiResult<Uuid> {
    let id = Uuid::parse_str(text).ok();
    // An old amenity whose name we had already became ours, though its old id is a UUID.
    if let Some(id) = id.filter(|_| T::KIND != Kind::Amenity) {
        return Ok(id);
    }
    let found = legacy_ids::find(ctx, T::KIND, text).await?;
    found.or(id).ok_or_else(|| ApiError::not_found(T::NAME))
}
