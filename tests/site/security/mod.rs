//! What must hold whoever asks: headers, cookies, foreign forms, fixation, open redirects, unknown fields.

mod forms;
mod headers;
mod sessions;
mod world;
