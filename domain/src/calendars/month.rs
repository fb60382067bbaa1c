//! A month of a calendar.

use chrono::{Datelike, Months, NaiveDate};

use crate::stays::month_name;

/// A month of a year, known by its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month(NaiveDate);

impl Month {
    /// The month that the date is in.
    pub fn of(date: NaiveDate) -> Month {
        Month(date.with_day(1).unwrap_or(date))
    }

    /// As URLs write it, `2026-12`; `None` for anything else.
    pub fn parse(word: &str) -> Option<Month> {
        let (year, month) = word.split_once('-')?;
        let digits = |text: &str, count| {
            text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !digits(year, 4) || !digits(month, 2) {
            return None;
        }
        NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, 1).map(Month)
    }

    /// As URLs write it: `2026-12`.
    pub fn slug(&self) -> String {
        format!("{:04}-{:02}", self.0.year(), self.0.month())
    }

    /// `December 2026`
    pub fn label(&self) -> String {
        format!("{} {}", month_name(self.0), self.0.year())
    }

    pub fn first(&self) -> NaiveDate {
        self.0
    }

    /// The last day of it.
    pub fn last(&self) -> NaiveDate {
        self.next().0.pred_opt().unwrap_or(self.0)
    }

    pub fn next(&self) -> Month {
        self.ahead(1)
    }

    pub fn previous(&self) -> Month {
        self.back(1)
    }

    /// So many months later.
    pub fn ahead(&self, months: u32) -> Month {
        Month(
            self.0
                .checked_add_months(Months::new(months))
                .unwrap_or(self.0),
        )
    }

    /// So many months earlier.
    pub fn back(&self, months: u32) -> Month {
        Month(
            self.0
                .checked_sub_months(Months::new(months))
                .unwrap_or(self.0),
        )
    }

    /// Every day of it.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let last = self.last();
        self.0.iter_days().take_while(move |date| *date <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_as_they_are_written() {
        let december = Month::parse("2026-12").expect("a month");
        assert_eq!(december.slug(), "2026-12");
        assert_eq!(december.label(), "December 2026");
        assert_eq!(december.next().slug(), "2027-01");
        assert_eq!(december.previous().label(), "November 2026");
        assert_eq!(december.days().count(), 31);
        for wrong in [
            "",
            "2026",
            "2026-13",
            "2026-00",
            "26-12",
            "2026-1",
            "+026-12",
            "2026-12-01",
            "2026-١٢",
        ] {
            assert_eq!(Month::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn february_has_its_days() {
        let days = |word: &str| Month::parse(word).expect("a month").days().count();
        assert_eq!((days("2027-02"), days("2028-02")), (28, 29));
    }
}
