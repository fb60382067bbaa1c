//! The demo's stays as rows, as if each had been booked and paid the usual way: quote, booking with its history,
//! nights, payment, the Sandbox's own books, and the ledger.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::{Money, Quote, Stay, bookings::State, pricing::quote, stays::local_to_utc};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use super::{
    days::{date, instant},
    houses::House,
    ids,
    stays::{Ended, PLANNED, Planned},
};
use crate::{
    Error, Result,
    entities::{booking_events, bookings, nights, payments, quotes, sandbox_intents},
    payments::{IntentStatus, charge, to_provider},
};

/// One stay with all that is written of it.
struct Paper {
    quote: quotes::Model,
    booking: bookings::Model,
    events: Vec<booking_events::Model>,
    nights: Vec<nights::Model>,
    payment: payments::Model,
    intent: sandbox_intents::Model,
}

/// Writes every planned stay; returns how many.
pub async fn write(db: &impl ConnectionTrait, houses: &[House], today: NaiveDate) -> Result<usize> {
    let mut papers = Vec::new();
    for planned in PLANNED {
        let house = houses.iter().find(|house| house.home.key == planned.home);
        let unknown = || Error::Internal(format!("no such home: {}", planned.home));
        papers.push(Draft::new(planned, house.ok_or_else(unknown)?, today)?.paper()?);
    }
    macro_rules! write {
        ($table:ident, $rows:expr) => {
            $table::Entity::insert_many($rows.map(|row| row.into_active_model().reset_all()))
                .exec_without_returning(db)
                .await?
        };
    }
    write!(quotes, papers.iter().map(|paper| paper.quote.clone()));
    write!(bookings, papers.iter().map(|paper| paper.booking.clone()));
    write!(
        booking_events,
        papers.iter().flat_map(|paper| paper.events.clone())
    );
    write!(nights, papers.iter().flat_map(|paper| paper.nights.clone()));
    write!(payments, papers.iter().map(|paper| paper.payment.clone()));
    write!(
        sandbox_intents,
        papers.iter().map(|paper| paper.intent.clone())
    );
    for Paper { booking, .. } in &papers {
        if let Some(confirmed) = booking.confirmed_at {
            charge(db, booking, confirmed).await?;
        }
    }
    Ok(papers.len())
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
}

impl<'a> Draft<'a> {
    fn new(planned: &'a Planned, house: &'a House, today: NaiveDate) -> Result<Self> {
        let (check_in, check_out) = (
            date(today, planned.starts),
            date(today, planned.starts + planned.nights),
        );
        let stay = Stay::new(check_in, check_out)?;
        Ok(Self {
            planned,
            house,
            id: ids::of("booking", &format!("{}:{}", planned.home, planned.starts)),
            stay,
            quote: quote(&house.pricing, &stay, planned.guests)?,
            held: instant(today, planned.booked()),
            left: local_to_utc(house.town.timezone, check_out, house.home.check_out * 60),
        })
    }

    fn paper(&self) -> Result<Paper> {
        Ok(Paper {
            quote: self.quote()?,
            booking: self.booking(),
            events: self.events(),
            nights: self.nights(),
            payment: self.payment(),
            intent: self.intent()?,
        })
    }

    fn after(&self, minutes: i64) -> DateTime<Utc> {
        self.held + Duration::minutes(minutes)
    }

    /// When the money was taken, if it was.
    fn confirmed(&self) -> Option<DateTime<Utc>> {
        (self.planned.ended == Ended::Paid).then(|| self.after(4))
    }

    fn steps(&self) -> Vec<(State, DateTime<Utc>, &'static str)> {
        let mut steps = vec![(State::Held, self.held, "Held for fifteen minutes.")];
        match self.planned.ended {
            Ended::Paid => steps.extend([
                (State::Authorized, self.after(3), "The card was authorised."),
                (State::Capturing, self.after(3), "Instant book."),
                (State::Confirmed, self.after(4), "The payment was taken."),
            ]),
            Ended::LetGo => steps.push((State::Withdrawn, self.after(5), "The guest let it go.")),
            Ended::RanOut => steps.extend([
                (
                    State::Expiring,
                    self.after(15),
                    "The fifteen minutes were over.",
                ),
                (State::Expired, self.after(16), "The payment ended."),
            ]),
        }
        if self.planned.state() == State::Completed {
            steps.push((State::Completed, self.left, "The guest checked out."));
        }
        steps
    }

    fn events(&self) -> Vec<booking_events::Model> {
        let steps = self.steps();
        let before = std::iter::once("").chain(steps.iter().map(|(state, ..)| state.as_str()));
        (1..)
            .zip(before.zip(&steps))
            .map(|(version, (from, &(to, at, reason)))| {
                let by_guest = matches!(to, State::Held | State::Withdrawn);
                booking_events::Model {
                    booking_id: self.id,
                    version,
                    from_state: from.into(),
                    to_state: to.as_str().into(),
                    actor_kind: if by_guest { "guest" } else { "system" }.into(),
                    actor_id: by_guest.then(|| self.planned.guest.id()),
                    reason: reason.into(),
                    at,
                }
            })
            .collect()
    }

    fn quote(&self) -> Result<quotes::Model> {
        let lines = serde_json::to_string(&self.quote.lines);
        Ok(quotes::Model {
            id: Uuid::new_v5(&self.id, b"quote"),
            listing_id: self.house.home.id(),
            guest_id: self.planned.guest.id(),
            check_in: self.stay.check_in,
            check_out: self.stay.check_out,
            guests: self.planned.guests,
            currency: self.house.town.currency.into(),
            total: self.quote.total,
            lines: lines.map_err(|error| Error::Internal(error.to_string()))?,
            pricing_version: self.house.pricing.version,
            created_at: self.held,
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
            guest_id: self.planned.guest.id(),
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
            refunded: 0,
            last_error: None,
            version: if confirmed.is_some() { 4 } else { 3 },
            created_at: self.held,
            updated_at: confirmed.unwrap_or_else(|| self.after(16)),
        }
    }

    fn intent(&self) -> Result<sandbox_intents::Model> {
        let amount = to_provider(Money::new(self.quote.total, self.quote.currency))?;
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
            refunded: 0,
            created_at: self.held,
            updated_at: self.confirmed().unwrap_or_else(|| self.after(16)),
        })
    }

    fn intent_id(&self) -> String {
        format!("pi_{}", Uuid::new_v5(&self.id, b"intent").simple())
    }

    fn intent_status(&self) -> IntentStatus {
        match self.planned.ended {
            Ended::Paid => IntentStatus::Succeeded,
            Ended::LetGo | Ended::RanOut => IntentStatus::Canceled,
        }
    }
}
