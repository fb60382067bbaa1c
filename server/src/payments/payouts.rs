//! What hosts are owed, and what the site's owner paid them. It falls due a day after check-in, net of what went back to guests; a
//! dispute holds it back. What is due is reckoned from the ledger; only what was paid is written down.

mod csv;
mod due;
mod kept;
mod of_host;
mod paid;
mod rows;

use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;
use domain::{money::Money, stays::local_to_utc};
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Func};
use uuid::Uuid;

pub use csv::csv;
pub use due::due;
pub use of_host::of_host;
pub use paid::mark_paid;

use crate::{Result, accounts::Actor, entities::ledger_entries};

/// What is owed to hosts now, for the site's owner.
#[derive(Debug, Clone, PartialEq)]
pub struct Payouts {
    /// The one that fell due first at the top; at most [`MOST`] that can be paid. Those that a dispute holds back are among them, and so
    /// are stays for which the host owes something, with an amount below zero.
    pub due: Vec<Due>,
    /// Whether there are more that can be paid.
    pub more: bool,
    /// What was paid last, at most 25.
    pub paid: Vec<Paid>,
}

/// What is owed to a host for one stay.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    pub booking: Uuid,
    pub host_id: Uuid,
    /// First name and last.
    pub host: String,
    pub host_email: String,
    pub home: String,
    pub check_in: NaiveDate,
    pub due_at: DateTime<Utc>,
    pub timezone: Tz,
    /// What was earned and not paid, with the tax; below zero when the host was paid more than is left.
    pub amount: Money,
    /// The lodging tax in it, which the host remits.
    pub tax: Money,
    /// What is kept from it for other stays of the host; below zero is paid on top for them.
    pub kept: Money,
    /// The guest's bank disputes the payment: nothing is paid until that is settled.
    pub disputed: bool,
    /// The stay was paid out before: what is left of it is settled with the host's next payout.
    pub paid_before: bool,
}

impl Due {
    /// Whether it can be paid now.
    pub fn is_payable(&self) -> bool {
        !self.disputed && !self.paid_before && self.amount.minor > 0
    }

    /// Whether it is settled with what is paid to the host for other stays.
    pub fn is_left_over(&self) -> bool {
        self.paid_before || self.amount.minor < 0
    }

    /// What is to be paid for it.
    pub fn to_pay(&self) -> Money {
        Money::new(self.amount.minor - self.kept.minor, self.amount.currency)
    }
}

/// What was paid to a host.
#[derive(Debug, Clone, PartialEq)]
pub struct Paid {
    pub booking: Uuid,
    pub host: String,
    pub amount: Money,
    pub paid_at: DateTime<Utc>,
    pub note: String,
}

/// What one host is owed and was paid, in one currency, tax included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HostPayouts {
    /// Due now.
    pub due: Money,
    /// Paid for by guests, but not due yet.
    pub later: Money,
    /// A guest's bank disputes it.
    pub held_back: Money,
    pub paid: Money,
}

/// Stays that are looked at.
pub const MOST: usize = 500;

/// A day after check-in, on the same hour of the clock on the home's wall.
fn due_at(timezone: Tz, check_in: NaiveDate, check_in_minutes: u32) -> DateTime<Utc> {
    let next_day = check_in.checked_add_days(Days::new(1)).unwrap_or(check_in);
    local_to_utc(timezone, next_day, check_in_minutes)
}

/// Nobody else learns that there is such a page.
pub(super) fn only_admin(actor: &Actor) -> Result<()> {
    match actor.is_admin {
        true => Ok(()),
        false => Err(domain::Error::NotFound("Page").into()),
    }
}

/// Refuses when the form `shown` another amount, in minor units, than it is now.
pub(super) fn unchanged(shown: i64, now: Money) -> Result<()> {
    let was = Money::new(shown, now.currency);
    match was == now {
        true => Ok(()),
        false => Err(domain::Error::AmountChanged { shown: was, now }.into()),
    }
}

/// The sum of the entries' amounts where the condition holds, as a whole number: TiDB sums whole numbers as decimals.
fn sum_where(condition: Expr) -> Expr {
    let amount = Expr::col((ledger_entries::Entity, ledger_entries::Column::Amount));
    let counted = CaseStatement::new().case(condition, amount).finally(0);
    Expr::from(Func::sum(counted)).cast_as("signed")
}
