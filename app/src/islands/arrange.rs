//! Puts pictures in order by dragging, by arrow keys and by the buttons, without leaving the page; keeps descriptions as
//! they are left.

mod drag;
mod keeping;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::islands::listening::{by_id, closest, on};
use keeping::{Keeping, row_of};

/// Stands in the form `photos-form` around the list `photos`, which says in `data-order` and `data-describe` where its
/// order and a description are sent.
pub fn attach() {
    let Some(list) = by_id::<HtmlElement>("photos") else {
        return;
    };
    let _ = list.class_list().add_1("photos--awake");
    let keeping = Keeping::new(list.clone());
    drag::attach(&list, &keeping);
    let [keys, clicks, words, free] = [(); 4].map(|()| keeping.clone());
    on(&list, "keydown", move |event| key(&keys, &event));
    on(&list, "click", move |event| click(&clicks, &event));
    on(&list, "change", move |event| {
        if let Some(input) = event
            .target()
            .and_then(|it| it.dyn_into::<HtmlInputElement>().ok())
        {
            words.describe(input);
        }
    });
    // While pictures come in, the home's version changes under us.
    on(&list, "settled", move |_| free.go());
}

/// On the handle: arrows move the picture, Home makes it the first.
fn key(keeping: &Keeping, event: &Event) {
    let Some(handle) = closest(event, "[data-handle]") else {
        return;
    };
    let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
    let to = match key.as_deref() {
        Some("ArrowLeft" | "ArrowUp") => "earlier",
        Some("ArrowRight" | "ArrowDown") => "later",
        Some("Home") => "first",
        _ => return,
    };
    event.prevent_default();
    shift(keeping, &handle, to);
}

/// The buttons that a plain page sends.
fn click(keeping: &Keeping, event: &Event) {
    if let Some(button) = closest(event, "[data-move]") {
        event.prevent_default();
        shift(
            keeping,
            &button,
            &button.get_attribute("data-move").unwrap_or_default(),
        );
    }
}

fn shift(keeping: &Keeping, control: &HtmlElement, to: &str) {
    let Some(row) = row_of(control) else {
        return;
    };
    let (before, after) = (row.previous_element_sibling(), row.next_element_sibling());
    let _ = match (to, before, after) {
        ("earlier", Some(other), _) => other.before_with_node_1(&row),
        ("later", _, Some(other)) => other.after_with_node_1(&row),
        ("first", Some(_), _) => keeping.list().prepend_with_node_1(&row),
        _ => return,
    };
    // What is moved loses the focus; a button that its new place does not have hands it to the handle.
    let _ = control.focus();
    let hidden = control.client_height() == 0;
    if let Ok(Some(handle)) = row.query_selector("[data-handle]")
        && let (true, Ok(handle)) = (hidden, handle.dyn_into::<HtmlElement>())
    {
        let _ = handle.focus();
    }
    keeping.order(row);
}
