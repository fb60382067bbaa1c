//! What of a refund that failed is still owed, whatever way its money takes.

use chrono::DateTime;
use domain::{Error, refunds::RefundState};
use server::{
    accounts::{self, Actor},
    hosting,
    payments::{
        self, refunds,
        sandbox::{self, Fault},
    },
};
use uuid::Uuid;

use crate::{money::scene::*, stage::*, support::*};

/// A cancelled stay of 200.00, whose refund the card's bank sent back; and the refund.
async fn failed(state: &TestState) -> (Scene, Uuid) {
    let scene = Scene::paid_with(state, "pm_card_refundFail").await;
    scene.cancel(state).await;
    sent_back(state, &scene).await;
    let refund = scene.refunds(state).await.remove(0);
    (scene, refund.id)
}

/// Half a minute after it was sent, a refund to this card has failed.
async fn sent_back(state: &TestState, scene: &Scene) {
    wait(&state.clock, 1);
    let news = payments::settle(&state.ctx, scene.id).await;
    news.expect("news");
}

async fn again(state: &TestState, scene: &Scene, amount: &str) {
    let sent = refunds::by_admin(&state.ctx, scene.id, amount, "Once more.").await;
    sent.expect("sent again");
    work(state, scene.id).await;
}

async fn owner(state: &TestState) -> Actor {
    Actor {
        is_admin: true,
        ..state.guest("Grace").await
    }
}

/// What the owner's list says: which refunds, and what of each is owed.
async fn listed(state: &TestState, owner: &Actor) -> Vec<(Uuid, i64)> {
    let overview = payments::overview(&state.ctx, owner).await;
    let failed = overview.expect("an overview").failed.into_iter();
    failed
        .map(|refund| (refund.id, refund.owed.minor))
        .collect()
}

/// The ledger and the provider agree.
async fn agree(state: &TestState) {
    let found = payments::report(&state.ctx, DateTime::UNIX_EPOCH).await;
    let found = found.expect("a comparison");
    assert_eq!(
        (found.mended, found.differences),
        (0, 0),
        "{}",
        found.body()
    );
}

stories! {
    async fn while_it_is_owed_its_guest_and_the_owner_are_told(state: TestState) {
        let (scene, refund) = failed(&state).await;
        let owner = owner(&state).await;
        assert_eq!(scene.told(&state).await, [(RefundState::Failed, 20_000)]);
        assert_eq!(listed(&state, &owner).await, [(refund, 20_000)]);
        assert_eq!(scene.told_by_mail(&state).await, (1, 1));
        let kept = refusal(accounts::close(&state.ctx, &scene.guest).await).to_string();
        assert!(kept.starts_with("Money of a booking is still on its way."), "{kept}");
    }

    async fn what_fails_twice_is_owed_once(state: TestState) {
        let (scene, first) = failed(&state).await;
        let owner = owner(&state).await;
        again(&state, &scene, "200").await;
        sent_back(&state, &scene).await;
        assert_eq!(scene.balances(&state).await, (20_000, 0, -20_000));
        assert_eq!(scene.told(&state).await, [(RefundState::Failed, 0), (RefundState::Failed, 20_000)]);
        let second = scene.refunds(&state).await.remove(1).id;
        assert_eq!(listed(&state, &owner).await, [(second, 20_000)]);
        assert_eq!(scene.told_by_mail(&state).await, (1, 1), "of the one that is owed");
        let gone = refusal(refunds::made(&state.ctx, &owner, first, 20_000).await).to_string();
        assert!(gone.starts_with("Nothing of this refund is owed any more"), "{gone}");
    }

    async fn what_is_sent_again_in_part_is_owed_in_part(state: TestState) {
        let (scene, refund) = failed(&state).await;
        let owner = owner(&state).await;
        again(&state, &scene, "50").await;
        assert_eq!(scene.told(&state).await, [(RefundState::Failed, 15_000), (RefundState::Succeeded, 0)]);
        assert_eq!(listed(&state, &owner).await, [(refund, 15_000)]);
        let refused = refusal(refunds::made(&state.ctx, &owner, refund, 20_000).await);
        let Error::AmountChanged { shown, now } = refused else { panic!("{refused}") };
        assert_eq!((shown.minor, now.minor), (20_000, 15_000));
        assert_eq!(scene.balances(&state).await, (15_000, 0, -15_000), "nothing was written down");
        refunds::made(&state.ctx, &owner, refund, 15_000).await.expect("given back");
        assert_eq!(scene.balances(&state).await, (0, 0, 0));
        agree(&state).await;
    }

    async fn what_the_guests_bank_has_given_back_is_not_owed(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        fault(&state, "refund", Fault::Down, 1).await;
        scene.cancel(&state).await;
        wait(&state.clock, 1);
        let dispute = sandbox::open_dispute(&state.ctx, &scene.intent, false).await.expect("a dispute");
        passes(&state).await;
        sandbox::close_dispute(&state.ctx, &dispute, false).await.expect("decided");
        payments::settle(&state.ctx, scene.id).await.expect("news");
        passes(&state).await;
        assert_eq!(scene.told(&state).await, [(RefundState::Failed, 0)]);
        assert_eq!(listed(&state, &owner(&state).await).await, []);
        assert_eq!(scene.told_by_mail(&state).await, (0, 0));
        accounts::close(&state.ctx, &scene.guest).await.expect("nothing is waited for");
    }

    async fn the_owner_has_given_it_back_another_way(state: TestState) {
        let (scene, refund) = failed(&state).await;
        let owner = owner(&state).await;
        for actor in [&scene.guest, &scene.host] {
            let seen = refunds::made(&state.ctx, actor, refund, 20_000).await;
            assert!(matches!(refusal(seen), Error::NotFound(_)));
        }
        assert_eq!(listed(&state, &owner).await, [(refund, 20_000)]);
        for _ in 0..2 {
            refunds::made(&state.ctx, &owner, refund, 20_000).await.expect("given back");
        }
        // Whatever is said of the failed one again.
        payments::settle(&state.ctx, scene.id).await.expect("news");
        assert_eq!(scene.balances(&state).await, (0, 0, 0));
        assert_eq!((scene.told(&state).await, payment(&state, scene.id).await.refunded), (vec![(RefundState::Failed, 0), (RefundState::Succeeded, 0)], 20_000));
        assert_eq!(listed(&state, &owner).await, []);
        let told = payments::timeline(&state.ctx, &scene.guest, scene.id).await.expect("the timeline");
        let by_hand = told.iter().filter(|moved| moved.sentence == "£200.00 was given back by hand.").count();
        assert_eq!((by_hand, told.last().map(|moved| moved.balance.minor)), (1, Some(0)));
        let more = refunds::by_admin(&state.ctx, scene.id, "0.01", "Once more.").await;
        assert!(matches!(refusal(more), Error::Refused(_)), "nothing is left of it");
        agree(&state).await;
        accounts::close(&state.ctx, &scene.guest).await.expect("nothing is waited for");
    }

    async fn only_what_failed_is_given_back_another_way(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        let owner = owner(&state).await;
        fault(&state, "refund", Fault::Down, 1).await;
        scene.cancel(&state).await;
        let refund = scene.refunds(&state).await.remove(0).id;
        let queued = refunds::made(&state.ctx, &owner, refund, 20_000).await;
        assert_eq!(refusal(queued), Error::NotFound("Refund"));
        wait(&state.clock, 1);
        passes(&state).await;
        assert_eq!(scene.states(&state).await, ["succeeded"]);
        let made = refunds::made(&state.ctx, &owner, refund, 20_000).await;
        assert_eq!(refusal(made), Error::NotFound("Refund"));
        assert_eq!((scene.refunds(&state).await.len(), scene.balances(&state).await), (1, (0, 0, 0)));
    }

    async fn a_dispute_after_it_was_given_back_by_hand_takes_what_the_provider_has(state: TestState) {
        let (scene, refund) = failed(&state).await;
        refunds::made(&state.ctx, &owner(&state).await, refund, 20_000).await.expect("given back");
        let dispute = sandbox::open_dispute(&state.ctx, &scene.intent, false).await.expect("a dispute");
        payments::settle(&state.ctx, scene.id).await.expect("news");
        assert_eq!(scene.disputes(&state).await[0].amount, 20_000);
        agree(&state).await;
        sandbox::close_dispute(&state.ctx, &dispute, false).await.expect("decided");
        payments::settle(&state.ctx, scene.id).await.expect("news");
        agree(&state).await;
        assert_eq!(scene.balances(&state).await, (0, -20_000, 20_000), "the guest has it twice, at the host's loss");
    }

    async fn a_home_stays_as_long_as_its_guests_are_owed(state: TestState) {
        let (scene, refund) = failed(&state).await;
        let home = row(&state, scene.id).await.listing_id;
        let kept = hosting::remove(&state.ctx, &scene.host, home).await;
        assert!(matches!(refusal(kept), Error::Refused(_)));
        refunds::made(&state.ctx, &owner(&state).await, refund, 20_000).await.expect("given back");
        hosting::remove(&state.ctx, &scene.host, home).await.expect("deleted");
    }
}
