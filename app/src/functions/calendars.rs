//! A host's calendar: nights that nobody can book, and nights that are open again.

use leptos::prelude::*;

use super::{Go, Refusal};

/// Blocks or opens the nights from the first to the last, which is among them. `id` is the home's; the form's button
/// says which in `action`.
#[server]
pub async fn change_nights(
    id: String,
    first_night: String,
    last_night: String,
    note: Option<String>,
    action: String,
) -> Result<Go, Refusal> {
    use domain::calendars::{Action, RangeForm};
    let here = super::here()?;
    let (actor, home) = (here.actor()?, super::id(&id, "Home")?);
    let action =
        Action::parse(&action).ok_or_else(|| Refusal::Malformed("no such action".to_owned()))?;
    let note = note.unwrap_or_default();
    let form = RangeForm {
        first_night,
        last_night,
        note,
    };
    let nights = match action {
        Action::Block => server::calendars::block(&here.ctx, actor, home, &form).await?,
        Action::Free => server::calendars::free(&here.ctx, actor, home, &form).await?,
    };
    Ok(calendar(home, action, nights))
}

/// The month of the first night, which says what was done.
#[cfg(feature = "ssr")]
fn calendar(
    home: uuid::Uuid,
    action: domain::calendars::Action,
    nights: domain::calendars::Nights,
) -> Go {
    let month = domain::calendars::Month::of(nights.first).slug();
    let (saved, first, last) = (action.as_str(), nights.first, nights.last);
    Go::to(format!(
        "/host/homes/{home}/calendar?month={month}&saved={saved}_{first}_{last}"
    ))
}
