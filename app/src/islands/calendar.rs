//! Lets a host choose nights in the month itself: by dragging, by two taps, or with the keys. It only fills the form
//! beside the month, which blocks and opens nights by itself.

mod hands;
mod plan;

use std::rc::Rc;

use leptos::tachys::dom::window;

use crate::islands::listening::{all, on};
use plan::Plan;

/// Stands beside the table `plan`, whose cells from today on have `data-day` and `data-label`, the inputs `first_night`
/// and `last_night`, and the line `nights-chosen`. `data-wake` wakes it as soon as the page is there: a tap that only
/// woke it would be lost.
pub fn attach() {
    if let Some(plan) = Plan::here().map(Rc::new) {
        plan.become_a_grid();
        listen(&plan);
        plan.go_on();
    }
}

fn listen(plan: &Rc<Plan>) {
    let [first, last, keys, down, moved, up, gone] = [(); 7].map(|()| plan.clone());
    on(&plan.first, "change", move |_| first.typed());
    on(&plan.last, "change", move |_| last.typed());
    on(&plan.table, "keydown", move |event| keys.key(&event));
    on(&plan.table, "pointerdown", move |event| down.grasp(&event));
    on(&window(), "pointermove", move |event| moved.pull(&event));
    on(&window(), "pointerup", move |_| up.let_go());
    on(&window(), "pointercancel", move |_| gone.lose());
    for link in all("a[rel=prev], a[rel=next]") {
        let (plan, turned) = (plan.clone(), link.clone());
        on(&link, "click", move |_| {
            let _ = turned.set_attribute("href", &plan.carrying(&turned));
        });
    }
}
