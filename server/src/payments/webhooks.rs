//! News from the provider.

use crate::{Context, Error, Result};

/// The header that carries the Sandbox's signature.
pub const SIGNATURE_HEADER: &str = "sandbox-signature";

/// Takes one signed event: stores its id once, fetches the payment it speaks of, and advances the booking.
/// `body` is the raw request body. A bad or stale signature is `Forbidden`.
pub async fn receive(_ctx: &Context, _signature: Option<&str>, _body: &[u8]) -> Result<()> {
    Err(Error::Internal("webhooks::receive".into()))
}
