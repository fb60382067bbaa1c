//! `/host/homes/{id}/calendar`: a month of one home at a glance, and the form that blocks and opens nights.

mod month;
mod nights;
mod taken;

use domain::{
    calendars::{Action, Month, Nights},
    listings::Status,
    stays::parse_date,
};
use leptos::prelude::*;
use server::calendars::{self, CalendarView};
use uuid::Uuid;

use super::homes::standing;
use crate::{
    components::{ErrorSummary, toast::toast},
    page::Page,
    visit::Visit,
};

/// Serves its form too: a refused one comes back here, with its month and what was typed.
pub async fn page(visit: &Visit, id: Uuid) -> server::Result<Page> {
    let view = calendars::month(&visit.ctx, visit.actor()?, id, visit.param("month")).await?;
    let title = format!("Calendar of {}", view.home.title);
    let body = view! {
        <div class="wrap host">
            <div class="page-head stack stack-s">
                <p class="soft"><a href=format!("/host/homes/{id}") dir="auto">{view.home.title.clone()}</a></p>
                <h1>"Calendar"</h1>
                {(view.status != Status::Published).then(|| standing(view.status))}
            </div>
            {saved(visit.param("saved"))}
            <ErrorSummary form=visit.form.clone()/>
            <form class="calendar" method="post" action=address(&view, &view.month)>
                {month::view(&view)}
                {(view.status != Status::Archived).then(|| nights::form(visit, &view))}
            </form>
            {taken::view(&view, visit.now())}
        </div>
    };
    Ok(Page::new(title, body))
}

/// The address of a month of this calendar.
fn address(view: &CalendarView, month: &Month) -> String {
    format!(
        "/host/homes/{}/calendar?month={}",
        view.home.id,
        month.slug()
    )
}

/// What the last form did: `?saved=block_2026-12-03_2026-12-05`.
fn saved(word: Option<&str>) -> Option<AnyView> {
    let mut parts = word?.split('_');
    let action = Action::parse(parts.next()?)?;
    let nights = Nights {
        first: parse_date("", parts.next()?).ok()?,
        last: parse_date("", parts.next()?).ok()?,
    };
    let what = match action {
        Action::Block => "Blocked",
        Action::Free => "Open again",
    };
    Some(toast(format!("{what}: {}", nights.label())))
}
