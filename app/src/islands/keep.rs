//! Keeps what is typed on a step until it is saved, in this browser only, and offers it back after a closed tab.

use js_sys::{Array, JSON, Reflect};
use leptos::tachys::dom::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, Storage};

use crate::islands::listening::{all, by_id, on};

const FIELDS: &str =
    "#step input[name]:not([type=hidden]), #step textarea[name], #step select[name]";

/// Stands beside the form `step`, whose `data-keep` names it, and the note `kept`, which is hidden until there is
/// something to offer. What was saved is forgotten by `loader.js`, because a form may be sent before this is awake.
pub fn attach() {
    let Some(storage) = window().local_storage().ok().flatten() else {
        return;
    };
    let Some(form) = by_id::<HtmlElement>("step") else {
        return;
    };
    let key = form.get_attribute("data-keep").unwrap_or_default();
    let shown = typed();
    match storage.get_item(&key).ok().flatten() {
        Some(kept) if kept != shown => offer(&storage, &key, kept),
        // What is shown to be mended is not saved yet.
        Some(_) if by_id::<HtmlElement>("mend").is_some() => {}
        Some(_) => drop(storage.remove_item(&key)),
        // Somebody may have typed before this was awake.
        None if touched() => drop(storage.set_item(&key, &shown)),
        None => {}
    }
    // What was offered stays until it is put back or forgotten: the first letter typed must not overwrite it.
    on(&form, "input", move |_| {
        if !offering() {
            let _ = storage.set_item(&key, &typed());
        }
    });
}

/// Whether a field says something else than the page that was sent.
fn touched() -> bool {
    all(FIELDS).iter().any(|field| {
        let read = |name: &str| Reflect::get(field, &JsValue::from_str(name)).ok();
        [("value", "defaultValue"), ("checked", "defaultChecked")]
            .into_iter()
            .any(|(now, sent)| {
                let sent = read(sent).filter(|sent| !sent.is_undefined());
                sent.is_some() && read(now) != sent
            })
    })
}

fn offering() -> bool {
    by_id::<HtmlElement>("kept").is_some_and(|note| !note.hidden())
}

fn offer(storage: &Storage, key: &str, kept: String) {
    let Some(note) = by_id::<HtmlElement>("kept") else {
        return;
    };
    note.set_hidden(false);
    if let Some(button) = by_id::<HtmlElement>("put-back") {
        let note = note.clone();
        on(&button, "click", move |_| {
            put_back(&kept);
            note.set_hidden(true);
            if let Some(first) = all(FIELDS).first() {
                let _ = first.focus();
            }
        });
    }
    if let Some(button) = by_id::<HtmlElement>("forget") {
        let (storage, key) = (storage.clone(), key.to_owned());
        on(&button, "click", move |_| {
            let _ = storage.remove_item(&key);
            note.set_hidden(true);
            if let Some(first) = all(FIELDS).first() {
                let _ = first.focus();
            }
        });
    }
}

/// One value for each field, in the order of the page: the text, or whether it is chosen.
fn typed() -> String {
    let values: Array = all(FIELDS).iter().map(value).collect();
    JSON::stringify(&values)
        .map(String::from)
        .unwrap_or_default()
}

fn put_back(kept: &str) {
    let Some(values) = JSON::parse(kept)
        .ok()
        .and_then(|it| it.dyn_into::<Array>().ok())
    else {
        return;
    };
    let fields = all(FIELDS);
    // The page has other fields than it had: what was kept belongs to none of them.
    if values.length() as usize != fields.len() {
        return;
    }
    for (field, value) in fields.iter().zip(values.iter()) {
        let _ = Reflect::set(field, &property(field), &value);
    }
}

fn value(field: &HtmlElement) -> JsValue {
    Reflect::get(field, &property(field)).unwrap_or(JsValue::NULL)
}

fn property(field: &HtmlElement) -> JsValue {
    let choice = field
        .matches("[type=checkbox], [type=radio]")
        .unwrap_or(false);
    JsValue::from_str(if choice { "checked" } else { "value" })
}
