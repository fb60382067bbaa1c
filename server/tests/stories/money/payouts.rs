//! What hosts are owed a day after check-in.

use chrono::TimeDelta;
use domain::Error;
use server::{
    accounts::Actor,
    payments::{self, payouts, refunds, sandbox},
};

use crate::{money::scene::*, stage::*, support::*};

async fn owner(state: &TestState) -> Actor {
    Actor {
        is_admin: true,
        ..state.guest("Grace").await
    }
}

async fn due(state: &TestState, owner: &Actor) -> Vec<i64> {
    let due = payouts::due(&state.ctx, owner).await.expect("what is due");
    let payable = due.due.iter().filter(|due| due.is_payable());
    payable.map(|due| due.amount.minor).collect()
}

stories! {
    async fn a_payout_falls_due_a_day_after_check_in_net_of_what_went_back(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        let owner = owner(&state).await;
        refunds::by_admin(&state.ctx, scene.id, "50", "The heating failed.").await.expect("given back");
        passes(&state).await;
        assert!(due(&state, &owner).await.is_empty());
        let early = payouts::mark_paid(&state.ctx, &owner, scene.id, 15_000, "").await;
        assert!(matches!(refusal(early), Error::Refused(_)));
        state.clock.advance(TimeDelta::days(12));
        assert_eq!(due(&state, &owner).await, [15_000]);
        for _ in 0..2 {
            payouts::mark_paid(&state.ctx, &owner, scene.id, 15_000, "By bank").await.expect("paid");
        }
        assert!(due(&state, &owner).await.is_empty());
        assert_eq!(scene.balances(&state).await, (0, 0, 0));
        let found = payments::report(&state.ctx, chrono::DateTime::UNIX_EPOCH).await.expect("a comparison");
        assert_eq!(found.differences, 0, "a payout is not the provider's");
    }

    async fn a_dispute_holds_a_payout_back(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        let owner = owner(&state).await;
        state.clock.advance(TimeDelta::days(12));
        let dispute = sandbox::open_dispute(&state.ctx, &scene.intent, false).await.expect("a dispute");
        payments::settle(&state.ctx, scene.id).await.expect("news");
        assert!(due(&state, &owner).await.is_empty());
        let paid = payouts::mark_paid(&state.ctx, &owner, scene.id, 20_000, "").await;
        assert!(matches!(refusal(paid), Error::Refused(_)));
        sandbox::close_dispute(&state.ctx, &dispute, true).await.expect("won");
        payments::settle(&state.ctx, scene.id).await.expect("news");
        assert_eq!(due(&state, &owner).await, [20_000]);
    }

    async fn nobody_else_sees_or_marks_payouts(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        for actor in [&scene.host, &scene.guest] {
            assert_eq!(refusal(payouts::due(&state.ctx, actor).await), Error::NotFound("Page"));
            assert_eq!(refusal(payouts::csv(&state.ctx, actor).await), Error::NotFound("Page"));
            assert_eq!(refusal(payouts::mark_paid(&state.ctx, actor, scene.id, 20_000, "").await), Error::NotFound("Page"));
        }
    }
}
