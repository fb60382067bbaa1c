//! Opens a home's pictures full screen: arrows, Escape, swipe; the focus returns to where it was.

use leptos::prelude::*;

/// Stands in the gallery, whose pictures are links marked `data-picture`, beside the dialog `viewer`.
#[island(lazy)]
pub fn Gallery() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    awake::attach();
}

#[cfg(feature = "hydrate")]
mod awake {
    use std::{cell::Cell, rc::Rc};

    use wasm_bindgen::JsCast;
    use web_sys::{Event, HtmlDialogElement, HtmlElement, KeyboardEvent, PointerEvent};

    use crate::islands::listening::{all, by_id, closest, on};

    /// How far a finger must move to turn the page, in pixels.
    const SWIPE: i32 = 40;

    #[derive(Clone)]
    struct Viewer {
        dialog: HtmlDialogElement,
        at: Rc<Cell<usize>>,
        down: Rc<Cell<i32>>,
    }

    pub fn attach() {
        let Some(dialog) = by_id::<HtmlDialogElement>("viewer") else {
            return;
        };
        let viewer = Viewer {
            dialog,
            at: Rc::default(),
            down: Rc::default(),
        };
        for (index, picture) in all("[data-picture]").into_iter().enumerate() {
            let opened = viewer.clone();
            on(&picture, "click", move |event| {
                event.prevent_default();
                opened.show(index);
                let _ = opened.dialog.show_modal();
            });
        }
        if let Some(button) = all("[data-all]").first() {
            let opened = viewer.clone();
            on(button, "click", move |_| {
                opened.show(0);
                let _ = opened.dialog.show_modal();
            });
        }
        let [clicks, keys, down, up] = [(); 4].map(|()| viewer.clone());
        on(&viewer.dialog, "click", move |event| clicks.click(&event));
        on(&viewer.dialog, "keydown", move |event| keys.key(&event));
        on(&viewer.dialog, "pointerdown", move |event| {
            down.down.set(across(&event))
        });
        on(&viewer.dialog, "pointerup", move |event| {
            up.swipe(across(&event))
        });
    }

    fn across(event: &Event) -> i32 {
        event
            .dyn_ref::<PointerEvent>()
            .map_or(0, |event| event.client_x())
    }

    impl Viewer {
        fn click(&self, event: &Event) {
            let Some(button) = closest(event, "[data-step]") else {
                return;
            };
            match button.get_attribute("data-step").as_deref() {
                Some("close") => self.dialog.close(),
                Some("back") => self.turn(-1),
                _ => self.turn(1),
            }
        }

        fn key(&self, event: &Event) {
            match event
                .dyn_ref::<KeyboardEvent>()
                .map(|event| event.key())
                .as_deref()
            {
                Some("ArrowLeft") => self.turn(-1),
                Some("ArrowRight") => self.turn(1),
                _ => {}
            }
        }

        fn swipe(&self, across: i32) {
            match across - self.down.get() {
                moved if moved > SWIPE => self.turn(-1),
                moved if moved < -SWIPE => self.turn(1),
                _ => {}
            }
        }

        fn turn(&self, by: isize) {
            let many = all("[data-picture]").len().max(1);
            self.show((self.at.get() + many).wrapping_add_signed(by) % many);
        }

        fn show(&self, index: usize) {
            let pictures = all("[data-picture]");
            let whole = |link: &HtmlElement| link.query_selector("img[srcset]").ok().flatten();
            let (Some(link), Some(picture)) =
                (pictures.get(index), pictures.get(index).and_then(whole))
            else {
                return;
            };
            self.at.set(index);
            let words = picture.get_attribute("alt").unwrap_or_default();
            if let Some(large) = by_id::<HtmlElement>("viewer-picture") {
                // The link leads to the widest file.
                let _ = large.set_attribute("src", &link.get_attribute("href").unwrap_or_default());
                let _ = large.set_attribute("alt", &words);
            }
            say("viewer-words", &words);
            say(
                "viewer-count",
                &format!("{} of {}", index + 1, pictures.len()),
            );
        }
    }

    fn say(id: &str, words: &str) {
        if let Some(element) = by_id::<HtmlElement>(id) {
            element.set_text_content(Some(words));
        }
    }
}
