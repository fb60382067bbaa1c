//! Stories of hosting: from a draft to the first booking, every refusal on the way, and homes that are taken back.

mod archive;
mod catalogue;
mod fixed;
mod journey;
mod overtaken;
mod places;
mod posted;
mod publish;
mod said;
mod steps;
mod strangers;
mod terms;
