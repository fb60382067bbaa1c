//! Sends the order and the descriptions, one after the other, since each writes a new version of the home.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use crate::islands::listening::{all, by_id, encoded, post};

pub const ROW: &str = "#photos > li";

/// A picture that is on its way or waits for it.
const COMING: &str = "#uploads > li:not([hidden], .failed)";

#[derive(Clone)]
pub struct Keeping(Rc<State>);

struct State {
    list: HtmlElement,
    waiting: RefCell<VecDeque<Task>>,
    busy: Cell<bool>,
}

enum Task {
    /// This row has moved.
    Order(HtmlElement),
    /// These words have changed.
    Describe(HtmlInputElement),
}

impl Keeping {
    pub fn new(list: HtmlElement) -> Self {
        Self(Rc::new(State {
            list,
            waiting: RefCell::default(),
            busy: Cell::new(false),
        }))
    }

    pub fn list(&self) -> &HtmlElement {
        &self.0.list
    }

    /// All pictures as they stand, with commas between.
    pub fn ids(&self) -> String {
        let ids = all(ROW).into_iter();
        let ids = ids.filter_map(|row| row.get_attribute("data-photo"));
        ids.collect::<Vec<_>>().join(",")
    }

    pub fn order(&self, moved: HtmlElement) {
        self.0.waiting.borrow_mut().push_back(Task::Order(moved));
        self.go();
    }

    pub fn describe(&self, input: HtmlInputElement) {
        self.0.waiting.borrow_mut().push_back(Task::Describe(input));
        self.go();
    }

    /// Does the next task, unless one is being done or pictures are coming in.
    pub fn go(&self) {
        if self.0.busy.get() || !all(COMING).is_empty() {
            return;
        }
        let Some(task) = self.0.waiting.borrow_mut().pop_front() else {
            return;
        };
        match task {
            Task::Order(moved) => {
                self.send("data-order", &format!("order={}", self.ids()), move || {
                    place(&moved)
                })
            }
            Task::Describe(input) => self.send_words(input),
        }
    }

    fn send_words(&self, input: HtmlInputElement) {
        let row = row_of(&input);
        let (Some(row), Some(was)) = (row.as_ref(), row.as_ref().and_then(was)) else {
            return self.go();
        };
        let photo = row.get_attribute("data-photo").unwrap_or_default();
        let words = input.value();
        let body = format!(
            "photo={photo}&was={}&alt={}",
            encoded(&was.value()),
            encoded(&words)
        );
        self.send("data-describe", &body, move || {
            was.set_value(&words);
            "Description saved.".to_owned()
        });
    }

    fn send(&self, place: &str, body: &str, done: impl Fn() -> String + 'static) {
        let attribute = |name: &str| self.0.list.get_attribute(name).unwrap_or_default();
        let version = by_id::<HtmlInputElement>("photos-version");
        let seen = version
            .as_ref()
            .map(HtmlInputElement::value)
            .unwrap_or_default();
        let body = format!("id={}&version={seen}&{body}", attribute("data-home"));
        self.0.busy.set(true);
        let keeping = self.clone();
        post(&attribute(place), &body, move |written| {
            keeping.0.busy.set(false);
            match written {
                Ok(written) => {
                    if let Some(version) = &version {
                        version.set_value(&written.to_string());
                    }
                    say(&done());
                }
                Err(sentence) => say(sentence),
            }
            keeping.go();
        });
    }
}

pub fn row_of(element: &Element) -> Option<HtmlElement> {
    element.closest(ROW).ok()??.dyn_into().ok()
}

/// What is saved of a picture.
fn was(row: &HtmlElement) -> Option<HtmlInputElement> {
    row.query_selector("[name=was]").ok()??.dyn_into().ok()
}

fn place(moved: &HtmlElement) -> String {
    let rows = all(ROW);
    let at = rows.iter().position(|row| row.is_same_node(Some(moved)));
    format!(
        "Now picture {} of {}.",
        at.unwrap_or_default() + 1,
        rows.len()
    )
}

fn say(words: &str) {
    if let Some(line) = by_id::<HtmlElement>("photos-say") {
        line.set_text_content(Some(words));
    }
}
