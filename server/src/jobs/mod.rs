//! The worker of every server: the outbox and the deadlines.
