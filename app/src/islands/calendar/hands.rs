//! What keys, mouse and finger do in the month.

use leptos::tachys::dom::window;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, KeyboardEvent, PointerEvent};

use super::plan::{DAY, Plan};
use crate::islands::listening::{all, closest, day};

impl Plan {
    pub fn key(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let other_meaning = event.ctrl_key() || event.alt_key() || event.meta_key();
        let Some(at) = self.focused(event).filter(|_| !other_meaning) else {
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
            "PageUp" => self.turn("prev"),
            "PageDown" => self.turn("next"),
            " " | "Enter" => self.choose(at),
            "Escape" => self.clear(),
            _ => return,
        }
        event.prevent_default();
    }

    /// The cell that has the focus itself, not a bar in it.
    fn focused(&self, event: &Event) -> Option<usize> {
        let target = event.target()?;
        self.cells
            .iter()
            .position(|cell| target == *AsRef::<EventTarget>::as_ref(cell))
    }

    /// Opens the month before or after this one, to go on walking there.
    fn turn(&self, direction: &str) {
        if let Some(link) = all(&format!("a[rel={direction}]")).first() {
            let address = format!("{}#plan", self.carrying(link));
            let _ = window().location().set_href(&address);
        }
    }

    /// A bar in the month is a link of its own.
    pub fn grasp(&self, event: &Event) {
        let Some(pointer) = event.dyn_ref::<PointerEvent>() else {
            return;
        };
        if pointer.button() == 0 && closest(event, "a").is_none() {
            self.drag.set(self.under(pointer).map(|at| (at, false)));
        }
    }

    pub fn pull(&self, event: &Event) {
        let (Some((from, left)), Some(pointer)) =
            (self.drag.get(), event.dyn_ref::<PointerEvent>())
        else {
            return;
        };
        if let Some(to) = self.under(pointer).filter(|to| left || *to != from) {
            self.open.take();
            self.drag.set(Some((from, true)));
            self.fill(&self.date(from), &self.date(to));
        }
    }

    /// What never left its day was a tap.
    pub fn let_go(&self) {
        if let Some((at, false)) = self.drag.take() {
            self.walk_to(at);
            self.choose(at);
        }
    }

    /// The page is being scrolled instead.
    pub fn lose(&self) {
        self.drag.set(None);
    }

    /// The day under the pointer. Bars reach over several days, so that places tell, not elements.
    fn under(&self, pointer: &PointerEvent) -> Option<usize> {
        let (x, y) = (f64::from(pointer.client_x()), f64::from(pointer.client_y()));
        self.cells.iter().position(|cell| {
            let place = cell.get_bounding_client_rect();
            (place.left()..place.right()).contains(&x) && (place.top()..place.bottom()).contains(&y)
        })
    }
}
