//! What happens while the provider is being asked.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use chrono::{DateTime, Utc};
use domain::bookings::State;
use futures::future::BoxFuture;
use server::{
    Context, Result, bookings,
    payments::{
        self, Intent, NewIntent, NewRefund, PaymentGateway, ProviderDispute, ProviderRefund,
        RefundAnswer, Touched,
        sandbox::{self, Next},
    },
};
use tokio::sync::Notify;
use uuid::Uuid;

use crate::{stage::*, support::*};

#[derive(PartialEq)]
enum Call {
    Retrieve,
    Cancel,
    Tend,
}

/// The Sandbox, but once something happens between its look at a payment and its answer.
struct Slow {
    sandbox: Arc<dyn PaymentGateway>,
    at: Call,
    meanwhile: Mutex<Option<BoxFuture<'static, ()>>>,
}

impl Slow {
    async fn pass_time(&self, call: Call) -> bool {
        let happens = if self.at == call {
            self.meanwhile.lock().expect("what happens").take()
        } else {
            None
        };
        let Some(happens) = happens else { return false };
        happens.await;
        true
    }
}

#[async_trait::async_trait]
impl PaymentGateway for Slow {
    fn name(&self) -> &'static str {
        self.sandbox.name()
    }

    async fn create_intent(&self, effect: Uuid, intent: NewIntent) -> Result<Intent> {
        self.sandbox.create_intent(effect, intent).await
    }

    async fn retrieve(&self, id: &str) -> Result<Option<Intent>> {
        let seen = self.sandbox.retrieve(id).await;
        self.pass_time(Call::Retrieve).await;
        seen
    }

    async fn capture(&self, effect: Uuid, id: &str) -> Result<Intent> {
        self.sandbox.capture(effect, id).await
    }

    /// Cancels nothing when the payment is no longer as it was when it looked.
    async fn cancel(&self, effect: Uuid, id: &str) -> Result<Intent> {
        if self.pass_time(Call::Cancel).await {
            return Ok(self.sandbox.retrieve(id).await?.expect("the payment"));
        }
        self.sandbox.cancel(effect, id).await
    }

    async fn refund(&self, effect: Uuid, refund: NewRefund) -> Result<RefundAnswer> {
        self.sandbox.refund(effect, refund).await
    }

    async fn refunds(&self, intent: &str) -> Result<Vec<ProviderRefund>> {
        self.sandbox.refunds(intent).await
    }

    async fn disputes(&self, intent: &str) -> Result<Vec<ProviderDispute>> {
        self.sandbox.disputes(intent).await
    }

    async fn touched_since(&self, since: DateTime<Utc>, after: Option<&str>) -> Result<Touched> {
        self.sandbox.touched_since(since, after).await
    }

    async fn tend(&self) -> Result<()> {
        self.pass_time(Call::Tend).await;
        Ok(())
    }
}

fn slow(
    state: &TestState,
    at: Call,
    meanwhile: impl Future<Output = ()> + Send + 'static,
) -> Context {
    Context {
        gateway: Arc::new(Slow {
            sandbox: state.ctx.gateway.clone(),
            at,
            meanwhile: Mutex::new(Some(Box::pin(meanwhile))),
        }),
        wake: Arc::new(Notify::new()),
        ..state.ctx.clone()
    }
}

/// A card is typed whose bank asks the guest.
fn card_that_asks(state: &TestState, intent: String) -> impl Future<Output = ()> + Send + 'static {
    let ctx = state.ctx.clone();
    async move {
        let next = sandbox::submit_card(&ctx, &intent, typed(ASKS)).await;
        assert_eq!(next.expect("an answer"), Next::Authenticate);
    }
}

stories! {
    async fn a_card_typed_while_a_hold_ends_does_not_keep_its_nights(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let intent = press(&state, &mina, id).await;
        wait(&state.clock, 15);
        let ctx = slow(&state, Call::Cancel, card_that_asks(&state, intent));
        server::jobs::tick(&ctx).await.expect("a pass");
        assert_eq!(state_of(&state, id).await, State::Expiring, "the payment is still open");
        wait(&state.clock, 1);
        server::jobs::tick(&ctx).await.expect("a pass");
        assert_eq!((state_of(&state, id).await, nights_of(&state, &home).await), (State::Expired, 0));
        assert_eq!(payment(&state, id).await.status, "canceled");
    }

    async fn a_card_typed_while_a_hold_is_let_go_cannot_be_authorised_later(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let intent = press(&state, &mina, id).await;
        bookings::release(&state.ctx, &mina, id).await.expect("a release");
        let ctx = slow(&state, Call::Cancel, card_that_asks(&state, intent));
        for _ in 0..2 {
            server::jobs::tick(&ctx).await.expect("a pass");
            wait(&state.clock, 1);
        }
        assert_eq!(payment(&state, id).await.status, "canceled");
    }

    async fn holds_end_even_when_nobody_takes_the_providers_news(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        press(&state, &mina, id).await;
        wait(&state.clock, 15);
        let ctx = slow(&state, Call::Tend, std::future::pending());
        let ended = async {
            while state_of(&state, id).await != State::Expired {
                tokio::task::yield_now().await;
            }
        };
        let passed = async {
            tokio::select! {
                () = ended => {}
                _ = server::jobs::tick(&ctx) => panic!("the provider's news were taken"),
            }
        };
        tokio::time::timeout(Duration::from_secs(20), passed).await.expect("the hold ends");
    }

    async fn an_old_answer_does_not_undo_a_newer_one(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let intent = press(&state, &mina, id).await;
        let (inner, guest) = (state.ctx.clone(), mina.clone());
        let ctx = slow(&state, Call::Retrieve, async move {
            sandbox::submit_card(&inner, &intent, typed(GOOD)).await.expect("an answer");
            let came_to = bookings::returned(&inner, &guest, id).await.expect("a return");
            assert_eq!(came_to, State::Confirmed);
        });
        assert_eq!(payments::advance(&ctx, id).await.expect("a look"), State::Confirmed);
        let paid = payment(&state, id).await;
        assert_eq!((paid.status.as_str(), paid.captured), ("succeeded", paid.amount));
    }
}
