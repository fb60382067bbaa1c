//! What is kept from a payout because its host owes something of other stays, or goes on top of it. Page, file and ledger reckon it here.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::money::Currency;
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::{Due, rows};
use crate::{
    Result,
    entities::bookings,
    payments::ledger::{Accounts, sums_in},
};

/// Spreads what is left over of each host, by currency, over what can be paid to them: the earliest arrival bears it as far as it goes,
/// then the next. So each amount is the same in whatever order they are paid.
pub(super) fn allocate(due: &mut [Due]) {
    let mut left: BTreeMap<(Uuid, Currency), i64> = BTreeMap::new();
    for stay in due.iter().filter(|stay| stay.is_left_over()) {
        *left.entry(whose(stay)).or_default() -= stay.amount.minor;
    }
    due.sort_by_key(|stay| (stay.check_in, stay.booking));
    for stay in due.iter_mut().filter(|stay| stay.is_payable()) {
        if let Some(left) = left.get_mut(&whose(stay)) {
            stay.kept.minor = (*left).min(stay.amount.minor);
            *left -= stay.kept.minor;
        }
    }
}

fn whose(stay: &Due) -> (Uuid, Currency) {
    (stay.host_id, stay.amount.currency)
}

/// A stay that was left over and is settled, wholly or in part, with the payout of another.
pub(super) struct Settled {
    pub booking: Uuid,
    /// As the ledger writes it; below zero at the provider is kept.
    pub amounts: Accounts,
}

/// What is settled when `amount`, in minor units, is due for the stay and is paid to this host. The transaction has locked the host.
pub(super) async fn settled(
    txn: &DatabaseTransaction,
    paying: &bookings::Model,
    host: Uuid,
    amount: i64,
    now: DateTime<Utc>,
) -> Result<Vec<Settled>> {
    let query = rows::of_host(rows::all(now), host, &paying.currency);
    let mut stays = rows::found(txn, query).await?;
    stays.retain(|stay| stay.due_at <= now);
    let mut balances = BTreeMap::new();
    for stay in &mut stays {
        if stay.booking == paying.id {
            (stay.amount.minor, stay.disputed) = (amount, false);
        } else if stay.is_left_over() {
            // As it is now: the list is of when the transaction began.
            let balance = sums_in(txn, stay.booking, &paying.currency).await?.balance;
            stay.amount.minor = balance.host + balance.tax;
            balances.insert(stay.booking, balance);
        }
    }
    allocate(&mut stays);
    let own = stays.iter().find(|stay| stay.booking == paying.id);
    let kept = own.map_or(0, |stay| stay.kept.minor);
    stays.retain(Due::is_left_over);
    let left: Vec<i64> = stays.iter().map(|stay| stay.amount.minor).collect();
    let parts = stays.iter().zip(spread(&left, kept));
    let settled = parts.filter_map(|(stay, part)| {
        let balance = balances.get(&stay.booking)?;
        Some(Settled {
            booking: stay.booking,
            amounts: part_of(balance, part),
        })
    });
    Ok(settled.collect())
}

/// How much of each is kept when `kept` is in all: what is owed to the host is set against what the host owes, as far as both go.
fn spread(left: &[i64], kept: i64) -> Vec<i64> {
    let owed_by_host: i64 = left.iter().map(|amount| (-amount).max(0)).sum();
    let owed_to_host: i64 = left.iter().map(|amount| (*amount).max(0)).sum();
    let mut pays = owed_to_host.min(owed_by_host - kept);
    let mut keeps = kept + pays;
    let part = |amount: &i64| {
        if *amount > 0 {
            let part = (*amount).min(pays);
            pays -= part;
            -part
        } else {
            let part = (-amount).min(keeps);
            keeps -= part;
            part
        }
    };
    left.iter().map(part).collect()
}

/// Tax goes first, since it is not the host's to keep; all of a stay leaves both accounts at zero.
fn part_of(balance: &Accounts, part: i64) -> Accounts {
    let tax = match part == -(balance.host + balance.tax) {
        true => -balance.tax,
        false => (-balance.tax).clamp(part.min(0), part.max(0)),
    };
    Accounts {
        host: part - tax,
        tax,
        provider: -part,
        ..Accounts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_spread_over_what_is_left() {
        for (left, kept, parts) in [
            (vec![-5_000], 5_000, vec![5_000]),
            (vec![-5_000, -7_000], 6_000, vec![5_000, 1_000]),
            (vec![-15_000, 5_000], 10_000, vec![15_000, -5_000]),
            (vec![5_000, -15_000], 4_000, vec![-5_000, 9_000]),
            (vec![5_000], -5_000, vec![-5_000]),
            (vec![-2_000, 5_000], -3_000, vec![2_000, -5_000]),
            (vec![-2_000, 5_000], 0, vec![2_000, -2_000]),
            (vec![], 0, vec![]),
        ] {
            assert_eq!(spread(&left, kept), parts, "{kept} of {left:?}");
            assert_eq!(parts.iter().sum::<i64>(), kept);
        }
    }

    #[test]
    fn a_part_moves_as_much_as_it_says() {
        let balance = Accounts {
            host: -4_000,
            tax: -1_000,
            ..Accounts::default()
        };
        for (part, host, tax) in [(5_000, 4_000, 1_000), (3_000, 2_000, 1_000), (600, 0, 600)] {
            let moved = part_of(&balance, part);
            assert_eq!((moved.host, moved.tax, moved.provider), (host, tax, -part));
        }
        let on_top = Accounts {
            host: 4_000,
            tax: 1_000,
            ..Accounts::default()
        };
        assert_eq!(part_of(&on_top, -600).tax, -600);
    }
}
