//! News from the provider come twice, in another order, late or never. Guests pay and close the tab, some cancel: ledger and provider agree
//! to the cent, and every booking is where it belongs.

mod post_office;

use std::{collections::BTreeMap, sync::Arc};

use chrono::TimeDelta;
use domain::bookings::State;
use sea_orm::{EntityTrait, PaginatorTrait};
use server::{
    Context, bookings,
    entities::{listings, webhook_events},
    jobs,
    payments::sandbox::{self, Sandbox},
};
use uuid::Uuid;

use crate::{
    arguments::Order,
    books::{Books, state},
    chance::Chance,
    stage::{ASKS, DECLINED, GOOD, request, typed},
    world::World,
};
use post_office::PostOffice;

/// New bookings before the provider's news are carried out.
const AT_ONCE: usize = 6;
/// Bookings of one home, so that its year is long enough.
const OF_A_HOME: usize = 100;
const SETTLED: TimeDelta = TimeDelta::minutes(30);

/// What a booking must have come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Paid,
    /// With so much back.
    Cancelled(i64),
    /// Its cards were declined and its guest went away.
    Abandoned,
}

struct Bazaar {
    world: World,
    ctx: Context,
    office: PostOffice,
    chance: Chance,
    home: Option<listings::Model>,
    fates: BTreeMap<Uuid, Fate>,
}

pub async fn run(order: Order) -> String {
    let mut bazaar = Bazaar::open(order).await;
    while bazaar.office.seen() < order.count {
        for _ in 0..AT_ONCE {
            bazaar.somebody_books().await;
        }
        bazaar.somebody_cancels().await;
        bazaar.a_moment_passes(TimeDelta::seconds(5)).await;
    }
    let books = bazaar.settle().await;
    bazaar.everything_is_in_its_place(&books);
    bazaar.say(&books).await
}

impl Bazaar {
    async fn open(order: Order) -> Self {
        let world = World::new(order.database, "webhooks").await;
        let (office, address) = PostOffice::open(Chance::of(order.seed, 1)).await;
        let mut ctx = world.state.ctx.clone();
        let sandbox = Sandbox::new(
            ctx.db.clone(),
            ctx.clock.clone(),
            address,
            ctx.settings.secret.clone(),
        );
        ctx.gateway = Arc::new(sandbox.expect("the Sandbox"));
        Self {
            world,
            ctx,
            office,
            chance: Chance::of(order.seed, 2),
            home: None,
            fates: BTreeMap::new(),
        }
    }

    /// Somebody holds, goes to the provider, types cards there, and never comes back.
    async fn somebody_books(&mut self) {
        let number = self.fates.len();
        if number.is_multiple_of(OF_A_HOME) {
            let ailsa = self.world.state.host("Ailsa").await;
            let home = self
                .world
                .state
                .home(&ailsa)
                .nightly(12_345)
                .cleaning_fee(1_999);
            self.home = Some(home.publish().await);
        }
        let home = self.home.as_ref().expect("a home");
        let guest = self.world.state.guest(&format!("Guest{number}")).await;
        let first = 4 + 3 * (number % OF_A_HOME) as i64;
        let wish = request(
            home,
            self.world.state.stay(first, 1 + self.chance.between(0, 1)),
        );
        let id = bookings::hold(&self.ctx, &guest, wish.clone())
            .await
            .expect("a hold");
        let page = bookings::pay(&self.ctx, &guest, id, wish.shown_total)
            .await
            .expect("a page");
        let intent = page
            .strip_prefix("/sandbox/pay/")
            .expect("the Sandbox's page");
        let (cards, fate): (&[&str], Fate) = match self.chance.below(10) {
            0 => (&[DECLINED, DECLINED], Fate::Abandoned),
            1 => (&[DECLINED, GOOD], Fate::Paid),
            2 | 3 => (&[ASKS], Fate::Paid),
            _ => (&[GOOD], Fate::Paid),
        };
        for card in cards {
            sandbox::submit_card(&self.ctx, intent, typed(card))
                .await
                .expect("an answer");
        }
        if cards.contains(&ASKS) {
            sandbox::authenticate(&self.ctx, intent, true)
                .await
                .expect("an answer");
        }
        self.fates.insert(id, fate);
    }

    /// A few of those who are confirmed cancel, as the preview says.
    async fn somebody_cancels(&mut self) {
        let books = Books::read(&self.ctx.db).await;
        let confirmed = books
            .bookings
            .iter()
            .filter(|row| state(row) == State::Confirmed);
        for row in confirmed {
            let undecided = self.fates.get(&row.id) == Some(&Fate::Paid);
            if !undecided || !self.chance.percent(8) {
                continue;
            }
            let guest = server::accounts::Actor {
                user_id: row.guest_id,
                first_name: String::new(),
                is_admin: false,
            };
            let shown = bookings::cancel_preview(&self.ctx, &guest, row.id).await;
            let refund = shown.expect("a preview").refund.minor;
            let cancelled = bookings::cancel(&self.ctx, &guest, row.id, refund, "").await;
            cancelled.expect("a cancelled stay");
            self.fates.insert(row.id, Fate::Cancelled(refund));
        }
    }

    /// The worker makes a pass, the provider posts its news, and some of them are carried out.
    async fn a_moment_passes(&mut self, time: TimeDelta) {
        jobs::tick(&self.ctx).await.expect("a pass");
        self.office.carry_out(&self.ctx, self.world.now()).await;
        self.world.pass(time);
    }

    async fn settle(&mut self) -> Books {
        let begun = self.world.now();
        loop {
            self.a_moment_passes(TimeDelta::seconds(20)).await;
            let books = Books::read(&self.ctx.db).await;
            let open = books.open();
            let waits = books.bookings.iter().any(|row| state(row) == State::Held);
            if open.is_empty() && !waits && self.office.is_empty() {
                return books;
            }
            assert!(
                self.world.now() - begun < SETTLED,
                "still open: {}",
                open.join("\n")
            );
        }
    }

    fn everything_is_in_its_place(&self, books: &Books) {
        books.are_settled();
        for (id, fate) in &self.fates {
            let came_to = state(books.booking(*id));
            let back = books.back(*id, &["succeeded"]);
            match fate {
                Fate::Paid => assert_eq!((came_to, back), (State::Confirmed, 0), "{id}"),
                Fate::Cancelled(refund) => {
                    assert_eq!((came_to, back), (State::Cancelled, *refund), "{id}");
                }
                Fate::Abandoned => assert_eq!((came_to, back), (State::Expired, 0), "{id}"),
            }
        }
    }

    async fn say(&self, books: &Books) -> String {
        let kept = webhook_events::Entity::find().count(&self.ctx.db).await;
        let taken: i64 = books.intents.iter().map(|intent| intent.captured).sum();
        let back: i64 = books.given_back.iter().map(|refund| refund.amount).sum();
        format!(
            "{}; {} kept, each once; {} bookings ({}); {taken} pence taken and {back} given back at the provider, and so in the ledger",
            self.office.say(),
            kept.expect("a count"),
            books.bookings.len(),
            books.by_state(),
        )
    }
}
