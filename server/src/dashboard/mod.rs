//! What a host sees first.

mod view;

pub use view::{Dashboard, Earnings, HomeCard, MonthEarned, Visit};
