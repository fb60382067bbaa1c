//! What any payment provider must be able to do.

/// A payment provider. Calls are made outside database transactions, with the id of the effect as idempotency key.
#[async_trait::async_trait]
pub trait PaymentGateway: Send + Sync {}
