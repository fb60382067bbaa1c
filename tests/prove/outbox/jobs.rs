//! The jobs: money to be taken for stays, parts of it to be given back, and payments to be ended for holds that were let go. Nobody works
//! on them yet.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt,
    sync::Arc,
};

use domain::bookings::State;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use server::{
    Context,
    accounts::Actor,
    bookings,
    entities::{listings, mails, outbox, sandbox_events},
    payments::{advance, refunds, sandbox},
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
/// A quarter of each stay is given back, in major and minor units.
const PART: (&str, i64) = ("50", 5_000);

/// What must have happened at the end, once for each.
#[derive(Default)]
pub struct Wanted {
    taken: Vec<Uuid>,
    /// The booking, and our id of its refund.
    given_back: Vec<(Uuid, Uuid)>,
    ended: Vec<Uuid>,
}

/// What is left to the workers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Job {
    Take,
    GiveBack,
    End,
}

/// A job of a booking; a refund has our id.
enum Prepared {
    Taken(Uuid),
    GivenBack(Uuid, Uuid),
    Ended(Uuid),
}

/// As many bookings as jobs, of each kind a third.
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
        let job = [Job::Take, Job::GiveBack, Job::End][number % 3];
        preparing.spawn(prepare_one(ctx, guest, home.clone(), stay, job));
    }
    while let Some(prepared) = preparing.join_next().await {
        wanted.add(Some(prepared));
    }
    wanted
}

async fn prepare_one(
    ctx: Context,
    guest: Actor,
    home: Arc<listings::Model>,
    stay: domain::Stay,
    job: Job,
) -> Prepared {
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
    if job == Job::End {
        let released = bookings::release(&ctx, &guest, id).await;
        released.expect("a hold that is let go");
        return Prepared::Ended(id);
    }
    sandbox::submit_card(&ctx, intent, typed(GOOD))
        .await
        .expect("a card");
    if job == Job::Take {
        assert_eq!(advance(&ctx, id).await.expect("a look"), State::Capturing);
        return Prepared::Taken(id);
    }
    let came_to = bookings::returned(&ctx, &guest, id).await;
    assert_eq!(came_to.expect("a return"), State::Confirmed);
    let owed = refunds::by_admin(&ctx, id, PART.0, "The roof leaked.").await;
    Prepared::GivenBack(id, owed.expect("a refund").0)
}

impl Wanted {
    fn add(&mut self, prepared: Option<Result<Prepared, tokio::task::JoinError>>) {
        match prepared {
            Some(Ok(Prepared::Taken(id))) => self.taken.push(id),
            Some(Ok(Prepared::GivenBack(id, refund))) => self.given_back.push((id, refund)),
            Some(Ok(Prepared::Ended(id))) => self.ended.push(id),
            Some(Err(broken)) => panic!("{broken}"),
            None => {}
        }
    }

    pub fn count(&self) -> usize {
        self.taken.len() + self.given_back.len() + self.ended.len()
    }

    /// The bookings that are stays.
    fn stays(&self) -> impl Iterator<Item = Uuid> {
        let given_back = self.given_back.iter().map(|(id, _)| id);
        self.taken.iter().chain(given_back).copied()
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
        for id in self.stays() {
            assert_eq!(
                times(id, "payment_intent.succeeded"),
                1,
                "{id} is taken once"
            );
            assert_eq!(state(books.booking(id)), State::Confirmed);
        }
        for (id, refund) in &self.given_back {
            assert_eq!(times(*id, "refund.created"), 1, "{id} is given back once");
            given_back_once(books, *id, *refund);
        }
        for id in &self.ended {
            assert_eq!(
                times(*id, "payment_intent.canceled"),
                1,
                "{id} is ended once"
            );
            assert_eq!(state(books.booking(*id)), State::Withdrawn);
        }
        self.no_mail_twice(world).await;
    }

    /// Each mail is one effect's, by its Message-ID, each effect has one, and no guest reads the same twice. Mail that is still to be sent
    /// has none yet.
    async fn no_mail_twice(&self, world: &World) {
        let effects = outbox::Entity::find().filter(outbox::Column::Kind.like("mail.%"));
        let effects = effects.all(world.db()).await.expect("the outbox");
        let keys: HashMap<Uuid, &str> = effects
            .iter()
            .map(|effect| (effect.id, effect.dedupe_key.as_str()))
            .collect();
        let mails = mails::Entity::find().all(world.db()).await.expect("mails");
        let (mut sent, mut read) = (BTreeSet::new(), BTreeSet::new());
        for mail in &mails {
            let key = keys.get(&message_id(mail)).copied();
            let key = key.unwrap_or_else(|| panic!("a mail of no effect: {}", mail.subject));
            assert!(sent.insert(key), "{key} is sent once");
            let first = read.insert((&mail.recipient, &mail.subject));
            assert!(first || !key.contains(":guest:"), "{key} is read once");
        }
        let mut done = effects.iter().filter(|effect| effect.state == "done");
        let confirmed = self
            .stays()
            .flat_map(|id| ["guest", "host"].map(|reader| format!("mail:{id}:{reader}:confirmed")));
        let confirmed: BTreeSet<String> = confirmed.collect();
        let lost = done.find(|effect| {
            let key = effect.dedupe_key.as_str();
            confirmed.contains(key) && !sent.contains(key)
        });
        assert!(lost.is_none(), "no mail is lost: {lost:?}");
    }
}

/// One refund at the provider, whoever asked for it; one of ours; and one movement of the ledger.
fn given_back_once(books: &Books, booking: Uuid, refund: Uuid) {
    let intents = books.intents.iter();
    let intents: Vec<&str> = intents
        .filter(|intent| intent.booking_id == booking)
        .map(|intent| intent.id.as_str())
        .collect();
    let made = books.given_back.iter();
    let made: Vec<_> = made
        .filter(|made| intents.contains(&made.intent_id.as_str()))
        .map(|made| (made.refund_id, made.amount, made.status.as_str()))
        .collect();
    assert_eq!(made, [(Some(refund), PART.1, "succeeded")], "{booking}");
    let ours: Vec<_> = books
        .refunds_of(booking)
        .map(|ours| (ours.id, ours.amount, ours.state.as_str()))
        .collect();
    assert_eq!(ours, [(refund, PART.1, "succeeded")], "{booking}");
    let entries = books.ledger.iter();
    let mut moved: Vec<_> = entries
        .filter(|entry| entry.booking_id == booking && entry.kind == "refund")
        .map(|entry| (entry.account.as_str(), entry.amount))
        .collect();
    moved.sort_unstable();
    assert_eq!(
        moved,
        [("guest", -PART.1), ("provider", PART.1)],
        "{booking}"
    );
}

/// The effect that the message names as its own.
fn message_id(mail: &mails::Model) -> Uuid {
    let mut lines = mail.body.lines();
    let id = lines.find_map(|line| line.strip_prefix("Message-ID: <"));
    let id = id.and_then(|id| id.split('@').next()?.parse().ok());
    id.unwrap_or_else(|| panic!("a mail without its id: {}", mail.subject))
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} payments taken, {} given back in part, {} ended",
            self.taken.len(),
            self.given_back.len(),
            self.ended.len()
        )
    }
}
