//! What the site's owner would do in a provider's dashboard, and what guests' banks do: for tests and for trying.

use uuid::Uuid;

use super::{
    disputes,
    refunds::{self, Asked},
};
use crate::{Context, Error, Result, payments::RefundAnswer};

/// Gives money back as if in the provider's dashboard: nobody tells us but the webhook. `amount` is in the provider's units.
pub async fn give_back(ctx: &Context, intent: &str, amount: i64) -> Result<RefundAnswer> {
    only_here(ctx)?;
    let asked = Asked {
        key: format!("dashboard:{}", Uuid::new_v4()),
        intent,
        refund: None,
        amount,
    };
    let answer = refunds::make(&ctx.db, &asked, ctx.clock.now()).await;
    ctx.wake.notify_one();
    answer
}

/// The guest's bank disputes what is left of the payment; as an inquiry it only asks. Returns the dispute's id.
pub async fn open_dispute(ctx: &Context, intent: &str, inquiry: bool) -> Result<String> {
    only_here(ctx)?;
    let opened = disputes::open(&ctx.db, intent, inquiry, ctx.clock.now()).await;
    ctx.wake.notify_one();
    opened
}

/// The bank has decided, for us or for its customer.
pub async fn close_dispute(ctx: &Context, dispute: &str, won: bool) -> Result<()> {
    only_here(ctx)?;
    disputes::close(&ctx.db, dispute, won, ctx.clock.now()).await?;
    ctx.wake.notify_one();
    Ok(())
}

fn only_here(ctx: &Context) -> Result<()> {
    match ctx.gateway.name() {
        "sandbox" => Ok(()),
        _ => Err(Error::User(domain::Error::NotFound("Payment"))),
    }
}
