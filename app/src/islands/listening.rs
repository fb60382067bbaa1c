//! What the islands that enhance server-rendered forms share: finding elements, listening to them, fetching fragments.

use std::rc::Rc;

use js_sys::{JSON, Reflect};
use leptos::{prelude::document, tachys::dom::window};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Event, EventTarget, HtmlElement, HtmlInputElement, Response, XmlHttpRequest};

/// The element with this id, if it is there and of this kind.
pub fn by_id<T: JsCast>(id: &str) -> Option<T> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The elements that match a selector, in document order.
pub fn all(selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|index| list.get(index)?.dyn_into().ok())
        .collect()
}

/// Calls `act` on every event of this kind, for as long as the page lives.
pub fn on(target: &EventTarget, kind: &str, act: impl FnMut(Event) + 'static) {
    let act = Closure::<dyn FnMut(Event)>::new(act);
    // Fails only where there is no such event; then the page stays as it was.
    let _ = target.add_event_listener_with_callback(kind, act.as_ref().unchecked_ref());
    act.forget();
}

/// The element of the event's target, or around it, that matches.
pub fn closest(event: &Event, selector: &str) -> Option<HtmlElement> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()??.dyn_into().ok()
}

/// Sets a field and tells who listens to it.
pub fn set(input: &HtmlInputElement, value: &str) {
    input.set_value(value);
    if let Ok(event) = Event::new("change") {
        let _ = input.dispatch_event(&event);
    }
}

/// Fetches a fragment of ours and hands its text on; does nothing when it cannot be had, since the page works without.
/// Plain callbacks: what futures need would be more code than all of the island.
pub fn fragment(url: &str, act: impl FnMut(String) + 'static) {
    let mut act = act;
    let read = Closure::<dyn FnMut(JsValue)>::new(move |text: JsValue| {
        if let Some(text) = text.as_string() {
            act(text);
        }
    });
    let answered = Closure::<dyn FnMut(JsValue)>::new(move |response: JsValue| {
        let Ok(response) = response.dyn_into::<Response>() else {
            return;
        };
        if let (true, Ok(text)) = (response.ok(), response.text()) {
            let _ = text.then(&read);
        }
    });
    let _ = window().fetch_with_str(url).then(&answered);
    answered.forget();
}

/// A value as it may stand in a query string.
pub fn encoded(value: &str) -> String {
    String::from(js_sys::encode_uri_component(value))
}

/// Milliseconds of the start of a day written `2026-06-03`.
pub fn day(text: &str) -> Option<f64> {
    Some(js_sys::Date::parse(text)).filter(|ms| ms.is_finite())
}

/// The other way round.
pub fn written(day: f64) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(day));
    String::from(date.to_iso_string())
        .get(..10)
        .unwrap_or_default()
        .to_owned()
}

/// Calls a server function with a form's body. `after` is told the version that was written, or what to say when nothing was.
pub fn post(url: &str, body: &str, after: impl Fn(Result<u32, &'static str>) + 'static) {
    const REFUSED: &str = "This was not saved. Please load the page again.";
    let Ok(request) = XmlHttpRequest::new() else {
        return after(Err(REFUSED));
    };
    let (answer, after) = (request.clone(), Rc::new(after));
    let ended = after.clone();
    on(&request, "loadend", move |_| {
        let version = field(&answer, "version").and_then(|version| version.as_f64());
        ended(version.map(|version| version as u32).ok_or(REFUSED));
    });
    let form = "application/x-www-form-urlencoded";
    let sent = request
        .open("POST", url)
        .and_then(|()| request.set_request_header("content-type", form))
        .and_then(|()| request.send_with_opt_str(Some(body)));
    if sent.is_err() {
        after(Err(REFUSED));
    }
}

/// A field of an answer in JSON.
pub fn field(answer: &XmlHttpRequest, name: &str) -> Option<JsValue> {
    let text = answer.response_text().ok()??;
    let value = Reflect::get(&JSON::parse(&text).ok()?, &JsValue::from_str(name)).ok()?;
    Some(value).filter(|value| !value.is_undefined())
}
