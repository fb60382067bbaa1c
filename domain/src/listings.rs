//! Homes: what kinds there are, and which stays one takes.

use chrono::{DateTime, Days, Utc};
use chrono_tz::Tz;

use crate::{
    FieldError, Result, Stay,
    bookings::check_request,
    error::none_refused,
    stays::{clock_time, day_and_month, local_to_utc, minutes_in, today_in},
    text::count,
};

/// How far ahead a stay may begin, in days.
pub const DAYS_AHEAD: u64 = 365;

words! {
    /// What of the home a guest has for themselves.
    Kind {
        EntireHome "entire_home" "Entire home",
        PrivateRoom "private_room" "Private room",
        SharedRoom "shared_room" "Shared room",
        HotelRoom "hotel_room" "Hotel room",
    }
}

words! {
    /// What the building is.
    Property {
        Apartment "apartment" "Flat",
        House "house" "House",
        Cabin "cabin" "Cabin",
        Cottage "cottage" "Cottage",
        Loft "loft" "Loft",
        Villa "villa" "Villa",
        Townhouse "townhouse" "Townhouse",
        Boat "boat" "Boat",
        Farm "farm" "Farm stay",
        Guesthouse "guesthouse" "Guest house",
        Hotel "hotel" "Hotel",
        Other "other" "Home",
    }
}

words! {
    /// Whether guests can see and book it. Only a published home can be booked.
    Status {
        Draft "draft" "Draft",
        Published "published" "Published",
        Paused "paused" "Paused",
        Archived "archived" "Archived",
    }
}

/// Which stays a home takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StayRules {
    pub capacity: u32,
    pub min_nights: u32,
    pub max_nights: u32,
    /// Minutes since midnight; from then on nobody can book for the same day.
    pub cutoff_minutes: u32,
    pub timezone: Tz,
    /// The check-in time, minutes since midnight, of a home whose host accepts each stay and needs time to answer; none with
    /// instant book.
    pub answered_before: Option<u32>,
}

/// Refuses, each at its field, a stay that the home does not take; "today" is the home's.
pub fn check_stay(rules: &StayRules, stay: &Stay, guests: u32, now: DateTime<Utc>) -> Result<()> {
    let refused = [
        check_arrival(rules, stay, now).or_else(|| check_answer(rules, stay, now)),
        check_length(rules, stay),
        check_guests(rules, guests),
    ];
    none_refused(refused.into_iter().flatten().collect())
}

fn check_arrival(rules: &StayRules, stay: &Stay, now: DateTime<Utc>) -> Option<FieldError> {
    let today = today_in(rules.timezone, now);
    let last = today
        .checked_add_days(Days::new(DAYS_AHEAD))
        .unwrap_or(today);
    let message = if stay.check_in < today {
        format!(
            "{} is in the past. Choose today or a later day.",
            day_and_month(stay.check_in)
        )
    } else if stay.check_in > last {
        format!(
            "Stays can start at most a year ahead, by {}.",
            crate::stays::long_date(last)
        )
    } else if stay.check_in == today && minutes_in(rules.timezone, now) >= rules.cutoff_minutes {
        let cutoff = clock_time(rules.cutoff_minutes);
        format!(
            "It is too late to arrive today: this home takes bookings for the same day until {cutoff}."
        )
    } else {
        return None;
    };
    Some(FieldError::new("check_in", message))
}

fn check_answer(rules: &StayRules, stay: &Stay, now: DateTime<Utc>) -> Option<FieldError> {
    let check_in = local_to_utc(rules.timezone, stay.check_in, rules.answered_before?);
    let refused = check_request(now, rules.timezone, check_in).err()?;
    refused.fields().pop()
}

fn check_length(rules: &StayRules, stay: &Stay) -> Option<FieldError> {
    let nights = stay.nights();
    let message = if nights == 0 {
        "Check-out must be after check-in.".to_owned()
    } else if nights < rules.min_nights {
        format!(
            "This home is let for at least {}.",
            count(rules.min_nights, "night")
        )
    } else if nights > rules.max_nights {
        format!(
            "This home is let for at most {}.",
            count(rules.max_nights, "night")
        )
    } else {
        return None;
    };
    Some(FieldError::new("check_out", message))
}

fn check_guests(rules: &StayRules, guests: u32) -> Option<FieldError> {
    let message = if guests == 0 {
        "Choose at least one guest.".to_owned()
    } else if guests > rules.capacity {
        format!(
            "This home takes at most {}.",
            count(rules.capacity, "guest")
        )
    } else {
        return None;
    };
    Some(FieldError::new("guests", message))
}
