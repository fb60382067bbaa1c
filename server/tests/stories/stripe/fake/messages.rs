//! Messages to our endpoint, signed, sent again until they are taken.

use server::{
    Context,
    payments::{signature, webhooks},
};

use super::{Fake, SECRET};

impl Fake {
    /// Sends what waits, in this order; what is not taken waits on. How many were taken.
    pub async fn deliver(&self, ctx: &Context) -> usize {
        let waiting = std::mem::take(&mut self.books().messages);
        let mut taken = 0;
        for message in waiting {
            let body = message.to_string();
            let signed = signature::sign(SECRET.as_bytes(), ctx.clock.now(), body.as_bytes());
            match webhooks::receive(ctx, "stripe", Some(&signed), body.as_bytes()).await {
                Ok(()) => taken += 1,
                Err(_) => self.books().messages.push(message),
            }
        }
        taken
    }
}
