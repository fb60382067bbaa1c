//! The stage of one row: people, a home, and whatever the row is about. Days are counted from the day on which it is called.

use chrono::TimeDelta;
use domain::bookings::State;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};
use server::{
    accounts::Actor,
    bookings::{self, Intend},
    entities::{listings, reviews},
    payments::sandbox,
    tokens,
};
use tokio::sync::OnceCell;
use uuid::Uuid;

use super::{bodies, table::Row};
use crate::{
    browser::PASSWORD,
    client::{Client, Reply},
    support::TestState,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Anonymous,
    User,
    Owner,
    Guest,
    Admin,
    Narrow,
    Forged,
}

impl Role {
    /// In the order of the table.
    pub const ALL: [Role; super::table::ROLES] = [
        Role::Anonymous,
        Role::User,
        Role::Owner,
        Role::Guest,
        Role::Admin,
        Role::Narrow,
        Role::Forged,
    ];
}

pub struct Scene {
    pub state: TestState,
    /// Who logs in where a row is about that.
    pub email: String,
    pub refresh_token: String,
    pub place: Uuid,
    pub intent: String,
    pub secret: String,
    things: Vec<(&'static str, String)>,
    people: People,
}

struct People {
    ailsa: Actor,
    mina: Actor,
    noor: Actor,
    root: Actor,
}

/// Hashing takes its time: everybody has the same password.
static HASH: OnceCell<String> = OnceCell::const_new();

impl Scene {
    pub async fn of(row: &Row) -> Self {
        let state = TestState::on_sqlite().await;
        let people = People::of(&state).await;
        let home = state.home(&people.ailsa);
        let home = home.with(|row| row.instant_book = Set(false));
        let home = home.publish().await;
        let lodge = state.home(&people.ailsa).publish().await;
        let mut scene = Self {
            place: home.id,
            email: email(&people.mina),
            refresh_token: String::new(),
            intent: String::new(),
            secret: String::new(),
            things: vec![
                ("place", home.id.to_string()),
                ("lodge", lodge.id.to_string()),
            ],
            people,
            state,
        };
        scene.name("ailsa", scene.people.ailsa.user_id);
        scene.name("noor", scene.people.noor.user_id);
        scene.amenities(&home, &lodge).await;
        scene.history(row, &home).await;
        scene.bookings(row, &home).await;
        scene.tokens(row).await;
        scene
    }

    /// What the role is answered.
    pub async fn call(&self, row: &Row, role: Role) -> Reply {
        let client = self.client(row, role).await;
        let (body, query) = bodies::of(row, self);
        let path = row.filled(|thing| self.named(thing));
        let beside = path.starts_with("/health") || path.starts_with("/sandbox");
        let root = if beside { "" } else { "/api" };
        client
            .call(&row.method, &format!("{root}{path}{query}"), body)
            .await
    }

    async fn client(&self, row: &Row, role: Role) -> Client {
        let ctx = &self.state.ctx;
        let people = &self.people;
        match role {
            Role::Anonymous => Client::anonymous(ctx),
            Role::User => self.logged_in(&people.noor).await,
            Role::Owner => self.logged_in(&people.ailsa).await,
            Role::Guest => self.logged_in(&people.mina).await,
            Role::Admin => self.logged_in(&people.root).await,
            Role::Narrow => {
                let scope = match row.path.contains("/users") {
                    true => "calendar:write",
                    false => "profile",
                };
                Client::with_scopes(ctx, &people.ailsa, &[scope]).await
            }
            Role::Forged => {
                let token = self.access_token(&people.ailsa).await;
                let (signed, _) = token.rsplit_once('.').expect("a signature");
                let forged = format!("{signed}.{}", "A".repeat(43));
                Client::anonymous(ctx).with_token(&forged)
            }
        }
    }

    async fn logged_in(&self, person: &Actor) -> Client {
        let token = self.access_token(person).await;
        Client::anonymous(&self.state.ctx).with_token(&token)
    }

    async fn access_token(&self, person: &Actor) -> String {
        self.issued(person).await.access_token
    }

    async fn issued(&self, person: &Actor) -> tokens::Issued {
        let log_in = server::accounts::LogIn {
            email: email(person),
            password: PASSWORD.into(),
        };
        let issued = tokens::log_in(&self.state.ctx, log_in).await;
        issued.expect("a log-in")
    }

    fn name(&mut self, thing: &'static str, id: Uuid) {
        self.things.push((thing, id.to_string()));
    }

    fn named(&self, thing: &str) -> String {
        let found = self.things.iter().find(|(name, _)| *name == thing);
        found
            .map(|(_, id)| id.clone())
            .unwrap_or_else(|| panic!("nothing is called {thing}"))
    }

    async fn amenities(&mut self, home: &listings::Model, lodge: &listings::Model) {
        self.state.offer(home, "sauna").await;
        self.state.offer(lodge, "hammock").await;
        for slug in ["sauna", "hammock"] {
            self.name(slug, Uuid::new_v5(&Uuid::NAMESPACE_URL, slug.as_bytes()));
        }
    }

    /// Mina has stayed, and perhaps said how it was.
    async fn history(&mut self, row: &Row, home: &listings::Model) {
        if !row.needs("stay") && !row.needs("review") {
            return;
        }
        let stay = self.paid(home, 3).await;
        let accepted = bookings::accept(&self.state.ctx, &self.people.ailsa, stay).await;
        assert_eq!(accepted.expect("accepted"), State::Confirmed);
        self.state.clock.advance(TimeDelta::days(7));
        server::jobs::tick(&self.state.ctx)
            .await
            .expect("a pass of the worker");
        self.name("stay", stay);
        if row.needs("review") {
            let review = self.review(home, stay).await;
            self.name("review", review);
        }
    }

    async fn review(&self, home: &listings::Model, stay: Uuid) -> Uuid {
        let now = self.state.now();
        let review = reviews::ActiveModel {
            id: Set(Uuid::new_v4()),
            listing_id: Set(home.id),
            author_id: Set(self.people.mina.user_id),
            booking_id: Set(Some(stay)),
            rating: Set(4),
            text: Set("Quiet.".into()),
            imported: Set(false),
            created_at: Set(now),
            updated_at: Set(now),
            archived_at: Set(None),
        };
        review.insert(self.state.db()).await.expect("a review").id
    }

    /// Mina's request, her confirmed stay, and the payment of the request.
    async fn bookings(&mut self, row: &Row, home: &listings::Model) {
        if row.needs("request") || row.needs("intent") {
            let request = self.paid(home, 20).await;
            self.name("request", request);
            self.things.push(("intent", self.intent.clone()));
        }
        if row.needs("booking") {
            let booking = self.paid(home, 30).await;
            let accepted = bookings::accept(&self.state.ctx, &self.people.ailsa, booking).await;
            assert_eq!(accepted.expect("accepted"), State::Confirmed);
            self.name("booking", booking);
        }
    }

    /// A request of Mina's whose card was authorised.
    async fn paid(&mut self, home: &listings::Model, from: i64) -> Uuid {
        let (ctx, mina) = (&self.state.ctx, &self.people.mina);
        let ask = Intend {
            listing_id: home.id,
            check_in: self.state.day(from),
            check_out: self.state.day(from + 2),
            guests: 1,
            currency: None,
            amount: None,
        };
        let made = bookings::intend(ctx, mina, ask).await.expect("a payment");
        let card = sandbox::confirm(ctx, &made.intent_id, &made.client_secret, "pm_card_visa");
        card.await.expect("a card that is taken");
        let came_to = bookings::returned(ctx, mina, made.booking_id).await;
        assert_eq!(came_to.expect("a return"), State::Authorized);
        self.intent = made.intent_id;
        self.secret = made.client_secret;
        made.booking_id
    }

    async fn tokens(&mut self, row: &Row) {
        if row.path.ends_with("/refresh") {
            self.refresh_token = self.issued(&self.people.mina).await.refresh_token;
        }
        if row.needs("token") {
            let wanted = tokens::WantedToken {
                id: Uuid::new_v4(),
                name: "A script".into(),
                scopes: vec!["profile".into()],
                expires_in: "never".into(),
            };
            let made = tokens::make(&self.state.ctx, &self.people.ailsa, wanted).await;
            self.name("token", made.expect("a token").id);
        }
    }
}

impl People {
    async fn of(state: &TestState) -> Self {
        let mut people = Vec::new();
        for name in ["Ailsa", "Mina", "Noor", "Root"] {
            let person = state.guest(name).await;
            arm(state, &person).await;
            people.push(person);
        }
        let [ailsa, mina, noor, root] = people.try_into().expect("four people");
        Self {
            ailsa,
            mina,
            noor,
            root,
        }
    }
}

/// Gives a person an address and the usual password; Root is the site's owner.
async fn arm(state: &TestState, person: &Actor) {
    use sea_orm::EntityTrait;
    use server::entities::users;
    let hash = HASH
        .get_or_init(|| async {
            server::accounts::hash_password(PASSWORD)
                .await
                .expect("a hash")
        })
        .await;
    let row = users::Entity::find_by_id(person.user_id)
        .one(state.db())
        .await;
    let mut row = row
        .expect("a look")
        .expect("the person")
        .into_active_model();
    row.email = Set(email(person));
    row.password_hash = Set(hash.clone());
    row.is_admin = Set(person.first_name == "Root");
    row.update(state.db()).await.expect("an armed person");
}

fn email(person: &Actor) -> String {
    format!("{}@example.com", person.first_name.to_lowercase())
}
