//! One file on its way: a row with its name, a bar, a sentence, and a button to try again.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlProgressElement};

use crate::islands::listening::by_id;

#[derive(Clone)]
pub struct Row(HtmlElement);

impl Row {
    /// A copy of the pattern, at the end of the list.
    pub fn add(name: &str) -> Option<Self> {
        let pattern: HtmlElement = by_id("upload-row")?;
        let row: HtmlElement = pattern.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
        let _ = row.remove_attribute("id");
        row.set_hidden(false);
        by_id::<HtmlElement>("uploads")?.append_child(&row).ok()?;
        let row = Self(row);
        row.part("[data-part=name]")?.set_text_content(Some(name));
        if let Some(bar) = row.part("progress") {
            let _ = bar.set_attribute("aria-label", name);
        }
        row.say("Waiting");
        Some(row)
    }

    /// `done`: from 0 to 1. All of it sent is not all of it done: the server still looks at the picture.
    pub fn progress(&self, done: f64) {
        if let Some(bar) = self.bar() {
            bar.set_value(done * 100.0);
        }
        if done < 1.0 {
            self.say(&format!("{} %", (done * 100.0) as u32));
        } else {
            self.say("Sent. We are making it ready…");
        }
    }

    pub fn begin(&self) {
        self.set_failed(false);
        self.progress(0.0);
    }

    pub fn fail(&self, sentence: &str) {
        self.set_failed(true);
        self.say(sentence);
    }

    pub fn remove(&self) {
        self.0.remove();
    }

    pub fn retry(&self) -> Option<HtmlElement> {
        self.part("[data-part=retry]")
    }

    pub fn dismiss(&self) -> Option<HtmlElement> {
        self.part("[data-part=dismiss]")
    }

    fn set_failed(&self, failed: bool) {
        let _ = self.0.class_list().toggle_with_force("failed", failed);
        if let Some(bar) = self.bar() {
            bar.set_hidden(failed);
        }
        for button in [self.retry(), self.dismiss()].into_iter().flatten() {
            button.set_hidden(!failed);
        }
    }

    fn bar(&self) -> Option<HtmlProgressElement> {
        self.part("progress")?.dyn_into().ok()
    }

    fn say(&self, words: &str) {
        if let Some(line) = self.part("[data-part=says]") {
            line.set_text_content(Some(words));
        }
    }

    fn part(&self, selector: &str) -> Option<HtmlElement> {
        self.0.query_selector(selector).ok()??.dyn_into().ok()
    }
}
