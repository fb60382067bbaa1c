//! The demo's stays as rows, as if each had been booked and paid the usual way: quote, booking with its history,
//! nights, payment, the Sandbox's own books, and the ledger.

mod given_back;
mod history;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::{
    Money, Quote, Stay,
    bookings::State,
    cancellation::{Back, Terms, back},
    pricing::{Ask, quote},
    stays::{local_to_utc, today_in},
};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{
    days::{date, instant},
    homes::tariff,
    houses::House,
    ids,
    stays::{Ended, Planned},
};
use crate::{
    Error, Result,
    database::rows,
    entities::{
        booking_events, bookings, ledger_entries, nights, payments, quotes, refunds,
        sandbox_intents, sandbox_refunds,
    },
    payments::{IntentStatus, ledger, to_provider},
};

/// Stays that are written together: few enough to be held in memory with all their rows.
const TOGETHER: usize = 500;

/// All that is written of some stays.
#[derive(Default)]
struct Papers {
    quotes: Vec<quotes::Model>,
    bookings: Vec<bookings::Model>,
    events: Vec<booking_events::Model>,
    nights: Vec<nights::Model>,
    payments: Vec<payments::Model>,
    intents: Vec<sandbox_intents::Model>,
    refunds: Vec<refunds::Model>,
    sandbox_refunds: Vec<sandbox_refunds::Model>,
    ledger: Vec<ledger_entries::Model>,
}

/// Writes every planned stay, telling how far it is.
pub async fn write(
    db: &impl ConnectionTrait,
    stays: &[Planned],
    houses: &[House],
    today: NaiveDate,
) -> Result<()> {
    let mut done = 0;
    for some in stays.chunks(TOGETHER) {
        let mut papers = Papers::default();
        for planned in some {
            papers.add(&Draft::new(planned, &houses[planned.house], today)?)?;
        }
        papers.write(db).await?;
        done += some.len();
        tracing::info!("the demo: {done} of {} stays", stays.len());
    }
    Ok(())
}

impl Papers {
    fn add(&mut self, draft: &Draft<'_>) -> Result<()> {
        let booking = draft.booking();
        if let Some(confirmed) = draft.confirmed() {
            let charges = ledger::charges(&booking, draft.quote.shares(), confirmed);
            self.ledger
                .extend(charges.iter().flat_map(|moved| moved.entries()));
        }
        if let Some((at, back)) = draft.given_back() {
            let refunds = ledger::refunds(&booking, draft.refund_id(), &back, at);
            self.ledger
                .extend(refunds.iter().flat_map(|moved| moved.entries()));
            self.refunds.push(draft.refund(&back, at));
            self.sandbox_refunds.push(draft.sandbox_refund(&back, at)?);
        }
        self.quotes.push(draft.quote()?);
        self.bookings.push(booking);
        self.events.extend(draft.events());
        self.nights.extend(draft.nights());
        self.payments.push(draft.payment());
        self.intents.push(draft.intent()?);
        Ok(())
    }

    async fn write(self, db: &impl ConnectionTrait) -> Result<()> {
        rows::insert::<quotes::Entity>(db, self.quotes).await?;
        rows::insert::<bookings::Entity>(db, self.bookings).await?;
        rows::insert::<booking_events::Entity>(db, self.events).await?;
        rows::insert::<nights::Entity>(db, self.nights).await?;
        rows::insert::<payments::Entity>(db, self.payments).await?;
        rows::insert::<sandbox_intents::Entity>(db, self.intents).await?;
        rows::insert::<refunds::Entity>(db, self.refunds).await?;
        rows::insert::<sandbox_refunds::Entity>(db, self.sandbox_refunds).await?;
        rows::insert::<ledger_entries::Entity>(db, self.ledger).await
    }
}

/// Several may have asked for the same nights before one stayed.
fn name(planned: &Planned, house: &House) -> String {
    let stay = format!("{}:{}", house.home.key, planned.starts);
    match planned.ended {
        Ended::Paid => stay,
        _ => format!("{stay}:{}", planned.guest),
    }
}

/// What a stay's rows are made from.
struct Draft<'a> {
    planned: &'a Planned,
    house: &'a House,
    id: Uuid,
    stay: Stay,
    quote: Quote,
    /// When the guest asked for it.
    held: DateTime<Utc>,
    /// When the guest had to leave.
    left: DateTime<Utc>,
    today: NaiveDate,
}

impl<'a> Draft<'a> {
    fn new(planned: &'a Planned, house: &'a House, today: NaiveDate) -> Result<Self> {
        let (check_in, check_out) = (
            date(today, planned.starts),
            date(today, planned.starts + planned.nights),
        );
        let stay = Stay::new(check_in, check_out)?;
        let held = instant(today, planned.booked()) + Duration::minutes(planned.minute);
        let ask = Ask {
            stay,
            guests: planned.guests,
            today: today_in(house.town.timezone, held),
        };
        Ok(Self {
            planned,
            house,
            id: ids::of("booking", &name(planned, house)),
            stay,
            quote: quote(&house.pricing, &ask, &house.fees)?,
            held,
            today,
            left: local_to_utc(house.town.timezone, check_out, house.home.check_out * 60),
        })
    }

    fn after(&self, minutes: i64) -> DateTime<Utc> {
        self.held + Duration::minutes(minutes)
    }

    /// The home's host looks at each request first.
    fn by_request(&self) -> bool {
        tariff(self.house.home.key).by_request
    }

    /// When nothing stood between the stay and its payment any more.
    fn accepted(&self) -> DateTime<Utc> {
        self.after(if self.by_request() { 95 } else { 3 })
    }

    /// When the money was taken, if it was.
    fn confirmed(&self) -> Option<DateTime<Utc>> {
        let paid = matches!(self.planned.ended, Ended::Paid | Ended::Cancelled { .. });
        paid.then(|| self.accepted() + Duration::minutes(1))
    }

    fn cancelled(&self) -> Option<DateTime<Utc>> {
        let Ended::Cancelled { before } = self.planned.ended else {
            return None;
        };
        let day = instant(self.today, self.planned.starts - before);
        Some(day + Duration::minutes(self.planned.minute))
    }

    /// When the guest cancelled and what came back.
    fn given_back(&self) -> Option<(DateTime<Utc>, Back)> {
        let at = self.cancelled()?;
        let terms = Terms {
            policy: self.house.home.policy,
            stay: self.stay,
            timezone: self.house.town.timezone,
            check_in_minutes: self.house.home.check_in.0 * 60,
            confirmed_at: self.confirmed(),
            place: None,
        };
        let back = back(&terms, &self.quote, at);
        Some((at, back)).filter(|_| back.total > 0)
    }

    fn quote(&self) -> Result<quotes::Model> {
        let lines = serde_json::to_string(&self.quote.lines);
        Ok(quotes::Model {
            id: Uuid::new_v5(&self.id, b"quote"),
            listing_id: self.house.home.id(),
            guest_id: self.planned.guest,
            check_in: self.stay.check_in,
            check_out: self.stay.check_out,
            guests: self.planned.guests,
            currency: self.house.town.currency.into(),
            total: self.quote.total,
            lines: lines.map_err(|error| Error::Internal(error.to_string()))?,
            pricing_version: self.house.pricing.version,
            created_at: self.held,
            rules: Some(
                serde_json::to_string(&self.quote.rules)
                    .map_err(|error| Error::Internal(error.to_string()))?,
            ),
        })
    }

    fn booking(&self) -> bookings::Model {
        let steps = self.steps();
        let (state, changed) = steps
            .last()
            .map_or((State::Held, self.held), |&(state, at, _)| (state, at));
        let home = self.house.home;
        bookings::Model {
            id: self.id,
            listing_id: home.id(),
            guest_id: self.planned.guest,
            host_id: Some(home.host.id()),
            quote_id: Uuid::new_v5(&self.id, b"quote"),
            check_in: self.stay.check_in,
            check_out: self.stay.check_out,
            guests: self.planned.guests,
            state: state.as_str().into(),
            version: steps.len() as u32,
            currency: self.house.town.currency.into(),
            total: self.quote.total,
            timezone: self.house.town.timezone.name().into(),
            check_in_minutes: home.check_in.0 * 60,
            policy: home.policy.as_str().into(),
            hold_expires_at: self.after(15),
            declined_cards: 0,
            confirmed_at: self.confirmed(),
            ended_at: state.is_final().then_some(changed),
            created_at: self.held,
            updated_at: changed,
            check_out_minutes: None,
            house_rules: None,
            instant_book: Some(!self.by_request()),
            check_in_until: None,
            respond_by: None,
            cancel_asked_at: None,
            cancel_asked_by: None,
            cancel_reason: None,
            disputed_at: None,
            imported: false,
            overlaps: false,
            claimed_at: None,
        }
    }

    fn nights(&self) -> Vec<nights::Model> {
        if !self.planned.state().occupies_nights() {
            return Vec::new();
        }
        let night = |night| nights::Model {
            listing_id: self.house.home.id(),
            night,
            booking_id: Some(self.id),
            block_id: None,
            kind: "booking".into(),
        };
        self.stay.dates().map(night).collect()
    }

    fn payment(&self) -> payments::Model {
        let confirmed = self.confirmed();
        let authorized = confirmed.map(|_| self.after(3));
        payments::Model {
            id: Uuid::new_v5(&self.id, b"payment"),
            booking_id: self.id,
            provider: "sandbox".into(),
            intent_id: Some(self.intent_id()),
            amount: self.quote.total,
            currency: self.house.town.currency.into(),
            status: self.intent_status().as_str().into(),
            authorized_at: authorized,
            capture_before: authorized.map(|at| at + Duration::days(7)),
            captured: confirmed.map_or(0, |_| self.quote.total),
            refunded: self.given_back().map_or(0, |(_, back)| back.total),
            last_error: None,
            version: if confirmed.is_some() { 4 } else { 3 },
            created_at: self.held,
            updated_at: self.paper_closed(),
            disputed: None,
        }
    }

    fn intent(&self) -> Result<sandbox_intents::Model> {
        let in_its_units = |minor| to_provider(Money::new(minor, self.quote.currency));
        let amount = in_its_units(self.quote.total)?;
        let refunded = self.given_back().map_or(0, |(_, back)| back.total);
        Ok(sandbox_intents::Model {
            id: self.intent_id(),
            idempotency_key: Uuid::new_v5(&self.id, b"create").to_string(),
            booking_id: self.id,
            amount,
            currency: self.house.town.currency.into(),
            status: self.intent_status().as_str().into(),
            return_url: format!("/checkout/{}/return", self.id),
            last_error: None,
            captured: self.confirmed().map_or(0, |_| amount),
            refunded: in_its_units(refunded)?,
            created_at: self.held,
            updated_at: self.paper_closed(),
            client_secret: None,
            payment_method: None,
        })
    }

    /// When money was last moved, or ceased to be expected.
    fn paper_closed(&self) -> DateTime<Utc> {
        let given_back = self.given_back().map(|(at, _)| at);
        let settled = given_back.or_else(|| self.confirmed());
        settled.unwrap_or_else(|| self.after(16))
    }

    fn intent_id(&self) -> String {
        format!("pi_{}", Uuid::new_v5(&self.id, b"intent").simple())
    }

    fn intent_status(&self) -> IntentStatus {
        match self.planned.ended {
            Ended::Paid | Ended::Cancelled { .. } => IntentStatus::Succeeded,
            Ended::LetGo | Ended::RanOut => IntentStatus::Canceled,
        }
    }
}
