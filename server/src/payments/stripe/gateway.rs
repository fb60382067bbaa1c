//! Stripe as a payment gateway.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use stripe::Client;
use stripe_core::{
    PaymentIntentCaptureMethod,
    charge::ListCharge,
    payment_intent::{
        CancelPaymentIntent, CapturePaymentIntent, CreatePaymentIntent, RetrievePaymentIntent,
    },
};
use stripe_shared::PaymentIntentAllowedPaymentMethodTypes;
use stripe_types::Currency;
use uuid::Uuid;

use super::{
    StripeSettings,
    answers::{BOOKING, Page, Payment, Try},
    calls::{self, Answer, PAGE, done, send},
    money_back, touched,
};
use crate::{
    Error, Result,
    payments::{
        Intent, NewIntent, NewRefund, PaymentGateway, ProviderDispute, ProviderRefund,
        RefundAnswer, Touched,
    },
};

/// With it a payment tells until when it can be captured.
const CHARGE: &str = "latest_charge";

/// Stripe, or a server that speaks its language.
#[derive(Clone)]
pub struct Stripe {
    client: Client,
}

impl Stripe {
    /// A TLS provider must have been installed before.
    ///
    /// # Errors
    /// `Internal` when the key cannot stand in a header, or the address is none.
    pub fn new(settings: &StripeSettings) -> Result<Self> {
        let client = calls::client(settings)?;
        Ok(Self { client })
    }

    /// What Stripe said, with the count of declined cards, which only its charges tell.
    async fn known(&self, payment: Payment) -> Result<Intent> {
        let declined = match payment.was_declined() {
            true => self.declined(&payment.id).await,
            false => 0,
        };
        Ok(payment.known(declined))
    }

    /// A card that failed its authentication leaves no charge, but it was a try all the same. News of the payment do
    /// not wait for a count that cannot be had: the next look counts again.
    async fn declined(&self, id: &str) -> u32 {
        let charges = ListCharge::new().payment_intent(id).limit(PAGE);
        let counted: Result<Page<Try>> =
            async { done(send(&self.client, &charges, None).await?) }.await;
        let failed = counted.map(|page| page.data.iter().filter(|charge| charge.failed()).count());
        match failed {
            Ok(failed) => u32::try_from(failed).unwrap_or(u32::MAX).max(1),
            Err(error) => {
                tracing::warn!(intent = id, %error, "declined cards could not be counted");
                1
            }
        }
    }

    /// The answer to a change. When Stripe refuses it, the payment has become something else meanwhile, or was that
    /// before a reply that was lost: what it is, is asked.
    async fn changed(&self, id: &str, answer: Answer<Payment>) -> Result<Intent> {
        match answer {
            Answer::Done(payment) => self.known(payment).await,
            Answer::Refused(refusal) => {
                tracing::info!(intent = id, code = refusal.code, "Stripe refused a change");
                let unknown = || Error::Gateway(format!("Stripe does not know {id}"));
                self.retrieve(id).await?.ok_or_else(unknown)
            }
        }
    }
}

#[async_trait::async_trait]
impl PaymentGateway for Stripe {
    fn name(&self) -> &'static str {
        "stripe"
    }

    async fn create_intent(&self, effect: Uuid, intent: NewIntent) -> Result<Intent> {
        let unknown = |_| Error::Internal(format!("Stripe has no {}", intent.currency));
        let currency: Currency = intent
            .currency
            .to_ascii_lowercase()
            .parse()
            .map_err(unknown)?;
        let metadata = HashMap::from([(BOOKING.to_owned(), intent.booking_id.to_string())]);
        let create = CreatePaymentIntent::new(intent.amount, currency)
            .capture_method(PaymentIntentCaptureMethod::Manual)
            .allowed_payment_method_types([PaymentIntentAllowedPaymentMethodTypes::Card])
            .metadata(metadata);
        let payment: Payment = done(send(&self.client, &create, Some(effect)).await?)?;
        Ok(payment.known(0))
    }

    async fn retrieve(&self, id: &str) -> Result<Option<Intent>> {
        let retrieve = RetrievePaymentIntent::new(id).expand([CHARGE.to_owned()]);
        match send(&self.client, &retrieve, None).await? {
            Answer::Refused(refusal) if refusal.status == 404 => Ok(None),
            answer => self.known(done(answer)?).await.map(Some),
        }
    }

    async fn capture(&self, effect: Uuid, id: &str) -> Result<Intent> {
        let capture = CapturePaymentIntent::new(id).expand([CHARGE.to_owned()]);
        let answer = send(&self.client, &capture, Some(effect)).await?;
        self.changed(id, answer).await
    }

    async fn cancel(&self, effect: Uuid, id: &str) -> Result<Intent> {
        let cancel = CancelPaymentIntent::new(id).expand([CHARGE.to_owned()]);
        let answer = send(&self.client, &cancel, Some(effect)).await?;
        self.changed(id, answer).await
    }

    async fn refund(&self, effect: Uuid, refund: NewRefund) -> Result<RefundAnswer> {
        money_back::refund(&self.client, effect, refund).await
    }

    async fn refunds(&self, intent: &str) -> Result<Vec<ProviderRefund>> {
        money_back::refunds(&self.client, intent).await
    }

    async fn disputes(&self, intent: &str) -> Result<Vec<ProviderDispute>> {
        money_back::disputes(&self.client, intent).await
    }

    async fn touched_since(&self, since: DateTime<Utc>, after: Option<&str>) -> Result<Touched> {
        touched::since(&self.client, since, after).await
    }
}
