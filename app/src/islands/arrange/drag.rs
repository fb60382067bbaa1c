//! Moving a picture by mouse or finger, from its handle on: it takes the place of the one under the pointer.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};

use super::keeping::{Keeping, ROW, row_of};
use crate::islands::listening::{all, closest, on};

/// The row that is moved, and the order before.
type Dragged = Rc<RefCell<Option<(HtmlElement, String)>>>;

pub fn attach(list: &HtmlElement, keeping: &Keeping) {
    let dragged = Dragged::default();
    let [down, moving, up, lost] = [(); 4].map(|()| dragged.clone());
    let [taking, leaving, losing] = [(); 3].map(|()| keeping.clone());
    on(list, "pointerdown", move |event| {
        let row = closest(&event, "[data-handle]").and_then(|handle| row_of(&handle));
        if let (Some(row), Some(event)) = (row, event.dyn_ref::<PointerEvent>()) {
            let _ = taking.list().set_pointer_capture(event.pointer_id());
            let _ = row.class_list().add_1("dragged");
            *down.borrow_mut() = Some((row, taking.ids()));
        }
    });
    on(list, "pointermove", move |event| {
        if let (Some((row, _)), Some(event)) =
            (moving.borrow().as_ref(), event.dyn_ref::<PointerEvent>())
        {
            over(row, event);
        }
    });
    on(list, "pointerup", move |_| release(&up, &leaving));
    on(list, "pointercancel", move |_| release(&lost, &losing));
}

fn over(row: &HtmlElement, event: &PointerEvent) {
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    let under = document().element_from_point(x, y);
    let Some(other) = under.and_then(|element| element.closest(ROW).ok()?) else {
        return;
    };
    let rows = all(ROW);
    let at = |wanted: &Element| rows.iter().position(|row| row.is_same_node(Some(wanted)));
    let _ = match (at(row), at(&other)) {
        (Some(from), Some(to)) if from < to => other.after_with_node_1(row),
        (Some(from), Some(to)) if from > to => other.before_with_node_1(row),
        _ => Ok(()),
    };
}

fn release(dragged: &Dragged, keeping: &Keeping) {
    let Some((row, before)) = dragged.borrow_mut().take() else {
        return;
    };
    let _ = row.class_list().remove_1("dragged");
    if keeping.ids() != before {
        keeping.order(row);
    }
}
