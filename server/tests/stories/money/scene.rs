//! A stay that was paid for, and what its books say.

use std::collections::BTreeMap;

use domain::{bookings::State, refunds::RefundState};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use server::{
    accounts::Actor,
    bookings,
    entities::{disputes, outbox, refunds, sandbox_refunds},
    jobs,
    mail::KeptMail,
    payments::sandbox::{self, Fault},
};
use uuid::Uuid;

use crate::{
    mail::desk::{mails_to, subjects},
    stage::*,
    support::*,
};

pub const VISA: &str = "pm_card_visa";

/// A confirmed stay of two nights for 200.00, ten days from now.
pub struct Scene {
    pub host: Actor,
    pub guest: Actor,
    pub id: Uuid,
    pub intent: String,
}

impl Scene {
    pub async fn paid_with(state: &TestState, method: &str) -> Self {
        let (host, guest) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&host).publish().await;
        let id = hold(state, &guest, &home, state.stay(10, 2)).await;
        let intent = press(state, &guest, id).await;
        let paid = sandbox::pay_with(&state.ctx, &intent, method).await;
        paid.expect("an answer");
        let came_to = bookings::returned(&state.ctx, &guest, id).await;
        assert_eq!(came_to.expect("a return"), State::Confirmed);
        Self {
            host,
            guest,
            id,
            intent,
        }
    }

    /// The guest cancels as the preview says; what comes back.
    pub async fn cancel(&self, state: &TestState) -> i64 {
        let preview = bookings::cancel_preview(&state.ctx, &self.guest, self.id).await;
        let shown = preview.expect("a preview").refund.minor;
        let cancelled = bookings::cancel(&state.ctx, &self.guest, self.id, shown, "").await;
        cancelled.expect("cancelled").refund.minor
    }

    /// The state of every refund, oldest first.
    pub async fn refunds(&self, state: &TestState) -> Vec<refunds::Model> {
        refunds::Entity::find()
            .filter(refunds::Column::BookingId.eq(self.id))
            .order_by_asc(refunds::Column::CreatedAt)
            .order_by_asc(refunds::Column::Id)
            .all(state.db())
            .await
            .expect("the refunds")
    }

    pub async fn states(&self, state: &TestState) -> Vec<String> {
        let refunds = self.refunds(state).await.into_iter();
        refunds.map(|refund| refund.state).collect()
    }

    pub async fn disputes(&self, state: &TestState) -> Vec<disputes::Model> {
        disputes::Entity::find()
            .filter(disputes::Column::BookingId.eq(self.id))
            .all(state.db())
            .await
            .expect("the disputes")
    }

    /// What is owed to guest, host and provider. Every transaction must sum to zero.
    pub async fn balances(&self, state: &TestState) -> (i64, i64, i64) {
        let mut sums: BTreeMap<String, i64> = BTreeMap::new();
        let mut transactions: BTreeMap<Uuid, i64> = BTreeMap::new();
        for entry in ledger(state, self.id).await {
            *sums.entry(entry.account).or_default() += entry.amount;
            *transactions.entry(entry.transaction_id).or_default() += entry.amount;
        }
        assert!(
            transactions.values().all(|sum| *sum == 0),
            "{transactions:?}"
        );
        let of = |account: &str| sums.get(account).copied().unwrap_or(0);
        (of("guest"), of("host"), of("provider"))
    }

    /// What the provider has given back, failed refunds left out.
    pub async fn given_back(&self, state: &TestState) -> i64 {
        let rows = sandbox_refunds::Entity::find()
            .filter(sandbox_refunds::Column::IntentId.eq(&self.intent))
            .all(state.db())
            .await
            .expect("the provider's refunds");
        let made = rows.iter().filter(|refund| refund.status != "failed");
        made.map(|refund| refund.amount).sum()
    }
}

/// Two passes of the worker: news, and what follows from them.
pub async fn passes(state: &TestState) {
    for _ in 0..2 {
        tick(state).await;
    }
}

/// The next calls go wrong.
pub async fn fault(state: &TestState, operation: &str, fault: Fault, times: u32) {
    sandbox::arm(state.db(), operation, fault, times, state.now())
        .await
        .expect("a fault");
}

/// Does what is due for the booking; how many effects were done.
pub async fn work(state: &TestState, id: Uuid) -> usize {
    jobs::outbox::run_due(&state.ctx, Some(id))
        .await
        .expect("a turn of the outbox")
}

impl Scene {
    /// How each refund stands on the trip, and what of it the guest is told to be owed; oldest first.
    pub async fn told(&self, state: &TestState) -> Vec<(RefundState, i64)> {
        let trip = bookings::trip(&state.ctx, &self.guest, self.id).await;
        let refunds = trip.expect("the trip").refunds.into_iter();
        let told = refunds.map(|refund| (refund.state, refund.owed.minor));
        told.collect()
    }

    /// How many letters that a refund did not arrive have reached the guest and the site's owner, after all that is due was sent.
    pub async fn told_by_mail(&self, state: &TestState) -> (usize, usize) {
        let guest = mails_to(state, "mina@example.com").await;
        let owner = mails_to(state, "help@example.com").await;
        let of = |mails: &[KeptMail], words: &str| {
            let subjects = subjects(mails).into_iter();
            subjects.filter(|subject| subject.contains(words)).count()
        };
        (of(&guest, "did not arrive"), of(&owner, "failed"))
    }
}

/// How many letters are queued about the refund.
pub async fn letters(state: &TestState, refund: Uuid) -> usize {
    let letters = outbox::Entity::find()
        .filter(outbox::Column::Kind.eq("mail.booking"))
        .filter(outbox::Column::Payload.contains(refund.to_string()));
    letters.all(state.db()).await.expect("the outbox").len()
}

/// Effects of money that are not done.
pub async fn waiting(state: &TestState, id: Uuid) -> Vec<String> {
    let waiting = outbox::Entity::find()
        .filter(outbox::Column::BookingId.eq(id))
        .filter(outbox::Column::State.ne("done"))
        .all(state.db())
        .await
        .expect("the outbox");
    waiting.into_iter().map(|effect| effect.kind).collect()
}
