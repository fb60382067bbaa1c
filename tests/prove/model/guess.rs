//! The model: what the deeds must come to, by the rules of design.md alone. It knows no database and no outbox, and of the provider what
//! its test cards do.

use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{Stay, bookings::State, cancellation::Policy};

use super::{deeds::Card, money::Money, policy};

const HOLD: TimeDelta = TimeDelta::minutes(15);
const DAY: TimeDelta = TimeDelta::hours(24);

/// A home of the model: how it is booked, and what comes back.
#[derive(Debug, Clone, Copy)]
pub struct Home {
    pub instant: bool,
    pub policy: Policy,
}

#[derive(Debug, Clone)]
pub struct Guess {
    pub guest: usize,
    pub home: usize,
    pub stay: Stay,
    pub state: State,
    held_at: DateTime<Utc>,
    /// The bank waits for the guest's word.
    asks: bool,
    declined: u32,
    respond_by: Option<DateTime<Utc>>,
    confirmed_at: Option<DateTime<Utc>>,
    /// The last one that was typed.
    card: Option<Card>,
    pub money: Money,
}

/// What a hold comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    New,
    /// The number of the same hold, made before.
    Again(usize),
    /// The guest holds other nights there that overlap, or has booked some of them today.
    Overlaps,
    TooMany,
    Taken,
}

pub struct Model {
    pub now: DateTime<Utc>,
    pub homes: Vec<Home>,
    pub bookings: Vec<Guess>,
    /// Nights that a host's cancellation keeps from everybody.
    blocked: BTreeMap<usize, BTreeSet<NaiveDate>>,
}

impl Model {
    pub fn new(now: DateTime<Utc>, homes: Vec<Home>) -> Self {
        Self {
            now,
            homes,
            bookings: Vec::new(),
            blocked: BTreeMap::new(),
        }
    }

    pub fn hold(&mut self, guest: usize, home: usize, stay: Stay) -> Held {
        let open = |guess: &Guess| guess.guest == guest && guess.state == State::Held;
        let mine = self
            .bookings
            .iter()
            .position(|guess| open(guess) && guess.home == home && guess.stay.overlaps(&stay));
        if let Some(mine) = mine {
            let same = self.bookings[mine].stay == stay;
            return if same {
                Held::Again(mine)
            } else {
                Held::Overlaps
            };
        }
        if self.has_booked(guest, home, stay) {
            return Held::Overlaps;
        }
        let recent = self.bookings.iter().filter(|guess| {
            guess.guest == guest && guess.home == home && guess.held_at > self.now - DAY
        });
        if self.bookings.iter().filter(|guess| open(guess)).count() >= 3 || recent.count() >= 3 {
            return Held::TooMany;
        }
        let taken = self.taken(home);
        if stay.dates().any(|night| taken.contains(&night)) {
            return Held::Taken;
        }
        self.bookings.push(Guess {
            guest,
            home,
            stay,
            state: State::Held,
            held_at: self.now,
            asks: false,
            declined: 0,
            respond_by: None,
            confirmed_at: None,
            card: None,
            money: Money::default(),
        });
        Held::New
    }

    /// Within a day the guest is told of their own stay there, not that the nights are taken.
    fn has_booked(&self, guest: usize, home: usize, stay: Stay) -> bool {
        self.bookings.iter().any(|guess| {
            guess.guest == guest
                && guess.home == home
                && matches!(guess.state, State::Authorized | State::Confirmed)
                && guess.held_at > self.now - DAY
                && guess.stay.overlaps(&stay)
        })
    }

    pub fn card(&mut self, number: usize, card: Card) {
        let guess = &mut self.bookings[number];
        if guess.state != State::Held || guess.asks {
            return;
        }
        guess.card = Some(card);
        match card {
            Card::Asks => guess.asks = true,
            Card::Declined => self.decline_card(number),
            Card::Good
            | Card::RefundFails
            | Card::RefundPends
            | Card::Disputed
            | Card::Inquired => self.authorise(number),
        }
    }

    pub fn authenticate(&mut self, number: usize, approve: bool) {
        let guess = &mut self.bookings[number];
        if guess.state != State::Held || !guess.asks {
            return;
        }
        guess.asks = false;
        match approve {
            true => self.authorise(number),
            false => self.decline_card(number),
        }
    }

    fn authorise(&mut self, number: usize) {
        let (now, instant) = (self.now, self.homes[self.bookings[number].home].instant);
        let guess = &mut self.bookings[number];
        guess.state = State::Authorized;
        if instant {
            self.confirm(number);
            return;
        }
        let before = policy::night_begins(guess.stay.check_in) - TimeDelta::hours(2);
        guess.respond_by = Some((now + DAY).min(before));
    }

    fn confirm(&mut self, number: usize) {
        let guess = &mut self.bookings[number];
        guess.state = State::Confirmed;
        guess.confirmed_at = Some(self.now);
        guess.money.take(policy::price(guess.stay), guess.card);
    }

    fn decline_card(&mut self, number: usize) {
        let guess = &mut self.bookings[number];
        guess.declined += 1;
        if guess.declined >= 5 {
            guess.state = State::Expired;
        }
    }

    /// True when it can be: a hold, or a request that nobody answered.
    pub fn withdraw(&mut self, number: usize) -> bool {
        self.step(number, &[State::Held, State::Authorized], State::Withdrawn)
    }

    pub fn accept(&mut self, number: usize) -> bool {
        let waits = self.bookings[number].state == State::Authorized;
        if waits {
            self.confirm(number);
        }
        waits
    }

    pub fn decline(&mut self, number: usize) -> bool {
        self.step(number, &[State::Authorized], State::Declined)
    }

    fn step(&mut self, number: usize, from: &[State], to: State) -> bool {
        let guess = &mut self.bookings[number];
        let may = from.contains(&guess.state);
        if may {
            guess.state = to;
        }
        may
    }

    /// What goes back, in minor units; none when there is nothing to cancel.
    pub fn cancel(&mut self, number: usize, by_host: bool) -> Option<i64> {
        let now = self.now;
        let home = self.homes[self.bookings[number].home];
        let guess = &mut self.bookings[number];
        let confirmed = guess
            .confirmed_at
            .filter(|_| guess.state == State::Confirmed)?;
        let kept = match by_host {
            true => policy::kept_by_host(guess.stay, now),
            false => policy::kept(home.policy, guess.stay, confirmed, now),
        };
        let back = guess.money.cancel(policy::price(guess.stay), kept, now);
        guess.state = State::Cancelled;
        let under_way = policy::night_begins(guess.stay.check_in) <= now;
        if by_host && under_way {
            let nights = policy::coming(guess.stay.dates(), now);
            self.blocked.entry(guess.home).or_default().extend(nights);
        }
        Some(back)
    }

    /// Time passes, and what falls due by itself does.
    pub fn wait(&mut self, minutes: i64) {
        self.now += TimeDelta::minutes(minutes);
        for guess in &mut self.bookings {
            let over = match guess.state {
                State::Held => guess.held_at + HOLD <= self.now,
                State::Authorized => guess.respond_by.is_some_and(|until| until <= self.now),
                _ => false,
            };
            if over {
                guess.state = State::Expired;
            }
            if guess.state == State::Confirmed && policy::ends(guess.stay) <= self.now {
                guess.state = State::Completed;
            }
            guess.money.pass(self.now);
        }
    }

    /// The bookings of which the provider has news; each is told once.
    pub fn news(&mut self) -> Vec<usize> {
        let mut news = Vec::new();
        for (number, guess) in self.bookings.iter_mut().enumerate() {
            if mem::take(&mut guess.money.news) {
                news.push(number);
            }
        }
        news
    }

    /// The nights that nobody else can have, from tomorrow on.
    pub fn taken(&self, home: usize) -> BTreeSet<NaiveDate> {
        let stays = self
            .bookings
            .iter()
            .filter(|guess| guess.home == home && guess.state.occupies_nights());
        let nights = stays.flat_map(|guess| guess.stay.dates());
        let mut taken: BTreeSet<NaiveDate> = policy::coming(nights, self.now).into_iter().collect();
        if let Some(blocked) = self.blocked.get(&home) {
            taken.extend(policy::coming(blocked.iter().copied(), self.now));
        }
        taken
    }
}
