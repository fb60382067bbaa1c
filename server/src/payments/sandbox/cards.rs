//! Test cards and the names of Stripe's test payment methods, and what is wrong with a card form.

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

/// What happens to a payment later, because of its card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Later {
    Nothing,
    /// The bank disputes it when it was captured.
    Disputed,
    /// The bank asks, and takes nothing yet.
    Inquired,
    /// A refund succeeds, and half a minute later it has failed.
    RefundFails,
    /// A refund is pending for half a minute.
    RefundPends,
}

/// A test payment method.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Method {
    /// Stripe's name for it.
    pub name: &'static str,
    /// The number of its card.
    number: &'static str,
    pub answer: Answer,
    pub later: Later,
}

const METHODS: [Method; 15] = [
    good("pm_card_visa", "4242424242424242", Later::Nothing),
    good("pm_card_mastercard", "5555555555554444", Later::Nothing),
    good("pm_card_createDispute", "4000000000000259", Later::Disputed),
    good(
        "pm_card_createDisputeInquiry",
        "4000000000001976",
        Later::Inquired,
    ),
    good("pm_card_refundFail", "4000000000005126", Later::RefundFails),
    good(
        "pm_card_pendingRefund",
        "4000000000007726",
        Later::RefundPends,
    ),
    asks("pm_card_authenticationRequired", "4000002500003155"),
    asks("pm_card_threeDSecure2Required", "4000000000003220"),
    declined(
        "pm_card_chargeDeclined",
        "4000000000000002",
        "Your card was declined. Try another card.",
    ),
    declined(
        "pm_card_chargeDeclinedInsufficientFunds",
        "4000000000009995",
        "Your card has insufficient funds. Try another card.",
    ),
    declined(
        "pm_card_chargeDeclinedLostCard",
        "4000000000009987",
        "Your card was declined. Try another card.",
    ),
    declined(
        "pm_card_chargeDeclinedStolenCard",
        "4000000000009979",
        "Your card was declined. Try another card.",
    ),
    declined(
        "pm_card_chargeDeclinedExpiredCard",
        "4000000000000069",
        "Your card has expired. Try another card.",
    ),
    declined(
        "pm_card_chargeDeclinedIncorrectCvc",
        "4000000000000127",
        "Your card’s security code is wrong. Check it, or try another card.",
    ),
    declined(
        "pm_card_chargeDeclinedProcessingError",
        "4000000000000119",
        "Your bank could not answer just now. Try again in a moment.",
    ),
];

const fn good(name: &'static str, number: &'static str, later: Later) -> Method {
    Method {
        name,
        number,
        answer: Answer::Authorised,
        later,
    }
}

const fn asks(name: &'static str, number: &'static str) -> Method {
    Method {
        name,
        number,
        answer: Answer::AsksTheGuest,
        later: Later::Nothing,
    }
}

const fn declined(name: &'static str, number: &'static str, why: &'static str) -> Method {
    Method {
        name,
        number,
        answer: Answer::Declined(why),
        later: Later::Nothing,
    }
}

impl Method {
    pub(super) fn named(name: &str) -> Option<&'static Method> {
        METHODS.iter().find(|method| method.name == name)
    }

    /// What comes of a payment that was made with it; of one that nobody knows, nothing.
    pub(super) fn later_of(name: Option<&str>) -> Later {
        name.and_then(Self::named)
            .map_or(Later::Nothing, |method| method.later)
    }
}

impl Card {
    /// Looks for typing mistakes, then for the test card.
    pub(super) fn method(&self, now: DateTime<Utc>) -> Result<&'static Method, Vec<FieldError>> {
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
        let unknown = || {
            let only = "Only test cards work here. Try 4242 4242 4242 4242.";
            vec![FieldError::new("number", only)]
        };
        METHODS
            .iter()
            .find(|method| method.number == number)
            .ok_or_else(unknown)
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
        card.method(now)
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
                card(number, "06/26", "123", "Mina")
                    .method(now)
                    .unwrap()
                    .name,
                "pm_card_visa"
            );
        }
        let asks = card("4000 0025 0000 3155", "6/2030", "1234", "Mina")
            .method(now)
            .unwrap();
        assert_eq!(asks.answer, Answer::AsksTheGuest);
        let declined = card("4000 0000 0000 9995", "12/30", "123", "Mina")
            .method(now)
            .unwrap();
        assert!(
            matches!(declined.answer, Answer::Declined(why) if why.contains("insufficient funds"))
        );
    }

    #[test]
    fn every_test_card_has_a_number_and_a_name_of_its_own() {
        for (place, method) in METHODS.iter().enumerate() {
            assert_eq!(number_mistake(method.number), None, "{}", method.name);
            assert_eq!(Method::named(method.name), Some(method));
            let others = METHODS.iter().skip(place + 1);
            assert!(others.clone().all(|other| other.number != method.number));
        }
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
            fields(&card("5105 1051 0510 5100", "12/30", "123", "Mina")),
            ["number"]
        );
    }
}
