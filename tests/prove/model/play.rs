//! The program's side: each deed is done as a guest, a host, the clock or the provider would, and what is written afterwards is laid beside
//! the model.

mod compare;
mod provider;

use std::sync::Arc;

use chrono::TimeDelta;
use domain::{
    Stay,
    bookings::State,
    cancellation::Policy,
    pricing::{Fees, Pricing, Tax, TaxBase},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};
use server::{
    Error, Result as Outcome,
    accounts::Actor,
    bookings::{self, HoldRequest},
    entities::listings,
    jobs,
    payments::{advance, sandbox, settle},
};
use uuid::Uuid;

use super::{
    deeds::{self, Card, Deed, GUESTS},
    guess::{Held, Home, Model},
    policy,
};
use crate::{books::Books, stage::typed, support::Database, world::World};

/// How the homes are booked, and what comes back.
const HOMES: [Home; deeds::HOMES] = [
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
    Home {
        instant: true,
        policy: Policy::Standard,
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
    disputed: i64,
}

impl Figures {
    pub fn add(&mut self, other: &Self) {
        self.deeds += other.deeds;
        self.bookings += other.bookings;
        self.taken += other.taken;
        self.back += other.back;
        self.disputed += other.disputed;
    }

    pub fn say(&self) -> String {
        format!(
            "{} deeds, {} bookings, {} pence taken, {} given back, {} disputed",
            self.deeds, self.bookings, self.taken, self.back, self.disputed
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
        let number = play.done_to(*deed);
        play.both(*deed, number).await.map_err(told)?;
        let books = play.quiet(number).await.map_err(told)?;
        play.compare(&books).map_err(told)?;
    }
    let guesses = &play.model.bookings;
    Ok(Figures {
        deeds: deeds.len(),
        bookings: guesses.len(),
        taken: guesses.iter().map(|guess| guess.money.taken).sum(),
        back: guesses.iter().map(|guess| guess.money.arrived()).sum(),
        disputed: guesses.iter().map(|guess| guess.money.disputed()).sum(),
    })
}

impl Play {
    async fn begin(database: Database) -> Self {
        let mut world = World::new(database, "model").await;
        let mut settings = (*world.state.ctx.settings).clone();
        settings.fees = Fees {
            guest_bp: policy::GUEST_FEE,
            host_bp: policy::HOST_FEE,
        };
        world.state.ctx.settings = Arc::new(settings);
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

    /// The booking that the deed is done to: one of those that it can be of interest to, if there are any.
    fn done_to(&self, deed: Deed) -> Option<usize> {
        let number = deed.booking()?;
        let bookings = self.model.bookings.iter().enumerate();
        let some: Vec<usize> = bookings
            .filter(|(_, guess)| deed.concerns(&guess.money))
            .map(|(number, _)| number)
            .collect();
        let at = number.checked_rem(some.len())?;
        some.get(at).copied()
    }

    /// Does the deed in both, and compares what was answered.
    async fn both(&mut self, deed: Deed, number: Option<usize>) -> Result<(), String> {
        match deed {
            Deed::Wait(minutes) => {
                self.world.pass(TimeDelta::minutes(minutes));
                self.model.wait(minutes);
                Ok(())
            }
            Deed::Hold {
                guest,
                home,
                ahead,
                nights,
            } => {
                let stay = self.world.state.stay(ahead, nights);
                self.hold(guest, home, stay).await
            }
            Deed::HeardTwice(call) => self.heard_twice(call).await,
            _ => match number {
                Some(number) => self.with_booking(deed, number).await,
                None => Ok(()),
            },
        }
    }

    async fn with_booking(&mut self, deed: Deed, number: usize) -> Result<(), String> {
        match deed {
            Deed::Card(_, card) => self.card(number, card).await,
            Deed::Authenticate(_, approve) => self.authenticate(number, approve).await,
            Deed::Withdraw(_) => {
                let may = self.model.withdraw(number);
                let said =
                    bookings::withdraw(&self.world.state.ctx, self.guest(number), self.ids[number])
                        .await;
                self.agree(number, State::Withdrawn, may, said)
            }
            Deed::Accept(_) => {
                let may = self.model.accept(number);
                let said =
                    bookings::accept(&self.world.state.ctx, &self.host, self.ids[number]).await;
                let paid = matches!(
                    self.model.bookings[number].state,
                    State::Confirmed | State::Completed
                );
                agreed(may || paid, said.map(drop))
            }
            Deed::Decline(_) => {
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
            Deed::GuestCancels(_) => self.cancel(number, false).await,
            Deed::HostCancels(_) => self.cancel(number, true).await,
            Deed::AdminRefunds(_, hundredths) => self.admin_refunds(number, hundredths).await,
            Deed::DashboardRefunds(_, hundredths) => {
                self.dashboard_refunds(number, hundredths).await
            }
            Deed::BankDisputes(_) => self.bank_opens(number, false).await,
            Deed::BankInquires(_) => self.bank_opens(number, true).await,
            Deed::BankDecides(_, won) => self.bank_decides(number, won).await,
            Deed::Hold { .. } | Deed::HeardTwice(_) | Deed::Wait(_) => Ok(()),
        }
    }

    async fn hold(&mut self, guest: usize, home: usize, stay: Stay) -> Result<(), String> {
        let expected = self.model.hold(guest, home, stay);
        // Another price is refused.
        let wish = HoldRequest {
            listing_id: self.homes[home].id,
            check_in: stay.check_in,
            check_out: stay.check_out,
            guests: 2,
            shown_total: policy::price(stay).total(),
        };
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
        let intent = self.intent(number).await?;
        self.model.authenticate(number, approve);
        let answer = sandbox::authenticate(&self.world.state.ctx, &intent, approve).await;
        answer.map(drop).map_err(|error| error.to_string())
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

    /// The news arrive, and the worker does what follows. Of a payment there are none when its booking is at its end, unless the deed was
    /// done to it; of refunds and disputes there are when the model says so.
    async fn quiet(&mut self, done_to: Option<usize>) -> Result<Books, String> {
        let ctx = &self.world.state.ctx;
        for (number, id) in self.ids.iter().enumerate() {
            if done_to == Some(number) || !self.model.bookings[number].state.is_final() {
                advance(ctx, *id).await.map_err(|error| error.to_string())?;
            }
        }
        let mut passes = 0;
        loop {
            jobs::tick(ctx).await.map_err(|error| error.to_string())?;
            for number in self.model.news() {
                let told = settle(ctx, self.ids[number]).await;
                told.map_err(|error| error.to_string())?;
            }
            let books = Books::read(&ctx.db).await;
            passes += 1;
            if passes == PASSES || books.unfinished().is_empty() {
                return Ok(books);
            }
        }
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

/// £100.01 a night, £30 for cleaning, and a twentieth of the nights for the town.
async fn publish(world: &World, host: &Actor, home: Home) -> listings::Model {
    let row = world
        .state
        .home(host)
        .nightly(policy::NIGHTLY)
        .cleaning_fee(policy::CLEANING);
    let row = row.policy(home.policy);
    let row = row
        .with(|row| row.instant_book = Set(home.instant))
        .publish()
        .await;
    let mut pricing: Pricing = serde_json::from_str(&row.pricing).expect("a pricing");
    pricing.tax = Some(Tax::Rate {
        bp: policy::TAX,
        base: TaxBase::Nights,
        max_nights: 0,
    });
    let mut row = row.into_active_model();
    row.pricing = Set(serde_json::to_string(&pricing).expect("JSON"));
    row.update(world.db()).await.expect("a price with tax")
}
