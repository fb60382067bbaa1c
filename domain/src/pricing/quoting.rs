//! From pricing and stay to lines and total.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{
    Ask, Fees, Line, LineKind, MONTH, Pricing, Quote, Rules, Tax, WEEK, minimum_charge,
    rounding::{discount, half_up, percent, step},
};
use crate::{Error, Money, Result, Stay, text::count};

/// The price of a stay, every mandatory charge included.
///
/// Refuses a stay of no nights or of more than a year, a price that is not above zero, a sum too large to count, and a
/// total that is less than a card can be charged.
pub fn quote(pricing: &Pricing, ask: &Ask, fees: &Fees) -> Result<Quote> {
    let stay = Stay::new(ask.stay.check_in, ask.stay.check_out)?;
    let ask = Ask {
        stay,
        guests: ask.guests.max(1),
        today: ask.today,
    };
    let mut quote = Quote {
        stay,
        guests: ask.guests,
        currency: pricing.currency,
        lines: pricing.nights(&stay)?,
        total: 0,
        rules: Rules {
            fees: *fees,
            tax: pricing.tax,
        },
    };
    pricing.take_discounts(&ask, &mut quote)?;
    pricing.add_extra_guests(&ask, &mut quote)?;
    if pricing.cleaning_fee != 0 {
        let fee = pricing.in_steps(pricing.cleaning_fee);
        quote.add(LineKind::CleaningFee, || "Cleaning fee".to_owned(), fee)?;
    }
    pricing.add_fee_and_tax(&mut quote)?;
    let total = quote.lines.iter().map(|line| i128::from(line.amount)).sum();
    quote.total = counted(total)?;
    let least = minimum_charge(quote.currency);
    if quote.total < least {
        return Err(Error::Refused(format!(
            "Cards cannot be charged less than {}, and this stay costs {}.",
            quote.money(least),
            quote.total_money()
        )));
    }
    Ok(quote)
}

impl Pricing {
    /// The price of the night of `date`, in minor units.
    pub fn nightly_on(&self, date: NaiveDate) -> i64 {
        let dated = self
            .dated
            .iter()
            .rev()
            .find(|price| price.from <= date && date <= price.to);
        let weekend = self
            .weekend
            .filter(|_| matches!(date.weekday(), Weekday::Fri | Weekday::Sat));
        let price = dated.map(|price| price.nightly).or(weekend);
        self.in_steps(price.unwrap_or(self.nightly))
    }

    /// Basis points off the nights of a stay of so many nights, and what that is called.
    pub(super) fn off_for_length(&self, nights: u32) -> (u32, &'static str) {
        let monthly = if nights >= MONTH { self.monthly_bp } else { 0 };
        let weekly = if nights >= WEEK { self.weekly_bp } else { 0 };
        match monthly >= weekly && monthly > 0 {
            true => (monthly, "Monthly discount"),
            false => (weekly, "Weekly discount"),
        }
    }

    /// Basis points off for the days between booking and check-in, and what that is called.
    fn off_for_time(&self, ask: &Ask) -> (u32, &'static str) {
        let ahead = (ask.stay.check_in - ask.today).num_days();
        let early = self.early.filter(|it| ahead >= i64::from(it.days));
        let last_minute = self.last_minute.filter(|it| ahead <= i64::from(it.days));
        let [early, last_minute] = [early, last_minute].map(|it| it.map_or(0, |it| it.bp));
        match early >= last_minute {
            true => (early, "Early booking discount"),
            false => (last_minute, "Last-minute discount"),
        }
    }

    /// As it can be charged: thousandths are rounded half up.
    pub(super) fn in_steps(&self, amount: i64) -> i64 {
        match step(self.currency) {
            1 => amount,
            step => i64::try_from(half_up(i128::from(amount), 1, step)).unwrap_or(amount),
        }
    }

    /// A line for each price of a night, in the order in which the prices first come.
    fn nights(&self, stay: &Stay) -> Result<Vec<Line>> {
        let mut groups: Vec<(i64, Vec<NaiveDate>)> = Vec::new();
        for date in stay.dates() {
            let price = self.nightly_on(date);
            match groups.iter_mut().find(|(known, _)| *known == price) {
                Some((_, nights)) => nights.push(date),
                None => groups.push((price, vec![date])),
            }
        }
        let line = |(price, nights): (i64, Vec<NaiveDate>)| {
            let amount = counted(i128::from(price) * nights.len() as i128);
            let label = format!(
                "{} × {}",
                count(nights.len() as u32, "night"),
                Money::new(price, self.currency)
            );
            Ok(Line {
                kind: LineKind::Nights,
                label,
                amount: amount?,
                nights,
            })
        };
        groups.into_iter().map(line).collect()
    }

    /// The second one is taken of what the first one leaves.
    fn take_discounts(&self, ask: &Ask, quote: &mut Quote) -> Result<()> {
        let nights = quote.lines.iter().map(|line| i128::from(line.amount));
        let mut left: i128 = nights.sum();
        let length = self.off_for_length(ask.stay.nights());
        for (bp, name) in [length, self.off_for_time(ask)] {
            let off = discount(left, bp, step(self.currency));
            if off > left {
                return Err(no_price());
            }
            if off > 0 {
                left -= off;
                let amount = i64::try_from(-off).map_err(|_| no_price())?;
                let label = || format!("{name}, {}", percent(bp));
                quote.push(LineKind::Discount, label, amount);
            }
        }
        Ok(())
    }

    fn add_extra_guests(&self, ask: &Ask, quote: &mut Quote) -> Result<()> {
        let extra = match self.guests_included {
            0 => 0,
            included => ask.guests.saturating_sub(included),
        };
        let price = self.in_steps(self.extra_guest);
        if extra == 0 || price == 0 {
            return Ok(());
        }
        let nights = ask.stay.nights();
        let amount = i128::from(price) * i128::from(extra) * i128::from(nights);
        let label = || {
            let (guests, nights) = (count(extra, "extra guest"), count(nights, "night"));
            format!("{guests} × {nights} × {}", Money::new(price, self.currency))
        };
        quote.add(LineKind::ExtraGuests, label, counted(amount)?)
    }

    fn add_fee_and_tax(&self, quote: &mut Quote) -> Result<()> {
        if quote.rules == Rules::default() {
            return Ok(());
        }
        let charges = quote.charges(|_| 2, true);
        if charges.service_fee > 0 {
            let label = || "Service fee".to_owned();
            quote.add(LineKind::ServiceFee, label, counted(charges.service_fee)?)?;
        }
        if charges.tax > 0 {
            let label = self.tax_label(quote);
            quote.add(LineKind::Tax, || label, counted(charges.tax)?)?;
        }
        Ok(())
    }

    /// `Tourist tax, 5%` or `City tax, 2 guests × 3 nights × €2.00`
    fn tax_label(&self, quote: &Quote) -> String {
        let name = match self.tax_name.as_str() {
            "" => "Lodging tax",
            name => name,
        };
        match self.tax {
            None => name.to_owned(),
            Some(Tax::Rate { bp, .. }) => format!("{name}, {}", percent(bp)),
            Some(tax @ Tax::PerGuestNight { amount, .. }) => format!(
                "{name}, {} × {} × {}",
                count(quote.guests, "guest"),
                count(tax.nights_taxed(quote.stay.nights()), "night"),
                quote.money(amount)
            ),
        }
    }
}

impl Quote {
    fn add(&mut self, kind: LineKind, label: impl FnOnce() -> String, amount: i64) -> Result<()> {
        if amount <= 0 {
            return Err(no_price());
        }
        self.push(kind, label, amount);
        Ok(())
    }

    fn push(&mut self, kind: LineKind, label: impl FnOnce() -> String, amount: i64) {
        self.lines.push(Line {
            kind,
            label: label(),
            amount,
            nights: Vec::new(),
        });
    }
}

/// A price above zero that can be counted.
fn counted(amount: i128) -> Result<i64> {
    let amount = i64::try_from(amount).ok();
    amount.filter(|amount| *amount > 0).ok_or_else(no_price)
}

fn no_price() -> Error {
    Error::Refused("This home has no valid price for these nights.".to_owned())
}
