//! Stripe's words and ours.

use super::*;

fn payment(more: &str) -> Payment {
    let text = format!(
        r#"{{"id":"pi_1","object":"payment_intent","amount":41200,"currency":"gbp","status":"requires_capture",
            "metadata":{{"booking":"6f2b4c1e-9f5e-4f5b-8f0e-1d2c3b4a5968"}}{more}}}"#
    );
    miniserde::json::from_str(&text).unwrap()
}

#[test]
fn a_payment_names_its_booking_and_until_when_it_can_be_taken() {
    let more = r#","amount_received":0,"latest_charge":{"id":"ch_1",
        "payment_method_details":{"type":"card","card":{"capture_before":1780300000}}}"#;
    let intent = payment(more).known(2);
    assert_eq!(
        intent.booking_id.to_string(),
        "6f2b4c1e-9f5e-4f5b-8f0e-1d2c3b4a5968"
    );
    assert_eq!((intent.amount, intent.currency.as_str()), (41_200, "GBP"));
    assert_eq!((intent.captured, intent.declined_cards), (0, 2));
    assert_eq!(intent.capture_before.unwrap().timestamp(), 1_780_300_000);
}

#[test]
fn a_payment_without_a_charge_or_metadata_is_read_too() {
    let bare =
        r#"{"id":"pi_1","amount":1,"currency":"gbp","status":"canceled","latest_charge":null}"#;
    let intent = miniserde::json::from_str::<Payment>(bare).unwrap().known(0);
    assert_eq!(intent.booking_id, Uuid::nil());
    assert_eq!(
        (intent.status, intent.captured),
        (IntentStatus::Canceled, 0)
    );
}

#[test]
fn a_declined_card_has_a_sentence() {
    let said = payment(
        r#","last_payment_error":{"type":"card_error","message":"Your card has insufficient funds."}"#,
    );
    assert!(said.was_declined());
    let error = said.known(1).last_error;
    assert_eq!(error.as_deref(), Some("Your card has insufficient funds."));
    let silent = payment(r#","last_payment_error":{}"#).known(1).last_error;
    assert_eq!(silent.as_deref(), Some("The card was declined."));
}

#[test]
fn every_word_of_stripes_has_one_of_ours() {
    use IntentStatus::{
        Canceled, Processing, RequiresAction, RequiresCapture, RequiresPaymentMethod, Succeeded,
    };
    let table = [
        ("requires_payment_method", RequiresPaymentMethod),
        ("requires_confirmation", RequiresPaymentMethod),
        ("requires_action", RequiresAction),
        ("processing", Processing),
        ("a_word_of_next_year", Processing),
        ("requires_capture", RequiresCapture),
        ("succeeded", Succeeded),
        ("canceled", Canceled),
    ];
    for (word, ours) in table {
        assert_eq!(status(word), ours, "{word}");
    }
}

#[test]
fn a_refund_that_was_cancelled_did_not_go() {
    let table = [
        ("succeeded", RefundStatus::Succeeded, None),
        ("pending", RefundStatus::Pending, None),
        ("requires_action", RefundStatus::Pending, None),
        ("canceled", RefundStatus::Failed, Some("canceled")),
        ("failed", RefundStatus::Failed, Some("failed")),
    ];
    for (word, ours, failure) in table {
        let text = format!(r#"{{"id":"re_1","amount":5,"status":"{word}","created":1780300000}}"#);
        let refund = miniserde::json::from_str::<Refund>(&text).unwrap().known();
        assert_eq!((refund.status, refund.refund), (ours, None), "{word}");
        assert_eq!(refund.failure.as_deref(), failure, "{word}");
    }
}

#[test]
fn a_dispute_is_open_until_stripe_says_how_it_ended() {
    let table = [
        ("warning_needs_response", DisputeStatus::Open),
        ("needs_response", DisputeStatus::Open),
        ("under_review", DisputeStatus::Open),
        ("a_word_of_next_year", DisputeStatus::Open),
        ("warning_closed", DisputeStatus::Won),
        ("won", DisputeStatus::Won),
        ("lost", DisputeStatus::Lost),
    ];
    for (word, ours) in table {
        let text = format!(
            r#"{{"id":"du_1","amount":5,"status":"{word}","reason":"fraudulent","is_charge_refundable":false,"created":1780300000}}"#
        );
        let dispute = miniserde::json::from_str::<Dispute>(&text).unwrap().known();
        assert_eq!(dispute.status, ours, "{word}");
    }
}
