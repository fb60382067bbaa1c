//! What we read of a message; it has more.

use serde::Deserialize;
use serde_json::Value;

use crate::Result;

/// The longest of each that we keep, in bytes.
const LONGEST_ID: usize = 80;
const LONGEST_KIND: usize = 60;
const LONGEST_OBJECT: usize = 120;

/// A signed message, as far as it is used.
#[derive(Debug, PartialEq)]
pub(super) struct Message {
    pub id: String,
    pub kind: String,
    /// What it is about: a payment, a refund, a dispute.
    pub object: Option<String>,
    /// The payment to look at; none when it is about something else, such as a payout to the site's owner.
    pub intent: Option<String>,
}

#[derive(Deserialize)]
struct Event {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    object: Object,
}

/// Charges, refunds and disputes name their payment; a payment is named by its own id.
#[derive(Deserialize)]
struct Object {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    payment_intent: Value,
}

impl Message {
    /// # Errors
    /// `Invalid` when this is no event.
    pub(super) fn read(body: &[u8]) -> Result<Self> {
        let unreadable = || domain::Error::field("", "This is not an event.");
        let event: Event = serde_json::from_slice(body).map_err(|_| unreadable())?;
        if event.id.is_empty() || event.id.len() > LONGEST_ID || event.kind.len() > LONGEST_KIND {
            return Err(unreadable().into());
        }
        let text = |value: Value| match value {
            Value::String(text) if text.len() <= LONGEST_OBJECT => Some(text),
            _ => None,
        };
        let object = text(event.data.object.id);
        let own = object.clone().filter(|id| id.starts_with("pi_"));
        Ok(Self {
            id: event.id,
            kind: event.kind,
            intent: text(event.data.object.payment_intent).or(own),
            object,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(object: &str) -> Message {
        let body = format!(r#"{{"id":"evt_1","type":"x","data":{{"object":{object}}},"more":1}}"#);
        Message::read(body.as_bytes()).unwrap()
    }

    #[test]
    fn a_payment_is_named_by_itself_and_everything_else_names_it() {
        let payment = read(r#"{"id":"pi_1","amount":5}"#);
        assert_eq!(payment.intent.as_deref(), Some("pi_1"));
        let refund = read(r#"{"id":"re_1","payment_intent":"pi_1"}"#);
        assert_eq!(refund.object.as_deref(), Some("re_1"));
        assert_eq!(refund.intent.as_deref(), Some("pi_1"));
    }

    #[test]
    fn what_is_about_no_payment_asks_for_none() {
        for object in [
            r#"{"id":"po_1"}"#,
            r#"{"object":"balance"}"#,
            r#"{"id":"ch_1","payment_intent":null}"#,
        ] {
            assert_eq!(read(object).intent, None, "{object}");
        }
    }

    #[test]
    fn what_is_no_event_is_refused() {
        let long = "e".repeat(LONGEST_ID + 1);
        let long = format!(r#"{{"id":"{long}","type":"x","data":{{"object":{{}}}}}}"#);
        for body in ["", "{}", "[]", r#"{"id":"evt_1"}"#, &long] {
            assert!(Message::read(body.as_bytes()).is_err(), "{body}");
        }
    }
}
