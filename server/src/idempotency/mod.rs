//! Requests that may be sent twice: what was answered to a key is answered again for a day, by every server.
//!
//! Whoever begins a request takes a lease on its key. A lease that ends without an answer is one of a server that died: the next to come
//! with the key does the work again. So that this makes nothing twice, what a request creates takes its id from [`new_id`], and an
//! operation that finds its row there already answers with it. What has no id of its own asks [`is_again`].

mod keys;
mod made;
mod standing;

pub use keys::{Answer, LONGEST_ANSWER, Lease, Request, finish, forget, give_up};
pub use made::{is_again, new_id, within};
pub use standing::{Begun, begin};
