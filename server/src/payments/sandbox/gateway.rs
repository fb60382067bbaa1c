//! The Sandbox as a payment gateway.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    books::{self, Change},
    delivery, disputes,
    faults::{self, strike},
    refunds,
};
use crate::{
    Error, Result,
    clock::Clock,
    database::is_duplicate,
    entities::sandbox_intents,
    payments::{
        Intent, IntentStatus, NewIntent, NewRefund, PaymentGateway, ProviderDispute,
        ProviderRefund, RefundAnswer, Touched,
    },
};

/// The built-in provider. Clones share one HTTP client.
#[derive(Clone)]
pub struct Sandbox {
    pub(super) db: DatabaseConnection,
    pub(super) clock: Arc<dyn Clock>,
    /// Where this very server can be reached from itself, without a trailing slash: webhooks are posted there.
    pub(super) webhook_base: String,
    pub(super) secret: String,
    pub(super) http: reqwest::Client,
}

impl Sandbox {
    /// `secret` is the settings' secret: webhooks are signed with a key derived from it.
    /// A TLS provider must have been installed before.
    pub fn new(
        db: DatabaseConnection,
        clock: Arc<dyn Clock>,
        webhook_base: String,
        secret: String,
    ) -> Result<Self> {
        // Our own address is never behind a proxy.
        let http = reqwest::Client::builder()
            .timeout(Duration::from_secs(5))
            .no_proxy()
            .build()
            .map_err(|error| Error::Internal(error.to_string()))?;
        Ok(Self {
            db,
            clock,
            webhook_base,
            secret,
            http,
        })
    }

    fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    async fn by_key(&self, key: &str) -> Result<Option<sandbox_intents::Model>> {
        let found = sandbox_intents::Entity::find()
            .filter(sandbox_intents::Column::IdempotencyKey.eq(key))
            .one(&self.db)
            .await?;
        Ok(found)
    }

    async fn known(&self, id: &str) -> Result<sandbox_intents::Model> {
        let unknown = || Error::Gateway(format!("no such payment: {id}"));
        books::find(&self.db, id, self.now())
            .await?
            .ok_or_else(unknown)
    }

    /// The same key is the same payment.
    async fn create(&self, effect: Uuid, intent: &NewIntent) -> Result<Intent> {
        let key = effect.to_string();
        let now = self.now();
        let id = format!("pi_{}", Uuid::new_v4().simple());
        let row = sandbox_intents::ActiveModel {
            client_secret: Set(Some(format!("{id}_secret_{}", Uuid::new_v4().simple()))),
            payment_method: Set(None),
            id: Set(id),
            idempotency_key: Set(key.clone()),
            booking_id: Set(intent.booking_id),
            amount: Set(intent.amount),
            currency: Set(intent.currency.clone()),
            status: Set(IntentStatus::RequiresPaymentMethod.as_str().to_owned()),
            return_url: Set(intent.return_path.clone()),
            last_error: Set(None),
            captured: Set(0),
            refunded: Set(0),
            created_at: Set(now),
            updated_at: Set(now),
        };
        if self.by_key(&key).await?.is_none() {
            let inserted = sandbox_intents::Entity::insert(row)
                .exec_without_returning(&self.db)
                .await;
            // A lost race for the key leaves the winner's payment to be read.
            if let Err(error) = inserted
                && !is_duplicate(&error)
            {
                return Err(error.into());
            }
        }
        let lost = || Error::Gateway("the payment was not kept".to_owned());
        let row = self.by_key(&key).await?.ok_or_else(lost)?;
        books::present(&self.db, row).await
    }

    async fn look(&self, id: &str) -> Result<Option<Intent>> {
        match books::find(&self.db, id, self.now()).await? {
            Some(row) => Ok(Some(books::present(&self.db, row).await?)),
            None => Ok(None),
        }
    }

    async fn take(&self, id: &str) -> Result<Intent> {
        let capture = Change {
            from: IntentStatus::RequiresCapture,
            to: IntentStatus::Succeeded,
            event: "payment_intent.succeeded",
            last_error: None,
        };
        let row = self.known(id).await?;
        books::change(&self.db, &row, capture, self.now()).await?;
        books::present(&self.db, self.known(id).await?).await
    }

    async fn end(&self, id: &str) -> Result<Intent> {
        let row = self.known(id).await?;
        let from = books::status(&row);
        if !matches!(from, IntentStatus::Succeeded | IntentStatus::Canceled) {
            let cancel = Change {
                from,
                to: IntentStatus::Canceled,
                event: "payment_intent.canceled",
                last_error: row.last_error.as_deref(),
            };
            books::change(&self.db, &row, cancel, self.now()).await?;
        }
        books::present(&self.db, self.known(id).await?).await
    }
}

#[async_trait::async_trait]
impl PaymentGateway for Sandbox {
    fn name(&self) -> &'static str {
        "sandbox"
    }

    async fn create_intent(&self, effect: Uuid, intent: NewIntent) -> Result<Intent> {
        strike!(&self.db, "create", self.create(effect, &intent))
    }

    async fn retrieve(&self, id: &str) -> Result<Option<Intent>> {
        strike!(&self.db, "retrieve", self.look(id))
    }

    // A payment is captured or cancelled once whoever asks, so the effect's id is not needed to make it so.
    async fn capture(&self, _effect: Uuid, id: &str) -> Result<Intent> {
        strike!(&self.db, "capture", self.take(id))
    }

    async fn cancel(&self, _effect: Uuid, id: &str) -> Result<Intent> {
        strike!(&self.db, "cancel", self.end(id))
    }

    async fn refund(&self, effect: Uuid, refund: NewRefund) -> Result<RefundAnswer> {
        let asked = &refunds::Asked::new(effect, &refund);
        strike!(
            &self.db,
            "refund",
            refunds::make(&self.db, asked, self.now())
        )
    }

    async fn refunds(&self, intent: &str) -> Result<Vec<ProviderRefund>> {
        strike!(
            &self.db,
            "retrieve",
            refunds::list(&self.db, intent, self.now())
        )
    }

    async fn disputes(&self, intent: &str) -> Result<Vec<ProviderDispute>> {
        strike!(&self.db, "retrieve", disputes::list(&self.db, intent))
    }

    async fn touched_since(&self, since: DateTime<Utc>, after: Option<&str>) -> Result<Touched> {
        books::touched_since(&self.db, since, after).await
    }

    async fn tend(&self) -> Result<()> {
        refunds::end_due(&self.db, None, self.now()).await?;
        delivery::deliver_due(self).await
    }
}
