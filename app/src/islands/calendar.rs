//! Lets a host choose nights in the month itself: by dragging, by two taps, or with the keys. It only fills the form
//! beside the month, which blocks and frees nights by itself.

use leptos::prelude::*;

/// Stands beside the table `plan`, whose cells from today on have `data-day` and `data-label`, the inputs `first_night`
/// and `last_night`, and the line `nights-chosen`. `data-wake` wakes it as soon as the page is there: a tap that only
/// wakes it would be lost.
#[island(lazy)]
pub fn NightsPlan() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    awake::attach();
}

#[cfg(feature = "hydrate")]
mod awake {
    use std::{cell::Cell, rc::Rc};

    use leptos::tachys::dom::window;
    use wasm_bindgen::JsCast;
    use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent, PointerEvent};

    use crate::islands::listening::{all, by_id, closest, day, on};

    const DAY: f64 = 86_400_000.0;

    struct Plan {
        table: HtmlElement,
        first: HtmlInputElement,
        last: HtmlInputElement,
        /// One for each day from today on, without gaps.
        cells: Vec<HtmlElement>,
        /// The end that is set, while the other is still to come.
        open: Cell<Option<usize>>,
        /// Where a drag began, and whether it has left that day.
        drag: Cell<Option<(usize, bool)>>,
    }

    pub fn attach() {
        let (Some(table), Some(first), Some(last)) = (
            by_id::<HtmlElement>("plan"),
            by_id("first_night"),
            by_id("last_night"),
        ) else {
            return;
        };
        let plan = Rc::new(Plan {
            table,
            first,
            last,
            cells: all("#plan td[data-day]"),
            open: Cell::new(None),
            drag: Cell::new(None),
        });
        plan.become_a_grid();
        listen(&plan);
        plan.show_fields();
    }

    fn listen(plan: &Rc<Plan>) {
        let [typed_first, typed_last, keys, down, moved, up, cancelled] =
            [(); 7].map(|()| plan.clone());
        on(&plan.first, "change", move |_| typed_first.typed());
        on(&plan.last, "change", move |_| typed_last.typed());
        on(&plan.table, "keydown", move |event| keys.key(&event));
        on(&plan.table, "pointerdown", move |event| down.grasp(&event));
        on(&window(), "pointermove", move |event| moved.pull(&event));
        on(&window(), "pointerup", move |_| up.let_go());
        on(&window(), "pointercancel", move |_| {
            cancelled.drag.set(None)
        });
    }

    impl Plan {
        /// Only now are there days to walk on. Coming from another month by key, one goes on walking.
        fn become_a_grid(&self) {
            let _ = self.table.set_attribute("role", "grid");
            let _ = self.table.set_attribute("aria-multiselectable", "true");
            let _ = self.table.class_list().add_1("plan--awake");
            for (at, cell) in self.cells.iter().enumerate() {
                cell.set_tab_index(if at == 0 { 0 } else { -1 });
            }
            if window().location().hash().as_deref() == Ok("#plan") {
                self.walk_to(0);
            }
        }

        fn walk_to(&self, to: usize) {
            for (at, cell) in self.cells.iter().enumerate() {
                cell.set_tab_index(if at == to { 0 } else { -1 });
            }
            if let Some(cell) = self.cells.get(to) {
                let _ = cell.focus();
            }
            if let Some(from) = self.open.get() {
                self.paint(&self.date(from.min(to)), &self.date(from.max(to)));
            }
        }

        fn date(&self, at: usize) -> String {
            self.said(at, "data-day")
        }

        fn said(&self, at: usize, name: &str) -> String {
            let cell = self.cells.get(at);
            cell.and_then(|cell| cell.get_attribute(name))
                .unwrap_or_default()
        }

        /// The first choice is one night; the second makes a range of both.
        fn choose(&self, at: usize) {
            let from = self.open.take();
            if from.is_none() {
                self.open.set(Some(at));
            }
            self.fill(from.unwrap_or(at), at);
        }

        fn fill(&self, one: usize, other: usize) {
            self.first.set_value(&self.date(one.min(other)));
            self.last.set_value(&self.date(one.max(other)));
            self.show_fields();
        }

        fn clear(&self) {
            self.open.set(None);
            self.drag.set(None);
            self.first.set_value("");
            self.last.set_value("");
            self.show_fields();
        }

        /// The last night can only be the first or a later one.
        fn typed(&self) {
            self.open.set(None);
            let (first, last) = (self.first.value(), self.last.value());
            if last.is_empty() || last < first {
                self.last.set_value(&first);
            }
            self.show_fields();
        }

        fn show_fields(&self) {
            let (first, last) = (self.first.value(), self.last.value());
            self.last.set_min(&first);
            self.paint(&first, &last);
            if let Some(line) = by_id::<HtmlElement>("nights-chosen") {
                line.set_text_content(Some(&self.words(&first, &last)));
            }
        }

        fn paint(&self, first: &str, last: &str) {
            for (at, cell) in self.cells.iter().enumerate() {
                let date = self.date(at);
                let chosen = !first.is_empty() && first <= date.as_str() && date.as_str() <= last;
                let _ = cell.set_attribute("aria-selected", if chosen { "true" } else { "false" });
            }
        }

        /// "Thu 3 December to Sat 5 December: 3 nights."
        fn words(&self, first: &str, last: &str) -> String {
            let (Some(from), Some(to)) = (day(first), day(last)) else {
                return String::new();
            };
            let label = |date: &str| {
                let at = self
                    .cells
                    .iter()
                    .position(|cell| cell.get_attribute("data-day").as_deref() == Some(date));
                at.map_or_else(|| date.to_owned(), |at| self.said(at, "data-label"))
            };
            match (to - from) / DAY {
                nights if nights < 0.0 => String::new(),
                0.0 if self.open.get().is_some() => {
                    format!(
                        "{}: 1 night. Choose another to make it a range.",
                        label(first)
                    )
                }
                0.0 => format!("{}: 1 night.", label(first)),
                nights => format!(
                    "{} to {}: {} nights.",
                    label(first),
                    label(last),
                    nights as u32 + 1
                ),
            }
        }

        fn key(&self, event: &Event) {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            let other_meaning = event.ctrl_key() || event.alt_key() || event.meta_key();
            let focused = self.cells.iter().position(|cell| {
                event
                    .target()
                    .is_some_and(|target| target == *AsRef::<web_sys::EventTarget>::as_ref(cell))
            });
            let Some(at) = focused.filter(|_| !other_meaning) else {
                return;
            };
            let last = self.cells.len() - 1;
            let weekday = || day(&self.date(at)).map_or(0, |ms| ((ms / DAY) as usize + 3) % 7);
            match event.key().as_str() {
                "ArrowLeft" => self.walk_to(at.saturating_sub(1)),
                "ArrowRight" => self.walk_to((at + 1).min(last)),
                "ArrowUp" => self.walk_to(at.checked_sub(7).unwrap_or(at)),
                "ArrowDown" => self.walk_to(Some(at + 7).filter(|to| *to <= last).unwrap_or(at)),
                "Home" => self.walk_to(at.saturating_sub(weekday())),
                "End" => self.walk_to((at + 6 - weekday()).min(last)),
                "PageUp" => turn("prev"),
                "PageDown" => turn("next"),
                " " | "Enter" => self.choose(at),
                "Escape" => self.clear(),
                _ => return,
            }
            event.prevent_default();
        }

        /// A bar in the month is a link of its own.
        fn grasp(&self, event: &Event) {
            let Some(pointer) = event.dyn_ref::<PointerEvent>() else {
                return;
            };
            if pointer.button() == 0 && closest(event, "a").is_none() {
                self.drag.set(self.under(pointer).map(|at| (at, false)));
            }
        }

        fn pull(&self, event: &Event) {
            let (Some((from, left)), Some(pointer)) =
                (self.drag.get(), event.dyn_ref::<PointerEvent>())
            else {
                return;
            };
            if let Some(to) = self.under(pointer).filter(|to| left || *to != from) {
                self.open.set(None);
                self.drag.set(Some((from, true)));
                self.fill(from, to);
            }
        }

        /// What never left its day was a tap.
        fn let_go(&self) {
            if let Some((at, false)) = self.drag.take() {
                self.walk_to(at);
                self.choose(at);
            }
        }

        /// The day under the pointer. Bars reach over several days, so that places tell, not elements.
        fn under(&self, pointer: &PointerEvent) -> Option<usize> {
            let (x, y) = (f64::from(pointer.client_x()), f64::from(pointer.client_y()));
            self.cells.iter().position(|cell| {
                let place = cell.get_bounding_client_rect();
                (place.left()..place.right()).contains(&x)
                    && (place.top()..place.bottom()).contains(&y)
            })
        }
    }

    /// Opens the month before or after this one, and goes on walking there.
    fn turn(direction: &str) {
        let link = all(&format!("a[rel={direction}]")).into_iter().next();
        if let Some(address) = link.and_then(|link| link.get_attribute("href")) {
            let _ = window().location().set_href(&format!("{address}#plan"));
        }
    }
}
