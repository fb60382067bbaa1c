//! Sends pictures as soon as they are chosen or dropped: two at a time, each with its progress, and again when one failed.

mod queue;
mod row;

use wasm_bindgen::JsCast;
use web_sys::{DragEvent, FileList, HtmlElement, HtmlInputElement};

use crate::islands::listening::{by_id, on};
use queue::Queue;

/// Stands in the form `upload`, beside its input `file` and the list `uploads`, whose hidden first row is the pattern
/// of the others. The pictures that arrive are added to the list `photos`.
pub fn attach() {
    let (Some(form), Some(input)) = (
        by_id::<HtmlElement>("upload"),
        by_id::<HtmlInputElement>("file"),
    ) else {
        return;
    };
    let queue = Queue::new(form.get_attribute("action").unwrap_or_default());
    let _ = form.class_list().add_1("upload--awake");
    let (choosing, chosen) = (queue.clone(), input.clone());
    on(&input, "change", move |_| take(&choosing, &chosen));
    let (sending, chosen) = (queue.clone(), input.clone());
    on(&form, "submit", move |event| {
        event.prevent_default();
        take(&sending, &chosen);
    });
    drop_zone(&form, &queue);
    // The page may have been touched by choosing them.
    take(&queue, &input);
}

fn take(queue: &Queue, input: &HtmlInputElement) {
    add(queue, input.files());
    input.set_value("");
}

fn add(queue: &Queue, files: Option<FileList>) {
    let Some(files) = files else {
        return;
    };
    for file in (0..files.length()).filter_map(|index| files.get(index)) {
        queue.add(file);
    }
}

fn drop_zone(form: &HtmlElement, queue: &Queue) {
    let mark = |form: &HtmlElement, over: bool| {
        let _ = form.class_list().toggle_with_force("upload--over", over);
    };
    let zone = form.clone();
    on(form, "dragover", move |event| {
        event.prevent_default();
        mark(&zone, true);
    });
    let zone = form.clone();
    on(form, "dragleave", move |_| mark(&zone, false));
    let (zone, queue) = (form.clone(), queue.clone());
    on(form, "drop", move |event| {
        event.prevent_default();
        mark(&zone, false);
        let dropped = event
            .dyn_ref::<DragEvent>()
            .and_then(DragEvent::data_transfer);
        add(&queue, dropped.and_then(|data| data.files()));
    });
}
