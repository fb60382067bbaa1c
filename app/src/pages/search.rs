//! `/search`: homes by place, dates, guests and filters, all of it in the URL.

mod filters;
mod results;

use domain::{FieldError, SearchQuery, search::Sort};
use leptos::prelude::*;
use server::search::SearchPage;

use crate::{
    components::{
        card::{Level, cards},
        icon::{Icon, icon},
        pill::{Typed, pill},
    },
    page::Page,
    visit::Visit,
};

pub async fn page(visit: &Visit) -> server::Result<Page> {
    let pairs = visit
        .query
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let (query, mut errors) = SearchQuery::from_pairs(pairs);
    let found = server::search::search(&visit.ctx, &query).await?;
    errors.extend(found.errors.iter().cloned());
    let heading = results::heading(&query, &found);
    let title = heading.clone();
    let described = format!(
        "{}. Every price includes what must be paid.",
        results::counted(found.count)
    );
    let dated = query.stay.is_some() || !errors.is_empty();
    let body = view! {
        {form(visit, &query, &errors)}
        <div class="wrap">{body(query, found, heading)}</div>
    };
    let page = Page::new(title, body).describe(described);
    Ok(if dated { page.unshared() } else { page })
}

/// `/suggest?q=`: places while typing, as options for the list below the pill's first field.
pub async fn suggestions(visit: &Visit) -> server::Result<Page> {
    let places = server::search::suggest(&visit.ctx, visit.param("q").unwrap_or_default()).await?;
    Ok(Page::fragment(results::options(&places)))
}

/// Pill and filters are one form, so that each keeps what the other says.
fn form(visit: &Visit, query: &SearchQuery, errors: &[FieldError]) -> AnyView {
    let typed = |name| visit.param(name).unwrap_or_default().trim().to_owned();
    let typed = Typed {
        place: typed("where"),
        check_in: typed("check_in"),
        check_out: typed("check_out"),
        guests: typed("guests"),
    };
    let (inside, around): (Vec<FieldError>, Vec<FieldError>) = errors
        .iter()
        .cloned()
        .partition(|error| filters::has(error.field));
    let sort = (query.sort != Sort::Recommended).then(|| query.sort.as_str());
    view! {
        <form class="finder" id="finder" action="/search" role="search" aria-label="Homes">
            <div class="wrap">
                {results::fold(query)}
                {pill(typed, visit.now(), &around)}
                {filters::opener(query)}
                {filters::refused(&inside)}
                {sort.map(|sort| view! { <input type="hidden" name="sort" value=sort/> })}
                {filters::dialog(visit, query, &inside)}
            </div>
        </form>
    }
    .into_any()
}

fn body(query: SearchQuery, found: SearchPage, heading: String) -> AnyView {
    let keep = results::kept_for_the_home(&query);
    let later = query.after.is_some();
    let others = results::suggestions(&query, &found);
    let (above, below) = if found.cards.is_empty() {
        (others, None)
    } else {
        (None, others)
    };
    view! {
        <div class="results__head">
            <div>
                <h1>{heading}</h1>
                <p class="soft" id="count">{results::summary(&found)}</p>
            </div>
            {(!found.cards.is_empty()).then(|| results::sorts(&query))}
        </div>
        {results::chips(&query)}
        {above}
        {if found.cards.is_empty() {
            results::nothing(&query, &found)
        } else {
            cards(found.cards, &keep, Level::Two, 4)
        }}
        {below}
        <nav class="pages" aria-label="More homes">
            {later.then(|| view! { <a class="button" href=results::first_page(&query)>{icon(Icon::ArrowLeft)}"First page"</a> })}
            {found.next.map(|next| view! {
                <a class="button" rel="next" href=format!("/search?{next}")>"More homes"{icon(Icon::ArrowRight)}</a>
            })}
        </nav>
    }
    .into_any()
}
