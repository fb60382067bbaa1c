//! How long there is to answer a request, and until when.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use leptos::prelude::*;

use super::{Icon, dates, icon};

/// From then on it is highlighted.
const SOON: TimeDelta = TimeDelta::hours(2);

/// "3 hours 20 minutes left, until Tue 3 June, 15:00", on the clock of the home.
pub fn time_left(until: DateTime<Utc>, zone: Tz, now: DateTime<Utc>) -> AnyView {
    let class = if until - now <= SOON {
        "left soon"
    } else {
        "left"
    };
    let moment = dates::moment(until, zone, now);
    view! {
        <p class=class>
            {icon(Icon::Clock)}
            <span>
                <strong>{dates::left(until, now)}" left"</strong>", until "
                <time datetime=until.to_rfc3339()>{moment}</time>
            </span>
        </p>
    }
    .into_any()
}
