//! What may happen. A deed names its booking by a number that is taken modulo how many there are that it concerns, so that a sequence still
//! makes sense when some of its deeds are left out.

use super::money::Money;
use crate::{
    chance::Chance,
    stage::{ASKS, DECLINED, GOOD},
};

pub const GUESTS: usize = 3;
pub const HOMES: usize = 4;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    Hold {
        guest: usize,
        home: usize,
        /// Days from today, one at least.
        ahead: i64,
        nights: i64,
    },
    /// The guest goes to the provider and types a card.
    Card(usize, Card),
    /// The card's bank has asked whether it is the guest.
    Authenticate(usize, bool),
    /// Lets a hold go, or withdraws a request.
    Withdraw(usize),
    Accept(usize),
    Decline(usize),
    GuestCancels(usize),
    HostCancels(usize),
    /// The site's owner gives back so many hundredths of what can be given back.
    AdminRefunds(usize, i64),
    /// The same in the provider's dashboard, where nobody asks us.
    DashboardRefunds(usize, i64),
    /// The guest's bank takes what is left of the payment.
    BankDisputes(usize),
    /// The guest's bank asks about it, and takes nothing yet.
    BankInquires(usize),
    /// The bank decides what it has disputed or asked about; true when we have won.
    BankDecides(usize, bool),
    /// The provider hears the next call of this kind twice.
    HeardTwice(&'static str),
    /// Minutes pass.
    Wait(i64),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Card {
    Good,
    Declined,
    Asks,
    /// Refunds to it come back after half a minute.
    RefundFails,
    /// Refunds to it take half a minute.
    RefundPends,
    /// Its bank disputes what was captured at once.
    Disputed,
    /// Its bank asks about what was captured at once.
    Inquired,
}

impl Card {
    pub fn number(self) -> &'static str {
        match self {
            Self::Good => GOOD,
            Self::Declined => DECLINED,
            Self::Asks => ASKS,
            Self::RefundFails => "4000 0000 0000 5126",
            Self::RefundPends => "4000 0000 0000 7726",
            Self::Disputed => "4000 0000 0000 0259",
            Self::Inquired => "4000 0000 0000 1976",
        }
    }
}

impl Deed {
    /// The number of the booking that it is done to.
    pub fn booking(self) -> Option<usize> {
        match self {
            Self::Card(number, _)
            | Self::Authenticate(number, _)
            | Self::Withdraw(number)
            | Self::Accept(number)
            | Self::Decline(number)
            | Self::GuestCancels(number)
            | Self::HostCancels(number)
            | Self::AdminRefunds(number, _)
            | Self::DashboardRefunds(number, _)
            | Self::BankDisputes(number)
            | Self::BankInquires(number)
            | Self::BankDecides(number, _) => Some(number),
            Self::Hold { .. } | Self::HeardTwice(_) | Self::Wait(_) => None,
        }
    }

    /// Whether something can come of it for a booking with this money: what nobody can do is tried only by people.
    pub fn concerns(self, money: &Money) -> bool {
        match self {
            Self::DashboardRefunds(..) | Self::BankDisputes(_) | Self::BankInquires(_) => {
                money.taken > 0
            }
            Self::BankDecides(..) => money.undecided().is_some(),
            _ => true,
        }
    }
}

pub fn some(chance: &mut Chance, length: usize) -> Vec<Deed> {
    (0..length).map(|_| one(chance)).collect()
}

fn one(chance: &mut Chance) -> Deed {
    let booking = chance.below(12);
    match chance.below(100) {
        0..20 => Deed::Hold {
            guest: chance.below(GUESTS),
            home: chance.below(HOMES),
            ahead: chance.pick(&[1, 1, 2, 3, 4, 6, 9, 16]),
            nights: chance.between(1, 4),
        },
        20..43 => Deed::Card(booking, card(chance)),
        43..46 => Deed::Authenticate(booking, chance.percent(75)),
        46..49 => Deed::Withdraw(booking),
        49..55 => Deed::Accept(booking),
        55..57 => Deed::Decline(booking),
        57..63 => Deed::GuestCancels(booking),
        63..66 => Deed::HostCancels(booking),
        66..71 => Deed::AdminRefunds(booking, hundredths(chance)),
        71..75 => Deed::DashboardRefunds(booking, hundredths(chance)),
        75..78 => Deed::BankDisputes(booking),
        78..80 => Deed::BankInquires(booking),
        80..86 => Deed::BankDecides(booking, chance.percent(40)),
        86..88 => Deed::HeardTwice(chance.pick(&["create", "capture", "cancel", "refund"])),
        _ => {
            Deed::Wait(chance.pick(&[1, 7, 14, 15, 16, 60, 600, 1_439, 1_440, 1_441, 2_000, 4_320]))
        }
    }
}

fn card(chance: &mut Chance) -> Card {
    chance.pick(&[
        Card::Good,
        Card::Good,
        Card::Good,
        Card::Good,
        Card::Declined,
        Card::Asks,
        Card::RefundFails,
        Card::RefundPends,
        Card::Disputed,
        Card::Inquired,
    ])
}

/// A part, all of it, or more than there is.
fn hundredths(chance: &mut Chance) -> i64 {
    chance.pick(&[7, 33, 50, 100, 101])
}
