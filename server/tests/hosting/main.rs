//! Stories of hosting: from a draft to the first booking, every refusal on the way, and homes that are taken back.

#[path = "../support/mod.rs"]
mod support;

#[allow(
    dead_code,
    reason = "what guests do is told by the stories of bookings"
)]
#[path = "../bookings/stage.rs"]
mod stage;

mod archive;
mod catalogue;
mod fixed;
mod journey;
mod overtaken;
mod places;
mod publish;
mod said;
mod steps;
mod strangers;
mod terms;
