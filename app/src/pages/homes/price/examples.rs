//! What some stays would cost by what stands in the fields.

use domain::{
    Pricing, Quote,
    hosting::{Example, examples as reckon, price},
};
use leptos::prelude::*;
use server::hosting::EditView;

use super::looked;
use crate::{components::bill::bill, pages::homes::fields::Fields};

pub fn examples(fields: &Fields<'_>, home: &EditView) -> AnyView {
    let pricing = price(&looked::typed(fields.form(), &home.price)).ok();
    let shown = pricing.map(|pricing| shown(&pricing, home));
    let look = format!("/host/homes/{}/price#examples", home.id);
    view! {
        <section class="edit__group examples" id="examples" aria-labelledby="examples-title">
            <h2 id="examples-title">"What some stays would cost"</h2>
            <p class="hint">"By what stands in the fields above. Looking saves nothing."</p>
            {shown}
            <p><button class="button" formmethod="get" formaction=look name="look" value="examples">"Reckon with what I typed"</button></p>
        </section>
    }
    .into_any()
}

fn shown(pricing: &Pricing, home: &EditView) -> AnyView {
    let examples = reckon(pricing, home.room, &home.fees, home.today);
    let items = examples.into_iter().map(example).collect_view();
    view! { <div class="examples__all">{items}</div> }.into_any()
}

fn example(example: Example) -> AnyView {
    let inside = match example.quote {
        Ok(quote) => view! { {bill(&quote)} <p class="soft num">{yours(&quote)}</p> }.into_any(),
        Err(refusal) => view! { <p>{refusal.to_string()}</p> }.into_any(),
    };
    view! { <article class="example"><h3>{example.label}</h3>{inside}</article> }.into_any()
}

/// `You are paid £412.00, and £18.00 of tax to pass on.`
fn yours(quote: &Quote) -> String {
    let shares = quote.shares();
    let tax = match shares.tax {
        0 => String::new(),
        tax => format!(", and {} of tax to pass on", quote.money(tax)),
    };
    let fee = match quote.host_fee() {
        0 => String::new(),
        fee => format!(" after the host fee of {}", quote.money(fee)),
    };
    format!("You are paid {}{fee}{tax}.", quote.money(shares.host))
}
