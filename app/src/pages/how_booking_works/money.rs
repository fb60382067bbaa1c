//! Cancelling, deadlines, refunds and disputes: where the money is.

use domain::cancellation::{EVERY_POLICY, Policy};
use leptos::prelude::*;

pub fn sections() -> AnyView {
    view! { {cancel()}{host_cancels()}{deadlines()}{refunds()}{disputes()} }.into_any()
}

fn cancel() -> AnyView {
    let policies = Policy::ALL.iter().map(|policy| {
        view! { <div><dt>{policy.label()}</dt><dd>{policy.summary()}</dd></div> }
    });
    view! {
        <h2 id="cancel">"If you cancel"</h2>
        <p>
            "The host chooses one of four policies. The home’s page, the checkout and your trip show it for your stay, as dates and
            money: “Until 3 June, 15:00 Edinburgh time: £412.00 back”. Before you cancel you see once more what comes back, line by
            line. Exactly that comes back. If a deadline passes while you look at it, nothing happens, and you see the new amount."
        </p>
        <dl class="policies">{policies.collect_view()}</dl>
        <p>{EVERY_POLICY}" Tax and fees come back with what they were charged on."</p>
        <p>"More under "<a href="/help/cancellation">"Cancelling a stay"</a>"."</p>
    }
    .into_any()
}

fn host_cancels() -> AnyView {
    view! {
        <h2 id="host-cancels">"If the host cancels"</h2>
        <p>
            "You get everything back, whatever the policy. If the stay has begun, you get back the nights that had not begun, and
            those nights stay closed: they are not let to somebody else for more."
        </p>
    }
    .into_any()
}

fn deadlines() -> AnyView {
    view! {
        <h2 id="deadlines">"Deadlines"</h2>
        <p>
            "Every deadline is told by the clock where the home stands, with the day, the hour and the city. “24 hours before
            check-in” is the same time on the day before, also when the clocks change in between. What counts is the moment in
            which you press the button, even if the payment provider needs longer."
        </p>
    }
    .into_any()
}

fn refunds() -> AnyView {
    view! {
        <h2 id="refunds">"Refunds"</h2>
        <p>
            "A refund goes back to the card that paid. We send it at once; your trip says “on its way” until the provider tells us
            that it went through. Banks usually show it after five to ten days."
        </p>
        <p>
            "If your bank refuses it, such as when the card was closed, the amount stays owed to you and your trip says so. We are told,
            write to you, and find another way. Nobody is ever given back more than they paid."
        </p>
        <p>
            "Your trip lists every movement of money with its day, for you and for the host alike. You can download it as a table."
        </p>
    }
    .into_any()
}

fn disputes() -> AnyView {
    view! {
        <h2 id="disputes">"Disputes"</h2>
        <p>
            "You can always ask your bank to dispute a payment; please write to us first, since we can usually settle it sooner. While
            a dispute is open the bank holds the money: the host is not paid, and as long as the provider bars it no refund can be
            sent. Your trip says how the dispute stands and how it ended."
        </p>
    }
    .into_any()
}
