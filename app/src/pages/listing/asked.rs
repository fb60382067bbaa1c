//! The dates and guests that a visitor asks for, from the address or from a refused form, and what is wrong with them.

use domain::{Error, FieldError, Stay, stays::parse_date};
use server::{
    bookings::{self, OwnNights},
    listings::{Chosen, ListingView},
};

use crate::visit::Visit;

/// As typed, and as understood.
pub struct Asked {
    pub check_in: String,
    pub check_out: String,
    pub guests: u32,
    /// Why these nights are not free, when it is the visitor's own booking.
    pub own: Option<OwnNights>,
    stay: Option<Stay>,
    errors: Vec<FieldError>,
}

impl Asked {
    pub fn of(visit: &Visit) -> Self {
        let text = |name| {
            visit
                .form
                .value_or(name, visit.param(name).unwrap_or_default())
                .trim()
                .to_owned()
        };
        let (check_in, check_out) = (text("check_in"), text("check_out"));
        let guests = text("guests").parse().unwrap_or(1);
        let mut asked = Self {
            check_in,
            check_out,
            guests,
            own: None,
            stay: None,
            errors: Vec::new(),
        };
        match asked.read() {
            Ok(stay) => asked.stay = stay,
            Err(error) => asked.errors = error.fields(),
        }
        asked
    }

    fn read(&self) -> Result<Option<Stay>, Error> {
        match (self.check_in.as_str(), self.check_out.as_str()) {
            ("", "") => Ok(None),
            (_, "") => Err(Error::field("check_out", "Choose a check-out date too.")),
            ("", _) => Err(Error::field("check_in", "Choose a check-in date too.")),
            (from, to) => {
                Stay::new(parse_date("check_in", from)?, parse_date("check_out", to)?).map(Some)
            }
        }
    }

    /// Whether the chosen nights are taken by whoever looks at them. One statement, and only when they are taken and somebody is logged in.
    pub async fn look_for_own(&mut self, visit: &Visit, home: &ListingView) -> server::Result<()> {
        let taken = home
            .chosen
            .as_ref()
            .is_some_and(|chosen| matches!(chosen.refusal, Some(Error::DatesTaken { .. })));
        if let (Some(actor), Some(stay), true) = (&visit.actor, self.stay, taken) {
            self.own = bookings::own_nights(&visit.ctx, actor, home.id, &stay).await?;
        }
        Ok(())
    }

    /// Whether nothing was asked for.
    pub fn is_empty(&self) -> bool {
        self.check_in.is_empty() && self.check_out.is_empty()
    }

    pub fn chosen(&self) -> Option<(Stay, u32)> {
        self.stay.map(|stay| (stay, self.guests))
    }

    /// The sentence beside a field: of the refused form, of what was typed, or of the stay that was looked at.
    pub fn error(&self, visit: &Visit, chosen: Option<&Chosen>, field: &str) -> Option<String> {
        let refused = chosen
            .and_then(|chosen| chosen.refusal.as_ref())
            .map(Error::fields)
            .unwrap_or_default();
        let known = visit.form.error(field).map(str::to_owned);
        known.or_else(|| {
            self.errors
                .iter()
                .chain(&refused)
                .find(|error| error.field == field)
                .map(|error| error.message.clone())
        })
    }
}
