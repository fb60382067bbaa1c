//! Which nights a host may keep free or let again, as they type them.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    Error, FieldError, Result, Stay,
    error::{keep, none_refused},
    listings::DAYS_AHEAD,
    stays::{LONGEST_STAY, day_and_month, long_date, parse_date},
    text,
};

/// Characters of a host's note to a block.
pub const LONGEST_NOTE: usize = 200;

/// What the form of the calendar sends, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RangeForm {
    pub first_night: String,
    pub last_night: String,
    /// For the host alone: why these nights are kept free. Letting nights again takes no notice of it.
    pub note: String,
}

/// Nights in a row, the last one among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Nights {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

/// Nights that are to be kept free, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keep {
    pub nights: Nights,
    pub note: String,
}

impl Nights {
    pub fn one(night: NaiveDate) -> Nights {
        Nights {
            first: night,
            last: night,
        }
    }

    /// The date of each night.
    pub fn dates(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let last = self.last;
        self.first.iter_days().take_while(move |date| *date <= last)
    }

    pub fn count(&self) -> u32 {
        u32::try_from((self.last - self.first).num_days() + 1).unwrap_or(0)
    }

    /// The stay that takes exactly these nights.
    pub fn stay(&self) -> Stay {
        Stay {
            check_in: self.first,
            check_out: self.last.succ_opt().unwrap_or(self.last),
        }
    }

    /// `Wed 3 June`, `Wed 3 – Fri 5 June`.
    pub fn label(&self) -> String {
        if self.first == self.last {
            return day_and_month(self.first);
        }
        let both = Stay {
            check_in: self.first,
            check_out: self.last,
        };
        both.label()
    }

    /// What of these nights lies before `night`.
    pub fn before(&self, night: NaiveDate) -> Option<Nights> {
        let last = self.last.min(night.pred_opt()?);
        (self.first <= last).then_some(Nights { last, ..*self })
    }

    /// What of these nights lies after `night`.
    pub fn after(&self, night: NaiveDate) -> Option<Nights> {
        let first = self.first.max(night.succ_opt()?);
        (first <= self.last).then_some(Nights { first, ..*self })
    }

    /// Single nights, ascending, as ranges without a gap.
    pub fn of(nights: impl IntoIterator<Item = NaiveDate>) -> Vec<Nights> {
        let mut ranges: Vec<Nights> = Vec::new();
        for night in nights {
            match ranges.last_mut() {
                Some(range) if range.last.succ_opt() == Some(night) => range.last = night,
                _ => ranges.push(Nights::one(night)),
            }
        }
        ranges
    }
}

/// The last night that any stay can take, and so the last that a host can keep free.
pub fn last_night(today: NaiveDate) -> NaiveDate {
    let days = DAYS_AHEAD + u64::from(LONGEST_STAY) - 1;
    today.checked_add_days(Days::new(days)).unwrap_or(today)
}

/// The nights to keep free, and the note; each mistake at its field. `today` is the home's.
pub fn keep_free(form: &RangeForm, today: NaiveDate) -> Result<Keep> {
    let mut refused = Vec::new();
    let nights = keep(&mut refused, range(form, today));
    let note = text::line(&form.note);
    if note.chars().count() > LONGEST_NOTE {
        refused.push(FieldError::new(
            "note",
            format!("A note has at most {LONGEST_NOTE} characters."),
        ));
    }
    none_refused(refused)?;
    let nights = nights.unwrap_or(Nights::one(today));
    Ok(Keep { nights, note })
}

/// The nights to let again; each mistake at its field. `today` is the home's.
pub fn let_again(form: &RangeForm, today: NaiveDate) -> Result<Nights> {
    range(form, today)
}

fn range(form: &RangeForm, today: NaiveDate) -> Result<Nights> {
    let mut refused = Vec::new();
    let first = keep(&mut refused, parse_date("first_night", &form.first_night));
    // One night needs no second date.
    let last = match form.last_night.trim() {
        "" => first,
        typed => keep(&mut refused, parse_date("last_night", typed)),
    };
    if let Some(first) = first.filter(|first| *first < today) {
        refused.push(FieldError::new(
            "first_night",
            format!(
                "The night of {} is over. Choose tonight or a later one.",
                day_and_month(first)
            ),
        ));
    }
    let latest = last_night(today);
    match (first, last) {
        (Some(first), Some(last)) if last < first => refused.push(FieldError::new(
            "last_night",
            "The last night must not be before the first.",
        )),
        (_, Some(last)) if last > latest => refused.push(FieldError::new(
            "last_night",
            format!("The calendar ends with {}.", long_date(latest)),
        )),
        _ => {}
    }
    none_refused(refused)?;
    match (first, last) {
        (Some(first), Some(last)) => Ok(Nights { first, last }),
        _ => Err(Error::field("first_night", "Choose a date.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        parse_date("date", text).expect("a date")
    }

    fn form(first: &str, last: &str, note: &str) -> RangeForm {
        RangeForm {
            first_night: first.into(),
            last_night: last.into(),
            note: note.into(),
        }
    }

    fn fields(first: &str, last: &str, note: &str) -> Vec<&'static str> {
        let refused = keep_free(&form(first, last, note), date("2026-06-01"));
        let errors = refused.expect_err("a refusal").fields();
        errors.into_iter().map(|error| error.field).collect()
    }

    #[test]
    fn nights_are_kept_with_a_clean_note() {
        let typed = form(" 2026-06-03 ", "2026-06-05", " My  sister\n comes ");
        let kept = keep_free(&typed, date("2026-06-01")).expect("nights");
        assert_eq!(kept.nights.label(), "Wed 3 – Fri 5 June");
        assert_eq!(
            (kept.nights.count(), kept.note.as_str()),
            (3, "My sister comes")
        );
        let stay = kept.nights.stay();
        assert_eq!((stay.nights(), stay.check_out), (3, date("2026-06-06")));
    }

    #[test]
    fn one_night_needs_one_date() {
        let kept = let_again(&form("2026-06-01", "", ""), date("2026-06-01")).expect("a night");
        assert_eq!((kept.count(), kept.label().as_str()), (1, "Mon 1 June"));
    }

    #[test]
    fn mistakes_stand_beside_their_fields() {
        assert_eq!(fields("", "", ""), ["first_night"]);
        assert_eq!(fields("soon", "later", ""), ["first_night", "last_night"]);
        assert_eq!(
            fields("2026-05-31", "2026-06-02", ""),
            ["first_night"],
            "over"
        );
        assert_eq!(
            fields("2026-06-05", "2026-06-03", ""),
            ["last_night"],
            "reversed"
        );
        assert_eq!(
            fields("2026-06-05", "2028-05-31", ""),
            ["last_night"],
            "too far"
        );
        assert_eq!(fields("2026-06-05", "", &"a".repeat(201)), ["note"]);
        assert_eq!(
            fields("x", "", &"a".repeat(201)),
            ["first_night", "note"],
            "all at once"
        );
    }

    #[test]
    fn the_last_night_is_that_of_the_longest_stay_that_begins_last() {
        let today = date("2026-06-01");
        let arrival = today + Days::new(DAYS_AHEAD);
        let stay = Stay::new(arrival, arrival + Days::new(LONGEST_STAY.into())).expect("a stay");
        assert_eq!(stay.dates().last(), Some(last_night(today)));
    }

    #[test]
    fn what_is_left_of_nights() {
        let nights = Nights {
            first: date("2026-06-03"),
            last: date("2026-06-07"),
        };
        let label = |left: Option<Nights>| left.map(|nights| nights.label());
        assert_eq!(
            label(nights.before(date("2026-06-05"))).as_deref(),
            Some("Wed 3 – Thu 4 June")
        );
        assert_eq!(
            label(nights.after(date("2026-06-05"))).as_deref(),
            Some("Sat 6 – Sun 7 June")
        );
        assert_eq!(nights.before(date("2026-06-03")), None);
        assert_eq!(nights.after(date("2026-06-07")), None);
        assert_eq!(nights.before(date("2026-08-01")), Some(nights));
    }

    #[test]
    fn single_nights_become_ranges() {
        let nights = ["2026-06-29", "2026-06-30", "2026-07-01", "2026-07-03"].map(date);
        let labels: Vec<String> = Nights::of(nights).iter().map(Nights::label).collect();
        assert_eq!(labels, ["Mon 29 June – Wed 1 July", "Fri 3 July"]);
    }
}
