//! The hold's countdown. The server renders "about 12 minutes"; awake, the page counts, says when two minutes are left,
//! and looks again when the time is over.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// Seconds from which the hold is highlighted; the server's rendering uses the same.
pub const SOON: i32 = 120;

/// Stands inside `#hold`, whose `data-left` is the number of seconds that were left when the page was made.
#[island(lazy)]
pub fn Countdown() -> impl IntoView {
    let said = RwSignal::new("");
    Effect::new(move |_| {
        let ticking = StoredValue::new(None::<IntervalHandle>);
        let tick = move || {
            let left = seconds_left().unwrap_or(0);
            show(left.max(0));
            if left <= SOON && said.get_untracked().is_empty() {
                said.set("No more than two minutes are left of this hold.");
            }
            if left < 0 {
                if let Some(handle) = ticking.get_value() {
                    handle.clear();
                }
                let _ = window().location().reload();
            }
        };
        tick();
        ticking.set_value(set_interval_with_handle(tick, Duration::from_secs(1)).ok());
    });
    view! { <span class="visually-hidden" role="status">{said}</span> }
}

/// Counts from the moment the page was opened, so that a visitor's wrong clock does not matter.
fn seconds_left() -> Option<i32> {
    let left: i32 = document()
        .get_element_by_id("hold")?
        .get_attribute("data-left")?
        .parse()
        .ok()?;
    let performance = js_sys::Reflect::get(&window(), &JsValue::from_str("performance")).ok()?;
    let now = js_sys::Reflect::get(&performance, &JsValue::from_str("now")).ok()?;
    let milliseconds = now
        .dyn_ref::<js_sys::Function>()?
        .call0(&performance)
        .ok()?
        .as_f64()?;
    Some(left - (milliseconds / 1000.0) as i32)
}

fn show(left: i32) {
    if left <= SOON
        && let Some(hold) = document().get_element_by_id("hold")
    {
        hold.set_class_name("hold soon");
    }
    if let Some(text) = document().get_element_by_id("hold-left") {
        text.set_text_content(Some(&format!("{}:{:02} left", left / 60, left % 60)));
    }
}
