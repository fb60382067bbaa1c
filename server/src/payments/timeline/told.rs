//! The sentences of the timeline.

use chrono::{DateTime, Utc};
use domain::{
    money::{Currency, Money},
    refunds::RefundState,
};

use super::{Accounts, Kind, has_failed};
use crate::{
    Result,
    entities::{payments, refunds},
    payments::refunds::Origin,
};

/// One movement, or news of one, before the sums are known.
pub(super) struct News {
    pub at: DateTime<Utc>,
    /// Its place among those of the same instant.
    pub rank: u8,
    pub sentence: String,
    pub amount: Money,
    pub accounts: Accounts,
}

/// The card was authorised: nothing has moved.
pub(super) fn authorised(at: DateTime<Utc>, payment: &payments::Model) -> Result<News> {
    let currency = Currency::parse(&payment.currency)?;
    let amount = Money::new(payment.amount, currency);
    let sentence = format!("The card was authorised for {amount}. Nothing was taken yet.");
    Ok(still(at, 0, sentence, currency))
}

/// What a refund waits for, or why it failed.
pub(super) fn refund_news(refund: &refunds::Model) -> Result<Option<News>> {
    let currency = Currency::parse(&refund.currency)?;
    let amount = Money::new(refund.amount, currency);
    if refund.state == RefundState::ByHand.as_str() {
        let sentence =
            format!("{amount} is to be given back by hand: it was paid before HBnB moved.");
        return Ok(Some(still(refund.created_at, 200, sentence, currency)));
    }
    let Some(settled) = refund.settled_at else {
        let sentence = format!("{amount} is on its way back to the card.");
        return Ok(Some(still(refund.created_at, 200, sentence, currency)));
    };
    if !has_failed(refund) {
        return Ok(None);
    }
    let why = match refund.failure.as_deref() {
        Some(why) => format!("The refund of {amount} was not made: {}", sentence(why)),
        None => format!("The refund of {amount} was not made."),
    };
    Ok(Some(still(settled, 100, why, currency)))
}

/// A transaction of the ledger; `refund` is what it belongs to, if it is one.
pub(super) fn moved(
    at: DateTime<Utc>,
    kind: Kind,
    currency: Currency,
    accounts: Accounts,
    refund: Option<&refunds::Model>,
) -> News {
    let money = |minor: i64| Money::new(minor, currency);
    // Only what passes between the guest and the provider, or the replaced system, is paid or given back.
    let elsewhere = matches!(kind, Kind::Imported | Kind::RefundByHand);
    let paid = if elsewhere || Kind::AT_PROVIDER.contains(&kind) {
        -accounts.provider
    } else {
        0
    };
    let guest = money(accounts.guest.abs());
    let sentence = match kind {
        Kind::Imported => {
            let total = money(accounts.host);
            format!("{total} was paid before HBnB moved, for the host.")
        }
        Kind::RefundByHand => format!("{guest} was given back by hand."),
        Kind::Charge => charge(accounts, currency),
        Kind::Payment => format!("{guest} was taken from the card."),
        Kind::RefundDue => due(guest, refund),
        Kind::Refund => format!("{guest} went back to the card."),
        Kind::RefundReturned => format!("The card’s bank sent {guest} back to us."),
        Kind::RefundVoid => {
            format!("{guest} is not owed any more: the guest’s bank has given it back.")
        }
        Kind::Dispute => format!("The guest’s bank took {guest} until a dispute is settled."),
        Kind::DisputeWon => format!("The dispute was settled: {guest} is here again."),
        Kind::DisputeLost => format!("The dispute was settled: {guest} stays with the guest."),
        Kind::Payout => format!(
            "{} was due to the host and is paid.",
            money(accounts.provider)
        ),
        Kind::PayoutKept => {
            let kept = money(accounts.provider.abs());
            format!("{kept} that the host owed for this stay was kept from another payout.")
        }
    };
    News {
        at,
        rank: 10 + kind as u8,
        sentence,
        amount: money(paid),
        accounts,
    }
}

fn charge(accounts: Accounts, currency: Currency) -> String {
    let money = |minor: i64| Money::new(minor, currency);
    let mut parts = vec![format!("{} for the host", money(accounts.host))];
    if accounts.platform != 0 {
        parts.push(format!("{} for HBnB", money(accounts.platform)));
    }
    if accounts.tax != 0 {
        parts.push(format!("{} of tax", money(accounts.tax)));
    }
    let last = parts.pop().unwrap_or_default();
    let parts = match parts.is_empty() {
        true => last,
        false => format!("{} and {last}", parts.join(", ")),
    };
    format!("The stay costs {}: {parts}.", money(-accounts.guest))
}

fn due(amount: Money, refund: Option<&refunds::Model>) -> String {
    let Some(refund) = refund else {
        return format!("{amount} is owed to the guest.");
    };
    let origin = refund.origin.as_str();
    if origin == Origin::Cancellation.as_str() {
        return format!("The stay was cancelled: {amount} is owed to the guest.");
    }
    if origin == Origin::Provider.as_str() {
        return format!("{amount} was given back at the payment provider.");
    }
    format!("HBnB gives {amount} back: {}", sentence(&refund.reason))
}

/// Ends as a sentence does.
fn sentence(text: &str) -> String {
    match text.ends_with(['.', '!', '?']) {
        true => text.to_owned(),
        false => format!("{text}."),
    }
}

fn still(at: DateTime<Utc>, rank: u8, sentence: String, currency: Currency) -> News {
    News {
        at,
        rank,
        sentence,
        amount: Money::new(0, currency),
        accounts: Accounts::default(),
    }
}
