//! From the card to the receipt, reading the price wherever it is shown.

use std::sync::Arc;

use domain::{
    Money, Quote,
    pricing::{Ask, Fees, quote},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use server::{
    entities::{ledger_entries, mails, quotes, sandbox_intents},
    mail::parts,
};
use uuid::Uuid;

use crate::{
    browser::{Answer, Browser, PASSWORD, signed_up},
    client::Client,
    one_price::dice::Dice,
    support::TestState,
};

/// A guest who books one home after the other.
pub struct Journey {
    state: TestState,
    fees: Fees,
    guest: Browser,
    /// Of the same guest, for the API.
    program: Client,
}

/// What is booked, as reckoned here by hand of the rules alone.
struct Wanted {
    home: Uuid,
    query: String,
    quote: Quote,
    seed: u64,
}

/// What must be found of a label and its amount, in this order.
type Shown = fn(&str, &str) -> Vec<String>;

impl Journey {
    pub async fn begin(fees: Fees) -> Self {
        let mut state = TestState::on_sqlite().await;
        let mut settings = (*state.ctx.settings).clone();
        settings.fees = fees;
        state.ctx.settings = Arc::new(settings);
        let guest = signed_up(&state.ctx, "Siobhán").await;
        let program = Client::logged_in(&state.ctx, "siobhan@example.com", PASSWORD).await;
        Self {
            state,
            fees,
            guest,
            program,
        }
    }

    /// A home of its own for each seed, so that nothing is taken.
    pub async fn travel(&mut self, dice: &mut Dice, seed: u64) {
        let wanted = self.publish(dice, seed).await;
        self.reads_the_card(&wanted).await;
        let listing = format!("/listings/{}?{}", wanted.home, wanted.query);
        wanted.is_told_by(&self.page(&listing).await, "the price box");
        let fragment = format!("/listings/{}/price?{}", wanted.home, wanted.query);
        wanted.is_told_by(&self.page(&fragment).await, "the price of other dates");
        self.asks_the_api(&wanted).await;
        let checkout = self.hold(&wanted).await;
        wanted.is_told_by(&self.page(&checkout).await, "the checkout");
        let booking = checkout.trim_start_matches("/checkout/").to_owned();
        self.asks_for_the_payment(&wanted, &booking).await;
        self.pay(&wanted, &checkout, &booking).await;
        let trip = format!("/trips/{booking}");
        wanted.is_told_by(&self.page(&trip).await, "the trip");
        let receipt = self.page(&format!("{trip}/receipt")).await;
        wanted.is_told_by(&receipt, "the receipt");
        self.reads_the_letters(&wanted).await;
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

    /// The quote of the same stay, for programs.
    async fn asks_the_api(&self, wanted: &Wanted) {
        let quote = &wanted.quote;
        let path = format!(
            "/api/v1/places/{}/quote?check_in_date={}&check_out_date={}&guests={}",
            wanted.home, quote.stay.check_in, quote.stay.check_out, quote.guests
        );
        let reply = self.program.get(&path).await;
        let told = &reply.is(200).json;
        assert_eq!(
            (&told["total_minor"], &told["currency"]),
            (&json!(quote.total), &json!(quote.currency.code())),
            "seed {}",
            wanted.seed
        );
        let lines = told["lines"].as_array().expect("lines").iter();
        let lines: Vec<_> = lines
            .map(|line| (line["label"].as_str(), line["amount_minor"].as_i64()))
            .collect();
        let expected = quote.lines.iter();
        let expected: Vec<_> = expected
            .map(|line| (Some(line.label.as_str()), Some(line.amount)))
            .collect();
        assert_eq!(lines, expected, "seed {}", wanted.seed);
    }

    /// The stay that is held, asked for once more by a program: the same hold, at the same price.
    async fn asks_for_the_payment(&self, wanted: &Wanted, booking: &str) {
        let quote = &wanted.quote;
        let wish = json!({
            "place_id": wanted.home,
            "check_in_date": quote.stay.check_in,
            "check_out_date": quote.stay.check_out,
            "guests": quote.guests,
        });
        let path = "/api/v1/payments/create-payment-intent";
        let reply = self.program.post(path, wish).await;
        let made = &reply.is(200).json;
        assert_eq!(
            (
                &made["booking_id"],
                &made["amount_minor"],
                &made["currency"]
            ),
            (
                &json!(booking),
                &json!(quote.total),
                &json!(quote.currency.code())
            ),
            "seed {}",
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

    /// What guest and host are written when the stay is confirmed.
    async fn reads_the_letters(&self, wanted: &Wanted) {
        let letters = mails::Entity::find()
            .all(self.state.db())
            .await
            .expect("letters");
        for whose in ["Confirmed", "Booked"] {
            let subject = format!("{whose}: House {},", wanted.seed);
            let mut letters = letters.iter();
            let letter = letters.find(|letter| letter.subject.starts_with(&subject));
            let letter = letter.unwrap_or_else(|| panic!("no letter {subject}"));
            wanted.is_written_in(&letter.body, &subject);
        }
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
    fn is_told_by(&self, page: &Answer, whose: &str) {
        self.is_told_in(&page.html, whose, in_html);
    }

    /// As text, as HTML, and in the receipt that comes with it.
    fn is_written_in(&self, letter: &str, subject: &str) {
        let parts = parts(letter);
        let kinds: [(&str, Shown); 2] = [("text/plain", in_text), ("text/html", in_html)];
        for (kind, shown) in kinds {
            let of_kind: Vec<_> = parts
                .iter()
                .filter(|part| part.content_type == kind)
                .collect();
            assert!(!of_kind.is_empty(), "{subject} is not written as {kind}");
            for part in of_kind {
                self.is_told_in(&part.text, subject, shown);
            }
        }
    }

    /// Each line with its amount as it is shown, in their order, and then the total.
    fn is_told_in(&self, text: &str, whose: &str, shown: Shown) {
        let mut rest = text;
        let lines = self.quote.lines.iter();
        let lines = lines.map(|line| (line.label.as_str(), self.quote.money(line.amount)));
        for (label, amount) in lines.chain([("Total", self.quote.total_money())]) {
            for shown in shown(label, &amount.to_string()) {
                let at = rest.find(&shown).unwrap_or_else(|| {
                    panic!(
                        "seed {}: {whose} does not tell {shown} of {:?}: {text}",
                        self.seed, self.quote.lines
                    );
                });
                rest = &rest[at + shown.len()..];
            }
        }
    }
}

fn in_html(label: &str, amount: &str) -> Vec<String> {
    vec![escaped(label), escaped(amount)]
}

fn in_text(label: &str, amount: &str) -> Vec<String> {
    vec![format!("{label}: {amount}\n")]
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
