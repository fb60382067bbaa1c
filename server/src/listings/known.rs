//! What a listing's words and prices mean, and what they say to one stay.

use chrono_tz::Tz;
use domain::{
    Pricing, Stay,
    cancellation::{Policy, Terms, timeline},
    listings::{Kind, Property, StayRules, check_stay},
    pricing::{self, Ask, Fees},
};

use super::{
    calendar::Calendar,
    nearest::nearest,
    rows::Row,
    view::{Availability, Chosen},
};
use crate::{Error, Result};

/// What the row's words mean.
pub(super) struct Known {
    pub kind: Kind,
    pub property: Property,
    pub policy: Policy,
    pub pricing: Pricing,
    pub rules: StayRules,
    /// The platform's.
    pub fees: Fees,
}

impl Known {
    /// Fails on a word that no version of the program wrote.
    pub fn of(row: &Row, fees: Fees) -> Result<Self> {
        let unreadable =
            |column: &str| Error::Internal(format!("listing {}: {column} cannot be read", row.id));
        let timezone: Tz = row.timezone.parse().map_err(|_| unreadable("timezone"))?;
        Ok(Self {
            kind: Kind::parse(&row.kind).ok_or_else(|| unreadable("kind"))?,
            property: Property::parse(&row.property).ok_or_else(|| unreadable("property"))?,
            policy: Policy::parse(&row.policy).ok_or_else(|| unreadable("policy"))?,
            pricing: serde_json::from_str(&row.pricing).map_err(|_| unreadable("pricing"))?,
            rules: StayRules {
                capacity: row.capacity,
                min_nights: row.min_nights,
                max_nights: row.max_nights,
                cutoff_minutes: row.cutoff,
                timezone,
                answered_before: (!row.instant_book).then_some(row.check_in_from),
            },
            fees,
        })
    }

    /// The price of a stay, or why it cannot be booked.
    pub fn choose(
        &self,
        calendar: &Calendar<'_>,
        row: &Row,
        availability: Availability,
        stay: Stay,
        guests: u32,
    ) -> Chosen {
        let ask = Ask {
            stay,
            guests,
            today: calendar.today(),
        };
        let quote = pricing::quote(&self.pricing, &ask, &self.fees);
        let refusal = self
            .refusal(calendar, availability, stay, guests)
            .or(quote.as_ref().err().cloned());
        let quote = quote.ok();
        let cancellation = match (&quote, &refusal) {
            (Some(quote), None) => timeline(&self.terms(row, stay), quote, calendar.now),
            _ => Vec::new(),
        };
        Chosen {
            stay,
            guests,
            quote,
            refusal,
            cancellation,
        }
    }

    fn refusal(
        &self,
        calendar: &Calendar<'_>,
        availability: Availability,
        stay: Stay,
        guests: u32,
    ) -> Option<domain::Error> {
        let closed = match availability {
            Availability::Bookable => None,
            Availability::Paused => Some("This home is not taking bookings at the moment."),
            Availability::Own => Some("This is your own home, so you cannot book it."),
        };
        if let Some(sentence) = closed {
            return Some(domain::Error::Refused(sentence.to_owned()));
        }
        if let Err(refused) = check_stay(&self.rules, &stay, guests, calendar.now) {
            return Some(refused);
        }
        (!calendar.is_free(&stay)).then(|| domain::Error::DatesTaken {
            nearest: nearest(calendar, &stay),
        })
    }

    fn terms(&self, row: &Row, stay: Stay) -> Terms {
        Terms {
            policy: self.policy,
            stay,
            timezone: self.rules.timezone,
            check_in_minutes: row.check_in_from,
            confirmed_at: None,
            place: row.city.clone(),
        }
    }
}
