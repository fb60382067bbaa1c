//! Comparing one payment.

use domain::money::{Currency, Money};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::Comparison;
use crate::{
    Context, Result,
    entities::payments,
    payments::{
        DisputeStatus, Intent, IntentStatus, RefundStatus, advance, ledger::sums_in, settle, units,
    },
};

/// What each side has of a payment, in our minor units.
#[derive(PartialEq, Eq)]
struct Sides {
    ledger: i64,
    provider: i64,
}

/// A payment that the provider knows; one that we do not know and that holds money is a difference.
pub(super) async fn theirs(ctx: &Context, intent: &str, found: &mut Comparison) -> Result<()> {
    let known = payments::Entity::find()
        .filter(payments::Column::IntentId.eq(intent))
        .one(&ctx.db)
        .await?;
    if let Some(payment) = known {
        return ours(ctx, &payment, found).await;
    }
    found.checked += 1;
    let Some(stray) = ctx.gateway.retrieve(intent).await? else {
        return Ok(());
    };
    let holds = matches!(
        stray.status,
        IntentStatus::RequiresCapture | IntentStatus::Succeeded
    );
    if holds && at_provider(ctx, &stray).await? != 0 {
        let amount = money(stray.amount, &stray.currency)?;
        found.differs(format!(
            "The provider has {intent} of {amount} for booking {}, and the ledger does not.",
            stray.booking_id
        ));
    }
    Ok(())
}

/// A payment of ours; when the sides differ, what had not reached us is taken in, and they are compared again.
pub(super) async fn ours(
    ctx: &Context,
    payment: &payments::Model,
    found: &mut Comparison,
) -> Result<()> {
    found.checked += 1;
    let Some(id) = payment.intent_id.as_deref() else {
        return Ok(());
    };
    let Some(intent) = ctx.gateway.retrieve(id).await? else {
        found.differs(format!(
            "The provider does not know {id} of booking {}.",
            payment.booking_id
        ));
        return Ok(());
    };
    let first = sides(ctx, payment, &intent).await?;
    if first.ledger == first.provider {
        return Ok(());
    }
    advance(ctx, payment.booking_id).await?;
    settle(ctx, payment.booking_id).await?;
    let intent = ctx.gateway.retrieve(id).await?.unwrap_or(intent);
    let now = sides(ctx, payment, &intent).await?;
    if now.ledger == now.provider {
        found.mended += 1;
        return Ok(());
    }
    let currency = Currency::parse(&intent.currency)?;
    found.differs(format!(
        "Booking {}, payment {id}: the ledger has {} and the provider {}.",
        payment.booking_id,
        Money::new(now.ledger, currency),
        Money::new(now.provider, currency)
    ));
    Ok(())
}

async fn sides(ctx: &Context, payment: &payments::Model, intent: &Intent) -> Result<Sides> {
    let currency = Currency::parse(&intent.currency)?;
    let ledger = sums_in(&ctx.db, payment.booking_id, currency.code()).await?;
    Ok(Sides {
        ledger: ledger.at_provider,
        provider: at_provider(ctx, intent).await?,
    })
}

/// Captured, less what went back and what disputes that are open or lost have taken.
async fn at_provider(ctx: &Context, intent: &Intent) -> Result<i64> {
    if intent.captured == 0 {
        return Ok(0);
    }
    let refunds = ctx.gateway.refunds(&intent.id).await?;
    let returned: i64 = refunds
        .iter()
        .filter(|refund| refund.status == RefundStatus::Succeeded)
        .map(|refund| refund.amount)
        .sum();
    let disputes = ctx.gateway.disputes(&intent.id).await?;
    let taken: i64 = disputes
        .iter()
        .filter(|dispute| match dispute.status {
            DisputeStatus::Open => !dispute.refundable,
            DisputeStatus::Lost => true,
            DisputeStatus::Won => false,
        })
        .map(|dispute| dispute.amount)
        .sum();
    let currency = Currency::parse(&intent.currency)?;
    let left = intent.captured - returned - taken;
    Ok(units::from_provider(left, currency))
}

fn money(amount: i64, currency: &str) -> Result<Money> {
    let currency = Currency::parse(currency)?;
    Ok(Money::new(units::from_provider(amount, currency), currency))
}
