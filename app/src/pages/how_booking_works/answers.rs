//! From the hold to the stay: what is asked, who answers, and until when.

use leptos::prelude::*;

pub fn sections() -> AnyView {
    view! { {hold()}{pay()}{request()}{stay()}{twice()} }.into_any()
}

fn hold() -> AnyView {
    view! {
        <h2 id="hold">"The hold"</h2>
        <p>
            "When you choose a home and dates and go on, the nights are held for you for 15 minutes. The total is fixed in that
            moment: every line of it, and every night. If it changed since you saw it, you are asked again before anything happens."
        </p>
        <p>
            "You can let a hold go at any time, and nothing is taken. When the 15 minutes are over without a payment, the nights
            become free by themselves. A card that was authorised in the last second still wins. To keep nights free for those who
            come, you can have three holds at a time and three a day on one home, and a hold ends after five declined cards."
        </p>
    }
    .into_any()
}

fn pay() -> AnyView {
    view! {
        <h2 id="pay">"Paying"</h2>
        <p>
            "Your card is first authorised: your bank sets the amount aside, but nothing is taken. The money is taken only when the
            stay is certain, and only then you see the address. We never see your card’s number; it goes straight to the payment
            provider. If your bank asks whether it is you, you come back to your trip afterwards."
        </p>
        <p>
            "Close the page while you pay, press a button twice, open it in two tabs or go back: you still have one booking and
            one payment. If a payment does not go through, your hold stays, and you can try another card."
        </p>
    }
    .into_any()
}

fn request() -> AnyView {
    view! {
        <h2 id="request">"Book at once, or request"</h2>
        <p>
            "At most homes the stay is booked the moment your card is authorised. Some hosts want to answer first: there the
            button says “Request to book”."
        </p>
        <p>"A request takes nothing from your card. The host must answer by the earliest of these:"</p>
        <ul>
            <li>"24 hours after you sent it,"</li>
            <li>"2 hours before check-in,"</li>
            <li>"12 hours before your bank’s authorisation lapses."</li>
        </ul>
        <p>
            "You see that moment before you pay and on your trip. If less than two hours would be left, no request is taken. When
            the host accepts, the money is taken and the stay is confirmed. When the host declines or does not answer in time, the
            authorisation is released and nothing is charged; some banks take a few days to show it. Until the host has answered
            you can withdraw a request, and nothing is taken."
        </p>
    }
    .into_any()
}

fn stay() -> AnyView {
    view! {
        <h2 id="stay">"A confirmed stay"</h2>
        <p>
            "Once a stay is confirmed, price, dates, house rules and cancellation policy are fixed, whatever the host changes later.
            You find the address, how to get in, your host’s e-mail address and phone number, the receipt and a calendar file on your trip’s page. Your
            host sees how to reach you."
        </p>
    }
    .into_any()
}

fn twice() -> AnyView {
    view! {
        <h2 id="once">"Never twice"</h2>
        <p>
            "A night of a home exists once in our records, and one booking can take it. Whoever comes second is told so before
            paying, with the nearest free dates. That is no promise to be careful but a rule of the database itself, and it is
            tested with crowds, with crashes and with failing networks."
        </p>
    }
    .into_any()
}
