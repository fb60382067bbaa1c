//! Keeps check-out after check-in, says how many nights that makes, and lets one pick both in a listing's calendar.

use leptos::prelude::*;

/// Stands beside the inputs `check_in` and `check_out`, and the line `nights` below them; the calendar, where there is one, has the id `calendar`.
#[island(lazy)]
pub fn DateRange() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    awake::attach();
}

#[cfg(feature = "hydrate")]
mod awake {
    use web_sys::{HtmlElement, HtmlInputElement};

    use crate::islands::listening::{all, by_id, closest, day, on, set, written};

    const DAY: f64 = 86_400_000.0;

    #[derive(Clone)]
    struct Range {
        from: HtmlInputElement,
        to: HtmlInputElement,
    }

    pub fn attach() {
        let (Some(from), Some(to)) = (by_id("check_in"), by_id("check_out")) else {
            return;
        };
        let range = Range { from, to };
        let (arrival, departure) = (range.clone(), range.clone());
        on(&range.from, "change", move |_| arrival.settle());
        on(&range.to, "change", move |_| departure.tell());
        if let Some(calendar) = by_id::<HtmlElement>("calendar") {
            let picked = range.clone();
            on(&calendar, "click", move |event| {
                if let Some(cell) = closest(&event, "td[data-day]") {
                    picked.pick(&cell);
                }
            });
            let _ = calendar.class_list().add_1("calendar--awake");
        }
        range.settle();
    }

    impl Range {
        /// After a new check-in: check-out can only be later, and is the next day when it was not.
        fn settle(&self) {
            if let Some(from) = day(&self.from.value()) {
                let next = written(from + DAY);
                self.to.set_min(&next);
                let to = self.to.value();
                if !to.is_empty() && to < next {
                    set(&self.to, &next);
                }
            }
            self.tell();
        }

        /// The nights in words, and marked in the calendar.
        fn tell(&self) {
            let (from, to) = (self.from.value(), self.to.value());
            let nights = day(&from)
                .zip(day(&to))
                .map(|(from, to)| (to - from) / DAY)
                .filter(|nights| *nights > 0.0);
            let words = match nights {
                None => String::new(),
                Some(1.0) => "1 night".to_owned(),
                Some(nights) => format!("{} nights", nights as u32),
            };
            if let Some(line) = by_id::<HtmlElement>("nights") {
                line.set_text_content(Some(&words));
            }
            for cell in all("#calendar td[data-day]") {
                let date = cell.get_attribute("data-day").unwrap_or_default();
                let chosen = date == from || (from < date && date < to);
                let _ = cell
                    .class_list()
                    .toggle_with_force("chosen", chosen && !from.is_empty());
            }
        }

        /// The first click is the check-in, the second, if it is later and nothing between is taken, the check-out.
        fn pick(&self, cell: &HtmlElement) {
            let date = cell.get_attribute("data-day").unwrap_or_default();
            let from = self.from.value();
            let open = !from.is_empty()
                && self.to.value().is_empty()
                && from < date
                && all_free(&from, &date);
            if open {
                set(&self.to, &date);
            } else if !is_taken(cell) {
                self.to.set_value("");
                set(&self.from, &date);
            }
        }
    }

    fn is_taken(cell: &HtmlElement) -> bool {
        cell.class_list().contains("taken")
    }

    fn all_free(from: &str, to: &str) -> bool {
        let between = |date: &str| from <= date && date < to;
        !all("#calendar td.taken")
            .iter()
            .any(|cell| between(&cell.get_attribute("data-day").unwrap_or_default()))
    }
}
