//! What is due as a file, for the owner's bank.

use super::{Due, due::all_due, only_admin};
use crate::{
    Context, Result,
    accounts::Actor,
    csv::{amount, line},
};

/// A line for each stay that can be paid now, however many there are. `NotFound` for everybody but the site's owner.
pub async fn csv(ctx: &Context, actor: &Actor) -> Result<String> {
    only_admin(actor)?;
    let due = all_due(ctx).await?;
    let mut text = line(&[
        "due at",
        "booking",
        "host",
        "e-mail",
        "home",
        "check-in",
        "currency",
        "earned",
        "tax in it",
        "kept for an earlier stay",
        "to pay",
    ]);
    for payable in due.iter().filter(|due| due.is_payable()) {
        text.push_str(&row(payable));
    }
    Ok(text)
}

fn row(due: &Due) -> String {
    line(&[
        &due.due_at.to_rfc3339(),
        &due.booking.to_string(),
        &due.host,
        &due.host_email,
        &due.home,
        &due.check_in.to_string(),
        due.amount.currency.code(),
        &amount(due.amount),
        &amount(due.tax),
        &amount(due.kept),
        &amount(due.to_pay()),
    ])
}
