//! Mail: what is written to guests, hosts and the site's owner, and how it leaves. A mail is an effect of the outbox, of a kind of its own, so
//! that a mail server that is down never keeps money waiting.

mod queue;

pub use queue::{Mail, queue};
