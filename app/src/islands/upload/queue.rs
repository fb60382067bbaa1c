//! Which files wait, which are on their way, and what came of them.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};

use wasm_bindgen::JsCast;
use web_sys::{
    Event, File, FormData, HtmlElement, HtmlInputElement, ProgressEvent, XmlHttpRequest,
};

use super::row::Row;
use crate::islands::listening::{by_id, field, on};

/// More would not be sooner: the server makes one picture ready at a time.
const AT_ONCE: u32 = 2;

const LOST: &str = "The connection was lost. Please try again.";

#[derive(Clone)]
pub struct Queue(Rc<State>);

struct State {
    /// Where files are sent.
    url: String,
    waiting: RefCell<VecDeque<(File, Row)>>,
    running: Cell<u32>,
    added: Cell<u32>,
    failed: Cell<u32>,
}

impl Queue {
    pub fn new(url: String) -> Self {
        Self(Rc::new(State {
            url,
            waiting: RefCell::default(),
            running: Cell::new(0),
            added: Cell::new(0),
            failed: Cell::new(0),
        }))
    }

    pub fn add(&self, file: File) {
        let Some(row) = Row::add(&file.name()) else {
            return;
        };
        if let Some(button) = row.retry() {
            let (queue, file, row) = (self.clone(), file.clone(), row.clone());
            on(&button, "click", move |_| {
                queue.recover();
                row.begin();
                queue.wait(file.clone(), row.clone());
            });
        }
        if let Some(button) = row.dismiss() {
            let (queue, row) = (self.clone(), row.clone());
            on(&button, "click", move |_| {
                queue.recover();
                row.remove();
                queue.tell();
            });
        }
        self.wait(file, row);
    }

    fn wait(&self, file: File, row: Row) {
        self.0.waiting.borrow_mut().push_back((file, row));
        self.go();
    }

    fn go(&self) {
        while self.0.running.get() < AT_ONCE {
            let Some((file, row)) = self.0.waiting.borrow_mut().pop_front() else {
                break;
            };
            self.0.running.set(self.0.running.get() + 1);
            row.begin();
            if self.send(&file, &row).is_none() {
                self.ended(&row, Err(LOST.to_owned()));
            }
        }
        self.tell();
    }

    fn send(&self, file: &File, row: &Row) -> Option<()> {
        let request = XmlHttpRequest::new().ok()?;
        request.open("POST", &self.0.url).ok()?;
        request
            .set_request_header("accept", "application/json")
            .ok()?;
        let body = FormData::new().ok()?;
        body.append_with_blob("file", file).ok()?;
        let bar = row.clone();
        on(request.upload().ok()?.as_ref(), "progress", move |event| {
            if let Some(event) = event.dyn_ref::<ProgressEvent>() {
                bar.progress(event.loaded() / event.total().max(1.0));
            }
        });
        let (queue, row, answer) = (self.clone(), row.clone(), request.clone());
        // Told once, whether an answer came or not.
        on(&request, "loadend", move |_| {
            queue.ended(&row, read(&answer))
        });
        request.send_with_opt_form_data(Some(&body)).ok()
    }

    fn ended(&self, row: &Row, result: Result<String, String>) {
        self.0.running.set(self.0.running.get().saturating_sub(1));
        match result {
            Ok(html) => {
                self.0.added.set(self.0.added.get() + 1);
                show(&html);
                row.remove();
            }
            Err(sentence) => {
                self.0.failed.set(self.0.failed.get() + 1);
                row.fail(&sentence);
            }
        }
        self.go();
    }

    /// One that had failed is tried again, or given up.
    fn recover(&self) {
        self.0.failed.set(self.0.failed.get().saturating_sub(1));
    }

    /// In one sentence, for who cannot see the bars.
    fn tell(&self) {
        let left = self.0.running.get() + self.0.waiting.borrow().len() as u32;
        let mut words = String::new();
        if left > 0 {
            words = format!("{left} on the way. ");
        }
        match self.0.added.get() {
            0 => {}
            1 => words.push_str("1 picture added. "),
            added => words.push_str(&format!("{added} pictures added. ")),
        }
        match self.0.failed.get() {
            0 => {}
            1 => words.push_str("1 could not be added."),
            failed => words.push_str(&format!("{failed} could not be added.")),
        }
        if let Some(line) = by_id::<HtmlElement>("uploads-say") {
            line.set_text_content(Some(words.trim_end()));
        }
        if left == 0
            && let (Some(list), Ok(event)) = (by_id::<HtmlElement>("photos"), Event::new("settled"))
        {
            let _ = list.dispatch_event(&event);
        }
    }
}

/// The new picture as it stands in the list, or the server's sentence.
fn read(answer: &XmlHttpRequest) -> Result<String, String> {
    let text = |name: &str| field(answer, name).and_then(|value| value.as_string());
    let Some(html) = text("html") else {
        return Err(text("refused").unwrap_or_else(|| LOST.to_owned()));
    };
    let version = field(answer, "version").and_then(|version| version.as_f64());
    if let (Some(version), Some(input)) = (version, by_id::<HtmlInputElement>("photos-version")) {
        input.set_value(&(version as u32).to_string());
    }
    Ok(html)
}

fn show(html: &str) {
    if let Some(list) = by_id::<HtmlElement>("photos") {
        let _ = list.insert_adjacent_html("beforeend", html);
    }
    for (id, hidden) in [("no-photos", true), ("photos-form", false)] {
        if let Some(element) = by_id::<HtmlElement>(id) {
            element.set_hidden(hidden);
        }
    }
}
