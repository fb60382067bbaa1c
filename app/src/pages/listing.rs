//! `/listings/{id}`: one home, whole: pictures, words, calendar, rules, cancellation, and the box that books it.

mod about;
mod asked;
mod book;
mod calendar;
mod gallery;
mod head;
mod reviews;
mod terms;

use leptos::prelude::*;
use server::listings::ListingView;
use uuid::Uuid;

use crate::{components::rating::rating, islands::price::LivePrice, page::Page, visit::Visit};

use asked::Asked;

pub async fn page(visit: &Visit, id: Uuid) -> server::Result<Page> {
    let (home, asked) = look(visit, id).await?;
    let title = format!("{}, {}", home.title, home.place.city);
    let described = domain::text::excerpt(&home.description.replace('\n', " "), 155);
    let head = head::head(&home, &visit.ctx.settings.public_url);
    let dated = !asked.is_empty();
    let page = Page::new(title, body(visit, home, asked))
        .describe(described)
        .head(head);
    Ok(if dated { page.unshared() } else { page })
}

/// The price of the dates asked for, as a fragment that the awake page puts into its box; what is marked as a part goes to the element
/// of that id.
pub async fn price(visit: &Visit, id: Uuid) -> server::Result<Page> {
    let (home, asked) = look(visit, id).await?;
    let body = view! {
        {book::parts(visit, &home, &asked)}
        <div data-part=terms::TERMS>{terms::of_chosen(&home)}</div>
        {book::offer(visit, &home, &asked)}
    };
    Ok(Page::fragment(body).unshared())
}

async fn look(visit: &Visit, id: Uuid) -> server::Result<(ListingView, Asked)> {
    let mut asked = Asked::of(visit);
    let home = server::listings::show(&visit.ctx, id, asked.chosen(), visit.actor.as_ref()).await?;
    let home = home.ok_or(domain::Error::NotFound("Home"))?;
    asked.look_for_own(visit, &home).await?;
    Ok((home, asked))
}

/// The home for its host, who cannot book it.
pub fn preview(visit: &Visit, home: ListingView) -> AnyView {
    body(visit, home, Asked::of(visit))
}

fn body(visit: &Visit, home: ListingView, asked: Asked) -> AnyView {
    view! {
        <article class="listing wrap">
            {gallery::gallery(&home)}
            <div class="listing__columns">
                {title(&home)}
                {book::book(visit, &home, &asked)}
                <div class="listing__words">
                    {about::sections(&home)}
                    {reviews::section(&home)}
                    {calendar::section(&home)}
                    {about::place(&home)}
                    {terms::rules(&home)}
                    {terms::cancellation(&home)}
                    {about::source(&home)}
                </div>
            </div>
            <LivePrice/>
            {book::bar(&home, &asked)}
        </article>
    }
    .into_any()
}

fn title(home: &ListingView) -> AnyView {
    let what = match home.kind {
        domain::listings::Kind::EntireHome => home.property.label().to_owned(),
        kind => format!(
            "{} in a {}",
            kind.label(),
            home.property.label().to_lowercase()
        ),
    };
    let facts = [
        domain::text::count(home.capacity, "guest"),
        domain::text::count(home.bedrooms, "bedroom"),
        domain::text::count(home.beds, "bed"),
        about::baths(home.half_baths),
    ];
    view! {
        <header class="listing__title">
            <h1 dir="auto">{home.title.clone()}</h1>
            <p class="listing__where">{format!("{what} in {}", home.place.label())}</p>
            <p class="listing__facts">
                <span>{facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")}</span>
                {rating(home.rating, home.source_rating, home.source.as_ref().map(|source| source.name.as_str()))}
            </p>
        </header>
    }
    .into_any()
}
