//! `/users`: signing up, who one is, and what others may know.

use axum::{Json, extract::State, http::StatusCode};
use domain::tokens::Scope;
use serde::{Deserialize, Deserializer, Serialize};
use server::{
    Context,
    accounts::{self, AmendProfile, Person, Profile},
};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    answer::{ApiError, ApiResult},
    caller::{Caller, Somebody},
    done::Done,
    ids::{Id, User},
    json::{Asked, Body, Nothing, Query},
};

pub fn routes() -> OpenApiRouter<Context> {
    OpenApiRouter::new()
        .routes(routes!(sign_up))
        .routes(routes!(me))
        .routes(routes!(show, change, close))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SignUp {
    #[schema(min_length = 1, max_length = 60)]
    first_name: String,
    #[schema(min_length = 1, max_length = 60)]
    last_name: String,
    email: String,
    #[schema(min_length = 8, max_length = 128)]
    password: String,
}

impl Asked for SignUp {
    const REQUIRED: &'static [&'static str] = &["first_name", "last_name", "email", "password"];
}

#[derive(Serialize, ToSchema)]
struct SignedUp {
    id: Uuid,
    message: &'static str,
}

/// What is to be changed; null or an empty text takes a number or a place away.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = UserChange)]
struct Change {
    #[schema(min_length = 1, max_length = 60)]
    first_name: Option<String>,
    #[schema(min_length = 1, max_length = 60)]
    last_name: Option<String>,
    #[serde(default, deserialize_with = "taken_away")]
    #[schema(max_length = 40)]
    phone_number: Option<String>,
    #[serde(default, deserialize_with = "taken_away")]
    #[schema(max_length = 120)]
    home_location: Option<String>,
}

/// Null, which is not the same here as nothing, is an empty text.
fn taken_away<'de, D: Deserializer<'de>>(said: D) -> Result<Option<String>, D::Error> {
    let text: Option<String> = Deserialize::deserialize(said)?;
    Ok(Some(text.unwrap_or_default()))
}

impl Asked for Change {
    const REFUSED: &'static [(&'static str, &'static str)] =
        &[("email", NOT_THESE), ("password", NOT_THESE)];
}

const NOT_THESE: &str = "You cannot modify email or password.";

/// A person. The last three are told to nobody else.
#[derive(Serialize, ToSchema)]
#[schema(as = User)]
struct UserBody {
    id: Uuid,
    first_name: String,
    last_name: String,
    email: Option<String>,
    phone_number: Option<String>,
    home_location: Option<String>,
}

impl UserBody {
    fn own(id: Uuid, profile: Profile) -> Json<Self> {
        Json(Self {
            id,
            first_name: profile.first_name,
            last_name: profile.last_name,
            email: Some(profile.email),
            phone_number: profile.phone,
            home_location: profile.home_location,
        })
    }

    fn of(person: Person) -> Json<Self> {
        Json(Self {
            id: person.id,
            first_name: person.first_name,
            last_name: person.last_name,
            email: None,
            phone_number: None,
            home_location: None,
        })
    }
}

/// Open an account.
#[utoipa::path(post, path = "/users", tag = "Accounts", request_body = SignUp, responses((status = 201, body = SignedUp)))]
async fn sign_up(
    State(ctx): State<Context>,
    Body(said): Body<SignUp>,
) -> ApiResult<(StatusCode, Json<SignedUp>)> {
    let wanted = accounts::SignUp {
        first_name: said.first_name,
        last_name: said.last_name,
        email: said.email,
        password: said.password,
    };
    let id = accounts::register(&ctx, &wanted).await?.user_id;
    let message = "User registered successfully.";
    Ok((StatusCode::CREATED, Json(SignedUp { id, message })))
}

/// Who one is.
#[utoipa::path(get, path = "/users/me", tag = "Accounts", responses((status = 200, body = UserBody)))]
async fn me(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    Query(Nothing {}): Query<Nothing>,
) -> ApiResult<Json<UserBody>> {
    let actor = caller.actor(Scope::Profile)?;
    let profile = accounts::profile(&ctx, &actor).await?;
    Ok(UserBody::own(actor.user_id, profile))
}

/// Anybody by their id; oneself with address and numbers.
#[utoipa::path(get, path = "/users/{id}", tag = "Accounts", params(("id" = String, Path)),
    responses((status = 200, body = UserBody)))]
async fn show(
    State(ctx): State<Context>,
    caller: Caller,
    id: Id<User>,
    Query(Nothing {}): Query<Nothing>,
) -> ApiResult<Json<UserBody>> {
    match caller.maybe(Scope::Profile) {
        Some(actor) if actor.user_id == id.0 => {
            let profile = accounts::profile(&ctx, actor).await?;
            Ok(UserBody::own(id.0, profile))
        }
        _ => Ok(UserBody::of(accounts::person(&ctx, id.0).await?)),
    }
}

/// Change one's profile.
#[utoipa::path(put, path = "/users/{id}", tag = "Accounts", params(("id" = String, Path)), request_body = Change,
    responses((status = 200, body = UserBody)))]
async fn change(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<User>,
    Body(said): Body<Change>,
) -> ApiResult<Json<UserBody>> {
    let actor = caller.actor(Scope::Profile)?;
    if actor.user_id != id.0 {
        return Err(ApiError::forbidden());
    }
    let profile = accounts::amend_profile(&ctx, &actor, said.into()).await;
    let profile =
        profile.map_err(|error| ApiError::from(error).renamed("phone", "phone_number"))?;
    Ok(UserBody::own(id.0, profile))
}

impl From<Change> for AmendProfile {
    fn from(said: Change) -> Self {
        Self {
            first_name: said.first_name,
            last_name: said.last_name,
            phone: said.phone_number,
            home_location: said.home_location,
        }
    }
}

/// Close one's account: bookings and money of the past stay, without its name.
#[utoipa::path(delete, path = "/users/{id}", tag = "Accounts", params(("id" = String, Path)),
    responses((status = 200, body = Done)))]
async fn close(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<User>,
) -> ApiResult<Json<Done>> {
    let actor = &caller.in_person()?.actor;
    if actor.user_id != id.0 {
        return Err(ApiError::forbidden());
    }
    accounts::close(&ctx, actor).await?;
    Ok(Done::saying("User deleted successfully"))
}
