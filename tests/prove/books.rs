//! All that is written about bookings and money, ours and the provider's, and what must hold of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::{Stay, bookings::State};
use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter, TransactionTrait};
use server::entities::{
    bookings, ledger_entries, nights, outbox, payments, refunds, sandbox_disputes, sandbox_events,
    sandbox_intents, sandbox_refunds,
};
use uuid::Uuid;

pub struct Books {
    pub bookings: Vec<bookings::Model>,
    pub nights: Vec<nights::Model>,
    pub payments: Vec<payments::Model>,
    pub refunds: Vec<refunds::Model>,
    pub ledger: Vec<ledger_entries::Model>,
    /// What has yet to be done, mail apart: a reminder may wait for months.
    pub waiting: Vec<outbox::Model>,
    pub intents: Vec<sandbox_intents::Model>,
    pub given_back: Vec<sandbox_refunds::Model>,
    pub disputes: Vec<sandbox_disputes::Model>,
    /// The provider's own news that money was taken.
    pub captures: Vec<sandbox_events::Model>,
    /// The same money by booking: looking through all rows for each would take the square of them.
    money: HashMap<Uuid, Money>,
}

/// What was moved for one booking.
#[derive(Default)]
struct Money {
    captured: i64,
    /// State and amount of each refund at the provider.
    back: Vec<(String, i64)>,
    disputed: i64,
    /// By account of our ledger, payouts apart.
    balances: HashMap<String, i64>,
}

impl Books {
    /// All of one moment: servers go on writing while this reads.
    pub async fn read(db: &DatabaseConnection) -> Self {
        // On both databases a transaction reads what was there at its first statement.
        let moment = db.begin().await.expect("a moment");
        macro_rules! all {
            ($rows:expr) => {
                $rows.all(&moment).await.expect("rows")
            };
        }
        let waiting = outbox::Entity::find()
            .filter(outbox::Column::State.ne("done"))
            .filter(outbox::Column::Kind.not_like("mail.%"));
        let captures = sandbox_events::Entity::find()
            .filter(sandbox_events::Column::Kind.eq("payment_intent.succeeded"));
        let mut books = Self {
            money: HashMap::new(),
            bookings: all!(bookings::Entity::find()),
            nights: all!(nights::Entity::find()),
            payments: all!(payments::Entity::find()),
            refunds: all!(refunds::Entity::find()),
            ledger: all!(ledger_entries::Entity::find()),
            waiting: all!(waiting),
            intents: all!(sandbox_intents::Entity::find()),
            given_back: all!(sandbox_refunds::Entity::find()),
            disputes: all!(sandbox_disputes::Entity::find()),
            captures: all!(captures),
        };
        moment.commit().await.expect("an end");
        books.money = books.by_booking();
        books
    }

    fn by_booking(&self) -> HashMap<Uuid, Money> {
        let mut money = HashMap::<Uuid, Money>::new();
        let mut paid_with = HashMap::<&str, Uuid>::new();
        for intent in &self.intents {
            paid_with.insert(&intent.id, intent.booking_id);
            money.entry(intent.booking_id).or_default().captured += intent.captured;
        }
        let booking_of = |intent: &str| paid_with.get(intent).copied().unwrap_or_default();
        for refund in &self.given_back {
            let moved = money.entry(booking_of(&refund.intent_id)).or_default();
            moved.back.push((refund.status.clone(), refund.amount));
        }
        for dispute in &self.disputes {
            if dispute.status == "needs_response" || dispute.status == "lost" {
                money
                    .entry(booking_of(&dispute.intent_id))
                    .or_default()
                    .disputed += dispute.amount;
            }
        }
        for entry in self.ledger.iter().filter(|entry| entry.kind != "payout") {
            let moved = money.entry(entry.booking_id).or_default();
            *moved.balances.entry(entry.account.clone()).or_default() += entry.amount;
        }
        money
    }

    /// What must hold at every moment.
    ///
    /// # Panics
    /// With everything that does not.
    #[track_caller]
    pub fn hold_true(&self) {
        let wrong = self.wrong();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// The same, and that nothing is left to be done.
    #[track_caller]
    pub fn are_settled(&self) {
        let mut wrong = self.open();
        wrong.extend(self.wrong());
        wrong.extend(
            self.bookings
                .iter()
                .filter_map(|row| self.unlike_its_payment(row)),
        );
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    pub fn wrong(&self) -> Vec<String> {
        let mut wrong = self.wrong_nights();
        wrong.extend(self.wrong_transactions());
        wrong.extend(self.doubles());
        wrong.extend(self.bookings.iter().flat_map(|row| self.wrong_money(row)));
        wrong
    }

    /// Every night is one booking's, every booking that takes nights has all of its own, and no other has any.
    fn wrong_nights(&self) -> Vec<String> {
        let mut taken: BTreeMap<Uuid, BTreeSet<NaiveDate>> = BTreeMap::new();
        for night in &self.nights {
            if let Some(booking) = night.booking_id {
                taken.entry(booking).or_default().insert(night.night);
            }
        }
        let mut wrong = Vec::new();
        for row in &self.bookings {
            let due: BTreeSet<NaiveDate> = match state(row).occupies_nights() {
                true => stay(row).dates().collect(),
                false => BTreeSet::new(),
            };
            let has = taken.remove(&row.id).unwrap_or_default();
            // A stay that was cut short keeps only what was stayed.
            if has != due && state(row) != State::Cancelled {
                wrong.push(format!(
                    "{} is {} for {due:?} and has {has:?}",
                    row.id, row.state
                ));
            }
        }
        wrong.extend(taken.keys().map(|id| format!("nights of no booking: {id}")));
        wrong
    }

    fn wrong_transactions(&self) -> Vec<String> {
        let mut sums: BTreeMap<(Uuid, &str), i64> = BTreeMap::new();
        for entry in &self.ledger {
            *sums
                .entry((entry.transaction_id, &entry.currency))
                .or_default() += entry.amount;
        }
        let uneven = sums.iter().filter(|(_, sum)| **sum != 0);
        uneven
            .map(|((id, currency), sum)| format!("transaction {id} leaves {sum} {currency}"))
            .collect()
    }

    /// What the provider did twice.
    fn doubles(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut paid = BTreeMap::<Uuid, usize>::new();
        for intent in self.intents.iter().filter(|intent| intent.captured > 0) {
            *paid.entry(intent.booking_id).or_default() += 1;
        }
        wrong.extend(
            paid.iter()
                .filter(|(_, times)| **times > 1)
                .map(|(id, times)| format!("{id} was paid {times} times")),
        );
        let mut captured = BTreeMap::<&str, usize>::new();
        for event in &self.captures {
            *captured.entry(&event.intent_id).or_default() += 1;
        }
        wrong.extend(
            captured
                .iter()
                .filter(|(_, times)| **times > 1)
                .map(|(id, times)| format!("{id} was captured {times} times")),
        );
        let mut returned = BTreeMap::<Uuid, usize>::new();
        for refund in self
            .given_back
            .iter()
            .filter(|refund| refund.status != "failed")
        {
            if let Some(id) = refund.refund_id {
                *returned.entry(id).or_default() += 1;
            }
        }
        wrong.extend(
            returned
                .iter()
                .filter(|(_, times)| **times > 1)
                .map(|(id, times)| format!("refund {id} was made {times} times")),
        );
        wrong
    }

    /// Never more back and with the guest's bank than was taken; and nothing was taken for what is no stay, unless it goes back.
    fn wrong_money(&self, row: &bookings::Model) -> Vec<String> {
        let mut wrong = Vec::new();
        let (captured, back, disputed) = (
            self.captured(row.id),
            self.back(row.id, &["pending", "succeeded", "failing"]),
            self.disputed(row.id),
        );
        if back + disputed > captured {
            wrong.push(format!(
                "{}: {back} back and {disputed} disputed of {captured}",
                row.id
            ));
        }
        if captured > row.total {
            wrong.push(format!(
                "{}: {captured} taken, {} agreed",
                row.id, row.total
            ));
        }
        wrong
    }

    /// What is not at its end yet, in words.
    pub fn open(&self) -> Vec<String> {
        let owed = self
            .refunds
            .iter()
            .filter(|refund| matches!(refund.state.as_str(), "queued" | "pending"));
        let owed = owed.map(|refund| format!("refund {} is {}", refund.id, refund.state));
        self.unfinished().into_iter().chain(owed).collect()
    }

    /// The same without refunds, which a dispute or the provider may keep waiting.
    pub fn unfinished(&self) -> Vec<String> {
        let effects = self.waiting.iter().map(|effect| {
            let why = effect.last_error.as_deref().unwrap_or("no error yet");
            format!(
                "{} {} after {} attempts: {why}",
                effect.state, effect.kind, effect.attempts
            )
        });
        let between = self
            .bookings
            .iter()
            .filter(|row| matches!(state(row), State::Expiring | State::Capturing));
        let between = between.map(|row| format!("{} is {}", row.id, row.state));
        let ready = self
            .intents
            .iter()
            .filter(|intent| intent.status == "requires_capture");
        let unnoticed = ready.filter_map(|intent| {
            let row = self
                .bookings
                .iter()
                .find(|row| row.id == intent.booking_id)?;
            let noticed = state(row) == State::Authorized;
            (!noticed).then(|| format!("{} is {} and its card authorised", row.id, row.state))
        });
        effects.chain(between).chain(unnoticed).collect()
    }

    /// When nothing is open: our ledger says what the provider's books say, and the state says the same.
    fn unlike_its_payment(&self, row: &bookings::Model) -> Option<String> {
        let there =
            self.captured(row.id) - self.back(row.id, &["succeeded"]) - self.disputed(row.id);
        let here = -self.balance(row.id, "provider");
        if there != here {
            return Some(format!(
                "{}: the provider has {there}, our ledger says {here}",
                row.id
            ));
        }
        let failed: i64 = self
            .refunds_of(row.id)
            .filter(|refund| refund.state == "failed")
            .map(|refund| refund.amount)
            .sum();
        let guest = self.balance(row.id, "guest");
        if guest != failed {
            return Some(format!(
                "{}: {guest} open with the guest, {failed} failed to go back",
                row.id
            ));
        }
        let stays = matches!(
            state(row),
            State::Confirmed | State::Completed | State::Cancelled
        );
        let (captured, back) = (self.captured(row.id), self.back(row.id, &["succeeded"]));
        if stays && captured != row.total {
            return Some(format!(
                "{} is {} and {captured} was taken of {}",
                row.id, row.state, row.total
            ));
        }
        if !stays && captured != back + failed {
            return Some(format!(
                "{} is {}: {captured} was taken, {back} went back",
                row.id, row.state
            ));
        }
        None
    }

    pub fn captured(&self, booking: Uuid) -> i64 {
        self.money.get(&booking).map_or(0, |money| money.captured)
    }

    /// What went back at the provider, of refunds in these states.
    pub fn back(&self, booking: Uuid, states: &[&str]) -> i64 {
        let refunds = self.money.get(&booking).map(|money| money.back.iter());
        refunds
            .into_iter()
            .flatten()
            .filter(|(status, _)| states.contains(&status.as_str()))
            .map(|(_, amount)| amount)
            .sum()
    }

    /// What the provider took back for the guest's bank.
    pub fn disputed(&self, booking: Uuid) -> i64 {
        self.money.get(&booking).map_or(0, |money| money.disputed)
    }

    /// What we owe the account for this booking.
    pub fn balance(&self, booking: Uuid, account: &str) -> i64 {
        let money = self.money.get(&booking);
        money
            .and_then(|money| money.balances.get(account).copied())
            .unwrap_or_default()
    }

    pub fn refunds_of(&self, booking: Uuid) -> impl Iterator<Item = &refunds::Model> {
        self.refunds
            .iter()
            .filter(move |refund| refund.booking_id == booking)
    }

    pub fn booking(&self, id: Uuid) -> &bookings::Model {
        self.bookings
            .iter()
            .find(|row| row.id == id)
            .expect("the booking")
    }

    /// How many bookings are in each state, for the figures.
    pub fn by_state(&self) -> String {
        let mut states = BTreeMap::<&str, usize>::new();
        for row in &self.bookings {
            *states.entry(&row.state).or_default() += 1;
        }
        let said: Vec<String> = states
            .iter()
            .map(|(state, times)| format!("{times} {state}"))
            .collect();
        said.join(", ")
    }
}

pub fn state(row: &bookings::Model) -> State {
    State::parse(&row.state).expect("a state")
}

pub fn stay(row: &bookings::Model) -> Stay {
    Stay {
        check_in: row.check_in,
        check_out: row.check_out,
    }
}
