//! The box that books a home: dates and guests as a GET form, then the price line by line, then the button.

mod offer;

use domain::Quote;
use leptos::prelude::*;
use server::listings::{Availability, ListingView};

pub use offer::offer;

use super::asked::Asked;
use crate::{components::field::error_line, islands::dates::DateRange, visit::Visit};

pub fn book(visit: &Visit, home: &ListingView, asked: &Asked) -> AnyView {
    let (amount, unit) = headline(home);
    let inside = match home.availability {
        Availability::Bookable => view! {
            {dates(visit, home, asked)}
            <p class="nights" id="nights" role="status"></p>
            <DateRange/>
            <p class="visually-hidden" id="price-said" role="status"></p>
            <div id="offer" class="offer" data-url=format!("/listings/{}/price", home.id)>{offer(visit, home, asked)}</div>
        }
        .into_any(),
        Availability::Paused => view! {
            <p>"This home takes no bookings at the moment."</p>
            <p><a href="/search">"Look at other homes"</a></p>
        }
        .into_any(),
        Availability::Own => view! { <p>"This home is yours. Guests see their price here."</p> }.into_any(),
    };
    view! {
        <section class="book" id="book" aria-labelledby="book-title">
            <h2 id="book-title" class="book__title">
                <span class="price" id="box-amount">{amount}</span>" "<span class="book__unit" id="box-unit">{unit}</span>
            </h2>
            {inside}
        </section>
    }
    .into_any()
}

/// The quote of the stay that was asked for, when it can be booked.
fn bookable(home: &ListingView) -> Option<&Quote> {
    let chosen = home
        .chosen
        .as_ref()
        .filter(|chosen| chosen.refusal.is_none())?;
    chosen.quote.as_ref()
}

/// The total of the stay, or as long as none is chosen the price of a night; and what the amount is for.
fn headline(home: &ListingView) -> (String, String) {
    match bookable(home) {
        Some(quote) => (
            quote.total_money().short(),
            format!(
                "total, {}",
                domain::text::count(quote.stay.nights(), "night")
            ),
        ),
        None => (home.per_night.short(), "a night, all in".to_owned()),
    }
}

fn dates(visit: &Visit, home: &ListingView, asked: &Asked) -> AnyView {
    let chosen = home.chosen.as_ref();
    let error = |field: &str| asked.error(visit, chosen, field);
    let errors = ["check_in", "check_out", "guests"].map(|field| (field, error(field)));
    let [invalid_in, invalid_out, invalid_guests] = errors
        .clone()
        .map(|(field, error)| error.map(|_| (("true"), format!("{field}-error"))));
    let last_out = home
        .last_check_in
        .checked_add_days(chrono::Days::new(u64::from(home.max_nights)));
    let first_out = home.today.succ_opt();
    let guests = asked.guests.max(1);
    view! {
        <form class="book__dates" action=format!("/listings/{}", home.id) aria-label="Your stay">
            <div class="book__fields">
                <div class="book__field">
                    <label for="check_in">"Check in"</label>
                    <input id="check_in" name="check_in" type="date" required value=asked.check_in.clone()
                        min=home.today.to_string() max=home.last_check_in.to_string()
                        aria-invalid=invalid_in.clone().map(|it| it.0) aria-describedby=invalid_in.map(|it| it.1)/>
                </div>
                <div class="book__field">
                    <label for="check_out">"Check out"</label>
                    <input id="check_out" name="check_out" type="date" required value=asked.check_out.clone()
                        min=first_out.map(|date| date.to_string()) max=last_out.map(|date| date.to_string())
                        aria-invalid=invalid_out.clone().map(|it| it.0) aria-describedby=invalid_out.map(|it| it.1)/>
                </div>
                <div class="book__field book__guests">
                    <label for="guests">"Guests"</label>
                    <input id="guests" name="guests" type="number" inputmode="numeric" required min="1" max=home.capacity value=guests
                        aria-invalid=invalid_guests.clone().map(|it| it.0) aria-describedby=invalid_guests.map(|it| it.1)/>
                </div>
            </div>
            <div id="book-errors">{field_errors(visit, home, asked)}</div>
            <button class="button button--wide book__see" type="submit">"See the price"</button>
        </form>
    }
    .into_any()
}

/// The refusals of single fields, which stand below all three.
pub fn field_errors(visit: &Visit, home: &ListingView, asked: &Asked) -> AnyView {
    let line = |field: &str| {
        let error = asked.error(visit, home.chosen.as_ref(), field)?;
        Some(error_line(format!("{field}-error"), error))
    };
    ["check_in", "check_out", "guests"]
        .into_iter()
        .filter_map(line)
        .collect_view()
        .into_any()
}

/// What of the page changes with the chosen stay, beside the price itself.
pub fn parts(visit: &Visit, home: &ListingView, asked: &Asked) -> AnyView {
    let (amount, unit) = headline(home);
    let said = bookable(home).map(|_| format!("{amount} {unit}"));
    view! {
        <div data-part="book-errors">{field_errors(visit, home, asked)}</div>
        <span data-part="box-amount">{amount.clone()}</span>
        <span data-part="box-unit">{unit.clone()}</span>
        <span data-part="bar-amount">{amount}</span>
        <span data-part="bar-unit">{unit}</span>
        <span data-part="bar-go">{go(home, asked)}</span>
        <span data-part="price-said">{said}</span>
    }
    .into_any()
}

/// On phones: the price, and the way to the box.
pub fn bar(home: &ListingView, asked: &Asked) -> AnyView {
    let (amount, unit) = headline(home);
    (home.availability == Availability::Bookable).then(|| view! {
        <div class="bookbar">
            <p><span class="price" id="bar-amount">{amount}</span>" "<span class="soft" id="bar-unit">{unit}</span></p>
            <a class="button" id="bar-go" href="#book">{go(home, asked)}</a>
        </div>
    })
    .into_any()
}

fn go(home: &ListingView, asked: &Asked) -> &'static str {
    if asked.own.is_some() {
        return "Your nights";
    }
    match (bookable(home), home.instant_book) {
        (None, _) => "Choose dates",
        (Some(_), true) => "Book",
        (Some(_), false) => "Request",
    }
}
