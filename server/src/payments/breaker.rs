//! Patience with a provider: every call has its time, and after some that failed nobody calls for a while.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{
    Intent, NewIntent, NewRefund, PaymentGateway, ProviderDispute, ProviderRefund, RefundAnswer,
    Touched,
};
use crate::{Error, Result, clock::Clock};

/// Two calls and their bookkeeping fit into the time that an effect has.
const PATIENCE: Duration = Duration::from_secs(10);
/// So many failures, one after the other, open the breaker.
const FAILURES: u32 = 5;
/// So long nobody calls. Then one call shows whether the provider is back.
const PAUSE: TimeDelta = TimeDelta::seconds(20);

/// Any gateway, with time limits and a breaker. Whatever keeps the provider from being reached is `Gateway`, also while nobody calls.
pub struct Guarded {
    gateway: Arc<dyn PaymentGateway>,
    clock: Arc<dyn Clock>,
    patience: Duration,
    seen: Mutex<Seen>,
}

/// What the last calls have shown.
#[derive(Debug, Default)]
struct Seen {
    failures: u32,
    /// No call before this instant.
    closed_until: Option<DateTime<Utc>>,
}

impl Guarded {
    pub fn new(gateway: Arc<dyn PaymentGateway>, clock: Arc<dyn Clock>) -> Self {
        Self::with_patience(gateway, clock, PATIENCE)
    }

    /// The same with another time limit.
    pub fn with_patience(
        gateway: Arc<dyn PaymentGateway>,
        clock: Arc<dyn Clock>,
        patience: Duration,
    ) -> Self {
        Self {
            gateway,
            clock,
            patience,
            seen: Mutex::default(),
        }
    }

    async fn call<T>(&self, what: &str, call: impl Future<Output = Result<T>> + Send) -> Result<T> {
        if !self.may_call() {
            return Err(Error::Gateway("nobody calls for a while".to_owned()));
        }
        let answer = tokio::time::timeout(self.patience, call).await;
        let failure = match answer {
            Ok(Err(Error::Gateway(why))) => why,
            Ok(answer) => {
                self.seen(|seen| *seen = Seen::default());
                return answer;
            }
            Err(_) => format!("no answer within {} ms", self.patience.as_millis()),
        };
        tracing::warn!(call = what, failure, "the payment provider was not reached");
        let now = self.clock.now();
        self.seen(|seen| {
            seen.failures += 1;
            if seen.failures >= FAILURES {
                seen.closed_until = Some(now + PAUSE);
            }
        });
        Err(Error::Gateway(failure))
    }

    /// Whoever calls first after the pause is the one to try: the others wait for another pause.
    fn may_call(&self) -> bool {
        let now = self.clock.now();
        self.seen(|seen| match seen.closed_until {
            Some(until) if now < until => false,
            Some(_) => {
                seen.closed_until = Some(now + PAUSE);
                true
            }
            None => true,
        })
    }

    fn seen<T>(&self, look: impl FnOnce(&mut Seen) -> T) -> T {
        // Two numbers are whole whoever panicked beside them.
        look(&mut self.seen.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[async_trait::async_trait]
impl PaymentGateway for Guarded {
    fn name(&self) -> &'static str {
        self.gateway.name()
    }

    async fn create_intent(&self, effect: Uuid, intent: NewIntent) -> Result<Intent> {
        self.call("create", self.gateway.create_intent(effect, intent))
            .await
    }

    async fn retrieve(&self, id: &str) -> Result<Option<Intent>> {
        self.call("retrieve", self.gateway.retrieve(id)).await
    }

    async fn capture(&self, effect: Uuid, id: &str) -> Result<Intent> {
        self.call("capture", self.gateway.capture(effect, id)).await
    }

    async fn cancel(&self, effect: Uuid, id: &str) -> Result<Intent> {
        self.call("cancel", self.gateway.cancel(effect, id)).await
    }

    async fn refund(&self, effect: Uuid, refund: NewRefund) -> Result<RefundAnswer> {
        self.call("refund", self.gateway.refund(effect, refund))
            .await
    }

    async fn refunds(&self, intent: &str) -> Result<Vec<ProviderRefund>> {
        self.call("refunds", self.gateway.refunds(intent)).await
    }

    async fn disputes(&self, intent: &str) -> Result<Vec<ProviderDispute>> {
        self.call("disputes", self.gateway.disputes(intent)).await
    }

    async fn touched_since(&self, since: DateTime<Utc>, after: Option<&str>) -> Result<Touched> {
        self.call("touched", self.gateway.touched_since(since, after))
            .await
    }

    async fn tend(&self) -> Result<()> {
        self.gateway.tend().await
    }
}
