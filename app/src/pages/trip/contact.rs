//! The host of a confirmed stay, and how to reach them.

use leptos::prelude::*;
use server::bookings::{Contact, TripView};

pub fn view(trip: &TripView, support_email: &str) -> AnyView {
    let who = match (&trip.source, &trip.host_contact) {
        (Some(source), _) => sample(trip.host_name.clone(), source, support_email),
        (None, Some(contact)) => reach(contact),
        (None, None) => view! { <p dir="auto">{trip.host_name.clone()}</p> }.into_any(),
    };
    view! { <section aria-labelledby="host"><h2 id="host">"Your host"</h2>{who}</section> }
        .into_any()
}

fn sample(name: Option<String>, source: &str, support_email: &str) -> AnyView {
    let mail = format!("mailto:{support_email}");
    view! {
        <p>
            {name.map(|name| view! { <span dir="auto">{name}</span>", as "{source.to_owned()}" names the host. " })}
            "This home is a sample: nobody waits for you there. If something is unclear, write to "
            <a href=mail>{support_email.to_owned()}</a>"."
        </p>
    }
    .into_any()
}

fn reach(contact: &Contact) -> AnyView {
    let phone = contact.phone.clone().map(|phone| {
        let number: String = phone
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect();
        view! { <div><dt>"Phone"</dt><dd><a href=format!("tel:{number}")>{phone}</a></dd></div> }
    });
    let email = contact.email.clone();
    view! {
        <p dir="auto">{contact.name.clone()}</p>
        <dl class="stay-facts">
            {phone}
            <div><dt>"E-mail"</dt><dd><a href=format!("mailto:{email}") dir="auto">{email.clone()}</a></dd></div>
        </dl>
    }
    .into_any()
}
