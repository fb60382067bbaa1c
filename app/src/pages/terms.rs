//! `/terms`: a text that an operator can start from, written so that it is read.

use leptos::prelude::*;

use crate::{page::Page, visit::Visit};

pub async fn page(visit: &Visit) -> server::Result<Page> {
    let operator = visit.ctx.settings.operator_name.clone();
    let email = visit.ctx.settings.support_email.clone();
    let body = view! {
        <div class="wrap prose text">
            <h1>"Terms"</h1>
            <p class="lead">{format!("HBnB is run by {operator}. These are the rules between you, the hosts, and us.")}</p>
            {parts()}
            <h2>"When something goes wrong"</h2>
            <p>
                "Tell the host first: most things are mended within the hour. If that does not help, write to "
                <a href=format!("mailto:{email}")>{email.clone()}</a>
                " within 24 hours of finding it, with your booking and, if you can, a picture. If a home cannot be used, or is not
                the one that was described, you get back what you paid for the nights you could not use."
            </p>
            <h2>"Changes"</h2>
            <p>
                "When these terms change, the new ones hold for bookings made afterwards. A booking keeps the terms, the price and
                the cancellation policy it was made under. Nothing here takes away rights that the law of your country gives you."
            </p>
        </div>
    };
    Ok(Page::new("Terms", body)
        .describe("The rules between guests, hosts and the operator of HBnB."))
}

fn parts() -> AnyView {
    view! {
        <h2>"Who the contract is with"</h2>
        <p>
            "A stay is a contract between the guest and the host. We run the place where you find each other, take the payment
            for the host, and keep the record of it. We do not own the homes."
        </p>
        <h2>"Your account"</h2>
        <p>
            "You must be 18 or older to book or to host. Give your true name, keep your password to yourself, and do not let
            others book with your account. You answer for the people you bring."
        </p>
        <h2>"Prices"</h2>
        <p>
            "Every price that you see, on a card, in a filter or on a page, includes all that must be paid to stay: the nights and
            the cleaning. It is charged in the home’s own currency. The total is fixed when you hold the nights. If it changed
            since you saw it, you are asked again before anything happens."
        </p>
        <h2>"Holding and booking"</h2>
        <p>
            "“Book these nights” and “Request to book” hold them for you for 15 minutes; nobody else can book them in that time. They are booked when
            your payment has succeeded and you see the confirmation. If it does not succeed, you owe nothing. To keep nights free for
            those who come, you can have three holds at a time, and three a day on one home."
        </p>
        <h2>"Cancelling"</h2>
        <p>
            "What comes back, and until when, follows the home’s policy: see "<a href="/help/cancellation">"Cancelling a stay"</a>
            ". If the host cancels, you get everything back; once the stay has begun, the nights not begun."
        </p>
        <h2>"During the stay"</h2>
        <p>
            "Keep to the house rules and to the number of guests you booked for. Leave by the hour that the home’s page says.
            Tell the host about anything that breaks; you pay for damage that is your fault, beyond ordinary wear."
        </p>
        <h2>"Homes from open data"</h2>
        <p>
            "Some homes are samples from open data, marked with their source and its licence. They belong to nobody here and can
            only be booked with test cards. No money moves, and no key is handed over."
        </p>
        <h2>"What is not allowed"</h2>
        <p>
            "No parties where the rules refuse them, nothing illegal, no false reviews or listings, no copying of the site by
            programs beyond what robots.txt allows. We may close accounts that harm others; bookings already confirmed are then
            settled as if the person at fault had cancelled."
        </p>
    }
    .into_any()
}
