//! `/help/cancellation`: what a guest gets back, by policy.

use domain::cancellation::{EVERY_POLICY, Policy};
use leptos::prelude::*;

use crate::{page::Page, visit::Visit};

pub async fn page(visit: &Visit) -> server::Result<Page> {
    let email = visit.ctx.settings.support_email.clone();
    let policies = Policy::ALL.iter().map(|policy| {
        view! { <div><dt>{policy.label()}</dt><dd>{policy.summary()}</dd></div> }
    });
    let body = view! {
        <div class="wrap prose text">
            <h1>"Cancelling a stay"</h1>
            <p class="lead">"Every home has one of four policies. Its page tells you, for your dates, until which day and hour you get how much back."</p>
            <h2>"The four policies"</h2>
            <dl class="policies">{policies.collect_view()}</dl>
            <h2>"What holds for all of them"</h2>
            <p>{EVERY_POLICY}</p>
            <p>"What counts is what was agreed when you booked. A host who changes the policy or the price later changes nothing for you."</p>
            <h2>"Whose clock it is"</h2>
            <p>
                "Every deadline is told by the clock where the home stands. “24 hours before check-in” is the same time on the
                day before, also when the clocks change in between."
            </p>
            <h2>"While you are paying"</h2>
            <p>
                "When you go on to book, the nights are held for you for 15 minutes. You can let them go at any moment, and
                nothing is charged. When the 15 minutes are over without a payment, the nights become free again by themselves."
            </p>
            <p><a href="/how-booking-works">"How booking works"</a>", from the hold to the last refund."</p>
            <h2>"Questions"</h2>
            <p>"Write to "<a href=format!("mailto:{email}")>{email.clone()}</a>" and name your booking."</p>
        </div>
    };
    Ok(Page::new("Cancelling a stay", body).describe("What you get back when you cancel, and until when: four policies, told as dates and amounts."))
}
