//! A home as guests will see it, for its host alone.

use uuid::Uuid;

use crate::{
    Context, Result,
    accounts::Actor,
    listings::{ListingView, show_own},
};

/// The actor's own home as its page will be, whatever its status; what is undecided is empty. Another's home is not found.
pub async fn preview(ctx: &Context, actor: &Actor, id: Uuid) -> Result<ListingView> {
    let shown = show_own(ctx, actor, id).await?;
    Ok(shown.ok_or(domain::Error::NotFound("Home"))?)
}
