//! Offers places while one types into the pill's first field: a list to walk with the arrow keys.

use leptos::prelude::*;

/// Stands beside the input `where` and the empty list `places-offered`.
#[island(lazy)]
pub fn PlaceSuggestions() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    awake::attach();
}

#[cfg(feature = "hydrate")]
mod awake {
    use std::{cell::Cell, rc::Rc};

    use wasm_bindgen::JsCast;
    use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent};

    use crate::islands::listening::{all, by_id, closest, encoded, fragment, on};

    #[derive(Clone)]
    struct Offered {
        input: HtmlInputElement,
        list: HtmlElement,
        /// Counts what was typed, so that a late answer to an earlier letter is dropped.
        typed: Rc<Cell<u32>>,
    }

    pub fn attach() {
        let (Some(input), Some(list)) = (
            by_id::<HtmlInputElement>("where"),
            by_id::<HtmlElement>("places-offered"),
        ) else {
            return;
        };
        for (name, value) in [
            ("role", "combobox"),
            ("aria-autocomplete", "list"),
            ("aria-controls", "places-offered"),
            ("aria-expanded", "false"),
        ] {
            let _ = input.set_attribute(name, value);
        }
        let offered = Offered {
            input,
            list,
            typed: Rc::default(),
        };
        let [typing, keys, pointer, leaving] = [(); 4].map(|()| offered.clone());
        on(&offered.input, "input", move |_| typing.ask());
        on(&offered.input, "keydown", move |event| keys.key(&event));
        // Before the field loses its focus, which would close the list.
        on(&offered.list, "pointerdown", move |event| {
            if let Some(option) = closest(&event, "[role=option]") {
                event.prevent_default();
                pointer.choose(&option);
            }
        });
        on(&offered.input, "blur", move |_| leaving.close());
        // The first letters were what woke us.
        if offered.input.matches(":focus").unwrap_or(false) {
            offered.ask();
        }
    }

    impl Offered {
        fn ask(&self) {
            let turn = self.typed.get() + 1;
            self.typed.set(turn);
            let text = self.input.value();
            if text.len() < 2 {
                return self.close();
            }
            let offered = self.clone();
            fragment(&format!("/suggest?q={}", encoded(&text)), move |html| {
                if offered.typed.get() == turn {
                    offered.show(&html);
                }
            });
        }

        fn show(&self, html: &str) {
            self.list.set_inner_html(html);
            if self.list.child_element_count() == 0 {
                return self.close();
            }
            self.list.set_hidden(false);
            let _ = self.input.set_attribute("aria-expanded", "true");
            let _ = self.input.remove_attribute("aria-activedescendant");
        }

        fn close(&self) {
            self.list.set_hidden(true);
            self.typed.set(self.typed.get() + 1);
            let _ = self.input.set_attribute("aria-expanded", "false");
            let _ = self.input.remove_attribute("aria-activedescendant");
        }

        fn choose(&self, option: &HtmlElement) {
            self.input
                .set_value(&option.get_attribute("data-text").unwrap_or_default());
            self.close();
        }

        fn key(&self, event: &Event) {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            if self.list.hidden() {
                return;
            }
            let options = all("#places-offered [role=option]");
            let active = options.iter().position(|option| {
                option.get_attribute("aria-selected").as_deref() == Some("true")
            });
            match (event.key().as_str(), active) {
                ("ArrowDown", active) => {
                    self.mark(&options, active.map_or(0, |at| (at + 1) % options.len()))
                }
                ("ArrowUp", active) => self.mark(
                    &options,
                    active
                        .unwrap_or(0)
                        .checked_sub(1)
                        .unwrap_or(options.len() - 1),
                ),
                ("Enter", Some(at)) => self.choose(&options[at]),
                ("Escape", _) => self.close(),
                _ => return,
            }
            event.prevent_default();
        }

        fn mark(&self, options: &[HtmlElement], chosen: usize) {
            for (at, option) in options.iter().enumerate() {
                let _ = option
                    .set_attribute("aria-selected", if at == chosen { "true" } else { "false" });
                if at == chosen {
                    let _ = self
                        .input
                        .set_attribute("aria-activedescendant", &option.id());
                    option.scroll_into_view_with_bool(false);
                }
            }
        }
    }
}
