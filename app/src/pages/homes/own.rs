//! `/host/homes/{id}`: one home of the host's: how it stands, what is missing, and the way to everything about it.

use domain::listings::Status;
use leptos::prelude::*;
use server::hosting::{self, EditView};
use uuid::Uuid;

use super::{frame, path, side};
use crate::{
    components::{
        ErrorSummary,
        icon::{Icon, icon},
    },
    islands::host::HostTools,
    page::Page,
    visit::Visit,
};

/// Serves the forms that publish and pause, too: refused, they come back here.
pub async fn page(visit: &Visit, home: Uuid) -> server::Result<Page> {
    let home = hosting::edit(&visit.ctx, visit.actor()?, home).await?;
    let title = home.name.clone();
    let body = view! {
        <div class="wrap">
            <div class="page-head edit__head">
                <p><a class="back" href="/host">{icon(Icon::ArrowLeft)}<span>"Your homes"</span></a></p>
                <h1 dir="auto">{home.name.clone()}</h1>
                <p class="soft" dir="auto">{home.location.clone()}</p>
            </div>
            <div class="edit">
                <div class="edit__main edit__main--own">
                    {frame::saved(visit)}
                    <ErrorSummary form=visit.form.clone()/>
                    {standing(&home)}
                    {missing(&home)}
                    {elsewhere(&home)}
                </div>
                {side::steps(&home, None)}
            </div>
            <HostTools/>
        </div>
    };
    Ok(Page::new(title, body))
}

fn standing(home: &EditView) -> AnyView {
    let (mark, sentence) = match home.status {
        Status::Draft if home.missing.is_empty() => (
            Icon::Check,
            "All is said. Look at it once as a guest, then publish it.",
        ),
        Status::Draft => (
            Icon::Clock,
            "Only you can see it. It can be published once nothing is missing.",
        ),
        Status::Published => (Icon::Check, "Guests can find and book it."),
        Status::Paused => (
            Icon::Clock,
            "Guests who have its address see it, but nobody can book. Stays that are booked stay booked.",
        ),
        Status::Archived => (
            Icon::Lock,
            "It is off HBnB. Its bookings and money stay where they are.",
        ),
    };
    view! {
        <section class="standing" aria-labelledby="standing">
            <h2 id="standing" class="with-icon">{icon(mark)}<span>{home.status.label()}</span></h2>
            <p>{sentence}</p>
            <div class="row">{actions(home)}</div>
        </section>
    }
    .into_any()
}

/// One of them is the next thing to do.
fn actions(home: &EditView) -> AnyView {
    let first = |action, words| button(home, action, words, "button button--primary");
    let plain = |action, words| button(home, action, words, "button");
    match home.status {
        Status::Draft if home.missing.is_empty() => first("publish", "Publish this home"),
        Status::Draft => {
            let next = home
                .missing
                .first()
                .map(|missing| path(home.id, missing.step));
            next.map(|next| view! { <a class="button button--primary" href=next>"Continue"</a> })
                .into_any()
        }
        Status::Published => plain("pause", "Pause this home"),
        Status::Paused => first("publish", "Publish it again"),
        Status::Archived if home.missing.is_empty() => plain("publish", "Publish it again"),
        Status::Archived => ().into_any(),
    }
}

fn button(home: &EditView, action: &str, words: &'static str, class: &'static str) -> AnyView {
    view! {
        <form method="post" action=format!("/host/homes/{}/{action}", home.id)>
            <input type="hidden" name="version" value=home.version.to_string()/>
            <button class=class type="submit">{words}</button>
        </form>
    }
    .into_any()
}

fn missing(home: &EditView) -> Option<AnyView> {
    if home.missing.is_empty() {
        return None;
    }
    let items = home.missing.iter().map(|missing| {
        view! {
            <li>
                <span>{missing.sentence.clone()}</span>
                <a href=path(home.id, missing.step)>{missing.step.label()}</a>
            </li>
        }
    });
    Some(
        view! {
            <section class="missing" aria-labelledby="missing">
                <h2 id="missing">"Still missing"</h2>
                <ul role="list">{items.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}

fn elsewhere(home: &EditView) -> AnyView {
    let id = home.id;
    let calendar = format!("/host/homes/{id}/calendar");
    let reservations = format!("/host/reservations?home={id}");
    let preview = format!("/host/homes/{id}/preview");
    let listed = (home.status == Status::Published).then(|| {
        way(
            Icon::Search,
            format!("/listings/{id}"),
            "Its page",
            "What everybody sees",
        )
    });
    let archive = (home.status != Status::Archived).then(|| {
        view! { <p><a class="soft" href=format!("/host/homes/{id}/archive")>"Archive this home"</a></p> }
    });
    view! {
        <section class="stack" aria-labelledby="ways">
            <h2 id="ways">"More of this home"</h2>
            <ul role="list" class="ways">
                {way(Icon::Calendar, calendar, "Calendar", "Keep nights for yourself, see who comes")}
                {way(Icon::User, reservations, "Reservations", "Everybody who has booked it")}
                {way(Icon::Home, preview, "Preview", "As guests see it")}
                {listed}
            </ul>
            {archive}
        </section>
    }
    .into_any()
}

fn way(mark: Icon, to: String, name: &'static str, about: &'static str) -> AnyView {
    view! {
        <li><a href=to>{icon(mark)}<span class="ways__words"><span class="ways__name">{name}</span><span class="hint">{about}</span></span></a></li>
    }
    .into_any()
}
