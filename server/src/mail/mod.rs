//! Mail: what is written to guests, hosts and the site's owner, and how it leaves. A mail is an effect of the outbox, of a kind of its own, so
//! that a mail server that is down never keeps money waiting.

mod about;
mod accounts;
mod deliver;
mod html;
mod letter;
mod links;
mod local;
mod mailer;
mod message;
mod mime;
mod plain;
mod queue;
mod smtp;

pub use about::letter;
pub use accounts::{confirm_address, reset_password};
pub(crate) use deliver::deliver;
pub use letter::{Attachment, Block, Letter};
pub use links::{Purpose, hash_of};
pub use local::{Kept, KeptMail, Local, kept, kept_mail};
pub use mailer::{Mailer, Sender};
pub use mime::{Part, parts};
pub use queue::{Mail, To, queue};
pub use smtp::Smtp;
