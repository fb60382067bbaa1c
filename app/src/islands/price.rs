//! Shows the price of other dates as soon as they are chosen, without leaving the page.

use leptos::prelude::*;

/// Stands on a listing's page, beside the form of dates and guests and the element `offer` that holds their price.
#[island(lazy)]
pub fn LivePrice() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    awake::attach();
}

#[cfg(feature = "hydrate")]
mod awake {
    use std::{cell::Cell, rc::Rc};

    use web_sys::{HtmlElement, HtmlInputElement};

    use crate::islands::listening::{all, by_id, encoded, fragment, on};

    const FIELDS: [&str; 3] = ["check_in", "check_out", "guests"];

    pub fn attach() {
        // Counts the changes, so that a late answer to an earlier choice is dropped.
        let turn = Rc::new(Cell::new(0_u32));
        for input in FIELDS.iter().filter_map(|id| by_id::<HtmlInputElement>(id)) {
            let turn = turn.clone();
            on(&input, "change", move |_| ask(&turn));
        }
    }

    fn ask(turn: &Rc<Cell<u32>>) {
        let this = turn.get() + 1;
        turn.set(this);
        let Some(offer) = by_id::<HtmlElement>("offer") else {
            return;
        };
        let mut values = FIELDS.map(|id| {
            by_id::<HtmlInputElement>(id)
                .map(|input| input.value())
                .unwrap_or_default()
        });
        // As long as one is missing, nothing is chosen, and nothing may be booked.
        if values.iter().any(String::is_empty) {
            values = Default::default();
        }
        // The style sheet shows the lines to come at their size; the button among the old ones books other dates than are chosen.
        for state in ["aria-busy", "inert"] {
            let _ = offer.set_attribute(state, "true");
        }
        let url = offer.get_attribute("data-url").unwrap_or_default();
        let [check_in, check_out, guests] = values.map(|value| encoded(&value));
        let turn = turn.clone();
        let url = format!("{url}?check_in={check_in}&check_out={check_out}&guests={guests}");
        // Without an answer the form's own button still shows the price.
        fragment(&url, move |html| {
            if turn.get() == this {
                show(&offer, &html);
            }
        });
    }

    /// Puts each part of the answer where the page has its like, and the rest where the price stands.
    fn show(offer: &HtmlElement, html: &str) {
        offer.set_inner_html(html);
        for state in ["aria-busy", "inert"] {
            let _ = offer.remove_attribute(state);
        }
        for part in all("#offer [data-part]") {
            let place = part.get_attribute("data-part").unwrap_or_default();
            if let Some(place) = by_id::<HtmlElement>(&place) {
                place.set_inner_html(&part.inner_html());
            }
            part.remove();
        }
        for id in FIELDS {
            mark(id, by_id::<HtmlElement>(&format!("{id}-error")).is_some());
        }
    }

    fn mark(id: &str, wrong: bool) {
        let Some(input) = by_id::<HtmlElement>(id) else {
            return;
        };
        if wrong {
            let _ = input.set_attribute("aria-invalid", "true");
            let _ = input.set_attribute("aria-describedby", &format!("{id}-error"));
        } else {
            let _ = input.remove_attribute("aria-invalid");
            let _ = input.remove_attribute("aria-describedby");
        }
    }
}
