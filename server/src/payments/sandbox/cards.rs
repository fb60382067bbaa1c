//! Test cards, and what is wrong with a card form.

use chrono::{DateTime, Datelike, Utc};
use domain::error::FieldError;

/// The card form as typed; never stored, never logged.
#[derive(Clone)]
pub struct Card {
    pub number: String,
    /// "MM/YY" or "MM/YYYY"
    pub expiry: String,
    pub cvc: String,
    pub name: String,
}

/// What the card's bank says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    Authorised,
    AsksTheGuest,
    Declined(&'static str),
}

impl Card {
    /// Looks for typing mistakes, then asks the bank of a test card.
    pub(super) fn answer(&self, now: DateTime<Utc>) -> Result<Answer, Vec<FieldError>> {
        let number: String = self
            .number
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .collect();
        let checks = [
            (
                "name",
                self.name
                    .trim()
                    .is_empty()
                    .then_some("Enter the name on the card."),
            ),
            ("number", number_mistake(&number)),
            ("expiry", expiry_mistake(&self.expiry, now)),
            ("cvc", cvc_mistake(self.cvc.trim())),
        ];
        let mistakes: Vec<FieldError> = checks
            .into_iter()
            .filter_map(|(field, mistake)| mistake.map(|text| FieldError::new(field, text)))
            .collect();
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        match number.as_str() {
            "4242424242424242" => Ok(Answer::Authorised),
            "4000002500003155" => Ok(Answer::AsksTheGuest),
            "4000000000000002" => Ok(Answer::Declined(
                "Your card was declined. Try another card.",
            )),
            "4000000000009995" => Ok(Answer::Declined(
                "Your card has insufficient funds. Try another card.",
            )),
            _ => Err(vec![FieldError::new(
                "number",
                "Only test cards work here. Try 4242 4242 4242 4242.",
            )]),
        }
    }
}

fn number_mistake(digits: &str) -> Option<&'static str> {
    let plain = digits.bytes().all(|b| b.is_ascii_digit());
    if !plain || !(13..=19).contains(&digits.len()) || !luhn(digits) {
        return Some("This is not a card number. Check its digits.");
    }
    None
}

/// The check digit that every card number ends in.
fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let digit = u32::from(digit - b'0');
            match place % 2 {
                0 => digit,
                _ => digit * 2 / 10 + digit * 2 % 10,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

fn expiry_mistake(text: &str, now: DateTime<Utc>) -> Option<&'static str> {
    const FORM: &str = "Enter the expiry date as MM/YY.";
    let Some((month, year)) = text.split_once('/') else {
        return Some(FORM);
    };
    let (Ok(month), Ok(year)) = (month.trim().parse::<u32>(), year.trim().parse::<i32>()) else {
        return Some(FORM);
    };
    let year = if year < 100 { year + 2000 } else { year };
    if !(1..=12).contains(&month) || !(2000..2100).contains(&year) {
        return Some(FORM);
    }
    ((year, month) < (now.year(), now.month())).then_some("This card has expired.")
}

fn cvc_mistake(text: &str) -> Option<&'static str> {
    let good = (3..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    (!good).then_some("Enter the three or four digits on the back of the card.")
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    fn card(number: &str, expiry: &str, cvc: &str, name: &str) -> Card {
        let [number, expiry, cvc, name] = [number, expiry, cvc, name].map(str::to_owned);
        Card {
            number,
            expiry,
            cvc,
            name,
        }
    }

    fn fields(card: &Card) -> Vec<&'static str> {
        let now = Utc.with_ymd_and_hms(2026, 6, 1, 12, 0, 0).single().unwrap();
        card.answer(now)
            .err()
            .unwrap_or_default()
            .iter()
            .map(|e| e.field)
            .collect()
    }

    #[test]
    fn test_cards_answer_however_their_digits_are_grouped() {
        let now = Utc.with_ymd_and_hms(2026, 6, 1, 12, 0, 0).single().unwrap();
        for number in [
            "4242424242424242",
            "4242 4242 4242 4242",
            "4242-4242-4242-4242",
        ] {
            assert_eq!(
                card(number, "06/26", "123", "Mina").answer(now).unwrap(),
                Answer::Authorised
            );
        }
        let asks = card("4000 0025 0000 3155", "6/2030", "1234", "Mina")
            .answer(now)
            .unwrap();
        assert_eq!(asks, Answer::AsksTheGuest);
        let declined = card("4000 0000 0000 9995", "12/30", "123", "Mina")
            .answer(now)
            .unwrap();
        assert!(matches!(declined, Answer::Declined(why) if why.contains("insufficient funds")));
    }

    #[test]
    fn every_typing_mistake_is_named_beside_its_field() {
        assert_eq!(
            fields(&card("", "", "", " ")),
            ["name", "number", "expiry", "cvc"]
        );
        assert_eq!(
            fields(&card("4242 4242 4242 4241", "12/30", "123", "Mina")),
            ["number"]
        );
        assert_eq!(
            fields(&card("4242 4242 4242 4242", "05/26", "123", "Mina")),
            ["expiry"]
        );
        assert_eq!(
            fields(&card("4242 4242 4242 4242", "13/30", "123", "Mina")),
            ["expiry"]
        );
        assert_eq!(
            fields(&card("4242 4242 4242 4242", "12/30", "12a", "Mina")),
            ["cvc"]
        );
        assert_eq!(
            fields(&card("5555 5555 5555 4444", "12/30", "123", "Mina")),
            ["number"]
        );
    }
}
