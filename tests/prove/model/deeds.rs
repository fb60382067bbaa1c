//! What may happen. A deed names its booking by a number that is taken modulo how many there are, so that a sequence still makes sense when
//! some of its deeds are left out.

use crate::{
    chance::Chance,
    stage::{ASKS, DECLINED, GOOD},
};

pub const GUESTS: usize = 3;
pub const HOMES: usize = 3;

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
    /// Minutes pass.
    Wait(i64),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Card {
    Good,
    Declined,
    Asks,
}

impl Card {
    pub fn number(self) -> &'static str {
        match self {
            Self::Good => GOOD,
            Self::Declined => DECLINED,
            Self::Asks => ASKS,
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
            | Self::HostCancels(number) => Some(number),
            Self::Hold { .. } | Self::Wait(_) => None,
        }
    }
}

pub fn some(chance: &mut Chance, length: usize) -> Vec<Deed> {
    (0..length).map(|_| one(chance)).collect()
}

fn one(chance: &mut Chance) -> Deed {
    let booking = chance.below(12);
    match chance.below(100) {
        0..25 => Deed::Hold {
            guest: chance.below(GUESTS),
            home: chance.below(HOMES),
            ahead: chance.pick(&[1, 1, 2, 3, 4, 6, 9, 16]),
            nights: chance.between(1, 4),
        },
        25..52 => Deed::Card(
            booking,
            chance.pick(&[
                Card::Good,
                Card::Good,
                Card::Good,
                Card::Declined,
                Card::Asks,
            ]),
        ),
        52..57 => Deed::Authenticate(booking, chance.percent(75)),
        57..62 => Deed::Withdraw(booking),
        62..70 => Deed::Accept(booking),
        70..73 => Deed::Decline(booking),
        73..80 => Deed::GuestCancels(booking),
        80..84 => Deed::HostCancels(booking),
        _ => {
            Deed::Wait(chance.pick(&[1, 7, 14, 15, 16, 60, 600, 1_439, 1_440, 1_441, 2_000, 4_320]))
        }
    }
}
