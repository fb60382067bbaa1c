//! Pictures for homes that have no photographs: drawn by us, by program, in one hand, as a gouache poster is. A home has one
//! palette, material and time of year in all its pictures; the hour changes.
//!
//! A [`Spec`] says all that a picture depends on, so that the same spec is the same picture for ever, as long as [`EDITION`]
//! stays. [`of`] chooses the pictures of a home from its facts. The way of one of them: `home` (palette, season, hour) →
//! `outside` or `rooms` (what is where, in metres) → `camera` (metres to the sheet) → `canvas` (SVG) → `raster` (pixels)
//! → `paper` (the hand) → WebP.
//!
//! Modules that are mostly points are formatted with `max_width=140,use_small_heuristics=Max`, since the usual formatting
//! gives every point a line of its own.

mod canvas;
mod captions;
mod chance;
mod ink;
mod pages;
mod paper;
mod raster;
mod scenes;
mod spec;

#[rustfmt::skip]
mod camera;
#[rustfmt::skip]
mod distance;
#[rustfmt::skip]
mod doorstep;
#[rustfmt::skip]
mod facade;
#[rustfmt::skip]
mod home;
#[rustfmt::skip]
mod house;
#[rustfmt::skip]
mod land;
#[rustfmt::skip]
mod lane;
#[rustfmt::skip]
mod light;
#[rustfmt::skip]
mod outside;
#[rustfmt::skip]
mod panes;
#[rustfmt::skip]
mod region;
#[rustfmt::skip]
mod rooms;
#[rustfmt::skip]
mod sky;
#[rustfmt::skip]
mod street;
#[rustfmt::skip]
mod town;
#[rustfmt::skip]
mod trees;
#[rustfmt::skip]
mod water;

#[cfg(test)]
mod tests;

pub use pages::{Decoration, decoration};
pub use raster::webp;
pub use scenes::{Drawing, Facts, cover, of};
pub use spec::{NotASpec, Spec, View};

use canvas::Canvas;
use home::Home;

/// Part of a picture's address: raised when the hand changes, so that no cache keeps what we no longer draw.
pub const EDITION: u32 = 4;

/// The picture as SVG, 600 by 400.
pub fn svg(spec: &Spec) -> String {
    let home = Home::of(spec);
    let mut canvas = Canvas::new(600, 400, 1);
    let scene = home.at(home.hour_of(spec.view));
    match spec.view {
        View::Outside | View::Evening => outside::paint(&mut canvas, &scene),
        _ => rooms::paint(&mut canvas, &scene, spec),
    }
    canvas.finish()
}
