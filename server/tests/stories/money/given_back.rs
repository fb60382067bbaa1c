//! What the site's owner gives back: by the command line, or in the provider's dashboard.

use domain::{Error, refunds::RefundState};
use server::{
    Result, accounts,
    payments::{
        self, RefundAnswer, refunds,
        sandbox::{self, Fault},
    },
};
use uuid::Uuid;

use crate::{money::scene::*, stage::*, support::*};

async fn give(state: &TestState, id: Uuid, amount: &str) -> Result<i64> {
    let given = refunds::by_admin(&state.ctx, id, amount, "The heating failed.").await;
    given.map(|(_, amount)| amount.minor)
}

stories! {
    async fn the_owner_gives_a_part_back(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        assert_eq!(give(&state, scene.id, "50").await.expect("given back"), 5_000);
        passes(&state).await;
        let refund = scene.refunds(&state).await.remove(0);
        assert_eq!((refund.state.as_str(), refund.origin.as_str(), refund.reason.as_str()), ("succeeded", "admin", "The heating failed."));
        assert_eq!(scene.balances(&state).await, (0, 15_000, -15_000));
        // What is left is all that a cancellation gives back.
        assert_eq!(scene.cancel(&state).await, 15_000);
        passes(&state).await;
        assert_eq!((scene.given_back(&state).await, scene.balances(&state).await), (20_000, (0, 0, 0)));
    }

    async fn no_more_goes_back_than_was_paid(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        assert!(matches!(refusal(give(&state, scene.id, "200.01").await), Error::Refused(_)));
        assert_eq!(give(&state, scene.id, "150").await.expect("given back"), 15_000);
        // Before it has arrived, too.
        assert!(matches!(refusal(give(&state, scene.id, "50.01").await), Error::Refused(why) if why.contains("50.00")));
        passes(&state).await;
        assert!(matches!(refusal(give(&state, scene.id, "50.01").await), Error::Refused(_)));
        assert_eq!(give(&state, scene.id, "50").await.expect("given back"), 5_000);
        passes(&state).await;
        assert!(matches!(refusal(give(&state, scene.id, "0.01").await), Error::Refused(_)));
        assert_eq!((scene.given_back(&state).await, scene.balances(&state).await), (20_000, (0, 0, 0)));
    }

    async fn amount_and_reason_are_looked_at(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        for wrong in ["", "-5", "abc", "1.234"] {
            assert_eq!(fields(give(&state, scene.id, wrong).await), ["amount"], "{wrong}");
        }
        let silent = refunds::by_admin(&state.ctx, scene.id, "5", " ").await;
        assert_eq!(fields(silent), ["reason"]);
        assert_eq!(refusal(give(&state, Uuid::new_v4(), "5").await), Error::NotFound("Booking"));
        assert!(matches!(refusal(give(&state, scene.id, "0").await), Error::Refused(_)));
        assert!(scene.refunds(&state).await.is_empty());
    }

    async fn thousandths_are_refused_before_anything_is_written(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let kuwaiti = Town { currency: "KWD", ..EDINBURGH };
        let home = state.home(&ailsa).town(kuwaiti).publish().await;
        let id = book(&state, &mina, &home, state.stay(3, 2)).await;
        let refused = refusal(give(&state, id, "1.234").await);
        assert!(matches!(&refused, Error::Refused(why) if why.contains("thousandths")), "{refused}");
        assert!(waiting(&state, id).await.is_empty());
        assert_eq!(payment(&state, id).await.refunded, 0);
        assert_eq!(give(&state, id, "1.230").await.expect("given back"), 1_230);
        passes(&state).await;
        assert_eq!(payment(&state, id).await.refunded, 1_230);
    }

    async fn a_hold_has_nothing_to_give_back(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        assert!(matches!(refusal(give(&state, id, "5").await), Error::Refused(_)));
    }

    async fn what_failed_is_sent_again_and_not_owed_twice(state: TestState) {
        let scene = Scene::paid_with(&state, "pm_card_refundFail").await;
        scene.cancel(&state).await;
        wait(&state.clock, 1);
        payments::settle(&state.ctx, scene.id).await.expect("news");
        assert_eq!(scene.told(&state).await, [(RefundState::Failed, 20_000)]);
        assert_eq!(give(&state, scene.id, "200").await.expect("sent again"), 20_000);
        assert_eq!(scene.balances(&state).await, (20_000, 0, -20_000), "owed once");
        assert_eq!(scene.told(&state).await, [(RefundState::Failed, 0), (RefundState::Queued, 0)], "it is on its way");
        work(&state, scene.id).await;
        assert_eq!(scene.states(&state).await, ["failed", "succeeded"]);
        assert_eq!(scene.balances(&state).await, (0, 0, 0));
        assert_eq!(scene.told(&state).await, [(RefundState::Failed, 0), (RefundState::Succeeded, 0)]);
        assert_eq!(scene.told_by_mail(&state).await, (0, 0), "nothing is owed when the letters are sent");
        accounts::close(&state.ctx, &scene.guest).await.expect("nothing is waited for");
    }

    async fn a_refund_made_in_the_dashboard_is_adopted_once(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        sandbox::give_back(&state.ctx, &scene.intent, 3_000).await.expect("given back");
        for _ in 0..3 {
            payments::settle(&state.ctx, scene.id).await.expect("news");
        }
        let refunds = scene.refunds(&state).await;
        assert_eq!((refunds.len(), refunds[0].origin.as_str(), refunds[0].state.as_str()), (1, "provider", "succeeded"));
        assert_eq!(scene.balances(&state).await, (0, 17_000, -17_000));
        assert_eq!(scene.cancel(&state).await, 17_000, "and a cancellation knows of it");
    }

    async fn the_dashboard_is_faster_than_the_outbox(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        fault(&state, "refund", Fault::Down, 1).await;
        scene.cancel(&state).await;
        wait(&state.clock, 1);
        // The owner gives all of it back by hand, and then our refund comes.
        let made = sandbox::give_back(&state.ctx, &scene.intent, 20_000).await;
        assert!(matches!(made.expect("given back"), RefundAnswer::Made(_)));
        passes(&state).await;
        assert_eq!(scene.given_back(&state).await, 20_000, "once");
        assert_eq!(scene.balances(&state).await, (0, 0, 0), "and nothing is owed");
        let mut states = scene.states(&state).await;
        states.sort();
        assert_eq!(states, ["failed", "succeeded"]);
        assert!(waiting(&state, scene.id).await.is_empty());
        assert!(scene.told(&state).await.iter().all(|(_, owed)| *owed == 0), "the trip does not say so either");
        assert_eq!(scene.told_by_mail(&state).await, (0, 0), "and nobody is written");
        accounts::close(&state.ctx, &scene.guest).await.expect("nothing is waited for");
    }
}
