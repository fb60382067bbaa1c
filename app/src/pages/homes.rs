//! `/host/homes/…`: a host makes a home, step by step, and keeps it.

mod amenities;
pub mod archive;
mod basics;
pub mod fields;
mod frame;
pub mod new;
pub mod own;
pub mod photos;
mod place;
pub mod preview;
mod price;
mod rules;
mod side;
mod stays;
mod text;

use domain::hosting::Step;
use leptos::prelude::*;
use server::hosting::{self, EditView};
use uuid::Uuid;

use crate::{page::Page, visit::Visit};

use fields::Fields;

/// Where a step of a home is.
fn path(home: Uuid, step: Step) -> String {
    format!("/host/homes/{home}/{}", step.as_str())
}

/// One step: its questions, with what is saved or what was typed.
async fn step(
    visit: &Visit,
    home: Uuid,
    step: Step,
    why: &'static str,
    questions: impl Fn(&Fields<'_>, &EditView) -> AnyView,
) -> server::Result<Page> {
    let view = hosting::edit(&visit.ctx, visit.actor()?, home).await?;
    let fields = Fields::of(&visit.form, view.version);
    let body = frame::step(visit, &view, step, why, &fields, questions(&fields, &view));
    Ok(Page::new(format!("{}: {}", step.label(), view.name), body))
}

/// `…/place`
pub async fn place(visit: &Visit, home: Uuid) -> server::Result<Page> {
    step(visit, home, Step::Place, place::WHY, place::questions).await
}

/// `…/basics`
pub async fn basics(visit: &Visit, home: Uuid) -> server::Result<Page> {
    step(visit, home, Step::Basics, basics::WHY, basics::questions).await
}

/// `…/amenities`
pub async fn amenities(visit: &Visit, home: Uuid) -> server::Result<Page> {
    let asked = amenities::questions;
    step(visit, home, Step::Amenities, amenities::WHY, asked).await
}

/// `…/text`
pub async fn text(visit: &Visit, home: Uuid) -> server::Result<Page> {
    step(visit, home, Step::Text, text::WHY, text::questions).await
}

/// `…/price`
pub async fn price(visit: &Visit, home: Uuid) -> server::Result<Page> {
    price::page(visit, home).await
}

/// `…/stays`
pub async fn stays(visit: &Visit, home: Uuid) -> server::Result<Page> {
    step(visit, home, Step::Stays, stays::WHY, stays::questions).await
}

/// `…/rules`
pub async fn rules(visit: &Visit, home: Uuid) -> server::Result<Page> {
    step(visit, home, Step::Rules, rules::WHY, rules::questions).await
}
