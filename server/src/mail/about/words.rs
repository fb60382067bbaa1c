//! Dates, prices and people in the words of letters.

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;
use domain::{
    Quote, Stay,
    stays::{clock_time, long_date, minutes_in, month_name, today_in, weekday_name},
    text::count,
};

use crate::{
    bookings::{Contact, Home},
    mail::Block,
};

/// `Fri 5 – Mon 8 June, 3 nights`
pub(super) fn dates(stay: &Stay) -> String {
    format!("{}, {}", stay.label(), count(stay.nights(), "night"))
}

/// `Tuesday 2 June, 15:00 in Edinburgh`
pub(super) fn moment(timezone: Tz, at: DateTime<Utc>, home: &Home) -> String {
    let date = today_in(timezone, at);
    format!(
        "{} {} {}, {} in {}",
        weekday_name(date),
        date.day(),
        month_name(date),
        clock_time(minutes_in(timezone, at)),
        city(home)
    )
}

/// The last of "Leith, Edinburgh".
fn city(home: &Home) -> &str {
    home.place_name.rsplit(", ").next().unwrap_or_default()
}

/// `Friday 5 June 2026, from 15:00 to 21:00`
pub(super) fn arrival(stay: &Stay, from: u32, until: u32) -> String {
    let date = long_date(stay.check_in);
    // "Until midnight" and later is no limit worth saying.
    match until > from && until < 24 * 60 {
        true => format!("{date}, from {} to {}", clock_time(from), clock_time(until)),
        false => format!("{date}, from {}", clock_time(from)),
    }
}

/// `Monday 8 June 2026, by 11:00`
pub(super) fn departure(stay: &Stay, by: u32) -> String {
    format!("{}, by {}", long_date(stay.check_out), clock_time(by))
}

pub(super) fn guests(number: u32) -> String {
    count(number, "guest")
}

pub(super) fn fact(name: &str, value: impl Into<String>) -> (String, String) {
    (name.to_owned(), value.into())
}

/// The lines as they were quoted; they add up to the total.
pub(super) fn bill(quote: &Quote) -> Block {
    Block::Bill {
        lines: lines(quote),
        total: quote.total_money().to_string(),
    }
}

pub(super) fn lines(quote: &Quote) -> Vec<(String, String)> {
    let line =
        |line: &domain::pricing::Line| (line.label.clone(), quote.money(line.amount).to_string());
    quote.lines.iter().map(line).collect()
}

/// Name, number and address, a line each.
pub(super) fn reached(contact: &Contact) -> String {
    let parts = [
        Some(contact.name.clone()),
        contact.phone.clone(),
        Some(contact.email.clone()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_shares_no_number_is_reached_by_mail() {
        let contact = Contact {
            name: "Ailsa Fraser".into(),
            email: "ailsa@example.com".into(),
            phone: None,
        };
        assert_eq!(reached(&contact), "Ailsa Fraser\nailsa@example.com");
    }

    #[test]
    fn an_arrival_until_midnight_has_no_end() {
        let day = |text: &str| domain::stays::parse_date("check_in", text).unwrap();
        let stay = Stay::new(day("2026-06-05"), day("2026-06-08")).unwrap();
        assert_eq!(
            arrival(&stay, 15 * 60, 21 * 60),
            "Friday 5 June 2026, from 15:00 to 21:00"
        );
        assert_eq!(
            arrival(&stay, 15 * 60, 24 * 60),
            "Friday 5 June 2026, from 15:00"
        );
        assert_eq!(dates(&stay), "Fri 5 – Mon 8 June, 3 nights");
    }
}
