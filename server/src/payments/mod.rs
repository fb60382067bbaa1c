//! Taking money through a provider: the gateway, and the built-in Sandbox.

mod gateway;

pub use gateway::PaymentGateway;
