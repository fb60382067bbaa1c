//! The program's side: each deed is done as a guest, a host or the clock would, and what is written afterwards is laid beside the model.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};
use domain::{
    Stay,
    bookings::State,
    cancellation::Policy,
    pricing::{Pricing, Tax, TaxBase},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};
use server::{
    Error, Result as Outcome,
    accounts::Actor,
    bookings,
    entities::listings,
    jobs,
    payments::{advance, sandbox},
};
use uuid::Uuid;

use super::{
    deeds::{Card, Deed, GUESTS},
    guess::{Held, Home, Model},
    policy::{self, NIGHTLY},
};
use crate::{
    books::{Books, state},
    stage::{request, typed},
    support::Database,
    world::World,
};

/// How the three homes are booked, and what comes back.
const HOMES: [Home; 3] = [
    Home {
        instant: true,
        policy: Policy::Flexible,
    },
    Home {
        instant: false,
        policy: Policy::Moderate,
    },
    Home {
        instant: true,
        policy: Policy::Strict,
    },
];
/// Passes of the worker until nothing more can come of a deed.
const PASSES: usize = 4;

#[derive(Default)]
pub struct Figures {
    deeds: usize,
    bookings: usize,
    taken: i64,
    back: i64,
}

impl Figures {
    pub fn add(&mut self, other: &Self) {
        self.deeds += other.deeds;
        self.bookings += other.bookings;
        self.taken += other.taken;
        self.back += other.back;
    }

    pub fn say(&self) -> String {
        format!(
            "{} deeds, {} bookings, {} pence taken, {} given back",
            self.deeds, self.bookings, self.taken, self.back
        )
    }
}

struct Play {
    world: World,
    model: Model,
    host: Actor,
    guests: Vec<Actor>,
    homes: Vec<listings::Model>,
    /// The program's id of each booking of the model.
    ids: Vec<Uuid>,
}

/// # Errors
/// Where the two disagree.
pub async fn play(database: Database, deeds: &[Deed]) -> Result<Figures, String> {
    let mut play = Play::begin(database).await;
    for (place, deed) in deeds.iter().enumerate() {
        let told = |why: String| format!("at deed {} ({deed:?}): {why}", place + 1);
        play.both(*deed).await.map_err(told)?;
        let books = play.quiet(*deed).await.map_err(told)?;
        play.compare(&books).map_err(told)?;
    }
    let guesses = &play.model.bookings;
    Ok(Figures {
        deeds: deeds.len(),
        bookings: guesses.len(),
        taken: guesses.iter().map(|guess| guess.taken).sum(),
        back: guesses.iter().map(|guess| guess.back).sum(),
    })
}

impl Play {
    async fn begin(database: Database) -> Self {
        let world = World::new(database, "model").await;
        let host = world.state.host("Ailsa").await;
        let mut guests = Vec::new();
        for number in 0..GUESTS {
            guests.push(world.state.guest(&format!("Guest{number}")).await);
        }
        let mut homes = Vec::new();
        for home in HOMES {
            homes.push(publish(&world, &host, home).await);
        }
        let model = Model::new(world.now(), HOMES.to_vec());
        Self {
            world,
            model,
            host,
            guests,
            homes,
            ids: Vec::new(),
        }
    }

    /// Does the deed in both, and compares what was answered.
    async fn both(&mut self, deed: Deed) -> Result<(), String> {
        if let Deed::Wait(minutes) = deed {
            self.world.pass(TimeDelta::minutes(minutes));
            self.model.wait(minutes);
            return Ok(());
        }
        if let Deed::Hold {
            guest,
            home,
            ahead,
            nights,
        } = deed
        {
            return self
                .hold(guest, home, self.world.state.stay(ahead, nights))
                .await;
        }
        if self.ids.is_empty() {
            return Ok(());
        }
        let at = |number: usize| number % self.ids.len();
        match deed {
            Deed::Card(number, card) => self.card(at(number), card).await,
            Deed::Authenticate(number, approve) => self.authenticate(at(number), approve).await,
            Deed::Withdraw(number) => {
                let number = at(number);
                let may = self.model.withdraw(number);
                let said =
                    bookings::withdraw(&self.world.state.ctx, self.guest(number), self.ids[number])
                        .await;
                self.agree(number, State::Withdrawn, may, said)
            }
            Deed::Accept(number) => {
                let number = at(number);
                let may = self.model.accept(number);
                let said =
                    bookings::accept(&self.world.state.ctx, &self.host, self.ids[number]).await;
                let paid = matches!(
                    self.model.bookings[number].state,
                    State::Confirmed | State::Completed
                );
                agreed(may || paid, said.map(drop))
            }
            Deed::Decline(number) => {
                let number = at(number);
                let may = self.model.decline(number);
                let said = bookings::decline(
                    &self.world.state.ctx,
                    &self.host,
                    self.ids[number],
                    "We are away.",
                )
                .await;
                self.agree(number, State::Declined, may, said)
            }
            Deed::GuestCancels(number) => self.cancel(at(number), false).await,
            Deed::HostCancels(number) => self.cancel(at(number), true).await,
            Deed::Hold { .. } | Deed::Wait(_) => Ok(()),
        }
    }

    async fn hold(&mut self, guest: usize, home: usize, stay: Stay) -> Result<(), String> {
        let expected = self.model.hold(guest, home, stay);
        let wish = request(&self.homes[home], stay);
        let price = policy::price(stay).total();
        if wish.shown_total != price {
            return Err(format!("the price is {}, not {price}", wish.shown_total));
        }
        let said = bookings::hold(&self.world.state.ctx, &self.guests[guest], wish).await;
        match (expected, said) {
            (Held::New, Ok(id)) => {
                self.ids.push(id);
                Ok(())
            }
            (Held::Again(number), Ok(id)) if self.ids[number] == id => Ok(()),
            (Held::Overlaps, Err(Error::User(domain::Error::Refused(_))))
            | (Held::TooMany, Err(Error::User(domain::Error::TooMany(_))))
            | (Held::Taken, Err(Error::User(domain::Error::DatesTaken { .. }))) => Ok(()),
            (expected, said) => Err(format!("expected {expected:?}, and it said {said:?}")),
        }
    }

    /// To the provider's page, if there is a way to it, and a card there.
    async fn card(&mut self, number: usize, card: Card) -> Result<(), String> {
        let ctx = &self.world.state.ctx;
        let total = policy::price(self.model.bookings[number].stay).total();
        let open = self.model.bookings[number].state == State::Held;
        self.model.card(number, card);
        let page = bookings::pay(ctx, self.guest(number), self.ids[number], total).await;
        let intent = match &page {
            Ok(page) => page.strip_prefix("/sandbox/pay/"),
            Err(Error::User(_)) => None,
            Err(other) => return Err(format!("no way to the provider: {other}")),
        };
        if intent.is_some() != open {
            return Err(format!("the way to the provider is {page:?}"));
        }
        if let Some(intent) = intent {
            let answer = sandbox::submit_card(ctx, intent, typed(card.number())).await;
            answer.map_err(|error| error.to_string())?;
        }
        Ok(())
    }

    /// The provider's page may stand open in a tab long after the hold has ended.
    async fn authenticate(&mut self, number: usize, approve: bool) -> Result<(), String> {
        let ctx = &self.world.state.ctx;
        self.model.authenticate(number, approve);
        let books = Books::read(&ctx.db).await;
        let intents = books.intents.iter();
        let mut intents = intents.filter(|intent| intent.booking_id == self.ids[number]);
        if let Some(intent) = intents.next() {
            let answer = sandbox::authenticate(ctx, &intent.id, approve).await;
            answer.map_err(|error| error.to_string())?;
        }
        Ok(())
    }

    async fn cancel(&mut self, number: usize, by_host: bool) -> Result<(), String> {
        let (ctx, id) = (&self.world.state.ctx, self.ids[number]);
        let actor = if by_host {
            &self.host.clone()
        } else {
            &self.guest(number).clone()
        };
        let preview = bookings::cancel_preview(ctx, actor, id).await;
        let expected = self.model.cancel(number, by_host);
        let shown = match (&preview, expected) {
            (Ok(view), Some(back)) if view.refund.minor == back => back,
            (Err(Error::User(domain::Error::Refused(_))), None) => return Ok(()),
            (_, expected) => {
                let said = preview.map(|view| view.refund.minor);
                return Err(format!(
                    "expected {expected:?} back, and the preview says {said:?}"
                ));
            }
        };
        let stale = bookings::cancel(ctx, actor, id, shown + 1, "Plans change.").await;
        if !matches!(stale, Err(Error::User(domain::Error::RefundChanged { .. }))) {
            return Err(format!("another refund was shown, and it said {stale:?}"));
        }
        let done = bookings::cancel(ctx, actor, id, shown, "Plans change.").await;
        match done {
            Ok(cancelled) if cancelled.refund.minor == shown => Ok(()),
            other => Err(format!(
                "expected {shown} back, and cancelling said {other:?}"
            )),
        }
    }

    /// A step that was taken before may be taken again, and changes nothing.
    fn agree(&self, number: usize, end: State, may: bool, said: Outcome<()>) -> Result<(), String> {
        agreed(may || self.model.bookings[number].state == end, said)
    }

    /// The news arrive, and the worker does what follows. Of a booking that is at its end there are none, unless the deed was done to it.
    async fn quiet(&self, deed: Deed) -> Result<Books, String> {
        let ctx = &self.world.state.ctx;
        let done_to = deed.booking().map(|number| number % self.ids.len().max(1));
        for (number, id) in self.ids.iter().enumerate() {
            if done_to == Some(number) || !self.model.bookings[number].state.is_final() {
                advance(ctx, *id).await.map_err(|error| error.to_string())?;
            }
        }
        let mut passes = 0;
        loop {
            jobs::tick(ctx).await.map_err(|error| error.to_string())?;
            let books = Books::read(&ctx.db).await;
            passes += 1;
            if passes == PASSES || books.open().is_empty() {
                return Ok(books);
            }
        }
    }

    fn compare(&self, books: &Books) -> Result<(), String> {
        let wrong = books.wrong();
        if !wrong.is_empty() {
            return Err(wrong.join("\n"));
        }
        for (guess, id) in self.model.bookings.iter().zip(&self.ids) {
            let row = books.booking(*id);
            let seen = [
                books.captured(*id),
                books.back(*id, &["succeeded"]),
                books.balance(*id, "guest"),
                books.balance(*id, "host"),
                books.balance(*id, "tax"),
                books.balance(*id, "platform"),
                books.balance(*id, "provider"),
            ];
            let due = [
                guess.taken,
                guess.back,
                0,
                guess.kept.host,
                guess.kept.tax,
                0,
                guess.back - guess.taken,
            ];
            if state(row) != guess.state || seen != due {
                return Err(format!(
                    "expected {:?} with {due:?}, and it is {} with {seen:?} (taken, back, guest, host, tax, platform, provider)",
                    guess.state, row.state
                ));
            }
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

    fn guest(&self, number: usize) -> &Actor {
        &self.guests[self.model.bookings[number].guest]
    }
}

/// What may be is done, and what may not is refused in words.
fn agreed(may: bool, said: Outcome<()>) -> Result<(), String> {
    match (may, said) {
        (true, Ok(())) | (false, Err(Error::User(_))) => Ok(()),
        (may, said) => Err(format!(
            "expected {}, and it said {said:?}",
            if may { "yes" } else { "no" }
        )),
    }
}

/// £100 a night, £30 for cleaning, and a twentieth of the nights for the town.
async fn publish(world: &World, host: &Actor, home: Home) -> listings::Model {
    let row = world
        .state
        .home(host)
        .nightly(NIGHTLY)
        .cleaning_fee(policy::CLEANING);
    let row = row.policy(home.policy);
    let row = row
        .with(|row| row.instant_book = Set(home.instant))
        .publish()
        .await;
    let mut pricing: Pricing = serde_json::from_str(&row.pricing).expect("a pricing");
    pricing.tax = Some(Tax::Rate {
        bp: 500,
        base: TaxBase::Nights,
        max_nights: 0,
    });
    let mut row = row.into_active_model();
    row.pricing = Set(serde_json::to_string(&pricing).expect("JSON"));
    row.update(world.db()).await.expect("a price with tax")
}
