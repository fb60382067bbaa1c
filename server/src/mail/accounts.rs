//! Letters about an account: confirming its address, and choosing a new password.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Block, Letter, Purpose, letter::foot, links};
use crate::{
    Context, Environment, Error, Result,
    entities::users,
    jobs::outbox::{NewEffect, enqueue},
};

pub(super) const CONFIRM: &str = "mail.confirm";
pub(super) const RESET: &str = "mail.reset";

/// Asking again within so many seconds is the same mail: two clicks, or somebody who would fill another's mailbox.
const AT_MOST_EVERY: i64 = 300;

/// Queues the link that confirms the user's address; whether it is still to be confirmed is looked at when it is sent.
pub async fn confirm_address(
    conn: &impl ConnectionTrait,
    user: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    let key = format!("{CONFIRM}:{user}:{}", now.timestamp() / AT_MOST_EVERY);
    ask(conn, CONFIRM, key, &user, now).await
}

/// Queues the link that lets whoever reads this address choose a new password. Whether anybody has an account with it is looked at when
/// the mail is sent: until then an unknown address makes no difference, not even in time.
pub async fn reset_password(
    conn: &impl ConnectionTrait,
    email: &domain::accounts::Email,
    now: DateTime<Utc>,
) -> Result<()> {
    let whose = Uuid::new_v5(&Uuid::NAMESPACE_URL, email.as_str().as_bytes());
    let key = format!("{RESET}:{whose}:{}", now.timestamp() / AT_MOST_EVERY);
    ask(conn, RESET, key, &email.as_str(), now).await
}

async fn ask(
    conn: &impl ConnectionTrait,
    kind: &'static str,
    dedupe_key: String,
    payload: &impl serde::Serialize,
    now: DateTime<Utc>,
) -> Result<()> {
    let effect = NewEffect {
        kind,
        booking_id: None,
        dedupe_key,
        payload: serde_json::to_string(payload)
            .map_err(|error| Error::Internal(error.to_string()))?,
    };
    enqueue(conn, effect, now).await
}

/// None when the account is closed or its address confirmed.
pub(super) async fn confirmation(ctx: &Context, id: Uuid, user: Uuid) -> Result<Option<Letter>> {
    let user = open()
        .filter(users::Column::Id.eq(user))
        .one(&ctx.db)
        .await?;
    let Some(user) = user.filter(|user| user.email_confirmed_at.is_none()) else {
        return Ok(None);
    };
    let address = link(ctx, id, &user, Purpose::Confirm, "/confirm-email").await?;
    let blocks = vec![
        Block::text(format!("Hello {},", user.first_name)),
        Block::text(format!(
            "Please confirm that {} is your e-mail address: bookings, answers and receipts go there.",
            user.email
        )),
        Block::link("Confirm this address", address),
        Block::text(
            "The link works once, for an hour. You can ask for another one on your account page.",
        ),
        Block::text("If you did not open an account, do nothing: without you it is not confirmed."),
    ];
    Ok(Some(letter(
        ctx,
        id,
        user,
        "Confirm your e-mail address",
        blocks,
    )))
}

/// None when nobody has an open account with the address.
pub(super) async fn reset(ctx: &Context, id: Uuid, email: String) -> Result<Option<Letter>> {
    let user = open()
        .filter(users::Column::Email.eq(email))
        .one(&ctx.db)
        .await?;
    let closed_here =
        |user: &users::Model| user.is_demo && ctx.settings.environment == Environment::Production;
    let Some(user) = user.filter(|user| !closed_here(user)) else {
        return Ok(None);
    };
    let address = link(ctx, id, &user, Purpose::Reset, "/reset-password").await?;
    let blocks = vec![
        Block::text(format!("Hello {},", user.first_name)),
        Block::text("Somebody, probably you, asked for a new password at HBnB. Choose it here:"),
        Block::link("Choose a new password", address),
        Block::text(
            "The link works once, for an hour. It then logs out every device and ends every token that you made for a program.",
        ),
        Block::text("If it was not you, do nothing: your password stays as it is."),
    ];
    Ok(Some(letter(ctx, id, user, "Choose a new password", blocks)))
}

fn open() -> sea_orm::Select<users::Entity> {
    users::Entity::find().filter(users::Column::ArchivedAt.is_null())
}

async fn link(
    ctx: &Context,
    effect: Uuid,
    user: &users::Model,
    purpose: Purpose,
    path: &str,
) -> Result<String> {
    let token = links::make(ctx, effect, user, purpose, ctx.clock.now()).await?;
    Ok(format!("{}{path}?token={token}", ctx.settings.public_url))
}

fn letter(
    ctx: &Context,
    id: Uuid,
    user: users::Model,
    subject: &str,
    blocks: Vec<Block>,
) -> Letter {
    Letter {
        id,
        name: format!("{} {}", user.first_name, user.last_name),
        address: user.email,
        subject: subject.to_owned(),
        blocks,
        foot: foot(&ctx.settings, "an account"),
        attachments: Vec::new(),
    }
}
