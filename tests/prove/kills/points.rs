//! Where a server is killed: before a transaction is committed and after it, before the provider is asked and after its answer, and
//! before the outbox notes that an effect was done.

use super::course::Course;

pub struct Point {
    /// `{step}.{moment}`, as `server::interruptions::reach` has it.
    pub name: &'static str,
    /// What leads there.
    pub course: Course,
}

const fn at(name: &'static str, course: Course) -> Point {
    Point { name, course }
}

/// The states are those that a look at the payment comes to: `capturing.written` is an authorised card, not yet committed.
pub const POINTS: [Point; 26] = [
    at("hold.written", Course::Stay),
    at("hold.committed", Course::Stay),
    at("payment.create.leased", Course::Stay),
    at("payment.create.answered", Course::Stay),
    at("payment.create.done", Course::Stay),
    at("capturing.written", Course::Stay),
    at("capturing.committed", Course::Stay),
    at("authorized.written", Course::Request),
    at("authorized.committed", Course::Request),
    at("accept.written", Course::Request),
    at("accept.committed", Course::Request),
    at("payment.capture.leased", Course::Stay),
    at("payment.capture.answered", Course::Request),
    at("payment.capture.done", Course::Stay),
    at("confirmed.written", Course::Stay),
    at("confirmed.committed", Course::Stay),
    at("webhook.stored", Course::Stay),
    at("cancel.written", Course::Cancelled),
    at("cancel.committed", Course::Cancelled),
    at("payment.refund.leased", Course::Cancelled),
    at("payment.refund.answered", Course::Cancelled),
    at("payment.refund.done", Course::Cancelled),
    at("payment.cancel.leased", Course::LetGo),
    at("payment.cancel.answered", Course::LetGo),
    at("payment.cancel.done", Course::LetGo),
    at("release.committed", Course::LetGo),
];
