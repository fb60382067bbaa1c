//! What must hold whoever asks: headers, cookies, foreign forms, fixation, open redirects, unknown fields.

#[path = "../browser/mod.rs"]
mod browser;
#[path = "../../server/tests/support/mod.rs"]
mod support;

mod forms;
mod headers;
mod sessions;
mod world;
