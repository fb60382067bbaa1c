//! Laying what is written beside the model.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use server::entities::bookings;

use super::Play;
use crate::{
    books::{Books, state},
    model::{guess::Guess, money::Money, policy},
};

/// What the numbers of a booking are, in their order: the provider's own four, and what our ledger owes to each.
const NUMBERS: &str = "taken, back, on its way, disputed; guest, host, platform, tax, provider";

impl Play {
    pub(super) fn compare(&self, books: &Books) -> Result<(), String> {
        let wrong = books.wrong();
        if !wrong.is_empty() {
            return Err(wrong.join("\n"));
        }
        for (guess, id) in self.model.bookings.iter().zip(&self.ids) {
            let row = books.booking(*id);
            let (seen, due) = (seen(books, row), due(&guess.money));
            if state(row) != guess.state || seen != due {
                return Err(format!(
                    "expected {:?} with {due:?}, and it is {} with {seen:?} ({NUMBERS})",
                    guess.state, row.state
                ));
            }
            compare_refunds(books, row, guess)?;
        }
        self.compare_nights(books)
    }

    fn compare_nights(&self, books: &Books) -> Result<(), String> {
        for (number, home) in self.homes.iter().enumerate() {
            let nights = books
                .nights
                .iter()
                .filter(|night| night.listing_id == home.id);
            let coming = policy::coming(nights.map(|night| night.night), self.world.now());
            let taken: BTreeSet<NaiveDate> = coming.into_iter().collect();
            let expected = self.model.taken(number);
            if taken != expected {
                return Err(format!(
                    "home {number}: expected {expected:?} taken, and {taken:?} are"
                ));
            }
        }
        Ok(())
    }
}

fn seen(books: &Books, row: &bookings::Model) -> [i64; 9] {
    let balance = |account| books.balance(row.id, account);
    [
        books.captured(row.id),
        books.back(row.id, &["succeeded", "failing"]),
        books.back(row.id, &["pending"]),
        books.disputed(row.id),
        balance("guest"),
        balance("host"),
        balance("platform"),
        balance("tax"),
        balance("provider"),
    ]
}

/// What is at the provider and nobody else's is the guest's: below nothing while a dispute has taken what was others'.
fn due(money: &Money) -> [i64; 9] {
    let at_provider = money.taken - money.arrived() - money.disputed();
    [
        money.taken,
        money.arrived(),
        money.on_its_way(),
        money.disputed(),
        at_provider - money.kept.total(),
        money.kept.host,
        money.kept.platform,
        money.kept.tax,
        -at_provider,
    ]
}

/// Where each refund stands, the sums beside the payment, and whether payouts wait for a bank.
fn compare_refunds(books: &Books, row: &bookings::Model, guess: &Guess) -> Result<(), String> {
    let refunds = books.refunds_of(row.id);
    let mut refunds: Vec<_> = refunds
        .map(|refund| (refund.state.as_str(), refund.amount))
        .collect();
    refunds.sort_unstable();
    let payments = books.payments.iter();
    let mut payments = payments.filter(|payment| payment.booking_id == row.id);
    let sums = payments
        .next()
        .map(|payment| (payment.refunded, payment.disputed.unwrap_or_default()));
    let seen = (refunds, sums, row.disputed_at.is_some());
    let money = &guess.money;
    let due = (
        money.refunds(),
        Some((money.arrived(), money.disputed())),
        money.undecided().is_some(),
    );
    match seen == due {
        true => Ok(()),
        false => Err(format!(
            "expected {due:?}, and there are {seen:?} (refunds; given back and disputed beside the payment; flagged)"
        )),
    }
}
