//! Requests that come late, are lost, come twice or meet a provider that is down.

use domain::bookings::State;
use server::bookings;

use crate::{
    stripe::{
        fake::{Card, Fault},
        stage::*,
    },
    support::*,
};

const FAULTS: [Fault; 4] = [Fault::Late, Fault::Lost, Fault::Doubled, Fault::Down];

/// What is tried again meets the fault again. A refund whose answer was lost is found before it is asked for again.
fn times(operation: &str, fault: Fault) -> usize {
    match (operation, fault) {
        (_, Fault::Down) => 2,
        ("refund", Fault::Lost) | (_, Fault::Late | Fault::Doubled) => 1,
        (_, Fault::Lost) => 2,
    }
}

fn cases() -> Vec<(&'static str, Fault)> {
    let operations = ["create", "retrieve", "capture", "refund"];
    operations
        .into_iter()
        .flat_map(|operation| FAULTS.map(|fault| (operation, fault)))
        .collect()
}

stories! {
    async fn whatever_happens_to_a_request_money_moves_once(state: TestState) {
        let mut state = state;
        let fake = fake(&mut state).await;
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        for (number, (operation, fault)) in cases().into_iter().enumerate() {
            let case = format!("{operation} {fault:?}");
            fake.fail(operation, fault, times(operation, fault));
            let home = state.home(&ailsa).publish().await;
            let id = hold(&state, &mina, &home, state.stay(10 + 3 * number as i64, 2)).await;
            pass(&state, 3).await;
            let intent = payment(&state, id).await.intent_id.expect("a payment");
            fake.books().confirm(&intent, Card::Good);
            pass(&state, 8).await;
            assert_eq!(state_of(&state, id).await, State::Confirmed, "{case}");
            let back = cancelled(&state, &mina, id).await;
            pass(&state, 5).await;
            let mut books = fake.books();
            assert!(books.faults.is_empty(), "{case} was met");
            let refunds = books.refunds.iter().filter(|refund| refund.payment == intent).count();
            assert_eq!((refunds, books.refunded(&intent)), (1, back), "{case}");
            let of_booking = books.payments.iter().filter(|payment| payment.metadata["booking"] == id.to_string());
            assert_eq!(of_booking.count(), 1, "{case}");
            assert_eq!(books.payment(&intent).expect("it").captures, 1, "{case}");
        }
    }

    async fn a_hold_whose_payment_cannot_be_ended_yet_waits_for_it(state: TestState) {
        let mut state = state;
        let fake = fake(&mut state).await;
        for fault in FAULTS {
            let (_, id, intent) = held(&state).await;
            fake.fail("cancel", fault, times("cancel", fault));
            wait(&state.clock, 16);
            pass(&state, 5).await;
            assert_eq!(state_of(&state, id).await, State::Expired, "{fault:?}");
            assert_eq!(fake.books().payment(&intent).expect("it").status, "canceled", "{fault:?}");
        }
    }

    async fn with_stripe_down_a_guest_keeps_the_hold_and_reads_why(state: TestState) {
        let mut state = state;
        let fake = fake(&mut state).await;
        let (mina, id, _) = held(&state).await;
        fake.fail("retrieve", Fault::Down, 3);
        let total = row(&state, id).await.total;
        let said = refusal(bookings::pay_by_card(&state.ctx, &mina, id, total).await).to_string();
        assert!(said.contains("cannot be reached") && said.contains("Your hold stays"), "{said}");
        assert_eq!(returned(&state, &mina, id).await, State::Held, "the page shows what is known");
        fake.books().faults.clear();
        opened(&state, &mina, id).await;
    }
}
