//! The month and the two fields: what is chosen is in the fields, and shown in the month.

use std::cell::{Cell, RefCell};

use leptos::tachys::dom::window;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::islands::listening::{all, by_id, day};

pub const DAY: f64 = 86_400_000.0;

/// How an address of another month begins to say what is chosen in this one.
const CARRIED: &str = "&first_night=";

pub struct Plan {
    pub table: HtmlElement,
    pub first: HtmlInputElement,
    pub last: HtmlInputElement,
    /// One for each day that something can be done with, without gaps.
    pub cells: Vec<HtmlElement>,
    /// The end that is set while the other is still to come; perhaps in another month. Empty when there is none.
    pub open: RefCell<String>,
    /// Where a drag began, and whether it has left that day.
    pub drag: Cell<Option<(usize, bool)>>,
}

impl Plan {
    /// The plan of this page.
    pub fn here() -> Option<Self> {
        Some(Self {
            table: by_id("plan")?,
            first: by_id("first_night")?,
            last: by_id("last_night")?,
            cells: all("#plan td[data-day]"),
            open: RefCell::default(),
            drag: Cell::new(None),
        })
    }

    /// Only now are there days to walk on.
    pub fn become_a_grid(&self) {
        if self.cells.is_empty() {
            return;
        }
        let _ = self.table.set_attribute("role", "grid");
        let _ = self.table.set_attribute("aria-multiselectable", "true");
        let _ = self.table.class_list().add_1("plan--awake");
        for (at, cell) in self.cells.iter().enumerate() {
            cell.set_tab_index(if at == 0 { 0 } else { -1 });
        }
    }

    /// Coming from another month by key, one goes on walking; and an end that was set there is still set.
    pub fn go_on(&self) {
        let address = window().location();
        let carried = address
            .search()
            .is_ok_and(|search| search.contains(CARRIED));
        let first = self.first.value();
        if carried && first == self.last.value() {
            self.open.replace(first);
        }
        self.show_fields();
        if address.hash().as_deref() == Ok("#plan") {
            self.walk_to(0);
        }
    }

    /// The address of another month, which is told what is chosen in this one.
    pub fn carrying(&self, link: &HtmlElement) -> String {
        let address = link.get_attribute("href").unwrap_or_default();
        let plain = address.split(CARRIED).next().unwrap_or_default();
        match self.first.value() {
            first if first.is_empty() => plain.to_owned(),
            first => format!("{plain}{CARRIED}{first}&last_night={}", self.last.value()),
        }
    }

    /// Moves the focus, and with it the end that is still to come.
    pub fn walk_to(&self, to: usize) {
        for (at, cell) in self.cells.iter().enumerate() {
            cell.set_tab_index(if at == to { 0 } else { -1 });
        }
        if let Some(cell) = self.cells.get(to) {
            let _ = cell.focus();
        }
        let from = self.open.borrow().clone();
        if !from.is_empty() {
            let date = self.date(to);
            self.paint((&from).min(&date), (&from).max(&date));
        }
    }

    /// The day of a cell, as fields write it.
    pub fn date(&self, at: usize) -> String {
        self.said(at, "data-day")
    }

    fn said(&self, at: usize, name: &str) -> String {
        let cell = self.cells.get(at);
        cell.and_then(|cell| cell.get_attribute(name))
            .unwrap_or_default()
    }

    /// The first choice is one night; the second makes a range of both.
    pub fn choose(&self, at: usize) {
        let (from, date) = (self.open.take(), self.date(at));
        if from.is_empty() {
            self.open.replace(date.clone());
            self.fill(&date, &date);
        } else {
            self.fill(&from, &date);
        }
    }

    /// From one day to another, whichever is the earlier.
    pub fn fill(&self, one: &str, other: &str) {
        self.first.set_value(one.min(other));
        self.last.set_value(one.max(other));
        self.show_fields();
    }

    pub fn clear(&self) {
        self.open.take();
        self.drag.set(None);
        self.fill("", "");
    }

    /// The last night can only be the first or a later one.
    pub fn typed(&self) {
        self.open.take();
        let (first, last) = (self.first.value(), self.last.value());
        if last.is_empty() || last < first {
            self.last.set_value(&first);
        }
        self.show_fields();
    }

    fn show_fields(&self) {
        let (first, last) = (self.first.value(), self.last.value());
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
        let nights = day(first)
            .zip(day(last))
            .map(|(from, to)| (to - from) / DAY + 1.0);
        let label = |date: &str| {
            let at = (0..self.cells.len()).find(|at| self.date(*at) == date);
            at.map_or_else(|| date.to_owned(), |at| self.said(at, "data-label"))
        };
        let open = !self.open.borrow().is_empty();
        match nights.unwrap_or(0.0) {
            1.0 if open => format!("{}: 1 night. Choose another for a range.", label(first)),
            1.0 => format!("{}: 1 night.", label(first)),
            nights if nights > 1.0 => {
                let (from, to) = (label(first), label(last));
                format!("{from} to {to}: {} nights.", nights as u32)
            }
            _ => String::new(),
        }
    }
}
