//! What of refunds that failed their guests are still owed. The refund stays failed for ever; the ledger knows whether its money went
//! back another way: sent again, made at the provider, given by the guest's bank or by hand.

use std::collections::BTreeMap;

use domain::refunds::RefundState;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::SelectStatement,
};
use uuid::Uuid;

use super::Standing;
use crate::{
    Result,
    entities::{disputes, ledger_entries, refunds},
    payments::DisputeStatus,
};

/// What is still owed of each failed refund of these bookings, in minor units of its currency. Those of which nothing is owed any more
/// are not in it: what is owed belongs to those that failed last, because they were sent for the earlier ones. Three statements.
pub(crate) async fn still_owed(
    conn: &impl ConnectionTrait,
    bookings: &[Uuid],
) -> Result<BTreeMap<Uuid, i64>> {
    use refunds::Column as C;
    let sent = refunds::Entity::find()
        .filter(C::BookingId.is_in(bookings.iter().copied()))
        .order_by_desc(C::CreatedAt)
        .order_by_desc(C::Id)
        .lock_exclusive()
        .all(conn)
        .await?;
    let mut owed = BTreeMap::new();
    if sent.iter().all(|refund| !has_failed(refund)) {
        return Ok(owed);
    }
    let mut stuck = stuck(conn, bookings, &sent).await?;
    for refund in sent.iter().filter(|refund| has_failed(refund)) {
        let of = (refund.booking_id, refund.currency.clone());
        let left = stuck.entry(of).or_default();
        let replaced = sent.iter().any(|other| other.id == by_hand(refund.id));
        let part = refund.amount.min(*left);
        if part > 0 && !replaced {
            *left -= part;
            owed.insert(refund.id, part);
        }
    }
    Ok(owed)
}

/// Whether a guest of these bookings, of which the statement selects the ids, waits for money: a refund is on its way, or has failed and
/// is still owed.
pub(crate) async fn are_awaited(
    conn: &impl ConnectionTrait,
    bookings: SelectStatement,
) -> Result<bool> {
    use refunds::Column as C;
    let unsettled: Vec<(Uuid, String)> = refunds::Entity::find()
        .select_only()
        .columns([C::BookingId, C::State])
        .filter(C::State.ne(RefundState::Succeeded.as_str()))
        .filter(C::BookingId.in_subquery(bookings))
        .into_tuple()
        .all(conn)
        .await?;
    let failed = RefundState::Failed.as_str();
    if unsettled.iter().any(|(_, state)| state != failed) {
        return Ok(true);
    }
    let of: Vec<Uuid> = unsettled.into_iter().map(|(booking, _)| booking).collect();
    Ok(!still_owed(conn, &of).await?.is_empty())
}

/// The id of the refund by hand that stands for a failed one.
pub(super) fn by_hand(failed: Uuid) -> Uuid {
    Uuid::new_v5(&failed, b"by hand")
}

/// What is owed and nobody has sent, by booking and currency.
async fn stuck(
    conn: &impl ConnectionTrait,
    bookings: &[Uuid],
    sent: &[refunds::Model],
) -> Result<BTreeMap<(Uuid, String), i64>> {
    let mut standings: BTreeMap<(Uuid, String), Standing> = BTreeMap::new();
    let entries = ledger_entries::Entity::find()
        .filter(ledger_entries::Column::BookingId.is_in(bookings.iter().copied()))
        .filter(ledger_entries::Column::Account.eq("guest"))
        .lock_exclusive()
        .all(conn)
        .await?;
    for entry in entries {
        let of = (entry.booking_id, entry.currency);
        standings.entry(of).or_default().earned.guest += entry.amount;
    }
    let taken = disputes::Entity::find()
        .filter(disputes::Column::BookingId.is_in(bookings.iter().copied()))
        .filter(disputes::Column::Status.eq(DisputeStatus::Open.as_str()))
        .filter(disputes::Column::Refundable.eq(false))
        .lock_exclusive()
        .all(conn)
        .await?;
    for dispute in taken {
        let of = (dispute.booking_id, dispute.currency);
        standings.entry(of).or_default().disputed += dispute.amount;
    }
    for refund in sent.iter().filter(|refund| is_open(refund)) {
        let of = (refund.booking_id, refund.currency.clone());
        standings.entry(of).or_default().under_way += refund.amount;
    }
    let stuck = standings.into_iter();
    Ok(stuck.map(|(of, standing)| (of, standing.stuck())).collect())
}

fn has_failed(refund: &refunds::Model) -> bool {
    refund.state == RefundState::Failed.as_str()
}

fn is_open(refund: &refunds::Model) -> bool {
    RefundState::parse(&refund.state).is_some_and(RefundState::is_open)
}
