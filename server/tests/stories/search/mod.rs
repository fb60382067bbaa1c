//! Finding places and homes: what a search shows, counts, sorts and leaves out.

mod dates;
mod fees;
mod filters;
mod home;
mod pages;
mod places;
mod plans;

use crate::support::*;
use domain::SearchQuery;
use server::search::{SearchPage, search};

/// The first page of a search as the URL asks for it; dates are ISO.
async fn found(state: &TestState, url: &str) -> SearchPage {
    search(&state.ctx, &asked(url)).await.expect("a search")
}

fn asked(url: &str) -> SearchQuery {
    let pairs = url.split('&').filter_map(|pair| pair.split_once('='));
    SearchQuery::from_pairs(pairs).0
}

/// The titles found, in the page's order.
fn titles(page: &SearchPage) -> Vec<&str> {
    page.cards.iter().map(|card| card.title.as_str()).collect()
}

/// The titles found, by the alphabet.
fn sorted(page: &SearchPage) -> Vec<&str> {
    let mut titles = titles(page);
    titles.sort();
    titles
}

/// Dates for the URL: so many days from today, for so many nights.
fn dates(state: &TestState, from_today: i64, nights: i64) -> String {
    let stay = state.stay(from_today, nights);
    format!("check_in={}&check_out={}", stay.check_in, stay.check_out)
}
