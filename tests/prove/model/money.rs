//! The money of one booking: what was taken, what goes back, what a bank takes, and whose the rest is. There is no ledger here: what the
//! guest is owed is what is left and nobody else's.

use chrono::{DateTime, TimeDelta, Utc};

use super::{deeds::Card, policy::Split};

/// After so long a refund is at its end at the provider.
const COURSE: TimeDelta = TimeDelta::seconds(30);

#[derive(Debug, Clone, Default)]
pub struct Money {
    pub taken: i64,
    /// Whose how much is of what was not given back or promised.
    pub kept: Split,
    /// The one that was paid with.
    card: Option<Card>,
    /// Oldest first.
    refunds: Vec<Refund>,
    disputes: Vec<Dispute>,
    /// The provider knows something that it has not told.
    pub news: bool,
}

#[derive(Debug, Clone, Copy)]
struct Refund {
    amount: i64,
    asked_at: DateTime<Utc>,
    way: Way,
}

/// How far a refund has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// For the end of a dispute.
    Waits,
    ArrivesAt(DateTime<Utc>),
    Arrived,
    /// It has arrived, and will come back.
    ReturnsAt(DateTime<Utc>),
    /// It did not arrive, or came back.
    Failed,
}

#[derive(Debug, Clone, Copy)]
struct Dispute {
    amount: i64,
    /// It asks, and takes nothing unless it is lost.
    inquiry: bool,
    stand: Stand,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stand {
    Open,
    Won,
    Lost,
}

/// What the provider says to a refund that is made in its dashboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dashboard {
    Made,
    Barred,
    Refused,
}

impl Money {
    pub fn take(&mut self, price: Split, card: Option<Card>) {
        self.taken = price.total();
        self.kept = price;
        self.card = card;
        match card {
            Some(Card::Disputed) => self.open(false),
            Some(Card::Inquired) => self.open(true),
            _ => {}
        }
    }

    /// What goes back when of the price so much is kept: not what was given back or promised before.
    pub fn cancel(&mut self, price: Split, kept: Split, now: DateTime<Utc>) -> i64 {
        let by_policy = price - kept;
        let back = match by_policy.total() <= self.kept.total() {
            true => by_policy,
            false => by_policy.share_out(self.kept.total()),
        };
        self.kept = self.kept - back;
        self.send(back.total(), now);
        back.total()
    }

    /// What can be promised: an open dispute does not stand in its way, because it may be won.
    pub fn free(&self) -> i64 {
        self.rest() - self.under_way()
    }

    /// What the provider still has for us.
    pub fn left(&self) -> i64 {
        self.taken - self.arrived() - self.on_its_way() - self.disputed()
    }

    /// The site's owner gives back; false when it is nothing, or more than can be promised.
    pub fn give_back(&mut self, amount: i64, now: DateTime<Utc>) -> bool {
        let may = (1..=self.free()).contains(&amount);
        if may {
            self.pay(amount, now);
        }
        may
    }

    pub fn give_back_there(&mut self, amount: i64, now: DateTime<Utc>) -> Dashboard {
        if self.is_barred() {
            return Dashboard::Barred;
        }
        if !(1..=self.left()).contains(&amount) {
            return Dashboard::Refused;
        }
        self.pay(amount, now);
        self.news = true;
        Dashboard::Made
    }

    /// What is owed and was not sent is paid first; the rest is taken out of everybody's share.
    fn pay(&mut self, amount: i64, now: DateTime<Utc>) {
        let stuck = self.rest() - self.kept.total() - self.under_way();
        self.kept = self.kept - self.kept.share_out((amount - stuck).max(0));
        self.send(amount, now);
    }

    fn send(&mut self, amount: i64, asked_at: DateTime<Utc>) {
        if amount < 1 {
            return;
        }
        let way = match self.is_barred() {
            true => Way::Waits,
            false => self.sent(asked_at),
        };
        self.refunds.push(Refund {
            amount,
            asked_at,
            way,
        });
    }

    fn sent(&self, now: DateTime<Utc>) -> Way {
        match self.card {
            Some(Card::RefundPends) => Way::ArrivesAt(now + COURSE),
            Some(Card::RefundFails) => Way::ReturnsAt(now + COURSE),
            _ => Way::Arrived,
        }
    }

    /// The bank disputes or asks about what is left.
    pub fn open(&mut self, inquiry: bool) {
        self.disputes.push(Dispute {
            amount: self.left(),
            inquiry,
            stand: Stand::Open,
        });
        self.news = true;
    }

    /// What the bank has not decided yet, and whether it only asks; never more than one thing.
    pub fn undecided(&self) -> Option<(i64, bool)> {
        let mut open = self.disputes.iter().filter(|it| it.stand == Stand::Open);
        open.next().map(|it| (it.amount, it.inquiry))
    }

    /// The bank decides. What it gives its customer is the host's loss, and no longer owed to the guest; what waited is sent as far as there
    /// is something left.
    pub fn decide(&mut self, won: bool, now: DateTime<Utc>) {
        let left = self.left();
        let open = self.disputes.iter_mut();
        for dispute in open.filter(|it| it.stand == Stand::Open) {
            dispute.stand = if won { Stand::Won } else { Stand::Lost };
            if dispute.inquiry && !won {
                dispute.amount = left;
            }
            if !won {
                self.kept.host -= dispute.amount;
            }
        }
        self.send_what_waits(now);
        self.kept.host -= self.kept.total().min(0);
        self.news = true;
    }

    fn send_what_waits(&mut self, now: DateTime<Utc>) {
        for number in 0..self.refunds.len() {
            let refund = self.refunds[number];
            if refund.way == Way::Waits {
                self.refunds[number].way = match refund.amount <= self.left() {
                    true => self.sent(now),
                    false => Way::Failed,
                };
            }
        }
    }

    /// Whether chance would say which refund is made, were the dispute decided so: two of one instant wait, and there is enough for one
    /// of them only.
    pub fn is_chance(&self, won: bool, now: DateTime<Utc>) -> bool {
        let mut after = self.clone();
        after.decide(won, now);
        let both = self.refunds.iter().zip(&after.refunds);
        let waited = both.filter(|(before, _)| before.way == Way::Waits);
        let waited: Vec<&Refund> = waited.map(|(_, then)| then).collect();
        waited.windows(2).any(|two| {
            let failed = [two[0], two[1]].map(|refund| refund.way == Way::Failed);
            two[0].asked_at == two[1].asked_at && failed[0] != failed[1]
        })
    }

    /// Time has passed.
    pub fn pass(&mut self, now: DateTime<Utc>) {
        for refund in &mut self.refunds {
            let ended = match refund.way {
                Way::ArrivesAt(at) if at <= now => Way::Arrived,
                Way::ReturnsAt(at) if at <= now => Way::Failed,
                _ => continue,
            };
            refund.way = ended;
            self.news = true;
        }
    }

    /// Each refund by where it stands in our books, and its amount.
    pub fn refunds(&self) -> Vec<(&'static str, i64)> {
        let refunds = self.refunds.iter();
        let mut refunds: Vec<_> = refunds
            .map(|refund| (refund.way.word(), refund.amount))
            .collect();
        refunds.sort_unstable();
        refunds
    }

    pub fn arrived(&self) -> i64 {
        self.refunded(|way| matches!(way, Way::Arrived | Way::ReturnsAt(_)))
    }

    pub fn on_its_way(&self) -> i64 {
        self.refunded(|way| matches!(way, Way::ArrivesAt(_)))
    }

    /// What disputes have taken: those that were lost, and for the time being one that is open.
    pub fn disputed(&self) -> i64 {
        let taking = |it: &&Dispute| match it.stand {
            Stand::Open => !it.inquiry,
            Stand::Won => false,
            Stand::Lost => true,
        };
        let taking = self.disputes.iter().filter(taking);
        taking.map(|it| it.amount).sum()
    }

    /// Taken, and neither given back nor lost.
    fn rest(&self) -> i64 {
        let lost = self.disputes.iter().filter(|it| it.stand == Stand::Lost);
        self.taken - self.arrived() - lost.map(|it| it.amount).sum::<i64>()
    }

    fn under_way(&self) -> i64 {
        self.on_its_way() + self.refunded(|way| way == Way::Waits)
    }

    fn refunded(&self, which: impl Fn(Way) -> bool) -> i64 {
        let refunds = self.refunds.iter().filter(|refund| which(refund.way));
        refunds.map(|refund| refund.amount).sum()
    }

    fn is_barred(&self) -> bool {
        self.undecided().is_some_and(|(_, inquiry)| !inquiry)
    }
}

impl Way {
    fn word(self) -> &'static str {
        match self {
            Self::Waits => "queued",
            Self::ArrivesAt(_) => "pending",
            Self::Arrived | Self::ReturnsAt(_) => "succeeded",
            Self::Failed => "failed",
        }
    }
}
