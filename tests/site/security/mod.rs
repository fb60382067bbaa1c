//! What must hold whoever asks: headers, cookies, foreign forms, fixation, open redirects, unknown fields.

mod bodies;
mod failures;
mod forms;
mod headers;
mod sessions;
mod world;
