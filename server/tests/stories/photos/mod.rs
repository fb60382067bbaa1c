//! Pictures of homes: what is taken and what becomes of it, who may change them, how they are served and when they go.

mod adding;
mod changing;
mod drawings;
mod files;
mod jpeg;
mod memory;
mod refused;
mod removing;
mod s3;
mod stage;
mod taken;
