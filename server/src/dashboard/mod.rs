//! What a host sees first.

mod earnings;
mod show;
mod view;
mod visits;

pub use show::show;
pub use view::{Dashboard, Earnings, HomeCard, MonthEarned, Request, Visit};
