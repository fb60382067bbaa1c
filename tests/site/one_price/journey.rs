//! From the card to the receipt, reading the price wherever it is shown.

use std::sync::Arc;

use domain::{
    Money, Quote,
    pricing::{Ask, Fees, quote},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use server::entities::{ledger_entries, mails, quotes, sandbox_intents};
use uuid::Uuid;

use crate::{
    browser::{Answer, Browser, signed_up},
    one_price::dice::Dice,
    support::TestState,
};

/// A guest who books one home after the other.
pub struct Journey {
    state: TestState,
    fees: Fees,
    guest: Browser,
}

/// What is booked, as reckoned here by hand of the rules alone.
struct Wanted {
    home: Uuid,
    query: String,
    quote: Quote,
    seed: u64,
}

impl Journey {
    pub async fn begin(fees: Fees) -> Self {
        let mut state = TestState::on_sqlite().await;
        let mut settings = (*state.ctx.settings).clone();
        settings.fees = fees;
        state.ctx.settings = Arc::new(settings);
        let guest = signed_up(&state.ctx, "Siobhán").await;
        Self { state, fees, guest }
    }

    /// A home of its own for each seed, so that nothing is taken.
    pub async fn travel(&mut self, dice: &mut Dice, seed: u64) {
        let wanted = self.publish(dice, seed).await;
        self.reads_the_card(&wanted).await;
        let listing = format!("/listings/{}?{}", wanted.home, wanted.query);
        wanted.is_told_by(&self.page(&listing).await, "the price box");
        let fragment = format!("/listings/{}/price?{}", wanted.home, wanted.query);
        wanted.is_told_by(&self.page(&fragment).await, "the price of other dates");
        let checkout = self.hold(&wanted).await;
        wanted.is_told_by(&self.page(&checkout).await, "the checkout");
        let booking = checkout.trim_start_matches("/checkout/").to_owned();
        self.pay(&wanted, &checkout, &booking).await;
        let trip = format!("/trips/{booking}");
        wanted.is_told_by(&self.page(&trip).await, "the trip");
        let receipt = self.page(&format!("{trip}/receipt")).await;
        wanted.is_told_by(&receipt, "the receipt");
        self.reads_the_letter(&wanted).await;
    }

    async fn publish(&self, dice: &mut Dice, seed: u64) -> Wanted {
        let (state, town) = (&self.state, dice.town());
        let today = state.day(0);
        let stay = dice.stay(today);
        let pricing = dice.pricing(town.currency, &stay);
        let guests = dice.between(1, 4) as u32;
        let ask = Ask {
            stay,
            guests,
            today,
        };
        let quote = quote(&pricing, &ask, &self.fees).expect("a price");
        let host = state.host("Ailsa").await;
        let home = state.home(&host).town(town).pricing(pricing);
        let home = home.title(&format!("House {seed}"));
        let home = home.with(|row| row.rank = Set(seed as i64));
        let home = home.publish().await.id;
        let query = format!(
            "check_in={}&check_out={}&guests={guests}",
            stay.check_in, stay.check_out
        );
        Wanted {
            home,
            query,
            quote,
            seed,
        }
    }

    /// Each home ranks above those before it, so that it stands on the first page.
    async fn reads_the_card(&mut self, wanted: &Wanted) {
        let path = format!("/search?where=Leith&{}", wanted.query);
        let html = self.page(&path).await.html;
        let link = format!("/listings/{}", wanted.home);
        let at = html.find(&link).unwrap_or_else(|| {
            panic!("seed {}: no card of {link}", wanted.seed);
        });
        let card = html[at..].split("</li>").next().unwrap_or_default();
        let total = escaped(&wanted.quote.total_money().short());
        let shown = format!("<span class=\"price\">{total}</span>");
        assert!(
            card.contains(&shown),
            "seed {}: {total} in {card}",
            wanted.seed
        );
    }

    async fn hold(&mut self, wanted: &Wanted) -> String {
        let total = wanted.quote.total.to_string();
        let stay = wanted.quote.stay;
        let (check_in, check_out) = (stay.check_in.to_string(), stay.check_out.to_string());
        let guests = wanted.quote.guests.to_string();
        let fields = [
            ("check_in", check_in.as_str()),
            ("check_out", &check_out),
            ("guests", &guests),
            ("shown_total", &total),
        ];
        let path = format!("/listings/{}", wanted.home);
        let answer = self.guest.post(&path, &fields).await;
        assert_eq!(
            answer.status,
            303,
            "seed {}: {}",
            wanted.seed,
            answer.text()
        );
        answer.to.expect("the checkout")
    }

    async fn pay(&mut self, wanted: &Wanted, checkout: &str, booking: &str) {
        let total = wanted.quote.total.to_string();
        let to_pay = self.guest.post(checkout, &[("shown_total", &total)]).await;
        assert_eq!(
            to_pay.status,
            303,
            "seed {}: {}",
            wanted.seed,
            to_pay.text()
        );
        let provider = to_pay.to.expect("the provider's page");
        let provider = provider
            .trim_start_matches("http://localhost:3000")
            .to_owned();
        let page = self.page(&provider).await;
        let shown = escaped(&wanted.quote.total_money().to_string());
        assert!(
            page.html.contains(&shown),
            "seed {}: the provider shows {shown}",
            wanted.seed
        );
        let card = [
            ("number", "4242 4242 4242 4242"),
            ("expiry", "12/30"),
            ("cvc", "123"),
            ("name", "S O'Brien"),
        ];
        assert_eq!(self.guest.post(&provider, &card).await.status, 303);
        let back = self.guest.get(&format!("{checkout}/return")).await;
        assert_eq!(back.status, 303, "seed {}: {}", wanted.seed, back.text());
        for _ in 0..4 {
            server::jobs::tick(&self.state.ctx)
                .await
                .expect("a pass of the worker");
        }
        self.books_agree(wanted, booking.parse().expect("an id"))
            .await;
    }

    /// The stored quote, what the provider took, and whose it is.
    async fn books_agree(&self, wanted: &Wanted, booking: Uuid) {
        let (db, quote) = (self.state.db(), &wanted.quote);
        let stored = quotes::Entity::find().filter(quotes::Column::ListingId.eq(wanted.home));
        let stored = stored.one(db).await.expect("a look").expect("the quote");
        assert_eq!(stored.total, quote.total);
        assert_eq!(
            stored.lines,
            serde_json::to_string(&quote.lines).expect("JSON")
        );
        let rules = stored.rules.expect("rules");
        assert_eq!(rules, serde_json::to_string(&quote.rules).expect("JSON"));
        let intent =
            sandbox_intents::Entity::find().filter(sandbox_intents::Column::BookingId.eq(booking));
        let intent = intent.one(db).await.expect("a look").expect("the intent");
        let asked = in_the_providers_units(quote.total_money());
        assert_eq!(
            (intent.amount, intent.captured),
            (asked, asked),
            "seed {}",
            wanted.seed
        );
        let entries =
            ledger_entries::Entity::find().filter(ledger_entries::Column::BookingId.eq(booking));
        let entries = entries.all(db).await.expect("a look");
        let sum = |account: &str| {
            let of = entries.iter().filter(|entry| entry.account == account);
            of.map(|entry| entry.amount).sum::<i64>()
        };
        let shares = quote.shares();
        assert_eq!(
            [
                sum("guest"),
                sum("host"),
                sum("platform"),
                sum("tax"),
                sum("provider")
            ],
            [0, shares.host, shares.platform, shares.tax, -quote.total],
            "seed {}",
            wanted.seed
        );
    }

    /// The newest letter to the guest that names the home.
    async fn reads_the_letter(&self, wanted: &Wanted) {
        let letters = mails::Entity::find()
            .all(self.state.db())
            .await
            .expect("letters");
        let title = format!("House {}", wanted.seed);
        let total = wanted.quote.total_money().to_string();
        let confirmed: Vec<String> = letters
            .into_iter()
            .map(|letter| readable(&letter.body))
            .filter(|body| body.contains(&title) && body.contains("onfirmed"))
            .collect();
        assert!(!confirmed.is_empty(), "seed {}: no letter", wanted.seed);
        assert!(
            confirmed.iter().any(|body| body.contains(&total)),
            "seed {}: {total} in none of {confirmed:?}",
            wanted.seed
        );
    }

    /// Without the marks that stand between its texts.
    async fn page(&mut self, path: &str) -> Answer {
        let answer = self.guest.get(path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        Answer {
            html: answer.html.replace("<!>", ""),
            ..answer
        }
    }
}

impl Wanted {
    /// Each line with its amount, in their order, and then the total.
    fn is_told_by(&self, page: &Answer, whose: &str) {
        let mut rest = page.html.as_str();
        let lines = self.quote.lines.iter();
        let lines = lines.map(|line| (line.label.clone(), self.quote.money(line.amount)));
        let total = ("Total".to_owned(), self.quote.total_money());
        for (label, amount) in lines.chain([total]) {
            for shown in [escaped(&label), escaped(&amount.to_string())] {
                let at = rest.find(&shown).unwrap_or_else(|| {
                    panic!(
                        "seed {}: {whose} does not tell {shown} of {:?}: {}",
                        self.seed,
                        self.quote.lines,
                        page.text()
                    );
                });
                rest = &rest[at + shown.len()..];
            }
        }
    }
}

/// As HTML has it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
}

/// ISO 4217 gives ISK no decimals, the provider counts it in hundredths.
fn in_the_providers_units(money: Money) -> i64 {
    match money.currency.code() {
        "ISK" => money.minor * 100,
        _ => money.minor,
    }
}

/// A letter with its quoted-printable letters and its soft line ends read.
fn readable(letter: &str) -> String {
    let joined = letter.replace("=\r\n", "").replace("=\n", "");
    let mut bytes = Vec::with_capacity(joined.len());
    let mut rest = joined.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let read = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match read.filter(|_| *first == b'=') {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
