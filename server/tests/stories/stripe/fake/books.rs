//! The fake's books, and what guests and their banks do.

use std::collections::{HashMap, VecDeque};

use serde_json::{Value, json};

use super::faults::Fault;

/// Stripe's test cards, by what they do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Card {
    Good,
    Declined,
    Asks,
    /// Authorised, and declined when the money is to be taken.
    DeclinedLater,
}

#[derive(Debug, Clone, Default)]
pub struct Payment {
    pub id: String,
    pub amount: i64,
    pub currency: String,
    pub status: &'static str,
    pub captured: i64,
    pub metadata: HashMap<String, String>,
    pub last_error: Option<String>,
    pub failed_charges: usize,
    pub has_charge: bool,
    pub declines_capture: bool,
    /// How often money was taken: never more than once.
    pub captures: usize,
}

#[derive(Debug, Clone)]
pub struct Refund {
    pub id: String,
    pub payment: String,
    pub amount: i64,
    pub status: &'static str,
    pub metadata: HashMap<String, String>,
}

#[derive(Debug, Clone)]
pub struct Dispute {
    pub id: String,
    pub payment: String,
    pub amount: i64,
    pub status: &'static str,
}

#[derive(Default)]
pub struct Books {
    pub payments: Vec<Payment>,
    pub refunds: Vec<Refund>,
    pub disputes: Vec<Dispute>,
    /// Key to what was asked and what was answered.
    pub keys: HashMap<String, (String, u16, Value)>,
    pub faults: VecDeque<(&'static str, Fault)>,
    /// Messages that were not taken yet.
    pub messages: Vec<Value>,
    pub said: usize,
}

impl Books {
    pub fn payment(&mut self, id: &str) -> Option<&mut Payment> {
        self.payments.iter_mut().find(|payment| payment.id == id)
    }

    /// The one payment of a story with one booking.
    pub fn only(&self) -> &Payment {
        assert_eq!(self.payments.len(), 1, "payments");
        &self.payments[0]
    }

    pub fn refunded(&self, payment: &str) -> i64 {
        let of = self.refunds.iter().filter(|refund| {
            refund.payment == payment && !matches!(refund.status, "failed" | "canceled")
        });
        of.map(|refund| refund.amount).sum()
    }

    /// The guest gives a card in the browser.
    pub fn confirm(&mut self, id: &str, card: Card) {
        let payment = self.payment(id).expect("the payment");
        assert_eq!(payment.status, "requires_payment_method", "a card is given");
        payment.last_error = None;
        match card {
            Card::Good => self.authorise(id),
            Card::DeclinedLater => {
                payment.declines_capture = true;
                self.authorise(id);
            }
            Card::Asks => {
                payment.status = "requires_action";
                self.tell("payment_intent.requires_action", id, None);
            }
            Card::Declined => {
                payment.failed_charges += 1;
                payment.has_charge = true;
                payment.last_error = Some("Your card was declined.".into());
                self.tell("payment_intent.payment_failed", id, None);
            }
        }
    }

    /// The bank asked the guest, who said yes or no.
    pub fn authenticate(&mut self, id: &str, approve: bool) {
        let payment = self.payment(id).expect("the payment");
        assert_eq!(payment.status, "requires_action", "the bank asks");
        if approve {
            return self.authorise(id);
        }
        payment.status = "requires_payment_method";
        payment.last_error = Some("We are unable to authenticate your payment method.".into());
        self.tell("payment_intent.payment_failed", id, None);
    }

    fn authorise(&mut self, id: &str) {
        let payment = self.payment(id).expect("the payment");
        payment.status = "requires_capture";
        payment.has_charge = true;
        self.tell("payment_intent.amount_capturable_updated", id, None);
    }

    /// The card's bank does not let the authorised money go: the payment waits for another card.
    pub fn decline_capture(&mut self, id: &str) {
        let payment = self.payment(id).expect("the payment");
        payment.status = "requires_payment_method";
        payment.declines_capture = false;
        payment.failed_charges += 1;
        payment.last_error = Some("Your card was declined.".into());
        self.tell("payment_intent.payment_failed", id, None);
    }

    /// The site's owner takes a part of the authorised money in Stripe's dashboard; the rest is let go.
    pub fn capture_by_hand(&mut self, id: &str, amount: i64) {
        let payment = self.payment(id).expect("the payment");
        assert_eq!(payment.status, "requires_capture", "it can be taken");
        payment.status = "succeeded";
        payment.captured = amount;
        payment.captures += 1;
        self.tell("payment_intent.succeeded", id, None);
    }

    /// The guest's bank takes money back, whole or in part.
    pub fn dispute(&mut self, payment: &str, amount: i64) {
        let id = format!("du_{}", self.disputes.len());
        self.disputes.push(Dispute {
            id: id.clone(),
            payment: payment.into(),
            amount,
            status: "needs_response",
        });
        self.tell("charge.dispute.created", &id, Some(payment));
    }

    /// The site's owner refunds in Stripe's dashboard.
    pub fn refund_by_hand(&mut self, payment: &str, amount: i64) {
        self.add_refund(payment, amount, HashMap::new());
    }

    pub fn add_refund(
        &mut self,
        payment: &str,
        amount: i64,
        metadata: HashMap<String, String>,
    ) -> Refund {
        let refund = Refund {
            id: format!("re_{}", self.refunds.len()),
            payment: payment.into(),
            amount,
            status: "succeeded",
            metadata,
        };
        self.refunds.push(refund.clone());
        self.tell("refund.updated", &refund.id, Some(payment));
        refund
    }

    /// A message about an object, which names its payment when it is none itself.
    pub fn tell(&mut self, kind: &str, object: &str, payment: Option<&str>) {
        self.said += 1;
        let mut about = json!({ "id": object });
        if let Some(payment) = payment {
            about["payment_intent"] = json!(payment);
        }
        let id = format!("evt_{}_{}", self.said, object);
        let message =
            json!({ "id": id, "object": "event", "type": kind, "data": { "object": about } });
        self.messages.push(message);
    }
}
