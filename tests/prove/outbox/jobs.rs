//! The jobs: money to be taken for stays, and payments to be ended for holds that were let go. Nobody works on them yet.

use std::{collections::BTreeMap, fmt, sync::Arc};

use domain::bookings::State;
use sea_orm::{EntityTrait, PaginatorTrait};
use server::{
    Context, bookings,
    entities::{listings, mails, outbox, sandbox_events},
    payments::{advance, sandbox},
};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::{
    books::{Books, state},
    stage::{GOOD, request, typed},
    world::World,
};

/// Bookings that are prepared at once.
const AT_ONCE: usize = 8;
/// Bookings of one home, so that its year is long enough.
const OF_A_HOME: usize = 100;

/// What must have happened at the end, once for each.
#[derive(Default)]
pub struct Wanted {
    taken: Vec<Uuid>,
    ended: Vec<Uuid>,
}

/// As many bookings as jobs, every third of them let go.
pub async fn prepare(world: &World, count: usize) -> Wanted {
    let ailsa = world.state.host("Ailsa").await;
    let mut wanted = Wanted::default();
    let mut preparing = JoinSet::new();
    let mut home = Arc::new(world.state.home(&ailsa).publish().await);
    for number in 0..count {
        if number % OF_A_HOME == 0 && number > 0 {
            home = Arc::new(world.state.home(&ailsa).publish().await);
        }
        if preparing.len() >= AT_ONCE {
            wanted.add(preparing.join_next().await);
        }
        let guest = world.state.guest(&format!("Guest{number}")).await;
        let stay = world.state.stay(3 + 3 * (number % OF_A_HOME) as i64, 2);
        let ctx = world.state.ctx.clone();
        preparing.spawn(prepare_one(ctx, guest, home.clone(), stay, number % 3 == 2));
    }
    while let Some(prepared) = preparing.join_next().await {
        wanted.add(Some(prepared));
    }
    wanted
}

async fn prepare_one(
    ctx: Context,
    guest: server::accounts::Actor,
    home: Arc<listings::Model>,
    stay: domain::Stay,
    let_go: bool,
) -> (Uuid, bool) {
    let wish = request(&home, stay);
    let id = bookings::hold(&ctx, &guest, wish.clone())
        .await
        .expect("a hold");
    let page = bookings::pay(&ctx, &guest, id, wish.shown_total)
        .await
        .expect("a page");
    let intent = page
        .strip_prefix("/sandbox/pay/")
        .expect("the Sandbox's page");
    if let_go {
        bookings::release(&ctx, &guest, id)
            .await
            .expect("a hold that is let go");
    } else {
        sandbox::submit_card(&ctx, intent, typed(GOOD))
            .await
            .expect("a card");
        assert_eq!(advance(&ctx, id).await.expect("a look"), State::Capturing);
    }
    (id, let_go)
}

impl Wanted {
    fn add(&mut self, prepared: Option<Result<(Uuid, bool), tokio::task::JoinError>>) {
        match prepared {
            Some(Ok((id, true))) => self.ended.push(id),
            Some(Ok((id, false))) => self.taken.push(id),
            Some(Err(broken)) => panic!("{broken}"),
            None => {}
        }
    }

    pub fn count(&self) -> usize {
        self.taken.len() + self.ended.len()
    }

    /// The provider's own books have each once; so has the outbox's mail.
    pub async fn each_once(&self, world: &World, books: &Books) {
        let news = sandbox_events::Entity::find()
            .all(world.db())
            .await
            .expect("the news");
        let mut said = BTreeMap::<(&str, &str), usize>::new();
        for event in &news {
            *said.entry((&event.intent_id, &event.kind)).or_default() += 1;
        }
        let times = |booking: Uuid, kind: &str| {
            let intents = books
                .intents
                .iter()
                .filter(|intent| intent.booking_id == booking);
            intents
                .map(|intent| {
                    said.get(&(intent.id.as_str(), kind))
                        .copied()
                        .unwrap_or_default()
                })
                .sum::<usize>()
        };
        for id in &self.taken {
            assert_eq!(
                times(*id, "payment_intent.succeeded"),
                1,
                "{id} is taken once"
            );
            assert_eq!(state(books.booking(*id)), State::Confirmed);
        }
        for id in &self.ended {
            assert_eq!(
                times(*id, "payment_intent.canceled"),
                1,
                "{id} is ended once"
            );
            assert_eq!(state(books.booking(*id)), State::Withdrawn);
        }
        let mails = mails::Entity::find()
            .count(world.db())
            .await
            .expect("a count");
        let sent = outbox::Entity::find()
            .all(world.db())
            .await
            .expect("the outbox");
        let sent = sent
            .iter()
            .filter(|effect| effect.kind.starts_with("mail.") && effect.state == "done");
        assert!(mails <= sent.count() as u64, "no mail twice");
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} payments taken, {} ended",
            self.taken.len(),
            self.ended.len()
        )
    }
}
